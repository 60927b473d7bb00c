package org.counterpoise.engine.stats.plate;

import java.util.Arrays;

/// Scores per well that make plates comparable. Medians and means are those of the samples;
/// controls are scored on the same scale. A missing well stays missing.
public final class Scores {
    private static final int MOST_SWEEPS = 10;
    private static final double CONVERGED = 0.01;

    private Scores() {}

    /// (x − median) / (1.4826 · MAD) (Malo et al. 2006, doi:10.1038/nbt1186).
    public static double[] robustZ(Wells wells) {
        double[] samples = wells.sampleValues();
        double median = Robust.median(samples);
        double deviation = Robust.deviation(samples, median);
        double[] z = new double[wells.size()];
        for (int well = 0; well < z.length; well++) {
            z[well] = (wells.values()[well] - median) / deviation;
        }
        return z;
    }

    /// The B-score: what Tukey's two-way median polish leaves, over 1.4826 · MAD of what it leaves
    /// (Brideau et al. 2003, doi:10.1177/1087057103258285).
    public static double[] bScore(Wells wells) {
        double[] left = new Polish(wells).run();
        double[] samples = wells.with(left).sampleValues();
        double deviation = Robust.deviation(samples, Robust.median(samples));
        for (int well = 0; well < left.length; well++) {
            left[well] /= deviation;
        }
        return left;
    }

    /// Tukey's median polish as R's `medpolish`: rows then columns, until the sum of absolute
    /// residuals changes by less than 1 % or after 10 sweeps.
    static final class Polish {
        private final Wells wells;
        private final double[] left;
        private final double[] buffer;
        private final double[] rowEffects;
        private final double[] columnEffects;
        private double overall;

        Polish(Wells wells) {
            this.wells = wells;
            this.left = wells.values().clone();
            this.buffer = new double[Math.max(wells.rows(), wells.columns())];
            this.rowEffects = new double[wells.rows()];
            this.columnEffects = new double[wells.columns()];
        }

        double overall() {
            return overall;
        }

        double[] columnEffects() {
            return columnEffects;
        }

        double[] run() {
            double before = 0;
            for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
                sweep(wells.rows(), wells.columns(), wells.columns(), 1, rowEffects);
                centre(columnEffects);
                sweep(wells.columns(), wells.rows(), 1, wells.columns(), columnEffects);
                centre(rowEffects);
                double sum = 0;
                for (int well = 0; well < left.length; well++) {
                    sum += wells.sample(well) ? Math.abs(left[well]) : 0;
                }
                if (sum == 0 || Math.abs(sum - before) < CONVERGED * sum) {
                    break;
                }
                before = sum;
            }
            return left;
        }

        private void sweep(int lines, int length, int lineStep, int step, double[] effects) {
            for (int line = 0; line < lines; line++) {
                int n = 0;
                for (int k = 0, well = line * lineStep; k < length; k++, well += step) {
                    if (wells.sample(well)) {
                        buffer[n++] = left[well];
                    }
                }
                double median = n == 0 ? 0 : Robust.median(buffer, n);
                for (int k = 0, well = line * lineStep; k < length; k++, well += step) {
                    left[well] -= median;
                }
                effects[line] += median;
            }
        }

        private void centre(double[] effects) {
            double middle = Robust.median(effects);
            for (int i = 0; i < effects.length; i++) {
                effects[i] -= middle;
            }
            overall += middle;
        }
    }

    /// The readouts less a smooth surface over the plate, the median kept: a local plane through
    /// the nearest `span` of the samples, tricube weights, twice reweighted so that hits do not
    /// bend it (Cleveland 1979, doi:10.1080/01621459.1979.10481038; on plates Baryshnikova et al.
    /// 2010, doi:10.1038/nmeth.1534).
    ///
    /// @param span share of the samples that each plane is fitted to, above 0 to 1
    public static double[] loess(Wells wells, double span) {
        double[] surface = new LoessSurface(wells, span).fit();
        double middle = Robust.median(Arrays.stream(surface).filter(Double::isFinite).toArray());
        double[] left = wells.values().clone();
        for (int well = 0; well < left.length; well++) {
            if (Double.isFinite(surface[well])) {
                left[well] -= surface[well] - middle;
            }
        }
        return left;
    }
}
