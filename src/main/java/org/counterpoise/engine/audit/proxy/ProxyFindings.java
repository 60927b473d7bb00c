package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said about proxies.
record ProxyFindings(Dataset data, ProxyStudy study, ProxySettings settings) {
    private static final int NAMED = 3;

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (ProxyStudy.Told told : study.told()) {
            all.add(detection(told));
            told.carriers().ifPresent(carriers -> all.add(without(told, carriers)));
        }
        if (all.isEmpty()) {
            all.add(nothing());
        }
        return all;
    }

    private Finding nothing() {
        return new Finding(
                "none",
                Severity.NOTE,
                "No protected attribute has two groups that are large enough to be told apart.",
                "Groups with fewer than "
                        + settings.smallestGroup()
                        + " rows are not looked at; merge levels or choose bands in the data step.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    // ---- whether ----------------------------------------------------------------------------

    private Finding detection(ProxyStudy.Told told) {
        boolean better = told.smallestP() <= settings.level();
        boolean away = told.givenAway(settings);
        Estimate auc = told.auc().estimate(settings.confidence());
        String title = told.attribute().title();
        String source =
                told.score()
                        .map(score -> "\"" + score.title() + "\" tells ")
                        .orElse("Other columns tell ");
        String headline =
                better
                        ? source
                                + title
                                + (away ? "" : " a little")
                                + ": AUC "
                                + NumberText.short3(auc.value())
                                + best(told)
                                + "."
                        : told.score()
                                        .map(score -> "\"" + score.title() + "\" does")
                                        .orElse("Other columns do")
                                + " not tell "
                                + title
                                + " better than chance: AUC "
                                + NumberText.short3(auc.value())
                                + ".";
        Measure measure =
                Measure.of("AUC", auc.value(), auc.interval(), auc.n())
                        .withTest("permutation", Double.NaN, told.smallestP());
        List<Figure> figures = new ArrayList<>();
        ProxyFigures pictures = new ProxyFigures(study, settings);
        told.carriers().ifPresent(carriers -> figures.add(pictures.shap(told, carriers)));
        figures.add(pictures.curves(told));
        return new Finding(
                (told.score().isPresent() ? "score/" + told.score().get().name() + "/" : "auc/")
                        + told.attribute().column(),
                away ? Severity.WARNING : better ? Severity.NOTE : Severity.OK,
                headline,
                explanation(told, better, away),
                Optional.of(measure),
                Optional.of(
                        new Threshold(
                                settings.highest(),
                                "AUC below " + NumberText.short3(settings.highest()),
                                "set by Counterpoise")),
                away ? remedies(told) : List.of(),
                told.carriers()
                        .map(carriers -> carrierTable(told, carriers))
                        .orElseGet(() -> groupTable(told)),
                figures);
    }

    /// Which of several groups is told best.
    private static String best(ProxyStudy.Told told) {
        if (told.p().length < 2) {
            return "";
        }
        int best = 0;
        for (int t = 1; t < told.p().length; t++) {
            best = told.byTarget().get(t).value() > told.byTarget().get(best).value() ? t : best;
        }
        return " on average, "
                + told.attribute().label(best)
                + " best with "
                + NumberText.short3(told.byTarget().get(best).value());
    }

    private String explanation(ProxyStudy.Told told, boolean better, boolean away) {
        String meaning =
                "An AUC of 0.5 is guessing and 1 is certainty; shuffled attributes reach as much with "
                        + NumberText.p(told.smallestP())
                        + ", adjusted for all tests. ";
        if (!better) {
            return meaning
                    + "Leaving the attribute out of a model then keeps the model from knowing it.";
        }
        if (told.score().isPresent()) {
            return meaning
                    + "Whoever acts on this score treats groups differently, rightly if the outcome"
                    + " differs between them as much; the audit of performance tells by outcome.";
        }
        return meaning
                + (away
                        ? "A model can rebuild the attribute though it is left out. "
                        : "What is told is less than the AUC that you set as a limit. ")
                + told.carriers().map(this::leaders).orElse("");
    }

    private String leaders(Carriers carriers) {
        List<String> names =
                leading(carriers).stream().map(carrier -> title(carrier.column())).toList();
        return names.isEmpty()
                ? "No column stands out."
                : "It leans most on " + listed(names) + ".";
    }

    private List<Remedy> remedies(ProxyStudy.Told told) {
        if (told.score().isPresent()) {
            return List.of(
                    Remedy.of(
                            "Compare the score's errors between groups",
                            Remedy.Action.AUDIT,
                            told.score().get().name()));
        }
        List<String> columns =
                told.carriers().map(this::leading).orElse(List.of()).stream()
                        .map(carrier -> study.columns().get(carrier.column()).name())
                        .toList();
        return List.of(
                new Remedy(
                        "Leave out or coarsen the columns that carry it",
                        Remedy.Action.CHANGE_ROLES,
                        columns,
                        Map.of()),
                new Remedy(
                        "Repair these columns so that groups look alike",
                        Remedy.Action.MITIGATE,
                        columns,
                        Map.of()));
    }

    /// The few columns that a model of the attribute leans on most.
    private List<Carriers.Carrier> leading(Carriers carriers) {
        return carriers.ranked().stream()
                .filter(carrier -> carrier.shap() > 0)
                .limit(NAMED)
                .toList();
    }

    private Evidence groupTable(ProxyStudy.Told told) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int t = 0; t < told.p().length; t++) {
            Estimate one = told.byTarget().get(t);
            rows.add(
                    List.of(
                            told.attribute().label(t),
                            one.count(),
                            Evidence.cell(one.value(), one.n()),
                            Evidence.cell(one.interval().lower(), one.n()),
                            Evidence.cell(one.interval().upper(), one.n()),
                            told.p()[t]));
            cells.add(Map.of(told.attribute().column(), told.attribute().label(t)));
        }
        return new Evidence(
                "How well each group is told from the others",
                List.of("group", "rows", "AUC", "lower", "upper", "adjusted p"),
                rows,
                cells);
    }

    private Evidence carrierTable(ProxyStudy.Told told, Carriers carriers) {
        List<String> head =
                new ArrayList<>(
                        List.of(
                                "column",
                                "AUC alone",
                                "association",
                                "mean |SHAP|",
                                "AUC lost if shuffled",
                                "AUC lost if left out"));
        study.usefulness().ifPresent(u -> head.add(u.outcome() + ": AUC lost if left out"));
        List<List<Object>> rows = new ArrayList<>();
        for (Carriers.Carrier carrier : carriers.ranked()) {
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    title(carrier.column()),
                                    Evidence.cell(carrier.alone(), study.sampled()),
                                    association(told.attribute(), carrier.column()),
                                    carrier.shap(),
                                    Evidence.cell(carrier.shuffled(), study.sampled()),
                                    Evidence.cell(carrier.leftOut(), study.sampled())));
            study.usefulness()
                    .ifPresent(
                            u ->
                                    row.add(
                                            Evidence.cell(
                                                    u.lost().get(carrier.column()).difference(),
                                                    study.sampled())));
            rows.add(row);
        }
        return new Evidence(
                "What each column gives away; association is Cramér's V, or the correlation ratio of"
                        + " a number",
                head,
                rows);
    }

    private Object association(Attribute attribute, int column) {
        String name = study.columns().get(column).name();
        double value =
                switch (data.column(name)) {
                    case Column.Codes codes ->
                            Association.cramersV(attribute.codes(), codes.codes());
                    case Column.Numbers numbers ->
                            Association.correlationRatio(attribute.codes(), numbers.values());
                    case Column.Texts _ -> Double.NaN;
                };
        return Evidence.cell(value, data.rows());
    }

    // ---- without ----------------------------------------------------------------------------

    private Finding without(ProxyStudy.Told told, Carriers carriers) {
        String title = told.attribute().title();
        List<Carriers.Step> steps = carriers.steps();
        String headline;
        if (steps.isEmpty()) {
            headline = "Only one column tells " + title + ".";
        } else {
            int few = Math.min(NAMED, steps.size());
            List<String> names =
                    steps.subList(0, few).stream().map(step -> title(step.column())).toList();
            headline =
                    "Without "
                            + listed(names)
                            + " the AUC for "
                            + title
                            + " drops from "
                            + NumberText.short3(carriers.auc().value())
                            + " to "
                            + NumberText.short3(steps.get(few - 1).auc().value())
                            + ".";
        }
        List<Figure> figures = new ArrayList<>();
        ProxyFigures pictures = new ProxyFigures(study, settings);
        if (!steps.isEmpty()) {
            figures.add(pictures.ablation(told, carriers));
        }
        study.usefulness().ifPresent(u -> figures.add(pictures.trade(told, carriers, u)));
        return new Finding(
                "without/" + told.attribute().column(),
                Severity.NOTE,
                headline,
                remaining(carriers) + lost(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                stepTable(carriers),
                figures);
    }

    private String remaining(Carriers carriers) {
        int count = carriers.steps().size();
        String columns = count == 1 ? "1 column" : count + " columns";
        return "Columns are left out one after the other, each time the one that the model then"
                + " leans on most. "
                + (count == 0
                        ? ""
                        : carriers.chance()
                                ? "After " + columns + " no more is left than chance. "
                                : "After " + columns + " the attribute can still be told. ");
    }

    private String lost() {
        return study.usefulness()
                .map(
                        u ->
                                "With all columns "
                                        + u.outcome()
                                        + " is predicted with an AUC of "
                                        + NumberText.short3(u.auc().value())
                                        + "; a column that gives much away and adds little to that"
                                        + " can go.")
                .orElse("Mark an outcome of two classes to see what it would lose.");
    }

    private Evidence stepTable(Carriers carriers) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("all columns", carriers.auc().estimate(settings.confidence())));
        for (Carriers.Step step : carriers.steps()) {
            rows.add(
                    row(
                            "without " + title(step.column()),
                            step.auc().estimate(settings.confidence())));
        }
        return new Evidence(
                "Columns left out one after the other",
                List.of("step", "AUC", "lower", "upper"),
                rows);
    }

    private static List<Object> row(String name, Estimate auc) {
        return List.of(
                name,
                Evidence.cell(auc.value(), auc.n()),
                Evidence.cell(auc.interval().lower(), auc.n()),
                Evidence.cell(auc.interval().upper(), auc.n()));
    }

    private String title(int column) {
        ColumnInfo info = study.columns().get(column);
        return info.title();
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
