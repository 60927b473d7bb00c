package org.counterpoise.session;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Steered;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.session.store.StoredArtifact;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Artifacts in the form the project file keeps: JSON, and the columns of a dataset.
final class ArtifactForm {
    private ArtifactForm() {}

    private record DataForm(
            String name,
            Part part,
            List<ColumnInfo> columns,
            List<Synthesis.Shortfall> shortfalls,
            List<String> notes,
            @Nullable Steered steered) {}

    private record ModelForm(String method, List<String> notes) {}

    /// The kind of an artifact, as ids begin with it: "data", "model", ….
    static String kind(Artifact artifact) {
        return artifact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// The kind in an id: "data" of "data-2".
    static String kind(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    static StoredArtifact stored(StepRecord.Output output, Artifact artifact) {
        return new StoredArtifact(
                output.id(),
                output.hash(),
                switch (artifact) {
                    case Artifact.Data data -> Json.write(form(data));
                    case Artifact.Model model ->
                            Json.write(new ModelForm(model.method(), model.notes()));
                    case Artifact.Target target -> Json.write(BenchmarkForm.of(target));
                    case Artifact.Findings findings -> Json.write(findings);
                    case Artifact.Scorecard scorecard -> Json.write(scorecard);
                    case Artifact.Report report -> Json.write(report);
                },
                artifact instanceof Artifact.Data data ? columns(data.dataset()) : List.of());
    }

    private static DataForm form(Artifact.Data data) {
        Dataset dataset = data.dataset();
        return new DataForm(
                dataset.name(),
                dataset.part(),
                dataset.schema().columns(),
                data.shortfalls(),
                data.notes(),
                data.steered());
    }

    private static List<Column> columns(Dataset dataset) {
        return IntStream.range(0, dataset.schema().size()).mapToObj(dataset::column).toList();
    }

    /// @param models fits the model with this id again when it is first drawn from
    /// @throws JsonProcessingException if the stored text is not what [#stored] made
    static Artifact artifact(StoredArtifact stored, Function<ModelNotes, FittedSynthesizer> models)
            throws JsonProcessingException {
        String json = stored.json();
        String kind = kind(stored.id());
        return switch (kind) {
            case "data" -> data(Json.read(json, DataForm.class), stored.columns());
            case "model" -> {
                ModelForm form = Json.read(json, ModelForm.class);
                ModelNotes notes = new ModelNotes(stored.id(), form.notes());
                yield new Artifact.Model(form.method(), models.apply(notes), form.notes());
            }
            case "target" -> Json.read(json, BenchmarkForm.class).target();
            case "findings" -> Json.read(json, Artifact.Findings.class);
            case "scorecard" -> Json.read(json, Artifact.Scorecard.class);
            case "report" -> Json.read(json, Artifact.Report.class);
            default -> throw new IllegalStateException("artifact of kind " + kind);
        };
    }

    /// What is kept of a model.
    ///
    /// @param id of the artifact
    record ModelNotes(String id, List<String> notes) {}

    private static Artifact data(DataForm form, List<Column> columns) {
        Dataset dataset =
                new Dataset(form.name(), form.part(), new Schema(form.columns()), columns);
        Steered steered = form.steered();
        return new Artifact.Data(
                dataset, form.shortfalls(), form.notes(), steered == null ? Steered.NONE : steered);
    }
}
