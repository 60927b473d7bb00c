package org.counterpoise.workbench;

import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.ProjectView;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A project as pages see it, put together by hand: no engine, no window.
public final class Example {
    private final List<StepRecord> steps = new ArrayList<>();
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

    /// Eight people: sex F or M, age with bands at 60, outcome yes or no.
    public static Dataset people(Part part) {
        ColumnInfo sex = ColumnInfo.of("sex", ColumnType.CATEGORY).withRole(Role.PROTECTED);
        ColumnInfo age =
                ColumnInfo.of("age", ColumnType.INTEGER)
                        .withBinning(Optional.of(new Binning(List.of(60.0))));
        ColumnInfo died = ColumnInfo.of("died", ColumnType.BOOLEAN).withRole(Role.OUTCOME);
        return new Dataset(
                "people",
                part,
                new Schema(List.of(sex, age, died)),
                List.of(
                        new Column.Codes(new int[] {0, 0, 0, 0, 0, 0, 1, 1}, List.of("F", "M")),
                        new Column.Numbers(new double[] {50, 55, 59, 60, 61, 70, 58, 81}),
                        new Column.Codes(
                                new int[] {0, 1, 0, 0, 1, 0, 1, 1}, List.of("no", "yes"))));
    }

    public static Finding finding(String id, Severity severity) {
        return new Finding(
                id,
                severity,
                "Headline of " + id,
                "Explanation.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    /// Adds a step and what it made: id and artifact by turns.
    public Example step(Step step, Object... made) {
        List<StepRecord.Output> outputs = new ArrayList<>();
        for (int i = 0; i < made.length; i += 2) {
            String id = (String) made[i];
            artifacts.put(id, (Artifact) made[i + 1]);
            outputs.add(new StepRecord.Output(id, "hash of " + id));
        }
        steps.add(
                new StepRecord(
                        steps.size() + 1,
                        step,
                        outputs,
                        Instant.EPOCH,
                        Duration.ofMillis(1500),
                        "1"));
        return this;
    }

    public static Artifact.Data data(Dataset dataset) {
        return new Artifact.Data(dataset, List.of(), List.of());
    }

    public ProjectView view() {
        return new ProjectView(
                true,
                "example",
                Optional.empty(),
                steps,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                artifacts);
    }

    public Optional<DataEntry> entry(String id) {
        return view().dataset(id).map(dataset -> new DataEntry(id, dataset));
    }
}
