package org.counterpoise.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.figure.SampleFigures;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A small project made by hand, with names that try to break out of the page.
final class SampleStory {
    static final String EVIL = "<script>alert('x')</script> & \"co\" ]]>";

    final List<StepRecord> steps = new ArrayList<>();
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

    SampleStory() {
        Dataset whole = data();
        ReadOptions options =
                new ReadOptions(
                        ReadOptions.Format.CSV,
                        "UTF-8",
                        ",",
                        "\"",
                        ".",
                        true,
                        "",
                        List.of("NA"),
                        List.of(
                                new ReadOptions.ColumnOptions(
                                        "age", ColumnType.INTEGER, List.of("-9"))));
        add(
                new Step.ImportData("people", "people.csv", "ab".repeat(32), options),
                "data-1",
                new Artifact.Data(whole, List.of(), List.of("2 duplicate rows were kept.")));
        add(
                new Step.AssignRoles("data-1", whole.schema().columns()),
                "data-2",
                new Artifact.Data(whole, List.of(), List.of()));
        Dataset training = whole.select(new int[] {0, 1, 2}).withPart(Part.TRAINING);
        add(
                new Step.Split("data-2", 0.25, List.of("sex"), "", 7),
                "data-3",
                new Artifact.Data(training, List.of(), List.of()),
                "data-4",
                new Artifact.Data(whole.select(new int[] {3}), List.of(), List.of()));
        add(
                new Step.SetBenchmark("data-2", new BenchmarkSource.Weights("w")),
                "target-1",
                new Artifact.Target(
                        new Benchmark(
                                "survey weights w",
                                List.of(
                                        new Benchmark.Table(
                                                List.of("sex"), Map.of(List.of("F"), 0.51))))));
        add(
                new Step.RunAudit(
                        "data-3",
                        "target-1",
                        "hand-made",
                        JsonNodeFactory.instance.objectNode().put("points", 10),
                        11),
                "findings-1",
                new Artifact.Findings(assessment("Subgroup performance")));
        add(
                new Step.FitSynthesizer(
                        "data-3",
                        "hand-made-copula",
                        JsonNodeFactory.instance.objectNode().put("marginals", "empirical"),
                        12),
                "model-1",
                new Artifact.Report("stands for a model that was not kept", List.of()));
        Target women = new Target(Map.of("sex", "F"), 500);
        add(
                new Step.Sample(
                        "model-1",
                        "",
                        new SamplingPlan(
                                SamplingPlan.Goal.TYPED,
                                List.of("sex"),
                                1000,
                                List.of(women),
                                SamplingPlan.Result.SYNTHETIC),
                        13),
                "data-5",
                new Artifact.Data(
                        training.withName("synthetic"),
                        List.of(
                                new Synthesis.Shortfall(
                                        women, 420, "Too few neighbours in the training set.")),
                        List.of()));
        add(
                new Step.Validate("data-3", "data-4", "data-5", Map.of(), 14),
                "scorecard-1",
                scorecard());
    }

    Artifact artifact(String id) {
        Artifact artifact = artifacts.get(id);
        if (artifact == null) {
            throw new IllegalArgumentException(id);
        }
        return artifact;
    }

    Document document() {
        return DocumentBuilder.build(
                "Bias audit " + EVIL, "people", steps, this::artifact, Progress.NONE);
    }

    List<String> headlines() {
        return assessment("x").findings().stream().map(Finding::headline).toList();
    }

    private void add(Step step, Object... outputs) {
        List<StepRecord.Output> made = new ArrayList<>();
        for (int i = 0; i < outputs.length; i += 2) {
            artifacts.put((String) outputs[i], (Artifact) outputs[i + 1]);
            made.add(new StepRecord.Output((String) outputs[i], "0123456789abcdef".repeat(4)));
        }
        int number = steps.size() + 1;
        steps.add(
                new StepRecord(
                        number,
                        step,
                        made,
                        Instant.parse("2026-11-23T12:0" + number % 10 + ":00Z"),
                        Duration.ofMillis(1200),
                        "0.1.0"));
    }

