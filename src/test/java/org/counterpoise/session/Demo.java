package org.counterpoise.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.SamplingPlan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A short session on kidney transplants, step by step.
final class Demo {
    static final Path FILE = Path.of("sample-data/kidtran.csv");
    static final FileLocator FILES = FileLocator.of(FILE);

    private Demo() {}

    static StepRecord importData(Project project) {
        return run(project, Imports.of(FILE, "kidtran", Progress.NONE));
    }

    /// Marks the outcome and the protected attributes of a dataset.
    static StepRecord assignRoles(Project project, String input) {
        return run(project, roles(data(project, input), input));
    }

    static Step.AssignRoles roles(Dataset data, String input) {
        return new Step.AssignRoles(
                input,
                List.of(
                        info(data, "delta").withRole(Role.OUTCOME).withPositive(Optional.of("1")),
                        info(data, "gender").withRole(Role.PROTECTED),
                        info(data, "race").withRole(Role.PROTECTED),
                        info(data, "obs").withRole(Role.IDENTIFIER),
                        info(data, "age")
                                .withBinning(Optional.of(new Binning(List.of(30.0, 50.0))))));
    }

    private static ColumnInfo info(Dataset data, String name) {
        return data.schema().column(name);
    }

    static StepRecord split(Project project, String input) {
        return run(project, new Step.Split(input, 0.25, List.of("delta", "race"), "", 7));
    }

    static Step.FitSynthesizer fit(String input) {
        return new Step.FitSynthesizer(input, "gaussian-copula", noSettings(), 11);
    }

    static Step.Sample sample(String model) {
        return new Step.Sample(model, "", SamplingPlan.keep(200), 13);
    }

    static Step.Validate validate(String training, String holdout, String synthetic) {
        return new Step.Validate(training, holdout, synthetic, java.util.Map.of(), 17);
    }

    /// Import, roles, split, fit, draw, validate.
    static void runAll(Project project) {
        importData(project);
        assignRoles(project, "data-1");
        split(project, "data-2");
        run(project, fit("data-3"));
        run(project, sample("model-1"));
        run(project, validate("data-3", "data-4", "data-5"));
        run(project, new Step.WriteReport("Kidney transplants", List.of("html", "pdf")));
    }

    static StepRecord run(Project project, Step step) {
        return project.run(step, FILES, Progress.NONE);
    }

    static Dataset data(Project project, String id) {
        return ((Artifact.Data) project.artifact(id)).dataset();
    }

    static ObjectNode noSettings() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The hash that the artifact has now, whatever the record says.
    static List<String> hashes(Project project) {
        return project.artifactIds().stream()
                .filter(id -> !id.startsWith("model"))
                .map(id -> id + " " + ArtifactHash.of(project.artifact(id)))
                .toList();
    }

    /// The hashes as recorded.
    static List<String> recorded(Project project) {
        return project.steps().stream()
                .flatMap(record -> record.outputs().stream())
                .filter(output -> !output.id().startsWith("model"))
                .map(output -> output.id() + " " + output.hash())
                .toList();
    }
}
