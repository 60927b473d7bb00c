package org.counterpoise.engine.stats.mixed;

/// One group of the eliminated term while it is taken out: M = ΛᵀZᵀZΛ + I, and the products of its
/// one or two columns with those kept, which are few.
final class Block {
    private final int width;
    private final double[] lambda;
    private final int[] columns;
    private final double[] first;
    private final double[] second;
    private int count;

    /// Cholesky factor of M.
    private double l00;

    private double l10;
    private double l11;

    /// @param width 1 or 2
    /// @param size kept columns
    /// @param lambda of [Scale]
    Block(int width, int size, double[] lambda) {
        this.width = width;
        this.lambda = lambda;
        columns = new int[size];
        first = new double[size];
        second = new double[size];
    }

    /// @param own products of the group's columns: (0, 0), (1, 0), (1, 1)
    void begin(double[] own, int at) {
        count = 0;
        if (width == 1) {
            l00 = Math.sqrt(1 + lambda[0] * lambda[0] * own[at]);
            return;
        }
        double a = own[at];
        double b = own[at + 1];
        double c = own[at + 2];
        double m00 =
                1
                        + lambda[0] * lambda[0] * a
                        + 2 * lambda[0] * lambda[1] * b
                        + lambda[1] * lambda[1] * c;
        double m10 = lambda[2] * (lambda[0] * b + lambda[1] * c);
        double m11 = 1 + lambda[2] * lambda[2] * c;
        l00 = Math.sqrt(m00);
        l10 = m10 / l00;
        l11 = Math.sqrt(m11 - l10 * l10);
    }

    double logDeterminant() {
        return 2 * (width == 1 ? Math.log(l00) : Math.log(l00) + Math.log(l11));
    }

    /// Adds a kept column, ascending, with its products with the group's one or two.
    void column(int column, double withFirst, double withSecond) {
        columns[count] = column;
        if (width == 1) {
            first[count] = lambda[0] * withFirst / l00;
        } else {
            double scaled = lambda[0] * withFirst + lambda[1] * withSecond;
            first[count] = scaled / l00;
            second[count] = (lambda[2] * withSecond - l10 * first[count]) / l11;
        }
        count++;
    }

    /// Takes the group out of the lower triangle of the kept products.
    void subtractFrom(Triangle all) {
        double[] values = all.values();
        for (int a = 0; a < count; a++) {
            int row = columns[a] * all.size();
            double fa = first[a];
            double sa = second[a];
            for (int b = 0; b <= a; b++) {
                values[row + columns[b]] -=
                        width == 1 ? fa * first[b] : fa * first[b] + sa * second[b];
            }
        }
    }

    /// The group's effects, given those kept, with −1 for y.
    void predict(double[] known, double[] effects, int at) {
        double u0 = 0;
        double u1 = 0;
        for (int a = 0; a < count; a++) {
            u0 -= first[a] * known[columns[a]];
            u1 -= second[a] * known[columns[a]];
        }
        if (width == 1) {
            effects[at] = lambda[0] * u0 / l00;
        } else {
            double v1 = u1 / l11;
            double v0 = (u0 - l10 * v1) / l00;
            effects[at] = lambda[0] * v0;
            effects[at + 1] = lambda[1] * v0 + lambda[2] * v1;
        }
    }
}
