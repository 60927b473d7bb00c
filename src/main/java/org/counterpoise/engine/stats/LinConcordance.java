package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// Lin's concordance correlation: how near pairs lie to the line of equality (Lin 1989,
/// doi:10.2307/2532051, with the correction of 2000).
///
/// @param value −1 to 1, NaN if undefined
/// @param interval by Fisher's z
public record LinConcordance(double value, Interval interval) {

    /// @param a finite
    /// @param b finite, as long as `a`
    public static LinConcordance of(double[] a, double[] b, double confidence) {
        int n = a.length;
        double ma = 0;
        double mb = 0;
        for (int i = 0; i < n; i++) {
            ma += a[i] / n;
            mb += b[i] / n;
        }
        double saa = 0;
        double sbb = 0;
        double sab = 0;
        for (int i = 0; i < n; i++) {
            saa += (a[i] - ma) * (a[i] - ma) / n;
            sbb += (b[i] - mb) * (b[i] - mb) / n;
            sab += (a[i] - ma) * (b[i] - mb) / n;
        }
        double shift = ma - mb;
        double value = 2 * sab / (saa + sbb + shift * shift);
        return new LinConcordance(
                value, interval(value, sab / Math.sqrt(saa * sbb), shift, saa, sbb, n, confidence));
    }

    private static Interval interval(
            double c, double r, double shift, double saa, double sbb, int n, double confidence) {
        double u2 = shift * shift / Math.sqrt(saa * sbb);
        double z = Math.log((1 + c) / (1 - c)) / 2;
        double variance =
                ((1 - r * r) * c * c / ((1 - c * c) * r * r)
                                + 2 * c * c * c * (1 - c) * u2 / (r * (1 - c * c) * (1 - c * c))
                                - c * c * c * c * u2 * u2 / (2 * r * r * (1 - c * c) * (1 - c * c)))
                        / (n - 2);
        double width = Normal.quantile((1 + confidence) / 2) * Math.sqrt(variance);
        return new Interval(Math.tanh(z - width), Math.tanh(z + width), confidence, "Lin, z");
    }
}
