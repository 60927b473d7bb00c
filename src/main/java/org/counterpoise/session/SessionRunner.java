package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Halves;
import org.counterpoise.engine.data.Holdout;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.counterpoise.engine.synth.CollapseGuard;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Fitting;
import org.counterpoise.engine.synth.RareLevels;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Verdicts;

import java.nio.file.Path;
import java.util.ArrayList;
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
            case Step.ImportData s -> List.of(Made.of(importData(s)));
            case Step.AssignRoles s -> List.of(Made.of(assignRoles(s)));
            case Step.Split s -> split(s);
            case Step.SetBenchmark s -> List.of(Made.of(benchmark(s)));
            case Step.RunAudit s -> List.of(Made.of(audit(s)));
            case Step.FitSynthesizer s -> List.of(fit(s));
            case Step.Sample s -> List.of(Made.of(draw(s)));
            case Step.Correct s -> List.of(Made.of(correct(s)));
            case Step.Validate s -> List.of(Made.of(validate(s)));
            case Step.StudyCollapse s -> List.of(Made.of(study(s)));
            case Step.WriteReport s ->
                    List.of(Made.of(new Artifact.Report(s.title(), s.formats())));
        };
    }

    private Artifact importData(Step.ImportData step) {
        Path file =
                SourceFile.checked(
                        files, step.name(), step.fileName(), step.sha256(), progress.part(0, 0.2));
        return data(DataReader.read(file, step.options(), step.name(), progress.part(0.2, 1)));
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
        return data(data.withSchema(schema));
    }

    private List<Made> split(Step.Split step) {
        if (lineage.holdsLockedRows(step.input())) {
            throw new UserProblem(
                    "A holdout of this data is locked away already.",
                    step.input(),
                    "Go on with its training part, or undo that split first.");
        }
        Halves halves =
                Holdout.split(
                        data(step.input()),
                        step.share(),
                        step.stratify(),
                        step.identifier(),
                        step.seed());
        return List.of(Made.of(data(halves.training())), Made.of(data(halves.holdout())));
    }

    private Artifact benchmark(Step.SetBenchmark step) {
        return new Artifact.Target(
                Benchmarks.of(data(step.input()), step.source(), files, progress));
    }

    private Artifact audit(Step.RunAudit step) {
        Audit<?> audit = Catalogue.find(Audit.class, step.method());
        AuditInput input =
                new AuditInputs(lineage, this::data).of(audit, step, benchmark(step.benchmark()));
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
        RareLevels.Result taught = step.rare().apply(training);
        List<Constraint> rules = rules(step);
        FittedSynthesizer fitted = fit(synthesizer, taught.data(), rules, step);
        List<String> notes = new ArrayList<>(fitted.notes());
        notes.addAll(taught.notes());
        notes.addAll(CollapseGuard.notes(training));
        return new Made(
                new Artifact.Model(step.method(), fitted, notes),
                ArtifactHash.ofModel(training.hash(), step));
    }

    private <S extends Record> FittedSynthesizer fit(
            Synthesizer<S> synthesizer,
            Dataset training,
            List<Constraint> rules,
            Step.FitSynthesizer step) {
        return Fitting.fit(
                synthesizer,
                training,
                synthesizer.settings().fromJson(step.settings()),
                rules,
                step.seed(),
                progress);
    }

    /// The rules a model is bound by, read by the columns and levels it was taught.
    private List<Constraint> rules(Step.FitSynthesizer step) {
        Dataset whole = data(step.input());
        return step.rules().isEmpty()
                ? List.of()
                : Rules.parse(
                        step.rules(),
                        Vocabulary.of(whole).with(Vocabulary.of(step.rare().apply(whole).data())));
    }

    private Artifact draw(Step.Sample step) {
        if (!(artifacts.apply(step.model()) instanceof Artifact.Model model)) {
            throw notA("model", step.model());
        }
        if (!(maker(step.model()).step() instanceof Step.FitSynthesizer fit)) {
            throw notA("model", step.model());
        }
        Synthesis drawn =
                Drawing.draw(
                        model.fitted(),
                        step.plan(),
                        fit.rare().apply(data(fit.input())).data(),
                        benchmark(step.benchmark()),
                        rules(fit),
                        step.seed(),
                        progress);
        return new Artifact.Data(drawn.data(), drawn.shortfalls(), drawn.notes(), drawn.steered());
    }

    private Artifact correct(Step.Correct step) {
        Correction<?> correction = Catalogue.find(Correction.class, step.method());
        Dataset data = data(step.input());
        require(correction.applicability(data), correction.card().name());
        Correction.Corrected corrected = correct(correction, data, step.settings());
        return new Artifact.Data(corrected.data(), List.of(), corrected.notes());
    }

    private <S extends Record> Correction.Corrected correct(
            Correction<S> correction, Dataset data, JsonNode settings) {
        return correction.correct(data, correction.settings().fromJson(settings), progress);
    }

    private Artifact study(Step.StudyCollapse step) {
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, step.method());
        requireUnlocked(step.input(), synthesizer.card().name());
        return new Artifact.Findings(study(synthesizer, data(step.input()), step));
    }

    private <S extends Record> Assessment study(
            Synthesizer<S> synthesizer, Dataset data, Step.StudyCollapse step) {
        return CollapseStudy.INSTANCE.run(
                synthesizer,
                data,
                synthesizer.settings().fromJson(step.settings()),
                CollapseStudy.INSTANCE.settings().fromJson(step.study()),
                step.seed(),
                progress);
    }

    private Artifact validate(Step.Validate step) {
        requireUnlocked(step.training(), "A comparison model");
        requireSeparate(step);
        Dataset synthetic = data(step.synthetic());
        ValidationInput input =
                new ValidationInput(
                        real(step.training(), Part.TRAINING),
                        step.holdout().isEmpty()
                                ? Optional.empty()
                                : Optional.of(real(step.holdout(), Part.HOLDOUT)),
                        made(synthetic),
                        benchmark(step.benchmark()),
                        completes(synthetic));
        List<Validation> validations =
                Validations.runAll(input, step.settings(), step.seed(), progress);
        return new Artifact.Scorecard(validations, Verdicts.sentence(validations));
    }

    /// The real rows of a dataset, as the part they play in a validation.
    private Dataset real(String id, Part part) {
        return OriginColumn.unmarked(data(id)).withPart(part);
    }

    /// The rows that were made; all of them if they carry no mark.
    private static Dataset made(Dataset data) {
        Dataset rows =
                OriginColumn.marked(data) ? data.select(OriginColumn.syntheticRows(data)) : data;
        if (rows.rows() == 0) {
            throw new UserProblem(
                    "There are no synthetic rows to judge.",
                    data.name(),
                    "Draw a table with synthetic rows first.");
        }
        return OriginColumn.unmarked(rows).withPart(Part.SYNTHETIC);
    }

    /// Whether there are real rows beside those that were made.
    private static boolean completes(Dataset data) {
        return OriginColumn.marked(data) && OriginColumn.syntheticRows(data).length < data.rows();
    }

    /// A holdout judges only what has not seen it.
    private void requireSeparate(Step.Validate step) {
        String holdout = step.holdout();
        if (holdout.isEmpty()) {
            return;
        }
        boolean seen =
                lineage.holdsRowsOf(step.training(), holdout)
                        || lineage.taughtBy(step.synthetic())
                                .filter(taught -> lineage.holdsRowsOf(taught, holdout))
                                .isPresent();
        if (seen) {
            throw new UserProblem(
                    "The synthetic rows or the training part were made from rows of the holdout.",
                    holdout,
                    "Fit on the training part of the split, or leave the holdout out.");
        }
    }

    private void requireUnlocked(String id, String what) {
        if (lineage.holdsLockedRows(id)) {
            throw new UserProblem(
                    what + " would be fitted on rows of the locked holdout.",
                    id,
                    "Use the training part; the holdout is only for judging.");
        }
    }

    private static void require(Applicability applicability, String what) {
        if (!applicability.ready()) {
            throw new UserProblem(
                    what + " cannot be run yet.", applicability.reason(), "Mark what is missing.");
        }
    }

    private StepRecord maker(String id) {
        return lineage.maker(id).orElseThrow(() -> Project.unknown(id));
    }

    private static Artifact.Data data(Dataset dataset) {
        return new Artifact.Data(dataset, List.of(), List.of());
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
        return new UserProblem(
                "\"" + id + "\" is not a " + what + ".", id, "Choose another input.");
    }
}
