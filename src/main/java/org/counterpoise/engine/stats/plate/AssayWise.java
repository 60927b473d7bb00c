package org.counterpoise.engine.stats.plate;

import java.util.List;

/// Corrections of well locations that are off on plate after plate. Need two plates or more, all of
/// one format.
public final class AssayWise {
    private static final double OUTLIER = 2.5;

    private AssayWise() {}

    /// Robust z per plate, then standardised per well location over the plates; values beyond 2.5
    /// standard deviations of their location are likely hits: they take no part and stay as they
    /// are (Mazoure, Nadon and Makarenkov 2017, doi:10.1038/s41598-017-11940-4).
    ///
    /// @return one array per plate
    public static double[][] standardised(List<Wells> plates) {
        double[][] z = new double[plates.size()][];
        for (int plate = 0; plate < z.length; plate++) {
            z[plate] = Scores.robustZ(plates.get(plate));
        }
        double[] column = new double[z.length];
        for (int well = 0; well < plates.getFirst().size(); well++) {
            Spread all = spread(plates, z, well, column, Double.POSITIVE_INFINITY, 0);
            Spread inner = spread(plates, z, well, column, OUTLIER * all.deviation, all.mean);
            if (!(inner.deviation > 0)) {
                continue;
            }
            for (int plate = 0; plate < z.length; plate++) {
                if (plates.get(plate).sample(well)
                        && Math.abs(z[plate][well] - all.mean) < OUTLIER * all.deviation) {
                    z[plate][well] = (z[plate][well] - inner.mean) / inner.deviation;
                }
            }
        }
        return z;
    }

    /// Well correction: robust z per plate, then per well location the least-squares line over the
    /// order of the plates taken out and the rest standardised (Makarenkov et al. 2007,
    /// doi:10.1093/bioinformatics/btm145).
    ///
    /// @return one array per plate
    public static double[][] wellCorrected(List<Wells> plates) {
        double[][] z = new double[plates.size()][];
        for (int plate = 0; plate < z.length; plate++) {
            z[plate] = Scores.robustZ(plates.get(plate));
        }
        double[] column = new double[z.length];
        for (int well = 0; well < plates.getFirst().size(); well++) {
            detrend(plates, z, well);
            Spread rest = spread(plates, z, well, column, Double.POSITIVE_INFINITY, 0);
            if (rest.deviation > 0) {
                for (int plate = 0; plate < z.length; plate++) {
                    if (plates.get(plate).sample(well)) {
                        z[plate][well] = (z[plate][well] - rest.mean) / rest.deviation;
                    }
                }
            }
        }
        return z;
    }

    private static void detrend(List<Wells> plates, double[][] z, int well) {
        double n = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (int plate = 0; plate < z.length; plate++) {
            if (plates.get(plate).sample(well)) {
                n++;
                x += plate;
                y += z[plate][well];
                xx += (double) plate * plate;
                xy += plate * z[plate][well];
            }
        }
        double variation = n * xx - x * x;
        // Two plates lie on a line: taking it out would leave nothing.
        if (n < 3 || variation == 0) {
            return;
        }
        double slope = (n * xy - x * y) / variation;
        double intercept = (y - slope * x) / n;
        for (int plate = 0; plate < z.length; plate++) {
            if (plates.get(plate).sample(well)) {
                z[plate][well] -= intercept + slope * plate;
            }
        }
    }

    private record Spread(double mean, double deviation) {}

    /// Mean and sample standard deviation of a location's values strictly within `reach` of
    /// `centre`.
    private static Spread spread(
            List<Wells> plates,
            double[][] z,
            int well,
            double[] buffer,
            double reach,
            double centre) {
        int n = 0;
        double sum = 0;
        for (int plate = 0; plate < z.length; plate++) {
            if (plates.get(plate).sample(well) && Math.abs(z[plate][well] - centre) < reach) {
                buffer[n++] = z[plate][well];
                sum += z[plate][well];
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (buffer[i] - mean) * (buffer[i] - mean);
        }
        return new Spread(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }
}
