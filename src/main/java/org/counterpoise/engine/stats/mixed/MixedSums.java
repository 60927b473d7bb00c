package org.counterpoise.engine.stats.mixed;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// What the likelihood of a mixed model needs of the rows: sums of products. Groups of the larger
/// term are eliminated one by one (a Schur complement), so an evaluation costs groups × (columns +
/// groups of the other term that meet it)².
///
/// The response enters as its residual from ordinary least squares, so that nothing is lost where
/// its mean is large.
final class MixedSums {
    private static final double SINGULAR = 1e-13;

    /// Stands for a residual sum of squares of 0, so that logarithms and ratios stay defined.
    private static final double LEAST = 1e-60;

    private static final int CHECK = 4096;

    private final MixedDesign design;
    private final Scale scale;

    /// The term whose blocks are eliminated, and the position of the other one, -1 for none.
    private final int out;

    private final int kept;

    private final int width;
    private final int keptWidth;

    /// Columns of the kept matrix that belong to random effects; fixed effects and y follow.
    private final int keptSize;

    private final int p;
    private final int size;
    private final double[] ordinary;

    /// Products of kept columns, unscaled.
    private final Triangle base;

    /// By group of the eliminated term: products of its own columns (1 or 3 numbers).
    private final double[] own;

    /// By group: products of its columns with fixed effects and y.
    private final double[] withFixed;

    /// By group: which groups of the kept term it meets, and products with their columns.
    private final int[] meetStarts;

    private final int[] meets;
    private final double[] withKept;

    MixedSums(MixedDesign design, Progress progress) {
        this.design = design;
        scale = new Scale(design.terms());
        out = design.eliminated();
        kept = design.terms().size() > 1 ? 1 - out : -1;
        width = design.terms().get(out).width();
        keptWidth = kept < 0 ? 0 : design.terms().get(kept).width();
        keptSize = kept < 0 ? 0 : keptWidth * design.terms().get(kept).count();
        p = design.columns();
        size = keptSize + p + 1;
        ordinary = leastSquares(progress);
        base = Triangle.zero(size);
        int groups = design.terms().get(out).count();
        own = new double[groups * width * (width + 1) / 2];
        withFixed = new double[groups * width * (p + 1)];
        MixedDesign.Order order = design.order(out);
        meetStarts = new int[groups + 1];
        meets = meetings(order);
        withKept = new double[meets.length * width * keptWidth];
        add(order, progress);
    }

    Scale scale() {
        return scale;
    }

    int rows() {
        return design.rows();
    }

    int columns() {
        return p;
    }

    /// β of ordinary least squares.
    private double[] leastSquares(Progress progress) {
        Triangle products = Triangle.zero(p + 1);
        double[] row = new double[p + 1];
        for (int i = 0; i < design.rows(); i++) {
            if (i % CHECK == 0) {
                progress.check();
            }
            for (int a = 0; a < p; a++) {
                row[a] = design.x()[a][i];
            }
            row[p] = design.y()[i];
            for (int a = 0; a <= p; a++) {
                for (int b = 0; b <= a; b++) {
                    products.add(a, b, row[a] * row[b]);
                }
            }
        }
        if (!products.factor(SINGULAR, p)) {
            throw new IllegalArgumentException("fixed effects are linearly dependent");
        }
        double[] beta = new double[p];
        Arrays.setAll(beta, a -> products.at(p, a));
        products.solveTransposed(0, p, beta);
        return beta;
    }

    /// Which groups of the kept term each group meets, ascending.
    private int[] meetings(MixedDesign.Order order) {
        if (kept < 0) {
            return new int[0];
        }
        int[] others = design.terms().get(kept).groups();
        int[] all = new int[design.rows()];
        int count = 0;
        for (int g = 0; g + 1 < meetStarts.length; g++) {
            int from = order.starts()[g];
            int to = order.starts()[g + 1];
            int[] met = new int[to - from];
            for (int i = from; i < to; i++) {
                met[i - from] = others[order.rows()[i]];
            }
            Arrays.sort(met);
            for (int i = 0; i < met.length; i++) {
                if (i == 0 || met[i] != met[i - 1]) {
                    all[count++] = met[i];
                }
            }
            meetStarts[g + 1] = count;
        }
        return Arrays.copyOf(all, count);
    }

