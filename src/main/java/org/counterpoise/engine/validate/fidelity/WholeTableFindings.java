package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whether the tables can be told apart as wholes, and by which columns.
final class WholeTableFindings {
    /// Above this area even the lower limit says that most pairs are told apart.
    private static final double SERIOUS = 0.8;

    private static final int COLUMNS_SHOWN = 10;
    private static final int COLUMNS_NAMED = 3;
    private static final double SIGNIFICANCE = 0.05;

    private final WholeTable whole;
    private final FidelitySettings settings;

    WholeTableFindings(WholeTable whole, FidelitySettings settings) {
        this.whole = whole;
        this.settings = settings;
    }

    List<Finding> all() {
        return List.of(
                distinguishability(),
                propensity(),
                tree(),
                new SupportFinding(whole.support(), whole.held(), settings.confidence()).finding());
    }

    private Finding distinguishability() {
        Distinguishability best = whole.best();
        boolean apart = best.interval().lower() > settings.maximumAuc();
        return new Finding(
                "distinguishability",
                Double.isNaN(best.auc())
                        ? Severity.NOTE
                        : !apart
                                ? Severity.OK
                                : best.interval().lower() > SERIOUS
                                        ? Severity.SERIOUS
                                        : Severity.WARNING,
                Double.isNaN(best.auc())
                        ? "No model could be fitted to tell synthetic rows from real ones."
                        : apart
                                ? "A model can tell synthetic rows from real ones."
                                : "No model tells synthetic rows from real ones beyond the limit.",
                explanation(best, apart),
                Optional.of(
                        Measure.of(
                                "distinguishability AUC (" + name(best.learner()) + ")",
                                best.auc(),
                                best.interval(),
                                best.rows())),
                Optional.of(
                        Verdicts.threshold(
                                settings.maximumAuc(),
                                FidelitySettings.DEFAULTS.maximumAuc(),
                                "AUC of at most " + settings.maximumAuc() + " (0.5 is chance)",
                                "ours: no limit is agreed in the field")),
                apart ? remedies() : List.of(),
                modelsTable(),
                Stream.concat(giveAways().stream(), whole.overlays().stream()).toList());
    }

    private Optional<Figure> giveAways() {
        List<Distinguishability.Importance> most =
                whole.models().getLast().importance().stream().limit(COLUMNS_SHOWN).toList();
        if (most.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figure.Bars(
                        "What tells synthetic rows from real ones",
                        "Mean absolute Shapley value of each column under boosted trees that have"
                                + " not seen the row. Where the area under their ROC curve is near"
                                + " 0.5, these columns give nothing away.",
                        "mean |SHAP| (log-odds)",
                        false,
                        most.stream().map(Distinguishability.Importance::column).toList(),
                        List.of(
                                new Figure.Bars.Series(
                                        "mean |SHAP|",
                                        Hue.SYNTHETIC,
                                        most.stream()
                                                .mapToDouble(Distinguishability.Importance::shap)
                                                .toArray(),
                                        new double[0],
                                        new double[0]))));
    }

