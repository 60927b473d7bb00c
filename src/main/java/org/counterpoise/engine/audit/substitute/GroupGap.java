package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Normal;

/// How one group differs from the other rows in the direct measure at equal label, and in who is
/// selected.
///
/// @param n rows of the group
/// @param gap mean difference at equal label, in the unit of the direct measure
/// @param error its standard error, robust to unequal variances (White 1980, doi:10.2307/1912934)
/// @param p two-sided, NaN if undefined
/// @param byLabel the group's share of those selected by the label
/// @param byDirect its share of those selected by the direct measure
/// @param selectedByLabel share of the group that is selected by the label
/// @param selectedByDirect share of the group that is selected by the direct measure
/// @param changeError standard error of the difference of the group's shares
record GroupGap(
        String name,
        int n,
        double gap,
        double error,
        double p,
        double byLabel,
        double byDirect,
        double selectedByLabel,
        double selectedByDirect,
        double changeError) {

    /// Within each band of the label the direct measure is a line over the label; the group's
    /// offset is the same in all bands.
    ///
    /// @param in whether a pair is of the group
    static GroupGap of(
            Substitute pairs, String name, boolean[] in, boolean[] byLabel, boolean[] byDirect) {
        int n = pairs.n();
        double[] group = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            group[i] = in[i] ? 1 : 0;
            count += in[i] ? 1 : 0;
        }
        double[] g = pairs.residuals(group);
        double[] y = pairs.residuals(pairs.y());
        double squares = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            squares += g[i] * g[i];
            product += g[i] * y[i];
        }
        double gap = squares > 1e-9 ? product / squares : Double.NaN;
        double meat = 0;
        for (int i = 0; i < n; i++) {
            double e = g[i] * (y[i] - gap * g[i]);
            meat += e * e;
        }
        double error = Math.sqrt(meat) / squares;
        double p = error > 0 ? Normal.twoSided(gap / error) : Double.NaN;
        return new GroupGap(
                name,
                count,
                gap,
                error,
                p,
                share(in, byLabel),
                share(in, byDirect),
                share(byLabel, in),
                share(byDirect, in),
                changeError(in, byLabel, byDirect));
    }

    /// The share of those in the second set who are in the first.
    private static double share(boolean[] first, boolean[] second) {
        int both = 0;
        int all = 0;
        for (int i = 0; i < first.length; i++) {
            all += second[i] ? 1 : 0;
            both += second[i] && first[i] ? 1 : 0;
        }
        return (double) both / all;
    }

    /// Only rows that one of the two selects change the shares.
    private static double changeError(boolean[] in, boolean[] byLabel, boolean[] byDirect) {
        double mean = (share(in, byLabel) + share(in, byDirect)) / 2;
        double squares = 0;
        int all = 0;
        for (int i = 0; i < in.length; i++) {
            all += byLabel[i] ? 1 : 0;
            double off = (in[i] ? 1 : 0) - mean;
            squares += byLabel[i] != byDirect[i] ? off * off : 0;
        }
        return Math.sqrt(squares) / all;
    }

    Interval gapInterval(double confidence) {
        double half = Normal.z(confidence) * error;
        return new Interval(gap - half, gap + half, confidence, "robust");
    }

    double change() {
        return byDirect - byLabel;
    }

    Interval changeInterval(double confidence) {
        double half = Normal.z(confidence) * changeError;
        return new Interval(change() - half, change() + half, confidence, "normal, paired");
    }
}