    private void add(MixedDesign.Order order, Progress progress) {
        double[] z = new double[width];
        double[] k = new double[keptWidth];
        double[] fixed = new double[p + 1];
        for (int g = 0; g + 1 < meetStarts.length; g++) {
            progress.check();
            for (int i = order.starts()[g]; i < order.starts()[g + 1]; i++) {
                int row = order.rows()[i];
                fixed[p] = design.y()[row];
                for (int a = 0; a < p; a++) {
                    fixed[a] = design.x()[a][row];
                    fixed[p] -= ordinary[a] * fixed[a];
                }
                for (int e = 0; e < width; e++) {
                    z[e] = design.terms().get(out).value(e, row);
                }
                for (int e = 0; e < keptWidth; e++) {
                    k[e] = design.terms().get(kept).value(e, row);
                }
                addFixed(g, z, fixed);
                if (kept >= 0) {
                    addKept(g, design.terms().get(kept).groups()[row], z, k, fixed);
                }
            }
        }
    }

    private void addFixed(int g, double[] z, double[] fixed) {
        for (int a = 0; a <= p; a++) {
            for (int b = 0; b <= a; b++) {
                base.add(keptSize + a, keptSize + b, fixed[a] * fixed[b]);
            }
        }
        int at = g * width * (width + 1) / 2;
        for (int e = 0; e < width; e++) {
            for (int f = 0; f <= e; f++) {
                own[at++] += z[e] * z[f];
            }
            for (int a = 0; a <= p; a++) {
                withFixed[(g * width + e) * (p + 1) + a] += z[e] * fixed[a];
            }
        }
    }

    private void addKept(int g, int other, double[] z, double[] k, double[] fixed) {
        int met = Arrays.binarySearch(meets, meetStarts[g], meetStarts[g + 1], other);
        for (int e = 0; e < keptWidth; e++) {
            int column = other * keptWidth + e;
            for (int f = 0; f <= e; f++) {
                base.add(column, other * keptWidth + f, k[e] * k[f]);
            }
            for (int a = 0; a <= p; a++) {
                base.add(keptSize + a, column, k[e] * fixed[a]);
            }
            for (int f = 0; f < width; f++) {
                withKept[(met * width + f) * keptWidth + e] += z[f] * k[e];
            }
        }
    }

    /// Solves the penalised least squares at these parameters of [Scale].
    MixedFit at(double[] parameters) {
        return solve(parameters, false);
    }

    /// The same with predictions of the random effects.
    MixedFit predicted(double[] parameters) {
        return solve(parameters, true);
    }

    private MixedFit solve(double[] parameters, boolean predict) {
        double[] lambda = scale.factor(out, parameters);
        double[] keptLambda = kept < 0 ? new double[0] : scale.factor(kept, parameters);
        Triangle all = base.copy();
        scaleKept(all, keptLambda);
        Block block = new Block(width, size, lambda);
        double logV = 0;
        int groups = meetStarts.length - 1;
        for (int g = 0; g < groups; g++) {
            load(block, g, keptLambda);
            logV += block.logDeterminant();
            block.subtractFrom(all);
        }
        all.factor(0, 0);
        for (int i = 0; i < keptSize; i++) {
            logV += 2 * Math.log(all.at(i, i));
        }
        double logX = 0;
        double[] change = new double[p];
        for (int a = 0; a < p; a++) {
            int at = keptSize + a;
            logX += 2 * Math.log(all.at(at, at));
            change[a] = all.at(size - 1, at);
        }
        all.solveTransposed(keptSize, keptSize + p, change);
        double[] beta = new double[p];
        Arrays.setAll(beta, a -> ordinary[a] + change[a]);
        double last = all.at(size - 1, size - 1);
        double least = SINGULAR * base.at(size - 1, size - 1) + LEAST;
        return new MixedFit(
                design.rows(),
                beta,
                all.inverse(keptSize, keptSize + p),
                Math.max(least, last * last),
                logV,
                logX,
                predict ? effects(all, change, block, keptLambda) : new double[0][]);
    }

