package org.counterpoise.workbench.lineage;

import org.counterpoise.session.Lineage;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// The steps of a project as a tree: each under the step that made its main input.
public final class LineageModel {
    private static final int SHORT_HASH = 10;

    private LineageModel() {}

    /// A step and the steps that continue from it.
    public record Node(StepRecord record, List<Node> children) {}

    /// The steps as trees, in order.
    public static List<Node> trees(List<StepRecord> steps) {
        Lineage lineage = new Lineage(steps);
        Map<Integer, Node> nodes = new LinkedHashMap<>();
        List<Node> roots = new ArrayList<>();
        for (StepRecord record : steps) {
            Node node = new Node(record, new ArrayList<>());
            nodes.put(record.number(), node);
            mainInput(record.step()).stream()
                    .flatMap(input -> lineage.maker(input).stream())
                    .map(parent -> nodes.get(parent.number()))
                    .findFirst()
                    .ifPresentOrElse(parent -> parent.children().add(node), () -> roots.add(node));
        }
        return roots;
    }

    /// A judgement belongs under what it judges, anything else under what it reads first.
    private static List<String> mainInput(Step step) {
        return step instanceof Step.Validate judged
                ? List.of(judged.synthetic())
                : Lineage.inputs(step).stream().limit(1).toList();
    }

    /// The step in a few words.
    public static String title(StepRecord record) {
        return record.number() + "  " + Project.describe(record.step());
    }

    /// The ids of what it made.
    public static String made(StepRecord record) {
        return String.join(", ", record.outputs().stream().map(LineageModel::named).toList());
    }

    /// "data-1", or "data-3 · gen. 1" for a dataset with synthetic rows.
    static String named(StepRecord.Output output) {
        return output.id() + (output.generation() == 0 ? "" : " · gen. " + output.generation());
    }

    /// The first characters of a hash, enough to compare by eye.
    public static String shortHash(String hash) {
        return hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH);
    }

    /// The seed of a step that draws random numbers.
    public static OptionalLong seed(Step step) {
        return switch (step) {
            case Step.Split s -> OptionalLong.of(s.seed());
            case Step.RunAudit s -> OptionalLong.of(s.seed());
            case Step.FitSynthesizer s -> OptionalLong.of(s.seed());
            case Step.Sample s -> OptionalLong.of(s.seed());
            case Step.Validate s -> OptionalLong.of(s.seed());
            case Step.StudyCollapse s -> OptionalLong.of(s.seed());
            case Step.ImportData _ -> OptionalLong.empty();
            case Step.Correct _ -> OptionalLong.empty();
            case Step.AssignRoles _ -> OptionalLong.empty();
            case Step.SetBenchmark _ -> OptionalLong.empty();
            case Step.WriteReport _ -> OptionalLong.empty();
        };
    }

    /// "12 ms", "3.4 s" or "2 min 5 s".
    public static String duration(Duration took) {
        long millis = took.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        } else if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }
}
