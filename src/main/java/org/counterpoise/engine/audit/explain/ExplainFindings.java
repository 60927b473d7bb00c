package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about the model: what it leans on, and whether on protected attributes.
record ExplainFindings(
        Explained explained,
        List<Leaning> leanings,
        List<Dependence> curves,
        Grouping grouping,
        ExplainSettings settings) {
    private static final int NAMED = 3;
    private static final double PERCENT = 0.01;

    /// The findings on protected attributes, then that on the model.
    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        leanings.forEach(leaning -> findings.add(leaning(leaning)));
        findings.add(model());
        return findings;
    }

    private Target target() {
        return explained.fitted().target();
    }

    private String outcome() {
        return target().column().title();
    }

    // ---- protected attributes ---------------------------------------------------------------

    private boolean leans(Leaning leaning) {
        return leaning.change() >= settings.points() * PERCENT
                && leaning.adjusted() < settings.level();
    }

    /// A share of the scale in its unit: "4.2 points" or "0.31".
    private String size(double share) {
        return target().binary()
                ? NumberText.fixed(share / PERCENT, 1) + " percentage points"
                : NumberText.short3(share * target().range());
    }

    private Finding leaning(Leaning leaning) {
        String title = explained.title(leaning.column());
        boolean leans = leans(leaning);
        boolean needs = leaning.adjusted() < settings.level();
        String headline =
                leans
                        ? "A model of "
                                + outcome()
                                + " leans on "
                                + title
                                + ": another value of it alone moves the "
                                + target().valueName()
                                + " by "
                                + size(leaning.change())
                                + " on average."
                        : "A model of "
                                + outcome()
                                + " does not lean on "
                                + title
                                + (needs ? " enough to matter." : " beyond chance.");
        return new Finding(
                "leaning/" + explained.fitted().columns().get(leaning.column()).name(),
                leans ? Severity.WARNING : Severity.OK,
                headline,
                "Another value of it, taken from a random row, moves what the model says by "
                        + size(leaning.change())
                        + " on average. Without it, models of the same rows have an "
                        + target().skillName()
                        + " of "
                        + NumberText.short3(leaning.skill())
                        + " instead of "
                        + NumberText.short3(explained.skill())
                        + "; "
                        + (needs
                                ? "they are worse by more than chance ("
                                : "they are not worse by more than chance (")
                        + NumberText.p(leaning.adjusted())
                        + ")."
                        + (leans
                                ? " Whether it may count is a question of the use, not of the"
                                        + " data."
                                : ""),
                Optional.of(
                        Measure.of("mean change", leaning.change(), leaning.people())
                                .withTest("test of mean losses", leaning.p(), leaning.adjusted())),
                Optional.of(
                        new Threshold(
                                settings.points() * PERCENT,
                                "a mean change under "
                                        + size(settings.points() * PERCENT)
                                        + ", or one within chance",
                                settings.points() == new ExplainAudit().defaults().points()
                                        ? "our default"
                                        : "set by you")),
                leans
                        ? List.of(
                                Remedy.of(
                                        "Look whether other columns give "
                                                + title
                                                + " away, before leaving it out",
                                        Remedy.Action.AUDIT))
                        : List.of(),
                Evidence.none(),
                List.of());
    }

    // ---- the model --------------------------------------------------------------------------

    private Finding model() {
        int[] ranked = explained.ranked();
        List<String> leaders =
                IntStream.of(ranked)
                        .filter(c -> explained.meanShap(c) > 0)
                        .limit(NAMED)
                        .mapToObj(explained::title)
                        .toList();
        return new Finding(
                "model",
                Severity.NOTE,
                leaders.isEmpty()
                        ? "No column helps a model of " + outcome() + "."
                        : "A model of "
                                + outcome()
                                + " leans most on "
                                + String.join(", ", leaders)
                                + ".",
                "Of rows that it has not seen it has an "
                        + target().skillName()
                        + " of "
                        + NumberText.short3(explained.skill())
                        + ". A column's Shapley value for a row is how much it moves what the model"
                        + " says, averaged over all orders in which columns can become known; it"
                        + " tells of the model, not of causes.",
                Optional.of(measure()),
                Optional.empty(),
                List.of(),
                importance(ranked),
                figures(ranked));
    }

    private Measure measure() {
        int rows = explained.fitted().rows().length;
        return target().binary()
                ? Measure.of(
                        "AUC",
                        explained.skill(),
                        target().roc(explained.scores()).interval(settings.confidence()),
                        rows)
                : Measure.of("R²", explained.skill(), rows);
    }

    private Evidence importance(int[] ranked) {
        int rows = explained.fitted().rows().length;
        return new Evidence(
                "Importance of each column",
                List.of(
                        "column",
                        "mean |SHAP| (" + target().unit() + ")",
                        target().skillName() + " lost if shuffled"),
                IntStream.of(ranked)
                        .mapToObj(
                                c ->
                                        List.<Object>of(
                                                explained.title(c),
                                                explained.meanShap(c),
                                                Evidence.cell(explained.shuffled()[c], rows)))
                        .toList());
    }

    private List<Figure> figures(int[] ranked) {
        ExplainFigures figures = new ExplainFigures(explained, grouping);
        List<Figure> all = new ArrayList<>();
        all.add(
                figures.bars(
                        "What a model of " + outcome() + " leans on",
                        "mean |SHAP| (" + target().unit() + ")",
                        ranked,
                        IntStream.range(0, ranked.length)
                                .mapToDouble(explained::meanShap)
                                .toArray()));
        for (Dependence curve : curves) {
            if (!curve.lines().isEmpty() && curve.grid().rows().length > 0) {
                all.add(figures.curve(curve));
                figures.points(curve.column()).ifPresent(all::add);
            }
        }
        return all;
    }
}