    private static List<Remedy> remedies() {
        return List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE));
    }

    private String explanation(Distinguishability best, boolean apart) {
        if (Double.isNaN(best.auc())) {
            return "At least two rows of each table and one column that varies are needed.";
        }
        String text =
                "Shown a real and a synthetic row it has not seen, the model picks the synthetic"
                        + " one "
                        + percent(best.auc())
                        + " of the time; half would be chance.";
        List<String> columns =
                whole.models().getLast().importance().stream()
                        .filter(importance -> importance.shap() > 0)
                        .limit(COLUMNS_NAMED)
                        .map(importance -> "\"" + importance.column() + "\"")
                        .toList();
        return apart && !columns.isEmpty()
                ? text + " What gives them away most: " + String.join(", ", columns) + "."
                : text;
    }

    private Evidence modelsTable() {
        List<List<Object>> rows = new ArrayList<>();
        for (Distinguishability model : whole.models()) {
            rows.add(
                    List.of(
                            name(model.learner()),
                            "all columns",
                            Evidence.cell(model.auc(), model.rows()),
                            Evidence.cell(model.interval().lower(), model.rows()),
                            Evidence.cell(model.interval().upper(), model.rows()),
                            "",
                            ""));
            for (Distinguishability.Importance importance : model.importance()) {
                rows.add(
                        List.of(
                                name(model.learner()),
                                importance.column() + " shuffled",
                                model.auc() - importance.loss(),
                                "",
                                "",
                                importance.loss(),
                                importance.shap()));
            }
        }
        return new Evidence(
                "Area under the ROC curve, what shuffling a column costs of it, and its mean |SHAP| in"
                        + " log-odds",
                List.of("model", "columns", "AUC", "lower", "upper", "lost", "mean |SHAP|"),
                rows);
    }

    private Finding propensity() {
        Propensity propensity = whole.propensity();
        double ratio = propensity.standardised();
        boolean defined = !Double.isNaN(ratio);
        boolean beyond = ratio > settings.maximumPmseRatio();
        return new Finding(
                "propensity",
                !defined ? Severity.NOTE : beyond ? Severity.WARNING : Severity.OK,
                !defined
                        ? "No column varies, so that there is no propensity score."
                        : beyond
                                ? "Averages and shares differ by more than a correct synthesis"
                                        + " would let them."
                                : "Averages and shares differ no more than synthesis allows.",
                defined
                        ? String.format(
                                Locale.ROOT,
                                "The propensity error is %.1f times what a correct synthesis is"
                                        + " expected to have. Main effects alone are looked at:"
                                        + " what columns do together does not show here.",
                                ratio)
                        : "",
                Optional.of(
                        Measure.of("standardised pMSE (main effects)", ratio, propensity.rows())),
                Optional.of(
                        Verdicts.threshold(
                                settings.maximumPmseRatio(),
                                FidelitySettings.DEFAULTS.maximumPmseRatio(),
                                "standardised pMSE of at most " + settings.maximumPmseRatio(),
                                "Raab, Nowok and Dibben 2021, arXiv:2109.12717")),
                beyond ? remedies() : List.of(),
                propensityTable(propensity),
                List.of());
    }

    private Finding tree() {
        TreePropensity tree = whole.tree();
        boolean defined = !Double.isNaN(tree.standardised());
        boolean beyond =
                tree.standardised() > settings.maximumPmseRatio() && tree.p() < SIGNIFICANCE;
        return new Finding(
                "propensity-tree",
                !defined ? Severity.NOTE : beyond ? Severity.WARNING : Severity.OK,
                !defined
                        ? "No tree grows on shuffled rows, so that there is nothing to compare with."
                        : beyond
                                ? "What columns do together differs by more than a correct"
                                        + " synthesis would let it."
                                : "What columns do together differs no more than synthesis allows.",
                defined
                        ? String.format(
                                Locale.ROOT,
                                "The propensity error of a tree is %.1f times what a correct"
                                        + " synthesis is expected to have; a fresh sample of the"
                                        + " population has 2. A tree sees what main effects do not.",
                                tree.standardised())
                        : "",
                Optional.of(
                        Measure.of("standardised pMSE (CART)", tree.standardised(), tree.rows())
                                .withTest(
                                        "permutation, " + TreePropensity.SHUFFLES + " shuffles",
                                        tree.p(),
                                        tree.p())),
                Optional.of(
                        Verdicts.threshold(
                                settings.maximumPmseRatio(),
                                FidelitySettings.DEFAULTS.maximumPmseRatio(),
                                "standardised pMSE of at most " + settings.maximumPmseRatio(),
                                "Raab, Nowok and Dibben 2021, arXiv:2109.12717")),
                beyond ? remedies() : List.of(),
                new Evidence(
                        "Utility of the whole table, classification tree",
                        List.of("measure", "value"),
                        List.of(
                                List.of("pMSE", Evidence.cell(tree.pmse(), tree.rows())),
                                List.of(
                                        "standardised pMSE",
                                        Evidence.cell(tree.standardised(), tree.rows())),
                                List.of("SPECKS", Evidence.cell(tree.specks(), tree.rows())),
                                List.of("Mann–Whitney U", Evidence.cell(tree.u(), tree.rows())),
                                List.of("rows of both tables", tree.rows()))),
                List.of());
    }

    private static Evidence propensityTable(Propensity propensity) {
        long n = propensity.rows();
        return new Evidence(
                "Utility of the whole table, logistic model of main effects",
                List.of("measure", "value"),
                List.of(
                        List.of("pMSE", Evidence.cell(propensity.pmse(), n)),
                        List.of("standardised pMSE", Evidence.cell(propensity.standardised(), n)),
                        List.of("degrees of freedom", propensity.degreesOfFreedom()),
                        List.of("SPECKS", Evidence.cell(propensity.specks(), n)),
                        List.of("Mann–Whitney U", Evidence.cell(propensity.u(), n)),
                        List.of("rows of both tables", n)));
    }

    private static String name(Learner learner) {
        return switch (learner) {
            case LOGISTIC_REGRESSION -> "logistic regression";
            case GRADIENT_BOOSTING -> "gradient boosting";
            case RANDOM_FOREST -> "random forest";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
