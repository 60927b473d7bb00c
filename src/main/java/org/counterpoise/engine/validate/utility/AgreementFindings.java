package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether both tables lead to the same conclusions.
final class AgreementFindings {
    private final Agreement agreement;
    private final UtilitySettings settings;
    private final String outcome;

    AgreementFindings(Agreement agreement, UtilitySettings settings, String outcome) {
        this.agreement = agreement;
        this.settings = settings;
        this.outcome = outcome;
    }

    /// Train on real, test on synthetic.
    Finding realOnSynthetic() {
        Agreement.OnSynthetic synthetic = agreement.onSynthetic();
        return new Finding(
                "trts",
                Severity.NOTE,
                "What a model of real rows makes of the synthetic rows.",
                String.format(
                        Locale.ROOT,
                        "Its %s is %s on synthetic rows and %.3f on real ones. Much higher means"
                                + " that synthetic outcomes are too easy to predict, much lower that"
                                + " the signal was lost.",
                        agreement.metric(),
                        NumberText.short3(synthetic.value()),
                        agreement.real()),
                Optional.of(
                        Measure.of(
                                agreement.metric() + " trained on real, tested on synthetic",
                                synthetic.value(),
                                synthetic.interval(),
                                synthetic.n())),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    Optional<Finding> importance() {
        return agreement.importance().map(this::importance);
    }

    private Finding importance(ImportanceAgreement ranked) {
        int[] order =
                IntStream.range(0, ranked.columns().size())
                        .boxed()
                        .sorted((a, b) -> Double.compare(ranked.real()[b], ranked.real()[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<List<Object>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c : order) {
            names.add(ranked.columns().get(c));
            rows.add(
                    List.of(
                            ranked.columns().get(c),
                            Evidence.cell(ranked.real()[c], 0),
                            Evidence.cell(ranked.synthetic()[c], 0)));
        }
        Evidence table =
                new Evidence(
                        agreement.metric() + " lost on the holdout when a column is shuffled",
                        List.of("column", "trained on real", "trained on synthetic"),
                        rows);
        return new Finding(
                "importance",
                Severity.NOTE,
                "How alike the models rank the columns.",
                String.format(
                        Locale.ROOT,
                        "Kendall's τ of the importance of columns is %s; two models both trained on"
                                + " real rows drawn again reach %s on average, which is what chance"
                                + " leaves to be had.",
                        NumberText.short3(ranked.tau()),
                        NumberText.short3(ranked.attainable())),
                Optional.of(
                        Measure.of(
                                "Kendall's τ of importance",
                                ranked.tau(),
                                ranked.columns().size())),
                Optional.empty(),
                List.of(),
                table,
                List.of(
                        new Figure.Bars(
                                "Importance of columns",
                                "Per column what shuffling it costs the model trained on real and"
                                        + " the model trained on synthetic rows.",
                                agreement.metric() + " lost",
                                false,
                                names,
                                List.of(
                                        bars("real", Hue.REAL, ranked.real(), order),
                                        bars(
                                                "synthetic",
                                                Hue.SYNTHETIC,
                                                ranked.synthetic(),
                                                order)))));
    }

    private static Figure.Bars.Series bars(String name, Hue hue, double[] values, int[] order) {
        return new Figure.Bars.Series(
                name,
                hue,
                IntStream.of(order).mapToDouble(c -> values[c]).toArray(),
                new double[0],
                new double[0]);
    }

    Finding analysis() {
        AnalysisAgreement analysis = agreement.analysis();
        if (!analysis.fitted()) {
            return new Finding(
                    "analysis",
                    Severity.NOTE,
                    "The analysis cannot be compared.",
                    agreement.regression().name()
                            + " of \""
                            + outcome
                            + "\" has no finite estimates in one of the tables: "
                            + agreement.regression().obstacle()
                            + ". Name fewer columns.",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Evidence.none(),
                    List.of());
        }
        List<AnalysisAgreement.Term> differing = analysis.differing(settings.confidence());
        boolean differs = !differing.isEmpty();
        // Added rows are meant to change what the real ones say.
        boolean warns = differs && agreement.compared() == Source.SYNTHETIC;
        String tables = "between real data and " + TaskEvidence.data(agreement.compared());
        return new Finding(
                "analysis",
                warns ? Severity.WARNING : Severity.NOTE,
                differs
                        ? "These coefficients of \""
                                + outcome
                                + "\" differ "
                                + tables
                                + ": "
                                + differing.stream()
                                        .map(AnalysisAgreement.Term::name)
                                        .collect(Collectors.joining(", "))
                                + "."
                        : "No coefficient of \"" + outcome + "\" certainly differs " + tables + ".",
                explanation(analysis),
                Optional.of(
                        Measure.of(
                                "mean overlap of intervals",
                                analysis.meanOverlap(),
                                analysis.terms().size())),
                Optional.empty(),
                warns
                        ? List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE))
                        : List.of(),
                table(analysis),
                List.of(figure(analysis)));
    }

    private String explanation(AnalysisAgreement analysis) {
        return String.format(
                        Locale.ROOT,
                        "%s on both tables, %d coefficients: intervals overlap by"
                                + " %s on average, %s have the same sign, %s are significant in both"
                                + " or in neither. Tests are adjusted for the number of"
                                + " coefficients (Holm).",
                        agreement.regression().name(),
                        analysis.terms().size(),
                        NumberText.percent(analysis.meanOverlap()),
                        NumberText.percent(analysis.share(AnalysisAgreement.Term::sameSign)),
                        NumberText.percent(
                                analysis.share(AnalysisAgreement.Term::sameSignificance)))
                + (analysis.lost().isEmpty()
                        ? ""
                        : " Not in the synthetic data: "
                                + String.join(", ", analysis.lost())
                                + ".");
    }

    private Evidence table(AnalysisAgreement analysis) {
        List<List<Object>> rows = new ArrayList<>();
        for (AnalysisAgreement.Term term : analysis.terms()) {
            rows.add(
                    List.of(
                            term.name(),
                            term.real(),
                            term.realError(),
                            term.synthetic(),
                            term.syntheticError(),
                            term.overlap(),
                            term.difference(),
                            term.p(),
                            term.sameSign(),
                            term.sameSignificance()));
        }
        return new Evidence(
                "Coefficients (" + agreement.regression().unit() + ")",
                List.of(
                        "term",
                        "real",
                        "standard error",
                        agreement.compared().title(),
                        "standard error ",
                        "overlap",
                        "difference in real standard errors",
                        "adjusted p",
                        "same sign",
                        "same significance"),
                rows);
    }

    private Figure figure(AnalysisAgreement analysis) {
        return new Figure.Intervals(
                "Coefficients, " + agreement.compared().title() + " less real",
                "In standard errors of the real coefficient; at 0 both tables agree.",
                "real standard errors",
                false,
                analysis.terms().stream()
                        .map(
                                term -> {
                                    double half =
                                            Normal.z(settings.confidence())
                                                    * Math.hypot(
                                                            term.realError(), term.syntheticError())
                                                    / term.realError();
                                    return new Figure.Intervals.Row(
                                            term.name(),
                                            term.difference(),
                                            term.difference() - half,
                                            term.difference() + half,
                                            0,
                                            term.p() <= 1 - settings.confidence());
                                })
                        .toList(),
                Optional.of(new Figure.Intervals.Reference(0, "agree")),
                Optional.empty());
    }
}
