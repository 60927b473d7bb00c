package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Heterogeneity;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// How a marked prediction fares window by window, and the gaps between groups.
///
/// @param series each one measure over the windows
/// @param notes why something was left out
record OutcomeStudy(List<Series> series, List<String> notes) {
    /// A window with fewer rows says nothing about a rate.
    private static final int FEWEST = 20;

    /// One measure over the windows.
    ///
    /// @param id name in metrics, e.g. "tpr" or "gap/tpr/sex=F"
    /// @param title name for people
    /// @param values one per window, NaN where undefined
    /// @param intervals of the values
    /// @param rows that each rests on
    /// @param p of the same value in all windows
    record Series(
            String id,
            String title,
            double[] values,
            List<Interval> intervals,
            long[] rows,
            double p) {

        /// Largest less smallest value; NaN with fewer than two.
        double range() {
            double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            return known.length < 2
                    ? Double.NaN
                    : Arrays.stream(known).max().orElse(0) - Arrays.stream(known).min().orElse(0);
        }
    }

    private enum Rate {
        ACCURACY("accuracy", "Accuracy", Confusion::accuracy),
        TPR("tpr", "True positive rate", Confusion::tpr),
        FPR("fpr", "False positive rate", Confusion::fpr);

        private final String id;
        private final String title;
        private final Function<Confusion, Proportion> of;

        Rate(String id, String title, Function<Confusion, Proportion> of) {
            this.id = id;
            this.title = title;
            this.of = of;
        }
    }

    /// @param strata groups by single attributes
    static OutcomeStudy of(
            Dataset data,
            TimeLine time,
            List<Strata> strata,
            DriftSettings settings,
            Progress progress) {
        List<String> predictions = data.schema().namesWithRole(Role.PREDICTION);
        List<String> scores = data.schema().namesWithRole(Role.SCORE);
        if (data.schema().outcome().isEmpty() || (predictions.isEmpty() && scores.isEmpty())) {
            return new OutcomeStudy(List.of(), List.of());
        }
        BinaryOutcome outcome;
        try {
            outcome = BinaryOutcome.of(data, data.schema().outcome().get().name());
        } catch (UserProblem problem) {
            return new OutcomeStudy(
                    List.of(), List.of("Performance over time was left out: " + problem.what()));
        }
        int[] window = new int[data.rows()];
        Arrays.fill(window, -1);
        for (int w = 0; w < time.windows().size(); w++) {
            for (int row : time.windows().get(w).rows()) {
                window[row] = w;
            }
        }
        List<Series> series = new ArrayList<>();
        if (!predictions.isEmpty()) {
            byte[] said = said(data, predictions.getFirst(), outcome.positive());
            decisions(outcome.values(), said, window, time, settings, series);
            for (Strata by : strata) {
                progress.check();
                gaps(data, outcome.values(), said, window, time, by, settings, series);
            }
        }
        for (String score : scores) {
            progress.check();
            if (data.column(score) instanceof Column.Numbers numbers) {
                String suffix = scores.size() > 1 ? "/" + score : "";
                series.add(areas(outcome.values(), numbers.values(), time, suffix, settings));
            }
        }
        return new OutcomeStudy(series, List.of());
    }

    private static byte[] said(Dataset data, String column, String positive) {
        Column.Codes codes = data.codes(column);
        int yes = codes.levels().indexOf(positive);
        byte[] said = new byte[codes.size()];
        for (int row = 0; row < said.length; row++) {
            int code = codes.codes()[row];
            said[row] = (byte) (code < 0 ? -1 : code == yes ? 1 : 0);
        }
        return said;
    }

    private static void decisions(
            byte[] outcome,
            byte[] said,
            int[] window,
            TimeLine time,
            DriftSettings settings,
            List<Series> series) {
        Confusion[] perWindow = Confusion.perGroup(outcome, said, window, time.windows().size());
        for (Rate rate : Rate.values()) {
            List<Proportion> shares = Arrays.stream(perWindow).map(rate.of).toList();
            ChiSquare test =
                    ChiSquare.independence(
                            shares.stream()
                                    .filter(s -> s.n() >= FEWEST)
                                    .map(s -> new long[] {s.count(), s.n() - s.count()})
                                    .toArray(long[][]::new));
            series.add(
                    new Series(
                            rate.id,
                            rate.title,
                            shares.stream()
                                    .mapToDouble(s -> known(s) ? s.value() : Double.NaN)
                                    .toArray(),
                            shares.stream().map(s -> s.wilson(settings.confidence())).toList(),
                            shares.stream().mapToLong(Proportion::n).toArray(),
                            test.p()));
        }
    }

