package org.counterpoise.workbench.shell;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How the open project stood after its last change. Immutable: made beside the FX thread, read on
/// it.
///
/// @param open whether there is a project at all
/// @param file where it is kept; empty while it is only in memory
/// @param steps done and not undone, in order
/// @param artifacts what the steps made, by id in order: all but models, and all but datasets whose
///     roles have been changed since
public record ProjectView(
        boolean open,
        String name,
        Optional<Path> file,
        List<StepRecord> steps,
        Optional<StepRecord> undoable,
        Optional<StepRecord> redoable,
        Instant savedAt,
        Map<String, Artifact> artifacts) {

    /// No project is open.
    public static final ProjectView CLOSED =
            new ProjectView(
                    false,
                    "",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH,
                    Map.of());

    public ProjectView {
        steps = List.copyOf(steps);
        artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
    }

    /// Looks at a project as it stands. Loads artifacts: not for the FX thread.
    static ProjectView of(Project project) {
        List<StepRecord> steps = project.steps();
        Set<String> superseded =
                steps.stream()
                        .map(StepRecord::step)
                        .filter(Step.AssignRoles.class::isInstance)
                        .map(step -> ((Step.AssignRoles) step).input())
                        .collect(Collectors.toSet());
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        for (StepRecord step : steps) {
            if (!(step.step() instanceof Step.FitSynthesizer)) {
                for (StepRecord.Output output : step.outputs()) {
                    if (!superseded.contains(output.id())) {
                        artifacts.put(output.id(), project.artifact(output.id()));
                    }
                }
            }
        }
        return new ProjectView(
                true,
                project.name(),
                project.file(),
                steps,
                project.undoable(),
                project.redoable(),
                project.savedAt(),
                artifacts);
    }

    /// The datasets, oldest first.
    public List<DataEntry> datasets() {
        List<DataEntry> entries = new ArrayList<>();
        artifacts.forEach(
                (id, artifact) -> {
                    if (artifact instanceof Artifact.Data data) {
                        entries.add(new DataEntry(id, data.dataset()));
                    }
                });
        return entries;
    }

    /// The datasets that are one of these parts, oldest first.
    public List<DataEntry> datasets(Part... parts) {
        List<Part> wanted = List.of(parts);
        return datasets().stream().filter(e -> wanted.contains(e.dataset().part())).toList();
    }

    /// The dataset with this id, unless it has been superseded.
    public Optional<Dataset> dataset(String id) {
        return artifacts.get(id) instanceof Artifact.Data data
                ? Optional.of(data.dataset())
                : Optional.empty();
    }

    /// What audits found, by artifact id, oldest first.
    public Map<String, Assessment> assessments() {
        Map<String, Assessment> map = new LinkedHashMap<>();
        artifacts.forEach(
                (id, artifact) -> {
                    if (artifact instanceof Artifact.Findings findings) {
                        map.put(id, findings.assessment());
                    }
                });
        return map;
    }

    /// Judgements of synthetic data, by artifact id, oldest first.
    public Map<String, Artifact.Scorecard> scorecards() {
        Map<String, Artifact.Scorecard> map = new LinkedHashMap<>();
        artifacts.forEach(
                (id, artifact) -> {
                    if (artifact instanceof Artifact.Scorecard scorecard) {
                        map.put(id, scorecard);
                    }
                });
        return map;
    }

    /// The target population set last, and its id.
    public Optional<Map.Entry<String, Benchmark>> target() {
        return artifacts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Artifact.Target)
                .reduce((_, later) -> later)
                .map(
                        entry ->
                                Map.entry(
                                        entry.getKey(),
                                        ((Artifact.Target) entry.getValue()).benchmark()));
    }

    /// The step that made an artifact.
    public Optional<StepRecord> madeBy(String artifactId) {
        return steps.stream()
                .filter(step -> step.outputs().stream().anyMatch(o -> o.id().equals(artifactId)))
                .findFirst();
    }

    /// The steps of one kind, in order.
    public <S extends Step> List<S> stepsOf(Class<S> kind) {
        return steps.stream()
                .map(StepRecord::step)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// The id under which a dataset lives on after its roles were changed or it was split: the
    /// training part follows the whole. The id itself while nothing came after it.
    public String successor(String id) {
        String current = id;
        for (StepRecord step : steps) {
            boolean follows =
                    switch (step.step()) {
                        case Step.AssignRoles roles -> roles.input().equals(current);
                        case Step.Split split -> split.input().equals(current);
                        default -> false;
                    };
            if (follows) {
                current = step.output();
            }
        }
        return current;
    }
}
