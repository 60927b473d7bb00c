package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.SamplingPlan.Goal;
import org.counterpoise.engine.synth.SamplingPlan.Result;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The stories of the sample projects, step by step.
final class SampleSteps {
    private static final long SEED = 20261123;
    private static final JsonNode DEFAULTS = JsonNodeFactory.instance.objectNode();
    private static final double HOLDOUT = 0.2;

    /// Roughly how many steps a story has; only the progress bar depends on it.
    private static final int STEPS = 14;

    private final Samples sample;
    private final Project project;
    private final Progress progress;
    private int done;

    SampleSteps(Samples sample, Project project, Progress progress) {
        this.sample = sample;
        this.project = project;
        this.progress = progress;
    }

    /// The data with its roles.
    String begin() {
        return switch (sample.id()) {
            case "flchain" -> beginFlchain();
            case "survey_nhanes" -> beginNhanes();
            case "kidtran" -> beginKidtran();
            case "screen_plates" -> beginPlates();
            case "amine_reactions" -> beginAmines();
            case "nci5k_smiles" -> beginMolecules();
            case "pefr" -> beginPefr();
            default -> beginJudgments();
        };
    }

    /// The whole story.
    void all() {
        String data = begin();
        switch (sample.id()) {
            case "flchain" -> flchain(data);
            case "survey_nhanes" -> nhanes(data);
            case "kidtran" -> kidtran(data);
            case "screen_plates" -> plates(data);
            case "amine_reactions" -> audit(data, "", "popularity");
            case "nci5k_smiles" -> audit(data, "", "molecule");
            default -> audit(data, "", "agreement");
        }
        run(new Step.WriteReport(sample.title(), List.of("html", "pdf", "json", "protocol")));
    }

    /// Roles first; the two leaks that the notes then find are left out in a step of their own.
    private String beginFlchain() {
        String data =
                roles(
                        open(),
                        outcome("death"),
                        named("age", c -> banded(c, 60, 70, 80).withUnit("years")),
                        named("sex", c -> c.withRole(Role.PROTECTED)),
                        named("sample.yr", c -> c.withLabel("year of sample")),
                        named("kappa", c -> c.withLabel("kappa light chain").withUnit("mg/dL")),
                        named("lambda", c -> c.withLabel("lambda light chain").withUnit("mg/dL")),
                        named("flc.grp", c -> c.withLabel("light chain decile")),
                        named("creatinine", c -> c.withUnit("mg/dL")),
                        named("futime", c -> c.withUnit("days")));
        return roles(
                data,
                named("futime", c -> c.withRole(Role.IGNORED)),
                named("chapter", c -> c.withRole(Role.IGNORED)));
    }

    /// A target population, a model that is audited, two synthetic versions.
    private void flchain(String data) {
        // US residents aged 50 and over in 2000, US Census: sex and age of the survival package's
        // uspop2.
        Map<String, Map<String, Double>> residents =
                Map.of(
                        "sex",
                        Map.of("F", 0.5486, "M", 0.4514),
                        "age",
                        Map.of("<60", 0.4056, "60–69", 0.2638, "70–79", 0.2105, "80+", 0.1201));
        String target = run(new Step.SetBenchmark(data, new BenchmarkSource.Typed(residents)));
        String training = split(data, "", "death", "sex", "age");
        audit(training, target, "representation");
        audit(training, target, "performance");
        judge(training, draw(fit(training, "gaussian-copula"), "", SamplingPlan.keep(0)));
        SamplingPlan balanced = plan(Goal.BALANCE, Result.AUGMENTED, "sex", "death");
        judge(training, draw(fit(training, "smote-nc"), "", balanced));
    }

    private String beginNhanes() {
        return roles(
                open(),
                outcome("HI_CHOL"),
                named("race", c -> c.withRole(Role.PROTECTED)),
                named("RIAGENDR", c -> c.withRole(Role.PROTECTED).withLabel("sex")),
                named("agecat", c -> c.withRole(Role.PROTECTED).withLabel("age band")),
                named("WTMEC2YR", c -> c.withRole(Role.WEIGHT).withLabel("exam weight")),
                named("SDMVSTRA", c -> c.withRole(Role.IGNORED).withLabel("stratum")),
                named("SDMVPSU", c -> c.withRole(Role.IGNORED).withLabel("cluster")));
    }

    /// The people examined against the population their weights stand for.
    private void nhanes(String data) {
        String target = run(new Step.SetBenchmark(data, new BenchmarkSource.Weights("WTMEC2YR")));
        audit(data, target, "representation");
        String training = split(data, "", "HI_CHOL", "race");
        audit(training, target, "performance");
        SamplingPlan matched = plan(Goal.MATCH_BENCHMARK, Result.SYNTHETIC, "race");
        judge(training, draw(fit(training, "gaussian-copula"), target, matched));
    }

    private String beginKidtran() {
        return roles(
                open(),
                outcome("delta"),
                named("obs", c -> c.withRole(Role.IDENTIFIER)),
                named("time", c -> c.withRole(Role.TIME).withUnit("days")),
                named("gender", c -> c.withRole(Role.PROTECTED)),
                named("race", c -> c.withRole(Role.PROTECTED)),
                named("age", c -> c.withUnit("years")));
    }