    private static boolean known(Proportion share) {
        return share.n() >= FEWEST;
    }

    /// Each group less the largest one.
    private static void gaps(
            Dataset data,
            byte[] outcome,
            byte[] said,
            int[] window,
            TimeLine time,
            Strata by,
            DriftSettings settings,
            List<Series> series) {
        int windows = time.windows().size();
        int groups = by.names().size();
        int[] cells = new int[window.length];
        for (int row = 0; row < cells.length; row++) {
            int group = by.codes()[row];
            cells[row] = window[row] < 0 || group < 0 ? -1 : group * windows + window[row];
        }
        Confusion[] all = Confusion.perGroup(outcome, said, cells, windows * groups);
        boolean[] everyone = new boolean[window.length];
        Arrays.fill(everyone, true);
        long[] counts = by.counts(everyone);
        int largest = 0;
        for (int g = 1; g < groups; g++) {
            largest = counts[g] > counts[largest] ? g : largest;
        }
        for (int g = 0; g < groups; g++) {
            if (g != largest && counts[g] >= settings.smallestGroup()) {
                for (Rate rate : Rate.values()) {
                    String title =
                            rate.title
                                    + ", "
                                    + by.title(data)
                                    + " = "
                                    + by.names().get(g)
                                    + " less "
                                    + by.names().get(largest);
                    series.add(
                            gap(
                                    "gap/" + rate.id + "/" + by.id() + "=" + by.names().get(g),
                                    title,
                                    of(all, rate, g, windows),
                                    of(all, rate, largest, windows),
                                    settings));
                }
            }
        }
    }

    private static List<Proportion> of(Confusion[] all, Rate rate, int group, int windows) {
        return Arrays.stream(all, group * windows, (group + 1) * windows).map(rate.of).toList();
    }

    private static Series gap(
            String id,
            String title,
            List<Proportion> group,
            List<Proportion> reference,
            DriftSettings settings) {
        int windows = group.size();
        double[] values = new double[windows];
        double[] variances = new double[windows];
        long[] rows = new long[windows];
        List<Interval> intervals = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            Proportion a = group.get(w);
            Proportion b = reference.get(w);
            boolean known = known(a) && known(b);
            values[w] = known ? a.value() - b.value() : Double.NaN;
            variances[w] = known ? variance(a) + variance(b) : Double.NaN;
            rows[w] = a.n() + b.n();
            intervals.add(Proportion.newcombe(a, b, settings.confidence()));
        }
        return new Series(
                id, title, values, intervals, rows, Heterogeneity.of(values, variances).p());
    }

    /// With one success and one failure added, so that a rate of 0 or 1 is not taken as certain.
    private static double variance(Proportion share) {
        double p = (share.count() + 1.0) / (share.n() + 2.0);
        return p * (1 - p) / share.n();
    }

    private static Series areas(
            byte[] outcome, double[] scores, TimeLine time, String suffix, DriftSettings settings) {
        int windows = time.windows().size();
        double[] values = new double[windows];
        double[] variances = new double[windows];
        long[] rows = new long[windows];
        List<Interval> intervals = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            int[] own = time.windows().get(w).rows();
            byte[] y = new byte[own.length];
            double[] s = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                y[i] = outcome[own[i]];
                s[i] = scores[own[i]];
            }
            Roc roc = Roc.of(y, s);
            boolean known = roc.positives() + roc.negatives() >= FEWEST;
            values[w] = known ? roc.auc() : Double.NaN;
            variances[w] = known ? roc.variance() : Double.NaN;
            rows[w] = (long) roc.positives() + roc.negatives();
            intervals.add(roc.interval(settings.confidence()));
        }
        return new Series(
                "auc" + suffix,
                "AUC",
                values,
                intervals,
                rows,
                Heterogeneity.of(values, variances).p());
    }
}
