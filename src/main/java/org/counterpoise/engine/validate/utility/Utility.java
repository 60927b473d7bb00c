package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.DownstreamInput;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.List;

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
        return DownstreamInput.applicability(input);
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
