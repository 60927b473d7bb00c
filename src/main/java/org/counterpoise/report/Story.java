package org.counterpoise.report;

import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The steps a report tells, and what they made.
///
/// @param steps live steps, in order
/// @param artifacts gives an artifact by its id
record Story(List<StepRecord> steps, Function<String, Artifact> artifacts) {

    Story {
        steps = List.copyOf(steps);
    }

    /// A step of one kind and its record.
    record Told<S extends Step>(StepRecord record, S step) {}

    <S extends Step> List<Told<S>> all(Class<S> kind) {
        return steps.stream()
                .filter(record -> kind.isInstance(record.step()))
                .map(record -> new Told<>(record, kind.cast(record.step())))
                .toList();
    }

    boolean has(Class<? extends Step> kind) {
        return steps.stream().anyMatch(record -> kind.isInstance(record.step()));
    }

    /// The n-th thing a step made, if it is of this kind.
    <A extends Artifact> Optional<A> made(StepRecord record, int n, Class<A> kind) {
        return n < record.outputs().size()
                ? artifact(record.outputs().get(n).id(), kind)
                : Optional.empty();
    }

    <A extends Artifact> Optional<A> artifact(String id, Class<A> kind) {
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(artifacts.apply(id)).filter(kind::isInstance).map(kind::cast);
    }

    /// The id of the last version of a dataset: what assigning roles made of it.
    String latest(String id) {
        String latest = id;
        for (Told<Step.AssignRoles> told : all(Step.AssignRoles.class)) {
            if (told.step().input().equals(latest)) {
                latest = told.record().output();
            }
        }
        return latest;
    }

    /// The name of a dataset for people, with its id.
    String nameOf(String id) {
        return artifact(id, Artifact.Data.class)
                .map(data -> data.dataset().name() + " (" + id + ")")
                .orElse(id);
    }
}
