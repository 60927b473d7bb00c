package org.counterpoise.session;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.session.store.ProjectFile;
import org.counterpoise.session.store.StoredArtifact;
import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where the artifacts of a project stand: in memory, or in its file and in memory as long as there
/// is room. Models, which the file does not hold, always stay.
final class Shelf {
    private final Optional<ProjectFile> file;
    private final Function<ArtifactForm.ModelNotes, FittedSynthesizer> models;
    private final Map<String, Supplier<@Nullable Artifact>> kept = new ConcurrentHashMap<>();

    /// @param models how a model that only the file knows is fitted again
    Shelf(Optional<ProjectFile> file, Function<ArtifactForm.ModelNotes, FittedSynthesizer> models) {
        this.file = file;
        this.models = models;
    }

    void put(String id, Artifact artifact) {
        boolean always = file.isEmpty() || artifact instanceof Artifact.Model;
        kept.put(id, always ? () -> artifact : new SoftReference<>(artifact)::get);
    }

    void remove(String id) {
        kept.remove(id);
    }

    /// @param id of an artifact of this project
    /// @throws UserProblem if the file is damaged
    Artifact get(String id) {
        Supplier<@Nullable Artifact> supplier = kept.get(id);
        Artifact artifact = supplier == null ? null : supplier.get();
        if (artifact != null) {
            return artifact;
        }
        Artifact loaded = load(file.orElseThrow(() -> Project.unknown(id)), id);
        put(id, loaded);
        return loaded;
    }

    private Artifact load(ProjectFile source, String id) {
        StoredArtifact stored =
                source.artifact(id)
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "\""
                                                        + id
                                                        + "\" was lost when this project was"
                                                        + " rescued from a damaged file.",
                                                source.path().toString(),
                                                "Undo to the step that made it and run that step"
                                                        + " again."));
        try {
            return ArtifactForm.artifact(stored, models);
        } catch (JsonProcessingException e) {
            throw new UserProblem(
                    "\"" + id + "\" cannot be read from the project.",
                    source.path().toString(),
                    "Keep the file, and rescue what can be read into a new project.",
                    e);
        }
    }
}
