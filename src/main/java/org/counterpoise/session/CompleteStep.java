package org.counterpoise.session;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validator;

import java.util.Map;
import java.util.TreeMap;

/// Steps with every setting spelled out, so that a protocol does not depend on what a version of
/// the program has as defaults.
final class CompleteStep {
    private CompleteStep() {}

    /// @throws org.counterpoise.engine.UserProblem if a method or a setting does not exist, or a
    ///     setting is out of range
    static Step of(Step step) {
        return switch (step) {
            case Step.RunAudit s -> {
                Audit<?> audit = Catalogue.find(Audit.class, s.method());
                JsonNode settings = complete(audit, s.settings());
                yield new Step.RunAudit(
                        s.input(), s.benchmark(), s.method(), settings, s.seed(), s.other());
            }
            case Step.FitSynthesizer s -> {
                Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, s.method());
                JsonNode settings = complete(synthesizer, s.settings());
                yield new Step.FitSynthesizer(
                        s.input(), s.method(), settings, s.seed(), s.rules(), s.rare());
            }
            case Step.Correct s -> {
                Correction<?> correction = Catalogue.find(Correction.class, s.method());
                yield new Step.Correct(s.input(), s.method(), complete(correction, s.settings()));
            }
            case Step.Validate s ->
                    new Step.Validate(
                            s.training(),
                            s.holdout(),
                            s.synthetic(),
                            complete(s.settings()),
                            s.seed(),
                            s.benchmark());
            case Step.StudyCollapse s -> {
                Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, s.method());
                yield new Step.StudyCollapse(
                        s.input(),
                        s.method(),
                        complete(synthesizer, s.settings()),
                        complete(CollapseStudy.INSTANCE, s.study()),
                        s.seed());
            }
            case Step.ImportData s -> s;
            case Step.AssignRoles s -> s;
            case Step.Split s -> s;
            case Step.SetBenchmark s -> s;
            case Step.Sample s -> s;
            case Step.WriteReport s -> s;
        };
    }

    private static Map<String, JsonNode> complete(Map<String, JsonNode> given) {
        given.keySet().forEach(id -> Catalogue.find(Validator.class, id));
        Map<String, JsonNode> all = new TreeMap<>();
        for (Validator<?> validator : Catalogue.all(Validator.class)) {
            JsonNode settings = given.get(validator.id());
            all.put(
                    validator.id(),
                    settings == null ? toJson(validator) : complete(validator, settings));
        }
        return all;
    }

    private static <S extends Record> JsonNode toJson(Method<S> method) {
        return method.settings().toJson(method.defaults());
    }

    private static <S extends Record> JsonNode complete(Method<S> method, JsonNode settings) {
        return method.settings().toJson(method.settings().fromJson(settings));
    }
}