    private static Dataset data() {
        Schema schema =
                new Schema(
                        List.of(
                                ColumnInfo.of("age", ColumnType.INTEGER)
                                        .withRole(Role.PROTECTED)
                                        .withUnit("years")
                                        .withBinning(Optional.of(new Binning(List.of(60.0, 70.0)))),
                                ColumnInfo.of("sex", ColumnType.CATEGORY).withRole(Role.PROTECTED),
                                ColumnInfo.of(EVIL, ColumnType.CATEGORY),
                                ColumnInfo.of("death", ColumnType.BOOLEAN)
                                        .withRole(Role.OUTCOME)
                                        .withPositive(Optional.of("1"))));
        return new Dataset(
                "people",
                Part.WHOLE,
                schema,
                List.of(
                        new Column.Numbers(new double[] {55, 66, Double.NaN, 81}),
                        new Column.Codes(new int[] {0, 1, 0, 1}, List.of("F", "M")),
                        new Column.Codes(new int[] {0, 1, 1, 0}, List.of(EVIL, "plain")),
                        new Column.Codes(new int[] {0, 1, 1, 0}, List.of("0", "1"))));
    }

    static Assessment assessment(String title) {
        List<Figure> figures = List.of(SampleFigures.intervals());
        Evidence long200 =
                new Evidence(
                        "Groups",
                        List.of("group", "n", "rate", "lower", "upper", "flagged"),
                        IntStream.range(0, 200)
                                .<List<Object>>mapToObj(
                                        i ->
                                                List.of(
                                                        i == 0 ? EVIL : "group " + i,
                                                        100 + i * 37,
                                                        Evidence.cell(
                                                                i == 3 ? Double.NaN : 1.0 / (i + 1),
                                                                0),
                                                        0.1,
                                                        0.2,
                                                        i % 2 == 0))
                                .toList());
        Finding women =
                new Finding(
                        "tpr/sex=F",
                        Severity.SERIOUS,
                        "The model misses women over 80",
                        "Among women over 80 who died, one in five was not flagged; for men it was"
                                + " one in eleven.",
                        Optional.of(
                                Measure.of(
                                                "true positive rate",
                                                0.805,
                                                new Interval(0.769, 0.837, 0.95, "Wilson"),
                                                517)
                                        .withTest("permutation test", 0.0002, 0.0016)),
                        Optional.of(
                                new Threshold(
                                        0.05, "at most 5 points under the reference", "ours")),
                        List.of(
                                Remedy.of(
                                        "Generate more women over 80",
                                        Remedy.Action.GENERATE,
                                        "sex"),
                                Remedy.of("Collect more", Remedy.Action.COLLECT)),
                        long200,
                        figures);
        Finding evil =
                new Finding(
                        "evil",
                        Severity.WARNING,
                        "The level " + EVIL + " is rare",
                        "Only 3 of 4 rows.",
                        Optional.of(Measure.of("share", Double.NaN, 0)),
                        Optional.empty(),
                        List.of(),
                        Evidence.none(),
                        List.of(SampleFigures.bars(), SampleFigures.intervals()));
        Finding calm =
                new Finding(
                        "calm",
                        Severity.OK,
                        "Calibrated in every group",
                        "Slopes lie between 0.94 and 1.07.",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        long200,
                        List.of());
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("performance/tpr/sex=F", 0.805);
        metrics.put("performance/tpr/sex=X", Double.NaN);
        return new Assessment(
                "hand-made",
                title,
                List.of(calm, evil, women),
                metrics,
                List.of("race was not asked: no column carries it"));
    }

    private static Artifact.Scorecard scorecard() {
        Finding shape =
                new Finding(
                        "ks/age",
                        Severity.NOTE,
                        "Synthetic people are a little older",
                        "The largest difference of the distribution functions is 0.05.",
                        Optional.of(Measure.of("Kolmogorov–Smirnov distance", 0.0512, 6299)),
                        Optional.empty(),
                        List.of(),
                        Evidence.none(),
                        List.of(SampleFigures.histogram()));
        Validation fidelity =
                new Validation(
                        Pillar.FIDELITY,
                        Validation.Verdict.PASS,
                        Optional.of(Measure.of("quality", 0.94, 6299)),
                        Optional.of(new Threshold(0.85, "quality of at least 0.85", "SDMetrics")),
                        "The synthetic columns resemble the real ones.",
                        new Assessment(
                                "fidelity",
                                "Fidelity",
                                List.of(shape),
                                new TreeMap<>(),
                                List.of()));
        Validation privacy =
                new Validation(
                        Pillar.PRIVACY,
                        Validation.Verdict.LEFT_OUT,
                        Optional.empty(),
                        Optional.empty(),
                        "The holdout has 1 row, too few to judge.",
                        new Assessment(
                                "privacy", "Privacy", List.of(), new TreeMap<>(), List.of()));
        return new Artifact.Scorecard(
                List.of(fidelity, privacy), "Fidelity passes; privacy was not judged.");
    }
}
