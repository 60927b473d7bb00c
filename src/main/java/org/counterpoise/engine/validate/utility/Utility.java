package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.Predictor;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.DownstreamInput;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                            "shows whether adding synthetic rows helps, and how many it takes"),
                    List.of(
                            "one outcome, yes or no, a number or a time to an event: other uses of"
                                    + " the data are not judged",
                            "a ratio of AUCs or of Harrell's C is lenient, since 0.5 is reached by"
                                    + " chance",
                            "one synthetic table: another fit of the generator may do better or"
                                    + " worse"),
                    "Esteban, Hyland and Rätsch 2017, Real-valued (medical) time series generation"
                            + " with recurrent conditional GANs, doi:10.48550/arXiv.1706.02633;"
                            + " Schuirmann 1987, two one-sided tests, doi:10.1007/BF01068419; Karr"
                            + " et al. 2006, overlap of intervals, doi:10.1198/000313006X124640");
    private static final int REFERENCES = 5;

    @Override
    public MethodCard card() {
        return CARD;
    }

    /// 5: outcomes that are numbers and times to an event are judged as such, rows that complete
    /// real ones together with them; where real rows predict nothing it cannot tell.
    @Override
    public int version() {
        return 5;
    }

    @Override
    public UtilitySettings defaults() {
        return UtilitySettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("replicates", 50, "refits", 5, "refitRows", 500, "curvePoints", 0);
    }

    @Override
    public Pillar pillar() {
        return Pillar.UTILITY;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        Applicability present = DownstreamInput.present(input);
        return present.ready() && OutcomeKind.of(input.training()) != OutcomeKind.NUMBER
                ? DownstreamInput.applicability(input)
                : present;
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
        if (tables.columns().stream().noneMatch(c -> c.info().role().predictor())) {
            return Verdicts.leftOut(this, "no column may be used to predict the outcome.");
        }
        if (OutcomeKind.of(input.training()) != OutcomeKind.CLASSES) {
            return OtherOutcomes.validation(this, input, tables, settings, seed, progress);
        }
        String outcome = input.training().schema().outcome().orElseThrow().name();
        String positive = BinaryOutcome.of(input.training(), outcome).positive();
        Downstream downstream = DownstreamInput.of(tables, outcome, positive);
        List<String> notes = new ArrayList<>(tables.notes());
        List<JudgedRows> rows =
                JudgedRows.of(
                        downstream.holdout(), downstream.truth(), settings.groupRows(), 1, notes);
        Trial trial =
                Trial.run(
                        downstream,
                        rows,
                        plan(settings, settings.learner(), settings.refits()),
                        seed,
                        progress.part(0, 0.7));
        if (trial.problem(Source.REAL).isPresent()) {
            return Verdicts.leftOut(this, "no model could be trained on the real rows.");
        }
        Evidence others =
                settings.allModels()
                        ? OtherModels.table(
                                downstream,
                                rows.subList(0, 1),
                                learner -> plan(settings, learner, 0),
                                settings,
                                seed,
                                progress.part(0.7, 0.8))
                        : Evidence.none();
        Source judged = input.completing() ? Source.AUGMENTED : Source.SYNTHETIC;
        UtilityEvidence evidence =
                new UtilityEvidence(
                        trial,
                        realOnSynthetic(trial, downstream),
                        importance(trial, downstream, seed, progress.part(0.85, 1)),
                        AnalysisAgreement.of(
                                downstream,
                                judged == Source.AUGMENTED
                                        ? Downstream.together(
                                                downstream.real(), downstream.synthetic())
                                        : downstream.synthetic(),
                                analysed(settings, downstream),
                                settings.confidence(),
                                progress),
                        others,
                        judged,
                        settings.curve() && judged == Source.SYNTHETIC
                                ? Optional.of(
                                        ClassCurve.of(
                                                downstream,
                                                trial,
                                                settings,
                                                Streams.derive(seed, "curve"),
                                                progress.part(0.8, 0.85)))
                                : Optional.empty(),
                        judged == Source.AUGMENTED
                                ? helped(trial, downstream, settings)
                                : Optional.empty());
        return new UtilityVerdict(evidence, settings, outcome, notes).validation(CARD);
    }

    private static Optional<Finding> helped(
            Trial trial, Downstream downstream, UtilitySettings settings) {
        Map<JudgedRows, PairedDifference> differences = new LinkedHashMap<>();
        for (Judged group : trial.groups()) {
            differences.put(
                    group.rows(), group.better(Source.AUGMENTED, Source.REAL, ModelMetric.AUC));
        }
        return HelpedGroups.finding(
                "AUC",
                differences,
                downstream.real(),
                downstream.synthetic(),
                settings.confidence());
    }

    private static Trial.Plan plan(UtilitySettings settings, Learner learner, int refits) {
        return new Trial.Plan(
                learner, settings.cutoff(), settings.replicates(), refits, settings.refitRows());
    }

    /// Train on real, test on synthetic.
    private static Roc realOnSynthetic(Trial trial, Downstream downstream) {
        Dataset synthetic = downstream.synthetic();
        byte[] y =
                Downstream.labels(
                                synthetic,
                                downstream.truth().column(),
                                downstream.truth().positive())
                        .values();
        return Roc.of(
                y,
                trial.attempts()
                        .get(Source.REAL.ordinal())
                        .model()
                        .orElseThrow()
                        .predict(synthetic));
    }

    private static Optional<ImportanceAgreement> importance(
            Trial trial, Downstream downstream, long seed, Progress progress) {
        Optional<Predictor> real = trial.attempts().get(Source.REAL.ordinal()).model();
        Optional<Predictor> made = trial.attempts().get(Source.SYNTHETIC.ordinal()).model();
        if (real.isEmpty() || made.isEmpty() || downstream.predictors().size() < 2) {
            return Optional.empty();
        }
        List<Predictor> again =
                trial.again().stream()
                        .limit(REFERENCES)
                        .flatMap(models -> models.get(Source.REAL.ordinal()).model().stream())
                        .toList();
        return Optional.of(
                ImportanceAgreement.of(
                        downstream,
                        real.get(),
                        made.get(),
                        again,
                        Streams.derive(seed, "importance"),
                        progress));
    }

    private static List<String> analysed(UtilitySettings settings, Downstream downstream) {
        if (settings.analysis().isEmpty()) {
            return downstream.predictors();
        }
        for (String column : settings.analysis()) {
            if (!downstream.predictors().contains(column)) {
                throw new UserProblem(
                        "The analysis cannot use \"" + column + "\".",
                        "setting analysis",
                        "Use any of: " + String.join(", ", downstream.predictors()) + ".");
            }
        }
        return settings.analysis();
    }
}