    /// Λ on both sides of the kept term's columns, and the identity of its penalty.
    private void scaleKept(Triangle all, double[] lambda) {
        if (kept < 0) {
            return;
        }
        for (int j = 0; j < keptSize; j += keptWidth) {
            if (keptWidth == 1) {
                for (int row = j; row < size; row++) {
                    int at = row * size + j;
                    all.values()[at] *= row == j ? lambda[0] * lambda[0] : lambda[0];
                }
            } else {
                double a = all.at(j, j);
                double b = all.at(j + 1, j);
                double c = all.at(j + 1, j + 1);
                all.values()[j * size + j] =
                        lambda[0] * lambda[0] * a
                                + 2 * lambda[0] * lambda[1] * b
                                + lambda[1] * lambda[1] * c;
                all.values()[(j + 1) * size + j] = lambda[2] * (lambda[0] * b + lambda[1] * c);
                all.values()[(j + 1) * size + j + 1] = lambda[2] * lambda[2] * c;
                for (int row = keptSize; row < size; row++) {
                    double first = all.at(row, j);
                    double second = all.at(row, j + 1);
                    all.values()[row * size + j] = lambda[0] * first + lambda[1] * second;
                    all.values()[row * size + j + 1] = lambda[2] * second;
                }
            }
            for (int e = 0; e < keptWidth; e++) {
                all.add(j + e, j + e, 1);
            }
        }
    }

    private void load(Block block, int g, double[] keptLambda) {
        block.begin(own, g * width * (width + 1) / 2);
        for (int met = meetStarts[g]; met < meetStarts[g + 1]; met++) {
            int column = meets[met] * keptWidth;
            int at = met * width * keptWidth;
            if (keptWidth == 1) {
                block.column(
                        column,
                        keptLambda[0] * withKept[at],
                        width == 1 ? 0 : keptLambda[0] * withKept[at + 1]);
            } else {
                int next = at + keptWidth;
                block.column(
                        column,
                        keptLambda[0] * withKept[at] + keptLambda[1] * withKept[at + 1],
                        width == 1
                                ? 0
                                : keptLambda[0] * withKept[next]
                                        + keptLambda[1] * withKept[next + 1]);
                block.column(
                        column + 1,
                        keptLambda[2] * withKept[at + 1],
                        width == 1 ? 0 : keptLambda[2] * withKept[next + 1]);
            }
        }
        int at = g * width * (p + 1);
        for (int a = 0; a <= p; a++) {
            block.column(
                    keptSize + a, withFixed[at + a], width == 1 ? 0 : withFixed[at + p + 1 + a]);
        }
    }

    /// Predicted effects by term, then group by group.
    private double[][] effects(Triangle all, double[] change, Block block, double[] keptLambda) {
        double[] known = new double[size];
        double[] spherical = new double[keptSize];
        for (int i = 0; i < keptSize; i++) {
            double sum = all.at(size - 1, i);
            for (int a = 0; a < p; a++) {
                sum -= all.at(keptSize + a, i) * change[a];
            }
            spherical[i] = sum;
        }
        all.solveTransposed(0, keptSize, spherical);
        System.arraycopy(spherical, 0, known, 0, keptSize);
        System.arraycopy(change, 0, known, keptSize, p);
        known[size - 1] = -1;
        int groups = meetStarts.length - 1;
        double[][] effects = new double[design.terms().size()][];
        effects[out] = new double[groups * width];
        for (int g = 0; g < groups; g++) {
            load(block, g, keptLambda);
            block.predict(known, effects[out], g * width);
        }
        if (kept >= 0) {
            effects[kept] = new double[keptSize];
            for (int j = 0; j < keptSize; j += keptWidth) {
                effects[kept][j] = keptLambda[0] * spherical[j];
                if (keptWidth == 2) {
                    effects[kept][j + 1] =
                            keptLambda[1] * spherical[j] + keptLambda[2] * spherical[j + 1];
                }
            }
        }
        return effects;
    }
}
