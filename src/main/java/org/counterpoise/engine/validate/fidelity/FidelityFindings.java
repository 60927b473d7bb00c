package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tells what the comparison found: the score, the worst columns, the associations.
final class FidelityFindings {
    /// A difference that chance alone explains is not flagged, however small the tables.
    private static final double SIGNIFICANCE = 0.05;

    private static final int PAIRS_SHOWN = 50;

    private final Comparison comparison;
    private final FidelitySettings settings;
    private final double[] adjusted;

    FidelityFindings(Comparison comparison, FidelitySettings settings) {
        this.comparison = comparison;
        this.settings = settings;
        this.adjusted =
                Multiplicity.holm(
                        comparison.shapes().stream().mapToDouble(ColumnShape::p).toArray());
    }

    List<Finding> all(Measure measure, Threshold threshold, Verdict verdict, String sentence) {
        List<Finding> findings = new ArrayList<>();
        findings.add(quality(measure, threshold, verdict, sentence));
        worstFirst().stream()
                .filter(this::flagged)
                .limit(settings.shownColumns())
                .forEach(index -> findings.add(column(index)));
        if (!comparison.pairs().isEmpty()) {
            findings.add(associations());
        }
        return findings;
    }

    private List<Integer> worstFirst() {
        return IntStream.range(0, comparison.shapes().size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                        (Integer i) -> sortKey(comparison.shapes().get(i)))
                                .reversed())
                .toList();
    }

    private static double sortKey(ColumnShape shape) {
        return Double.isNaN(shape.distance())
                ? Math.abs(shape.missingDifference())
                : Math.max(shape.distance(), shape.jensenShannon());
    }

    /// Beyond a threshold, by more than chance explains.
    private boolean flagged(int index) {
        ColumnShape shape = comparison.shapes().get(index);
        boolean beyond =
                shape.jensenShannon() > settings.maximumJensenShannon()
                        || shape.similarity() < settings.minimumSimilarity();
        boolean missing = Math.abs(shape.missingDifference()) > 1 - settings.minimumSimilarity();
        return missing || (beyond && adjusted[index] < SIGNIFICANCE);
    }

    private Finding quality(
            Measure measure, Threshold threshold, Verdict verdict, String sentence) {
        Set<String> flagged =
                IntStream.range(0, comparison.shapes().size())
                        .filter(this::flagged)
                        .mapToObj(index -> comparison.shapes().get(index).name())
                        .collect(Collectors.toSet());
        return new Finding(
                "quality",
                Verdicts.severity(verdict),
                sentence,
                flagged.isEmpty()
                        ? "No column differs by more than its threshold and chance allow."
                        : flagged.size()
                                + (flagged.size() == 1 ? " column differs" : " columns differ")
                                + " by more than the thresholds and chance allow.",
                Optional.of(measure),
                Optional.of(threshold),
                verdict == Verdict.PASS
                        ? List.of()
                        : List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE)),
                shapesTable(),
                List.of(FidelityFigures.similarities(worstShapes(), flagged, settings)));
    }

    private List<ColumnShape> worstShapes() {
        return worstFirst().stream().map(comparison.shapes()::get).toList();
    }

    private Evidence shapesTable() {
        List<List<Object>> rows = new ArrayList<>();
        for (int index : worstFirst()) {
            ColumnShape shape = comparison.shapes().get(index);
            long n = comparison.cuts().get(index).synthetic().length;
            rows.add(
                    List.of(
                            shape.name(),
                            shape.numeric() ? "Kolmogorov–Smirnov" : "total variation",
                            Evidence.cell(shape.distance(), n),
                            Evidence.cell(adjusted[index], n),
                            Evidence.cell(shape.jensenShannon(), n),
                            Evidence.cell(shape.hellinger(), n),
                            Evidence.cell(shape.stability(), n),
                            shape.numeric() ? Evidence.cell(shape.wasserstein(), n) : "",
                            Evidence.cell(shape.missingReal(), n),
                            Evidence.cell(shape.missingSynthetic(), n)));
        }
        return new Evidence(
                "Columns, the least similar first",
                List.of(
                        "column",
                        "distance",
                        "value",
                        "p (Holm)",
                        "Jensen–Shannon distance",
                        "Hellinger distance",
                        "population stability index",
                        "Wasserstein (SD)",
                        "missing, real",
                        "missing, synthetic"),
                rows);
    }

    private Finding column(int index) {
        ColumnShape shape = comparison.shapes().get(index);
        CutColumn cut = comparison.cuts().get(index);
        boolean serious =
                shape.jensenShannon() > 2 * settings.maximumJensenShannon()
                        || 1 - shape.similarity() > 4 * (1 - settings.minimumSimilarity());
        Measure measure =
                Measure.of("Jensen–Shannon distance", shape.jensenShannon(), cut.synthetic().length)
                        .withTest(
                                shape.numeric() ? "Kolmogorov–Smirnov" : "chi-square",
                                shape.p(),
                                adjusted[index]);
        return new Finding(
                "column/" + shape.name(),
                serious ? Severity.SERIOUS : Severity.WARNING,
                "The synthetic \"" + shape.name() + "\" is distributed unlike the real one.",
                explanation(shape),
                Optional.of(measure),
                Optional.of(
                        Verdicts.threshold(
                                settings.maximumJensenShannon(),
                                FidelitySettings.DEFAULTS.maximumJensenShannon(),
                                "Jensen–Shannon distance of at most "
                                        + settings.maximumJensenShannon(),
                                "founding guide")),
                List.of(
                        Remedy.of("Try another synthesizer or setting", Action.GENERATE),
                        Remedy.of(
                                "Check how the column was read",
                                Action.CHANGE_ROLES,
                                shape.name())),
                Evidence.none(),
                List.of(FidelityFigures.overlay(cut.column(), 1)));
    }

    private static String explanation(ColumnShape shape) {
        String distance =
                shape.numeric()
                        ? "The largest gap between the two distribution functions is "
                        : "Of the rows, this share would have to change level: ";
        String text =
                Double.isNaN(shape.distance())
                        ? "One of the tables has no values in this column."
                        : distance + decimal(shape.distance()) + ".";
        if (shape.numeric() && !Double.isNaN(shape.wasserstein())) {
            text +=
                    " Values lie "
                            + decimal(shape.wasserstein())
                            + " standard deviations off on average.";
        }
        if (Math.abs(shape.missingDifference()) > 0.005) {
            text +=
                    " Missing: "
                            + percent(shape.missingReal())
                            + " of the real values, "
                            + percent(shape.missingSynthetic())
                            + " of the synthetic.";
        }
        return text;
    }

    private Finding associations() {
        double consistency = 1 - comparison.associationDifference();
        boolean defined = !Double.isNaN(consistency);
        boolean meets = consistency >= settings.minimumConsistency();
        List<PairTrend> worst =
                comparison.pairs().stream()
                        .filter(pair -> !Double.isNaN(pair.difference()))
                        .sorted(Comparator.comparingDouble(PairTrend::difference).reversed())
                        .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(FidelityFigures.differences(comparison));
        for (PairTrend pair : worst) {
            if (comparison.cuts().get(pair.first()).column() instanceof AlignedColumn.Numbers x
                    && comparison.cuts().get(pair.second()).column()
                            instanceof AlignedColumn.Numbers y) {
                figures.add(FidelityFigures.scatter(x, y));
                break;
            }
        }
        return new Finding(
                "associations",
                !defined ? Severity.NOTE : meets ? Severity.OK : Severity.WARNING,
                !defined
                        ? "No pair of columns has an association in both tables."
                        : meets
                                ? "Columns hang together in the synthetic data as in the real."
                                : "Some columns hang together differently in the synthetic data.",
                worst.isEmpty() ? "" : largest(worst.getFirst()),
                Optional.of(
                        Measure.of(
                                "correlation consistency (1 − mean |Δ association|)",
                                consistency,
                                worst.size())),
                Optional.of(
                        Verdicts.threshold(
                                settings.minimumConsistency(),
                                FidelitySettings.DEFAULTS.minimumConsistency(),
                                "correlation consistency of at least "
                                        + settings.minimumConsistency(),
                                "founding guide")),
                meets || !defined
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Use a synthesizer that models dependence",
                                        Action.GENERATE)),
                pairsTable(worst),
                figures);
    }

    private String largest(PairTrend pair) {
        return "The largest difference is between \""
                + comparison.cuts().get(pair.first()).name()
                + "\" and \""
                + comparison.cuts().get(pair.second()).name()
                + "\": "
                + pair.kind().measure()
                + " is "
                + decimal(pair.real())
                + " in the real data and "
                + decimal(pair.synthetic())
                + " in the synthetic.";
    }

    private Evidence pairsTable(List<PairTrend> worst) {
        List<List<Object>> rows = new ArrayList<>();
        for (PairTrend pair : worst.subList(0, Math.min(PAIRS_SHOWN, worst.size()))) {
            boolean numeric = pair.kind() == PairTrend.Kind.NUMERIC;
            rows.add(
                    List.of(
                            comparison.cuts().get(pair.first()).name(),
                            comparison.cuts().get(pair.second()).name(),
                            pair.kind().measure(),
                            pair.real(),
                            pair.synthetic(),
                            pair.difference(),
                            numeric ? Evidence.cell(pair.spearmanReal(), 0) : "",
                            numeric ? Evidence.cell(pair.spearmanSynthetic(), 0) : "",
                            Evidence.cell(pair.informationReal(), 0),
                            Evidence.cell(pair.informationSynthetic(), 0),
                            Evidence.cell(pair.similarity(), 0),
                            pair.counted()));
        }
        return new Evidence(
                "Pairs of columns, the largest difference first",
                List.of(
                        "column",
                        "column 2",
                        "association",
                        "real",
                        "synthetic",
                        "difference",
                        "Spearman, real",
                        "Spearman, synthetic",
                        "mutual information (nats), real",
                        "mutual information, synthetic",
                        "similarity",
                        "counts towards quality"),
                rows);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
