package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Carries out steps: reads their inputs, calls the engine, returns what it made.
///
/// Changes nothing itself. Holds the one rule that no method can be trusted to hold: rows of a
/// locked holdout never teach.
final class SessionRunner {

    /// What a step made, and the hash of its content.
    record Made(Artifact artifact, String hash) {
        static Made of(Artifact artifact) {
            return new Made(artifact, ArtifactHash.of(artifact));
        }
    }

    private final Function<String, Artifact> artifacts;
    private final Lineage lineage;
    private final FileLocator files;
    private final Progress progress;

    /// @param artifacts by id
    /// @param lineage of the project before the step
    SessionRunner(
            Function<String, Artifact> artifacts,
            Lineage lineage,
            FileLocator files,
            Progress progress) {
        this.artifacts = artifacts;
        this.lineage = lineage;
        this.files = files;
        this.progress = progress;
    }

    /// @throws UserProblem if the step cannot be carried out
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    List<Made> run(Step step) {
        progress.check();
        return switch (step) {
            case Step.ImportData s -> throw new IllegalStateException("no reader" + files);
            case Step.AssignRoles s -> List.of(Made.of(assignRoles(s)));
            case Step.Split s -> throw new IllegalStateException("splitter not merged");
            case Step.SetBenchmark s ->
                    List.of(
                            Made.of(
                                    new Artifact.Target(
                                            Benchmarks.of(data(s.input()), s.source()))));
            case Step.RunAudit s -> List.of(Made.of(audit(s)));
            case Step.FitSynthesizer s -> List.of(fit(s));
            case Step.Sample s -> throw new IllegalStateException("plans not merged");
            case Step.Validate s -> throw new IllegalStateException("validations not merged");
            case Step.WriteReport s ->
                    List.of(Made.of(new Artifact.Report(s.title(), s.formats())));
        };
    }

    private Artifact assignRoles(Step.AssignRoles step) {
        Dataset data = data(step.input());
        Schema schema = data.schema();
        for (ColumnInfo changed : step.columns()) {
            if (schema.column(changed.name()).type() != changed.type()) {
                throw new UserProblem(
                        "The type of \"" + changed.name() + "\" cannot change after the import.",
                        data.name(),
                        "Import the file again with the other type.");
            }
            schema = schema.with(changed.name(), before -> changed);
        }
        return new Artifact.Data(data.withSchema(schema), List.of(), List.of());
    }

    private Artifact audit(Step.RunAudit step) {
        Audit<?> audit = Catalogue.find(Audit.class, step.method());
        Dataset data = data(step.input());
        // Methods refuse to fit on a holdout. A whole that still holds the locked rows is handed
        // over as one, so that it can be looked at but not learned from.
        AuditInput input =
                new AuditInput(
                        lineage.holdsLockedRows(step.input())
                                ? data.withPart(Part.HOLDOUT)
                                : data,
                        benchmark(step.benchmark()));
        require(audit.applicability(input), audit.card().name());
        return new Artifact.Findings(run(audit, input, step.settings(), step.seed()));
    }

    private <S extends Record> Assessment run(
            Audit<S> audit, AuditInput input, JsonNode settings, long seed) {
        return audit.run(input, audit.settings().fromJson(settings), seed, progress);
    }

    private Made fit(Step.FitSynthesizer step) {
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, step.method());
        requireUnlocked(step.input(), synthesizer.card().name());
        Dataset training = data(step.input());
        FittedSynthesizer fitted = fit(synthesizer, training, step);
        return new Made(
                new Artifact.Model(step.method(), fitted, fitted.notes()),
                ArtifactHash.ofModel(training.hash(), step.method(), step.settings(), step.seed()));
    }

    private <S extends Record> FittedSynthesizer fit(
            Synthesizer<S> synthesizer, Dataset training, Step.FitSynthesizer step) {
        return synthesizer.fit(
                training, synthesizer.settings().fromJson(step.settings()), step.seed(), progress);
    }

    private void requireUnlocked(String id, String what) {
        if (lineage.holdsLockedRows(id)) {
            throw new UserProblem(
                    what + " would be fitted on rows of the locked holdout.",
                    id,
                    "Use the training part; the holdout is only for judging.");
        }
    }

    private static void require(org.counterpoise.engine.Applicability applicability, String what) {
        if (!applicability.ready()) {
            throw new UserProblem(
                    what + " cannot be run yet.", applicability.reason(), "Mark what is missing.");
        }
    }

    private Dataset data(String id) {
        if (artifacts.apply(id) instanceof Artifact.Data data) {
            return data.dataset();
        }
        throw notA("dataset", id);
    }

    private Optional<Benchmark> benchmark(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        } else if (artifacts.apply(id) instanceof Artifact.Target target) {
            return Optional.of(target.benchmark());
        }
        throw notA("target population", id);
    }

    private static UserProblem notA(String what, String id) {
        return new UserProblem("\"" + id + "\" is not a " + what + ".", id, "Choose another input.");
    }
}
