package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is said about the slices found.
///
/// @param found best first
/// @param searched errors of the rows searched
/// @param kept errors of the rows kept back
/// @param evaluated slices counted
/// @param possible conjunctions that the search ranged over
/// @param support fewest rows of a slice
record SliceFindings(
        Dataset data,
        SliceSettings settings,
        RowErrors errors,
        List<FoundSlice> found,
        double[] searched,
        double[] kept,
        long evaluated,
        double possible,
        int support) {
    private static final double POINT = 0.01;

    /// @param leaders for each slice the one whose finding tells it
    List<Finding> all(int[] leaders) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < leaders.length; i++) {
            if (leaders[i] == i) {
                findings.add(finding(i, leaders));
            }
        }
        findings.add(overview());
        return findings;
    }

    TreeMap<String, Double> metrics() {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("slice/n", (double) searched.length + kept.length);
        metrics.put("slice/error", mean(searched, kept));
        metrics.put("slice/support", (double) support);
        metrics.put("slice/evaluated", (double) evaluated);
        metrics.put("slice/possible", possible);
        metrics.put("slice/found", (double) found.size());
        metrics.put("slice/confirmed", (double) found.stream().filter(FoundSlice::holds).count());
        for (int i = 0; i < found.size(); i++) {
            FoundSlice slice = found.get(i);
            String name = "slice/" + (i + 1) + "/";
            metrics.put(name + "score", slice.slice().score());
            metrics.put(name + "effect-size", slice.searched().effect());
            metrics.put(name + "n", (double) slice.searched().size());
            metrics.put(name + "error", slice.searched().inside());
            metrics.put(name + "adjusted-p", slice.searchedP());
            metrics.put(name + "confirmed/n", (double) slice.confirmed().size());
            metrics.put(name + "confirmed/error", slice.confirmed().inside());
            metrics.put(name + "confirmed/difference", slice.confirmed().difference());
            metrics.put(name + "confirmed/p", slice.confirmed().p());
            metrics.put(name + "confirmed/adjusted-p", slice.confirmedP());
        }
        return metrics;
    }

    String method() {
        return "Slices of at most "
                + settings.conditions()
                + " conditions and at least "
                + NumberText.count(support)
                + " rows were searched in "
                + NumberText.count(searched.length)
                + " rows; "
                + NumberText.count(kept.length)
                + " rows were kept back to confirm them. "
                + NumberText.count(evaluated)
                + " slices were counted, the others of "
                + NumberText.count((long) possible)
                + " could not be among the "
                + settings.slices()
                + " worst. On the rows kept back p-values are one-sided"
                + (errors.wrongOrRight() ? " and exact" : " (Welch)")
                + ", adjusted by Holm over the slices found; on the rows searched they are"
                + " multiplied by all slices searched (Bonferroni).";
    }

    private static double mean(double[] a, double[] b) {
        return (Arrays.stream(a).sum() + Arrays.stream(b).sum()) / (a.length + b.length);
    }

    private String errorText(double value) {
        return errors.wrongOrRight() ? NumberText.percent(value) : NumberText.short3(value);
    }

    private String errorName() {
        return errors.wrongOrRight() ? "error rate" : "mean squared error";
    }

    private String gapText(double value) {
        return errors.wrongOrRight() ? NumberText.points(value) : NumberText.short3(value);
    }

    private Severity severity(FoundSlice slice) {
        if (!slice.holds()) {
            return Severity.NOTE;
        }
        return errors.wrongOrRight()
                        && slice.confirmed().interval().lower() > settings.seriousExcess() * POINT
                ? Severity.SERIOUS
                : Severity.WARNING;
    }

    private Finding finding(int index, int[] leaders) {
        FoundSlice slice = found.get(index);
        List<FoundSlice> variants =
                IntStream.range(0, leaders.length)
                        .filter(i -> leaders[i] == index)
                        .mapToObj(found::get)
                        .toList();
        return new Finding(
                "slice " + (index + 1),
                severity(slice),
                headline(slice),
                explanation(slice, variants.size() - 1),
                Optional.of(
                        Measure.of(
                                        errorName() + " above that of the rest, on rows kept back",
                                        slice.confirmed().difference(),
                                        slice.confirmed().interval(),
                                        slice.confirmed().size())
                                .withTest(
                                        errors.wrongOrRight()
                                                ? "exact test (hypergeometric)"
                                                : "Welch's t-test",
                                        slice.confirmed().p(),
                                        slice.confirmedP())),
                Optional.of(
                        new Threshold(
                                0.05,
                                "p below .05 on rows kept back; serious if the interval lies above "
                                        + NumberText.points(settings.seriousExcess() * POINT),
                                settings.seriousExcess()
                                                == new SliceAudit().defaults().seriousExcess()
                                        ? "convention"
                                        : "convention; excess set by you")),
                remedies(slice),
                evidence("The slice and its close variants", variants),
                List.of(figure(variants, "The slice and its close variants")));
    }

    private String headline(FoundSlice slice) {
        return slice.holds()
                ? "Where "
                        + slice.name()
                        + ", the "
                        + errorName()
                        + " is "
                        + errorText(slice.confirmed().inside())
                        + " against "
                        + errorText(slice.confirmed().outside())
                        + " elsewhere."
                : "Where " + slice.name() + ", more errors were found, but not confirmed.";
    }

    private String explanation(FoundSlice slice, int variants) {
        Excess confirmed = slice.confirmed();
        StringBuilder text = new StringBuilder();
        text.append("Among the rows searched the ")
                .append(errorName())
                .append(" was ")
                .append(errorText(slice.searched().inside()))
                .append(" (n = ")
                .append(NumberText.count(slice.searched().size()))
                .append("), which flatters the search. ");
        if (confirmed.interval().defined()) {
            text.append("On rows kept back it is ")
                    .append(gapText(confirmed.difference()))
                    .append(" above the rest (")
                    .append(NumberText.short3(settings.confidence() * 100))
                    .append("% interval ")
                    .append(gapText(confirmed.interval().lower()))
                    .append(" to ")
                    .append(gapText(confirmed.interval().upper()))
                    .append(", ")
                    .append(NumberText.p(slice.confirmedP()))
                    .append(", Holm-adjusted). ");
        } else {
            text.append("The rows kept back are too few to confirm it. ");
        }
        if (variants > 0) {
            text.append(
                    variants == 1
                            ? "One other slice found is mostly the same rows. "
                            : variants + " other slices found are mostly the same rows. ");
        }
        return text.toString().strip();
    }

    private List<Remedy> remedies(FoundSlice slice) {
        if (!slice.holds()) {
            return List.of();
        }
        List<String> columns = List.copyOf(slice.cell().keySet());
        List<Remedy> remedies = new ArrayList<>();
        if (slice.canBeGenerated(data)) {
            remedies.add(
                    new Remedy(
                            "Generate more rows with " + slice.name(),
                            Remedy.Action.GENERATE,
                            columns,
                            slice.cell()));
        }
        remedies.add(
                new Remedy(
                        "Look at the records with " + slice.name() + " and collect more",
                        Remedy.Action.COLLECT,
                        columns,
                        slice.cell()));
        return remedies;
    }

    private Finding overview() {
        long confirmed = found.stream().filter(FoundSlice::holds).count();
        double overall = mean(searched, kept);
        String headline =
                found.isEmpty()
                        ? "No slice stands out: the "
                                + errorName()
                                + " is "
                                + errorText(overall)
                                + " overall."
                        : NumberText.count(confirmed)
                                + " of the "
                                + NumberText.count(found.size())
                                + " worst slices "
                                + (confirmed == 1 ? "is" : "are")
                                + " confirmed; the "
                                + errorName()
                                + " is "
                                + errorText(overall)
                                + " overall.";
        return new Finding(
                "overview",
                found.isEmpty() ? Severity.OK : Severity.NOTE,
                headline,
                errors.description()
                        + " "
                        + NumberText.count((long) possible)
                        + " slices were searched.",
                Optional.of(Measure.of(errorName(), overall, (long) searched.length + kept.length)),
                Optional.empty(),
                List.of(),
                evidence("The worst slices", found),
                found.isEmpty() ? List.of() : List.of(figure(found, "The worst slices")));
    }

    private Evidence evidence(String caption, List<FoundSlice> slices) {
        List<List<Object>> rows = new ArrayList<>();
        for (FoundSlice slice : slices) {
            Excess s = slice.searched();
            Excess c = slice.confirmed();
            rows.add(
                    List.of(
                            slice.name(),
                            slice.slice().score(),
                            s.size(),
                            Evidence.cell(s.inside(), s.size()),
                            Evidence.cell(s.effect(), s.size()),
                            Evidence.cell(slice.searchedP(), s.size()),
                            c.size(),
                            Evidence.cell(c.inside(), c.size()),
                            Evidence.cell(c.level().lower(), c.size()),
                            Evidence.cell(c.level().upper(), c.size()),
                            Evidence.cell(c.difference(), c.size()),
                            Evidence.cell(slice.confirmedP(), c.size())));
        }
        return new Evidence(
                caption,
                List.of(
                        "slice",
                        "score",
                        "n, searched",
                        errorName() + ", searched",
                        "effect size, searched",
                        "adjusted p, searched",
                        "n, kept back",
                        errorName() + ", kept back",
                        "lower",
                        "upper",
                        "above the rest",
                        "adjusted p"),
                rows,
                slices.stream().map(FoundSlice::cell).toList());
    }

    private Figure figure(List<FoundSlice> slices, String title) {
        List<Figure.Intervals.Row> rows =
                slices.stream()
                        .map(
                                slice ->
                                        new Figure.Intervals.Row(
                                                slice.name(),
                                                slice.confirmed().inside(),
                                                slice.confirmed().level().lower(),
                                                slice.confirmed().level().upper(),
                                                slice.confirmed().size(),
                                                slice.holds()))
                        .toList();
        return new Figure.Intervals(
                title,
                "The "
                        + errorName()
                        + " of each slice on rows kept back, with its interval; confirmed slices"
                        + " are flagged.",
                errorName(),
                errors.wrongOrRight(),
                rows,
                kept.length == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Figure.Intervals.Reference(
                                        Arrays.stream(kept).average().orElse(0), "everyone")),
                Optional.empty());
    }
}