    /// A small group, and what filling it up can do.
    private void kidtran(String data) {
        String training = split(data, "obs", "delta", "race", "gender");
        audit(training, "", "representation");
        audit(training, "", "performance");
        SamplingPlan balanced = plan(Goal.BALANCE, Result.AUGMENTED, "race", "gender");
        judge(training, draw(fit(training, "smote-nc"), "", balanced));
    }

    private String beginPefr() {
        return roles(
                open(),
                named("subject", c -> c.withRole(Role.IDENTIFIER)),
                named("wright", c -> measurement(c, "Wright meter", "l/min")),
                named("mini", c -> measurement(c, "mini meter", "l/min")));
    }

    private String beginJudgments() {
        return roles(
                open(),
                named("item", c -> c.withRole(Role.IDENTIFIER)),
                named("sex", c -> c.withRole(Role.PROTECTED)),
                named("human", c -> measurement(c, "the human", "points")),
                named("machine", c -> measurement(c, "the machine", "points")));
    }

    private static ColumnInfo measurement(ColumnInfo column, String label, String unit) {
        return column.withRole(Role.MEASUREMENT).withLabel(label).withUnit(unit);
    }

    private String beginPlates() {
        return roles(
                open(),
                named("plate", c -> c.withRole(Role.PLATE)),
                named("well", c -> c.withRole(Role.WELL)),
                named("content", c -> c.withRole(Role.CONTROL)),
                named("compound", c -> c.withRole(Role.IDENTIFIER)),
                named("signal", c -> c.withRole(Role.READOUT)));
    }

    /// Crooked plates, put right, and looked at again.
    private void plates(String data) {
        audit(data, "", "plate");
        String corrected = run(new Step.Correct(data, "plate-correction", DEFAULTS));
        audit(corrected, "", "plate");
    }

    private String beginAmines() {
        return roles(
                open(),
                named("crystal", c -> c.withRole(Role.OUTCOME).withPositive(Optional.of("yes"))),
                named("reaction", c -> c.withRole(Role.IDENTIFIER)),
                named("date", c -> c.withRole(Role.TIME)),
                named("temperature", c -> c.withUnit("°C")));
    }

    private String beginMolecules() {
        return roles(
                open(),
                named("smiles", c -> c.withRole(Role.MOLECULE)),
                named("id", c -> c.withRole(Role.IDENTIFIER)),
                named("scaffold", c -> c.withRole(Role.IGNORED)));
    }

    // ---- the words the stories are told in ---------------------------------------------------

    private String open() {
        return run(Imports.of(sample.file(), sample.id(), progress));
    }

    private record Change(String column, UnaryOperator<ColumnInfo> change) {}

    private static Change named(String column, UnaryOperator<ColumnInfo> change) {
        return new Change(column, change);
    }

    private static Change outcome(String column) {
        return named(column, c -> c.withRole(Role.OUTCOME).withPositive(Optional.of("1")));
    }

    private static ColumnInfo banded(ColumnInfo column, double... edges) {
        List<Double> list = Arrays.stream(edges).boxed().toList();
        return column.withRole(Role.PROTECTED).withBinning(Optional.of(new Binning(list)));
    }

    private String roles(String data, Change... changes) {
        Schema schema = dataset(data).schema();
        List<ColumnInfo> changed =
                Arrays.stream(changes)
                        .map(change -> change.change().apply(schema.column(change.column())))
                        .toList();
        return run(new Step.AssignRoles(data, changed));
    }

    private Dataset dataset(String id) {
        return ((Artifact.Data) project.artifact(id)).dataset();
    }

    /// @return the id of the training part
    private String split(String data, String identifier, String... strata) {
        return run(new Step.Split(data, HOLDOUT, List.of(strata), identifier, SEED));
    }

    private void audit(String data, String target, String method) {
        run(new Step.RunAudit(data, target, method, DEFAULTS, SEED));
    }

    private String fit(String training, String method) {
        return run(new Step.FitSynthesizer(training, method, DEFAULTS, SEED));
    }

    private String draw(String model, String target, SamplingPlan plan) {
        return run(new Step.Sample(model, target, plan, SEED));
    }

    private static SamplingPlan plan(Goal goal, Result result, String... columns) {
        return new SamplingPlan(goal, List.of(columns), 0, List.of(), result);
    }

    /// Against the holdout, the second dataset that the split made.
    private void judge(String training, String synthetic) {
        String holdout = project.lineage().maker(training).orElseThrow().outputs().getLast().id();
        run(new Step.Validate(training, holdout, synthetic, Map.of(), SEED));
    }

    /// @return the id of what the step made
    private String run(Step step) {
        double from = Math.min(0.95, (double) done / STEPS);
        double to = Math.min(1, (done + 1.0) / STEPS);
        done++;
        return project.run(step, FileLocator.of(sample.file()), progress.part(from, to)).output();
    }
}
