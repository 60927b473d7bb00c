package org.counterpoise.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which artifact was made from which, and which rows it holds.
///
/// @param steps the live steps of a project, in order
public record Lineage(List<StepRecord> steps) {
    private static final String HELD_OUT = "held out";

    public Lineage {
        steps = List.copyOf(steps);
    }

    /// The ids of the artifacts that a step reads, the main one first.
    public static List<String> inputs(Step step) {
        List<String> ids =
                switch (step) {
                    case Step.ImportData s -> List.of();
                    case Step.AssignRoles s -> List.of(s.input());
                    case Step.Split s -> List.of(s.input());
                    case Step.SetBenchmark s -> List.of(s.input());
                    case Step.RunAudit s -> List.of(s.input(), s.benchmark(), s.other());
                    case Step.FitSynthesizer s -> List.of(s.input());
                    case Step.Sample s -> List.of(s.model(), s.benchmark());
                    case Step.Correct s -> List.of(s.input());
                    case Step.Validate s ->
                            List.of(s.training(), s.holdout(), s.synthetic(), s.benchmark());
                    case Step.StudyCollapse s -> List.of(s.input());
                    case Step.WriteReport s -> List.of();
                };
        return ids.stream().filter(id -> !id.isEmpty()).toList();
    }

    /// The step that made an artifact.
    public Optional<StepRecord> maker(String id) {
        return steps.stream()
                .filter(record -> record.outputs().stream().anyMatch(out -> out.id().equals(id)))
                .findFirst();
    }

    /// The hash of an artifact.
    public Optional<String> hash(String id) {
        return steps.stream()
                .flatMap(record -> record.outputs().stream())
                .filter(out -> out.id().equals(id))
                .map(StepRecord.Output::hash)
                .findFirst();
    }

    /// The steps that led to an artifact, its own maker last.
    public List<StepRecord> ancestry(String id) {
        List<StepRecord> found = new ArrayList<>();
        collect(id, found);
        return steps.stream().filter(found::contains).toList();
    }

    private void collect(String id, List<StepRecord> found) {
        maker(id)
                .filter(record -> !found.contains(record))
                .ifPresent(
                        record -> {
                            found.add(record);
                            inputs(record.step()).forEach(input -> collect(input, found));
                        });
    }

    /// Whether a dataset is a holdout or holds the rows of one: it was split itself, or it has the
    /// same rows as a dataset that was (it is an earlier or later version of it, or was read from
    /// the same file), or contains such a dataset.
    public boolean holdsLockedRows(String id) {
        List<String> rows = rows(id);
        if (rows.getLast().equals(HELD_OUT)) {
            return true;
        }
        return steps.stream()
                .map(StepRecord::step)
                .filter(Step.Split.class::isInstance)
                .map(step -> rows(((Step.Split) step).input()))
                .anyMatch(split -> startsWith(split, rows));
    }

    /// Whether a dataset has any row of another one. A synthetic dataset has nobody's rows.
    public boolean holdsRowsOf(String id, String other) {
        List<String> rows = rows(id);
        List<String> others = rows(other);
        return startsWith(rows, others) || startsWith(others, rows);
    }

    /// The dataset that the model behind a drawn dataset was fitted on. Empty for a dataset that
    /// was not drawn here.
    public Optional<String> taughtBy(String id) {
        return maker(id)
                .flatMap(
                        record ->
                                switch (record.step()) {
                                    case Step.Sample s -> taughtBy(s.model());
                                    case Step.FitSynthesizer s -> Optional.of(s.input());
                                    case Step.AssignRoles s -> taughtBy(s.input());
                                    case Step.Correct s -> taughtBy(s.input());
                                    default -> Optional.empty();
                                });
    }

    /// Where a dataset's real rows come from: the file's hash, then which side of which split.
    private List<String> rows(String id) {
        StepRecord record = maker(id).orElseThrow(() -> Project.unknown(id));
        return switch (record.step()) {
            case Step.ImportData s -> List.of(s.sha256());
            case Step.AssignRoles s -> rows(s.input());
            case Step.Correct s -> rows(s.input());
            case Step.Split s -> {
                List<String> rows = new ArrayList<>(rows(s.input()));
                boolean training = record.output().equals(id);
                rows.add("split " + record.number());
                rows.add(training ? "training" : HELD_OUT);
                yield rows;
            }
            case Step.Sample s -> rowsOfDrawn(id, s);
            default -> List.of(id);
        };
    }

    /// An augmented dataset holds the training rows of its model; a synthetic one nobody's.
    private List<String> rowsOfDrawn(String id, Step.Sample sample) {
        return switch (sample.plan().result()) {
            case SYNTHETIC -> List.of(id);
            case AUGMENTED -> rows(taughtBy(sample.model()).orElseThrow(() -> Project.unknown(id)));
        };
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }
}
