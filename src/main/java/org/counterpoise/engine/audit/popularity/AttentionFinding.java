package org.counterpoise.engine.audit.popularity;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Concentration;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether attention moves: records before and after the median date, per choice.
///
/// The slope of log records after on log records before is the exponent of preferential attachment:
/// 1 where the popular attract in proportion to their popularity, 0 where the past does not matter
/// (Jeong, Néda and Barabási 2003, doi:10.1209/epl/i2003-00166-9). Least squares over choices that
/// occur in both halves.
///
/// @param before records up to the median date, per level
/// @param after records later
record AttentionFinding(
        Choices choices,
        PopularitySettings settings,
        String time,
        long[] before,
        long[] after,
        double slope,
        Interval interval,
        int both) {
    private static final int FEWEST = 5;

    static Optional<AttentionFinding> of(
            Choices choices,
            PopularitySettings settings,
            String time,
            double[] when,
            List<String> notes) {
        double[] known = Quantiles.sortedFinite(when);
        double median = known.length == 0 ? Double.NaN : Quantiles.ofSorted(known, 0.5);
        long[] before = new long[choices.levels().size()];
        long[] after = new long[before.length];
        for (int row = 0; row < when.length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && Double.isFinite(when[row])) {
                (when[row] <= median ? before : after)[choice]++;
            }
        }
        int[] both =
                IntStream.range(0, before.length)
                        .filter(choice -> before[choice] > 0 && after[choice] > 0)
                        .toArray();
        double[] x = IntStream.of(both).mapToDouble(c -> Math.log(before[c])).toArray();
        double[] y = IntStream.of(both).mapToDouble(c -> Math.log(after[c])).toArray();
        if (both.length < FEWEST
                || IntStream.of(both).mapToLong(c -> before[c]).distinct().count() < 2) {
            notes.add(
                    "Whether attention moves over \""
                            + time
                            + "\" was left out: too few values occur before and after its median.");
            return Optional.empty();
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sxx += (x[i] - meanX) * (x[i] - meanX);
            sxy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = sxy / sxx;
        double residual = 0;
        for (int i = 0; i < x.length; i++) {
            double error = y[i] - meanY - slope * (x[i] - meanX);
            residual += error * error;
        }
        double half =
                TDistribution.of(x.length - 2)
                                .inverseSurvivalProbability((1 - settings.confidence()) / 2)
                        * Math.sqrt(residual / (x.length - 2) / sxx);
        return Optional.of(
                new AttentionFinding(
                        choices,
                        settings,
                        time,
                        before,
                        after,
                        slope,
                        new Interval(slope - half, slope + half, settings.confidence(), "t"),
                        both.length));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    void measure(Map<String, Double> metrics) {
        String key = choices.key() + "/attention";
        metrics.put(key + "/slope", slope);
        metrics.put(key + "/slope/lower", interval.lower());
        metrics.put(key + "/slope/upper", interval.upper());
        metrics.put(key + "/effective-number/before", Concentration.of(before).effectiveNumber());
        metrics.put(key + "/effective-number/after", Concentration.of(after).effectiveNumber());
        metrics.put(key + "/new", (double) news());
    }

    /// How many choices occur only after the median date.
    private long news() {
        return IntStream.range(0, before.length)
                .filter(c -> before[c] == 0 && after[c] > 0)
                .count();
    }

    Finding finding() {
        boolean stays = interval.lower() > 0;
        List<List<Object>> rows = new ArrayList<>();
        for (int choice : choices.order()) {
            rows.add(List.of(choices.levels().get(choice), before[choice], after[choice]));
        }
        return new Finding(
                "attention",
                Severity.NOTE,
                stays
                        ? "What was popular stays popular: attention to "
                                + choices.title()
                                + " follows the past."
                        : "Past popularity does not tell which values of "
                                + choices.title()
                                + " are picked later.",
                "Over values that occur before and after the median of "
                        + time
                        + ", records after grow with the power "
                        + NumberText.estimate(slope, interval.lower(), interval.upper())
                        + " of records before (1: in proportion). "
                        + news()
                        + " values are new; diversity went from "
                        + NumberText.short3(Concentration.of(before).effectiveNumber())
                        + " to "
                        + NumberText.short3(Concentration.of(after).effectiveNumber())
                        + " effective values.",
                Optional.of(Measure.of("preferential-attachment slope", slope, interval, both)),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Records before and after the median of " + time,
                        List.of(choices.title(), "before", "after"),
                        rows),
                List.of(scatter()));
    }

    private Figure scatter() {
        int[] shown =
                IntStream.range(0, before.length)
                        .filter(c -> before[c] > 0 && after[c] > 0)
                        .toArray();
        return new Figure.Scatter(
                "Attention to " + choices.title() + " before and after",
                "One point per value that occurs in both halves, logarithms to base 10.",
                "records before (log10)",
                "records after (log10)",
                List.of(
                        new Figure.Scatter.Series(
                                "values",
                                Hue.REAL,
                                IntStream.of(shown)
                                        .mapToDouble(c -> Math.log10(before[c]))
                                        .toArray(),
                                IntStream.of(shown)
                                        .mapToDouble(c -> Math.log10(after[c]))
                                        .toArray())));
    }
}
