package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Concentration;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.PreferentialAttachment;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether attention moves: how strongly records follow those before them, and what the favourites
/// and the new values get as time goes on.
///
/// @param before records up to the median date, per level
/// @param after records later
/// @param tenths share of each tenth of the records, by date, that falls on the favourites
/// @param news share of each tenth on values that no earlier tenth has
record AttentionFinding(
        Choices choices,
        PopularitySettings settings,
        String time,
        long[] before,
        long[] after,
        PreferentialAttachment attachment,
        double[] tenths,
        double[] news) {
    private static final int TENTHS = 10;

    static Optional<AttentionFinding> of(
            Choices choices,
            PopularitySettings settings,
            String time,
            double[] when,
            List<String> notes) {
        int levels = choices.levels().size();
        Optional<PreferentialAttachment> fit =
                PreferentialAttachment.fit(choices.codes(), when, levels);
        if (fit.isEmpty()) {
            notes.add(
                    "Whether attention moves over \""
                            + time
                            + "\" was left out: no records after its median tell values apart that"
                            + " were picked unequally before.");
            return Optional.empty();
        }
        double[] known = Quantiles.sortedFinite(when);
        double median = known[(known.length - 1) / 2];
        long[] before = new long[levels];
        long[] after = new long[levels];
        boolean[] favourite = choices.favourites(settings.top());
        double[] tops = new double[TENTHS];
        double[] news = new double[TENTHS];
        int[] sizes = new int[TENTHS];
        int[] firstSeen = new int[levels];
        Arrays.fill(firstSeen, TENTHS);
        int[] tenth = tenths(when, known);
        for (int row = 0; row < when.length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && tenth[row] >= 0) {
                (when[row] <= median ? before : after)[choice]++;
                firstSeen[choice] = Math.min(firstSeen[choice], tenth[row]);
            }
        }
        for (int row = 0; row < when.length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && tenth[row] >= 0) {
                sizes[tenth[row]]++;
                tops[tenth[row]] += favourite[choice] ? 1 : 0;
                news[tenth[row]] += firstSeen[choice] == tenth[row] ? 1 : 0;
            }
        }
        for (int i = 0; i < TENTHS; i++) {
            tops[i] /= sizes[i];
            news[i] /= sizes[i];
        }
        return Optional.of(
                new AttentionFinding(
                        choices, settings, time, before, after, fit.get(), tops, news));
    }

    /// The tenth of each record by its date, records of one date together; -1 without a date.
    private static int[] tenths(double[] when, double[] sorted) {
        int[] tenth = new int[when.length];
        for (int row = 0; row < when.length; row++) {
            if (!Double.isFinite(when[row])) {
                tenth[row] = -1;
                continue;
            }
            int place = Arrays.binarySearch(sorted, when[row]);
            while (place > 0 && sorted[place - 1] == sorted[place]) {
                place--;
            }
            tenth[row] = (int) ((long) place * TENTHS / sorted.length);
        }
        return tenth;
    }

    private Interval interval() {
        double z = Normal.z(settings.confidence());
        return new Interval(
                attachment.gamma() - z * attachment.error(),
                attachment.gamma() + z * attachment.error(),
                settings.confidence(),
                "Wald");
    }

    void measure(Map<String, Double> metrics) {
        String key = choices.key() + "/attention";
        metrics.put(key + "/slope", attachment.gamma());
        metrics.put(key + "/slope/lower", interval().lower());
        metrics.put(key + "/slope/upper", interval().upper());
        metrics.put(key + "/effective-number/before", Concentration.of(before).effectiveNumber());
        metrics.put(key + "/effective-number/after", Concentration.of(after).effectiveNumber());
        metrics.put(key + "/new", (double) newValues());
    }

    /// How many choices occur only after the median date.
    private long newValues() {
        return IntStream.range(0, before.length)
                .filter(c -> before[c] == 0 && after[c] > 0)
                .count();
    }

    Finding finding() {
        Interval interval = interval();
        boolean follows = interval.lower() > 0;
        List<List<Object>> rows = new ArrayList<>();
        for (int choice : choices.order()) {
            rows.add(List.of(choices.levels().get(choice), before[choice], after[choice]));
        }
        return new Finding(
                "attention",
                Severity.NOTE,
                follows
                        ? "What was popular stays popular: attention to "
                                + choices.title()
                                + " follows the past."
                        : "Past popularity does not tell which values of "
                                + choices.title()
                                + " are picked later.",
                "A value with twice the records so far is picked "
                        + NumberText.estimate(
                                Math.pow(2, attachment.gamma()),
                                Math.pow(2, interval.lower()),
                                Math.pow(2, interval.upper()))
                        + " times as often after the median of "
                        + time
                        + " (2: in proportion; 1: the past does not matter). "
                        + NumberText.count(newValues())
                        + " values are new; diversity went from "
                        + NumberText.short3(Concentration.of(before).effectiveNumber())
                        + " to "
                        + NumberText.short3(Concentration.of(after).effectiveNumber())
                        + " effective values.",
                Optional.of(
                        Measure.of(
                                "preferential-attachment exponent γ",
                                attachment.gamma(),
                                interval,
                                attachment.events())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Records before and after the median of " + time,
                        List.of(choices.title(), "before", "after"),
                        rows),
                List.of(scatter(), course()));
    }

    private Figure course() {
        int[] filled = IntStream.range(0, TENTHS).filter(i -> Double.isFinite(tenths[i])).toArray();
        double[] x = IntStream.of(filled).mapToDouble(i -> i + 1).toArray();
        // All values of the first tenth are new.
        int[] later = IntStream.of(filled).filter(i -> i > 0).toArray();
        return new Figure.Curves(
                "Where attention goes over time",
                "Share of each tenth of the records, by "
                        + time
                        + ", on the top "
                        + NumberText.short3(settings.top())
                        + "% of values, and on values that no earlier tenth has.",
                "tenth of the records, by " + time,
                "share of records",
                false,
                List.of(
                        new Figure.Curves.Series(
                                "favourites",
                                Hue.REAL,
                                x,
                                IntStream.of(filled).mapToDouble(i -> tenths[i]).toArray(),
                                true),
                        new Figure.Curves.Series(
                                "new values",
                                Hue.FLAGGED,
                                IntStream.of(later).mapToDouble(i -> i + 1).toArray(),
                                IntStream.of(later).mapToDouble(i -> news[i]).toArray(),
                                true)));
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
