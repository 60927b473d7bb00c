package org.counterpoise.engine.stats.plate;

/// The six ways of Mazoure, Nadon and Makarenkov (2017, doi:10.1038/s41598-017-11940-4) to take the
/// bias of flagged rows and columns out of a plate ("partial mean polish").
///
/// Every way moves the mean of each flagged line, crossings left out, to the mean of the wells
/// outside flagged lines, by adding or by multiplying, over and over until the lines agree. They
/// differ in what happens to a well where a flagged row and column cross. The codes are those of
/// the reference implementation; the publication numbers its models 1 to 6 as codes 1, 4, 5, 3, 2,
/// 6.
public enum Pmp {
    /// Additive; a crossing receives both terms in sequence.
    ADDITIVE_SEQUENCE(1, true),
    /// Multiplicative; a crossing receives both factors in sequence.
    MULTIPLICATIVE_SEQUENCE(2, false),
    /// Multiplicative; a crossing is divided by the sum of both factors. As published: the sum of
    /// two factors near 1 is near 2, so that crossings are halved.
    MULTIPLICATIVE_SUM(3, false),
    /// Additive; the product of both terms is subtracted from a crossing. As published: the product
    /// has the square of the readout's unit, so that the result depends on the unit.
    ADDITIVE_PRODUCT(4, true),
    /// Additive; the mean of both terms is subtracted from a crossing.
    ADDITIVE_MEAN(5, true),
    /// Multiplicative; a crossing is divided by the geometric mean of both factors.
    MULTIPLICATIVE_MEAN(6, false);

    private static final double CLOSE_ENOUGH = 1e-4;
    private static final int MOST_ROUNDS = 1000;

    private final int code;
    private final boolean additive;

    Pmp(int code, boolean additive) {
        this.code = code;
        this.additive = additive;
    }

    /// The number in the reference implementation, 1 to 6.
    public int code() {
        return code;
    }

    public boolean additive() {
        return additive;
    }

    /// Whether the result at crossings depends on the readout's unit or scale; kept only because it
    /// was published.
    public boolean questionable() {
        return this == MULTIPLICATIVE_SUM || this == ADDITIVE_PRODUCT;
    }

    private boolean sequence() {
        return this == ADDITIVE_SEQUENCE || this == MULTIPLICATIVE_SEQUENCE;
    }

    /// The corrected readouts; controls and missing wells stay as they are. Without flagged lines,
    /// or where every sample is in one, the readouts themselves.
    public double[] correct(Wells wells, BiasedLines lines) {
        double target = target(wells, lines);
        if (!lines.any() || Double.isNaN(target)) {
            return wells.values();
        }
        double[] x = wells.values().clone();
        double[] rowMeans = new double[wells.rows()];
        double[] columnMeans = new double[wells.columns()];
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && moved > CLOSE_ENOUGH; round++) {
            means(wells, lines, x, rowMeans, columnMeans);
            moved = step(wells, lines, x, target, rowMeans, columnMeans);
        }
        if (!sequence()) {
            crossings(wells, lines, x);
        }
        return x;
    }

    /// The mean of the samples outside flagged lines.
    private static double target(Wells wells, BiasedLines lines) {
        double sum = 0;
        int n = 0;
        for (int row = 0, well = 0; row < wells.rows(); row++) {
            for (int column = 0; column < wells.columns(); column++, well++) {
                if (wells.sample(well) && !lines.touches(row, column)) {
                    sum += wells.values()[well];
                    n++;
                }
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /// Means per line over its samples, crossings left out; NaN for a line without any.
    private static void means(
            Wells wells, BiasedLines lines, double[] x, double[] rowMeans, double[] columnMeans) {
        int[] rowSizes = new int[rowMeans.length];
        int[] columnSizes = new int[columnMeans.length];
        java.util.Arrays.fill(rowMeans, 0);
        java.util.Arrays.fill(columnMeans, 0);
        for (int row = 0, well = 0; row < rowMeans.length; row++) {
            for (int column = 0; column < columnMeans.length; column++, well++) {
                if (wells.sample(well) && !lines.crosses(row, column)) {
                    rowMeans[row] += x[well];
                    rowSizes[row]++;
                    columnMeans[column] += x[well];
                    columnSizes[column]++;
                }
            }
        }
        for (int row = 0; row < rowMeans.length; row++) {
            rowMeans[row] /= rowSizes[row];
        }
        for (int column = 0; column < columnMeans.length; column++) {
            columnMeans[column] /= columnSizes[column];
        }
    }

    /// Moves every flagged line once.
    ///
    /// @return the sum of the distances of the lines' means from the target
    private double step(
            Wells wells,
            BiasedLines lines,
            double[] x,
            double target,
            double[] rowMeans,
            double[] columnMeans) {
        double moved = 0;
        for (int row = 0; row < rowMeans.length; row++) {
            if (lines.rows()[row] && !Double.isNaN(rowMeans[row])) {
                moved += Math.abs(target - rowMeans[row]);
                for (int column = 0; column < columnMeans.length; column++) {
                    int well = row * columnMeans.length + column;
                    if (wells.sample(well) && (sequence() || !lines.columns()[column])) {
                        x[well] = moved(x[well], target, rowMeans[row]);
                    }
                }
            }
        }
        for (int column = 0; column < columnMeans.length; column++) {
            if (lines.columns()[column] && !Double.isNaN(columnMeans[column])) {
                moved += Math.abs(target - columnMeans[column]);
                for (int row = 0; row < rowMeans.length; row++) {
                    int well = row * columnMeans.length + column;
                    if (wells.sample(well) && (sequence() || !lines.rows()[row])) {
                        x[well] = moved(x[well], target, columnMeans[column]);
                    }
                }
            }
        }
        return moved;
    }

    private double moved(double x, double target, double mean) {
        if (additive) {
            return x - (mean - target);
        }
        if (mean == 0) {
            return x;
        }
        return sequence() ? x * Math.abs(target / mean) : Math.abs(target * x / mean);
    }

    /// Corrects crossings by the mean change of the rest of their row and column.
    private void crossings(Wells wells, BiasedLines lines, double[] x) {
        double[] change = new double[x.length];
        for (int well = 0; well < x.length; well++) {
            double raw = wells.values()[well];
            change[well] = additive ? raw - x[well] : x[well] == 0 ? 1 : raw / x[well];
        }
        double[] rowChange = new double[wells.rows()];
        double[] columnChange = new double[wells.columns()];
        means(wells, lines, change, rowChange, columnChange);
        for (int row = 0, well = 0; row < wells.rows(); row++) {
            for (int column = 0; column < wells.columns(); column++, well++) {
                if (lines.crosses(row, column) && wells.sample(well)) {
                    double crossed =
                            crossing(wells.values()[well], rowChange[row], columnChange[column]);
                    x[well] = Double.isFinite(crossed) ? crossed : wells.values()[well];
                }
            }
        }
    }

    private double crossing(double raw, double row, double column) {
        return switch (this) {
            case MULTIPLICATIVE_SUM -> raw / Math.abs(row + column);
            case ADDITIVE_PRODUCT -> raw - row * column;
            case ADDITIVE_MEAN -> raw - (row + column) / 2;
            case MULTIPLICATIVE_MEAN -> raw / Math.sqrt(Math.abs(row * column));
            case ADDITIVE_SEQUENCE, MULTIPLICATIVE_SEQUENCE ->
                    throw new IllegalStateException(this + " corrects crossings with the lines");
        };
    }
}
