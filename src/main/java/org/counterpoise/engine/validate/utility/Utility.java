package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.List;
import java.util.Optional;

/// Trains a model on synthetic rows and tests it on the real holdout (TSTR), beside the same model
/// trained on real rows (TRTR) and on both (augmented).
public final class Utility implements Validator<UtilitySettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "utility",
                    "Train on synthetic, test on real",
                    "Can a model learn from the synthetic data what it learns from the real data?",
                    "Trains the same model on the real, the synthetic and both tables and judges"
                            + " all three on locked real rows, for everyone and per subgroup.",
                    "When the synthetic data is meant for developing predictive models. Needs an"
                            + " outcome and a holdout.",
                    List.of(
                            "judged on real rows that nothing was fitted on",
                            "shows for whom the synthetic data fails",
                            "shows whether adding synthetic rows helps"),
                    List.of(
                            "one outcome: other uses of the data are not judged",
                            "a ratio of AUCs is lenient, since 0.5 is reached by chance",
                            "one synthetic table: the generator's own randomness is not in the"
                                    + " interval"),
                    "Esteban, Hyland and Rätsch 2017, Real-valued (medical) time series generation"
                            + " with recurrent conditional GANs, doi:10.48550/arXiv.1706.02633");

    @Override
    public MethodCard card() {
        return CARD;
    }

    /// 2: models of many unequal levels are fitted to the end.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public UtilitySettings defaults() {
        return UtilitySettings.DEFAULTS;
    }

    @Override
    public Pillar pillar() {
        return Pillar.UTILITY;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        if (input.synthetic().rows() == 0) {
            return Applicability.missing("the synthetic table has no rows.");
        } else if (input.training().rows() == 0) {
            return Applicability.missing("the real table has no rows.");
        }
        Optional<ColumnInfo> outcome = input.training().schema().outcome();
        if (outcome.isEmpty()) {
            return Applicability.missing(
                    "no column is marked as the outcome; mark one in the data step.");
        } else if (input.holdout().map(Dataset::rows).orElse(0) == 0) {
            return Applicability.missing(
                    "there is no holdout; split one off in the data step before generating.");
        }
        return twoClasses(input, outcome.get().name());
    }

    private static Applicability twoClasses(ValidationInput input, String outcome) {
        Dataset holdout = input.holdout().orElseThrow();
        if (input.training().column(outcome) instanceof Column.Texts) {
            return Applicability.missing("the outcome \"" + outcome + "\" is free text.");
        } else if (!holdout.schema().has(outcome)) {
            return Applicability.missing("the holdout has no column \"" + outcome + "\".");
        }
        String positive;
        try {
            positive = BinaryOutcome.of(input.training(), outcome).positive();
        } catch (UserProblem problem) {
            return Applicability.missing(problem.what() + " " + problem.remedy());
        }
        for (Dataset real : List.of(input.training(), holdout)) {
            byte[] values = Trial.labels(real, outcome, positive).values();
            boolean yes = false;
            boolean no = false;
            for (byte value : values) {
                yes |= value == 1;
                no |= value == 0;
            }
            if (!yes || !no) {
                return Applicability.missing(
                        "\""
                                + real.name()
                                + "\" has rows of one outcome only, so a model of \""
                                + outcome
                                + "\" cannot be judged.");
            }
        }
        return Applicability.READY;
    }

    @Override
    public Validation run(
            ValidationInput input, UtilitySettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        AlignedTables tables =
                AlignedTables.of(
                        List.of(
                                input.training(),
                                input.synthetic(),
                                input.holdout().orElseThrow()));
        List<String> predictors =
                tables.columns().stream()
                        .filter(column -> column.info().role().predictor())
                        .map(AlignedColumn::name)
                        .toList();
        if (predictors.isEmpty()) {
            return Verdicts.leftOut(this, "no column may be used to predict the outcome.");
        }
        String outcome = input.training().schema().outcome().orElseThrow().name();
        String positive = BinaryOutcome.of(input.training(), outcome).positive();
        Trial trial = Trial.run(tables, outcome, positive, predictors, settings, seed, progress);
        if (Double.isNaN(trial.overall().estimate(Judged.TRTR, RankedScores.AUC))) {
            return Verdicts.leftOut(this, "no model could be trained on the real rows.");
        }
        return new UtilityVerdict(trial, settings, outcome, tables.notes()).validation(CARD);
    }
}
