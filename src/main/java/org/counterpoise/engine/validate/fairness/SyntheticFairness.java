package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.DownstreamInput;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Judges for every group whether a model trained on synthetic rows serves it as well as one
/// trained on real rows, and which biases of the source the synthetic table strengthens.
public final class SyntheticFairness implements Validator<FairnessSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "fairness",
                    "Fairness of the synthetic data",
                    "Whom does the synthetic data serve worse than the real data does?",
                    "Trains the same model on the real, the synthetic and both tables and compares"
                            + " every metric in every protected group on locked real rows. Compares"
                            + " shares of groups, differences of outcome rates and what other"
                            + " columns give away between source, synthetic table and target"
                            + " population.",
                    "Before synthetic rows are used or added. Needs an outcome, a protected"
                            + " attribute and a holdout.",
                    List.of(
                            "each group is better, the same, worse or cannot be told, by intervals"
                                    + " that hold for all groups together",
                            "intervals hold the chance in training and generating as well as in"
                                    + " judging",
                            "says how many holdout rows would settle an open verdict"),
                    List.of(
                            "small groups stay open: a holdout of some thousand rows is needed",
                            "one outcome and one kind of model",
                            "the outcome is taken as recorded: a biased label hides a biased model"),
                    "Bhanot et al. 2021, The problem of fairness in synthetic healthcare data,"
                            + " doi:10.3390/e23091165; Ganev, Oprisanu and De Cristofaro 2022,"
                            + " Robin Hood and Matthew effects, arXiv:2109.11429");

    @Override
    public MethodCard card() {
        return CARD;
    }

    /// 2: rows that complete real ones are judged together with them.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public FairnessSettings defaults() {
        return FairnessSettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("replicates", 50, "refits", 5, "refitRows", 500);
    }

    @Override
    public Pillar pillar() {
        return Pillar.FAIRNESS;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        if (input.training().schema().namesWithRole(Role.PROTECTED).isEmpty()) {
            return Applicability.missing(
                    "no column is marked as a protected attribute; mark one in the data step.");
        }
        return DownstreamInput.applicability(input);
    }

    @Override
    public Validation run(
            ValidationInput input, FairnessSettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        int[] metrics = metrics(settings);
        AlignedTables tables =
                AlignedTables.of(
                        List.of(
                                input.training(),
                                input.synthetic(),
                                input.holdout().orElseThrow()));
        String outcome = input.training().schema().outcome().orElseThrow().name();
        String positive = BinaryOutcome.of(input.training(), outcome).positive();
        Downstream downstream = DownstreamInput.of(tables, outcome, positive);
        List<String> notes = new ArrayList<>(tables.notes());
        List<JudgedRows> rows =
                JudgedRows.of(
                        downstream.holdout(),
                        downstream.truth(),
                        settings.groupRows(),
                        settings.order(),
                        notes);
        if (downstream.predictors().isEmpty()) {
            return Verdicts.leftOut(this, "no column may be used to predict the outcome.");
        } else if (rows.stream().skip(1).noneMatch(JudgedRows::enough)) {
            return Verdicts.leftOut(
                    this,
                    "no group has "
                            + settings.groupRows()
                            + " holdout rows with five of either outcome.");
        }
        Trial trial =
                Trial.run(
                        downstream,
                        rows,
                        new Trial.Plan(
                                settings.learner(),
                                settings.cutoff(),
                                settings.replicates(),
                                settings.refits(),
                                settings.refitRows()),
                        seed,
                        progress.part(0, 0.8));
        if (trial.problem(Source.REAL).isPresent()) {
            return Verdicts.leftOut(this, "no model could be trained on the real rows.");
        }
        SourceBias bias =
                bias(downstream, input, settings, Streams.derive(seed, "proxies"), progress);
        Source judged = input.completing() ? Source.AUGMENTED : Source.SYNTHETIC;
        return new FairnessVerdict(trial, judged, bias, metrics, settings, outcome, notes)
                .validation(CARD);
    }

    private static SourceBias bias(
            Downstream downstream,
            ValidationInput input,
            FairnessSettings settings,
            long seed,
            Progress progress) {
        Dataset real = downstream.real();
        Dataset synthetic = downstream.synthetic();
        List<String> protectedColumns = real.schema().namesWithRole(Role.PROTECTED);
        List<SourceGroups> attributes = new ArrayList<>();
        for (List<String> columns : JudgedRows.crossings(protectedColumns, settings.order())) {
            SourceGroups groups = SourceGroups.of(real, synthetic, columns, input.target());
            if (groups.size() > 1 && groups.size() <= JudgedRows.MOST_GROUPS) {
                attributes.add(groups);
            }
        }
        List<SourceGroups> single =
                attributes.stream().filter(groups -> groups.columns().size() == 1).toList();
        String outcome = downstream.truth().column();
        String positive = downstream.truth().positive();
        List<String> others =
                downstream.predictors().stream()
                        .filter(name -> !protectedColumns.contains(name))
                        .toList();
        return new SourceBias(
                attributes,
                Changes.shares(attributes, settings),
                Changes.labels(
                        single,
                        Downstream.labels(real, outcome, positive).values(),
                        Downstream.labels(synthetic, outcome, positive).values(),
                        input.target(),
                        downstream.truth(),
                        settings),
                new ProxyStrength(real, synthetic, others, settings)
                        .changes(single, seed, progress.part(0.8, 1)));
    }

    private static int[] metrics(FairnessSettings settings) {
        return settings.metrics().stream().mapToInt(SyntheticFairness::position).toArray();
    }

    private static int position(String id) {
        int position = ModelMetric.position(id);
        if (position < 0 || ModelMetric.ALL.get(position).goal() == ModelMetric.Goal.NONE) {
            throw new UserProblem(
                    "A group cannot be called better or worse by \"" + id + "\".",
                    "setting metrics",
                    "Use any of: "
                            + ModelMetric.ALL.stream()
                                    .filter(metric -> metric.goal() != ModelMetric.Goal.NONE)
                                    .map(ModelMetric::id)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return position;
    }
}
