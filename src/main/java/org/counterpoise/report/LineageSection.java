package org.counterpoise.report;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.session.Lineage;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every step with its inputs, outputs, hashes and seeds: enough to do it all again.
final class LineageSection {
    private final Story story;
    private final Draft draft;

    LineageSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        draft.section("Lineage");
        TreeSet<String> versions = new TreeSet<>();
        story.steps().forEach(record -> versions.add(record.version()));
        draft.paragraph(
                "Every result comes from a step, and every step can be repeated: the protocol"
                        + " holds the same steps, settings and seeds without any data, and gives"
                        + " the same hashes again. Done with Counterpoise "
                        + Phrases.list(List.copyOf(versions))
                        + ".");
        List<List<Object>> steps = new ArrayList<>();
        List<List<Object>> artifacts = new ArrayList<>();
        for (StepRecord record : story.steps()) {
            OptionalLong seed = seed(record.step());
            steps.add(
                    List.of(
                            Integer.toString(record.number()),
                            Project.describe(record.step()),
                            names(Lineage.inputs(record.step())),
                            names(record.outputs().stream().map(StepRecord.Output::id).toList()),
                            seed.isPresent() ? Long.toString(seed.getAsLong()) : "–",
                            Phrases.minute(record.at())));
            record.outputs()
                    .forEach(
                            output ->
                                    artifacts.add(
                                            List.of(
                                                    output.id(),
                                                    Integer.toString(record.number()),
                                                    generation(output),
                                                    output.hash())));
        }
        draft.table(
                new Evidence(
                        "Steps, in order",
                        List.of("step", "what was done", "from", "made", "seed", "finished (UTC)"),
                        steps));
        draft.table(
                new Evidence(
                        "What the steps made, with SHA-256 of the content",
                        List.of("id", "step", "generation", "hash"),
                        artifacts));
    }

    /// Of a dataset; nothing else has one.
    private static String generation(StepRecord.Output output) {
        return output.id().startsWith("data-") ? Integer.toString(output.generation()) : "–";
    }

    private static String names(List<String> ids) {
        return ids.isEmpty() ? "–" : ids.stream().collect(Collectors.joining(", "));
    }

    private static OptionalLong seed(Step step) {
        return switch (step) {
            case Step.Split s -> OptionalLong.of(s.seed());
            case Step.RunAudit s -> OptionalLong.of(s.seed());
            case Step.FitSynthesizer s -> OptionalLong.of(s.seed());
            case Step.Sample s -> OptionalLong.of(s.seed());
            case Step.Validate s -> OptionalLong.of(s.seed());
            case Step.StudyCollapse s -> OptionalLong.of(s.seed());
            case Step.ImportData _,
                    Step.AssignRoles _,
                    Step.SetBenchmark _,
                    Step.Correct _,
                    Step.WriteReport _ ->
                    OptionalLong.empty();
        };
    }
}
