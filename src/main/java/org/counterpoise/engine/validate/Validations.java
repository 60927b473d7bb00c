package org.counterpoise.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Runs every validator of the catalogue: the scorecard of a synthetic table.
public final class Validations {
    private Validations() {}

    /// Judges under every pillar. What cannot be judged is left out, with the reason.
    ///
    /// @param settings validator id to its settings; absent members and validators have defaults
    /// @param seed of all randomness; each validator derives its own from it
    /// @return one validation per validator, in the order of the catalogue
    /// @throws UserProblem for settings of an unknown validator, or tables that cannot be compared
    public static List<Validation> runAll(
            ValidationInput input, Map<String, JsonNode> settings, long seed, Progress progress) {
        List<Validator<?>> validators = validators();
        settings.keySet().forEach(id -> require(id, validators));
        List<Progress> parts = progress.sideBySide(validators.size());
        return Parallel.map(
                validators.size(),
                progress.silent(),
                "Judging",
                i -> {
                    Validator<?> validator = validators.get(i);
                    JsonNode own =
                            settings.getOrDefault(
                                    validator.id(), JsonNodeFactory.instance.objectNode());
                    long stream = Streams.derive(seed, validator.id());
                    Validation validation = run(validator, input, own, stream, parts.get(i));
                    parts.get(i).report(1, "Judging");
                    return validation;
                });
    }

    /// Every validator on the class path.
    public static List<Validator<?>> validators() {
        List<Validator<?>> validators = new ArrayList<>();
        Catalogue.all(Validator.class).forEach(validators::add);
        return validators;
    }

    private static void require(String id, List<Validator<?>> validators) {
        if (validators.stream().noneMatch(validator -> validator.id().equals(id))) {
            throw new UserProblem(
                    "There is no validator called \"" + id + "\".",
                    "settings",
                    "Use one of: "
                            + validators.stream()
                                    .map(Validator::id)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private static <S extends Record> Validation run(
            Validator<S> validator,
            ValidationInput input,
            JsonNode settings,
            long seed,
            Progress progress) {
        Applicability applicability = validator.applicability(input);
        return applicability.ready()
                ? validator.run(input, validator.settings().fromJson(settings), seed, progress)
                : Verdicts.leftOut(validator, applicability.reason());
    }
}
