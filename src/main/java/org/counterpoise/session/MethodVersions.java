package org.counterpoise.session;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which methods a step uses, and which version of each is on the class path.
final class MethodVersions {
    private MethodVersions() {}

    /// @throws org.counterpoise.engine.UserProblem if a method is not there
    static Map<String, Integer> of(Step step) {
        return switch (step) {
            case Step.RunAudit s -> versions(Audit.class, List.of(s.method()));
            case Step.FitSynthesizer s -> versions(Synthesizer.class, List.of(s.method()));
            case Step.Correct s -> versions(Correction.class, List.of(s.method()));
            case Step.Validate s -> versions(Validator.class, List.copyOf(s.settings().keySet()));
            case Step.StudyCollapse s -> {
                Map<String, Integer> used = versions(Synthesizer.class, List.of(s.method()));
                used.put(CollapseStudy.INSTANCE.id(), CollapseStudy.INSTANCE.version());
                yield used;
            }
            case Step.ImportData s -> Map.of();
            case Step.AssignRoles s -> Map.of();
            case Step.Split s -> Map.of();
            case Step.SetBenchmark s -> Map.of();
            case Step.Sample s -> Map.of();
            case Step.WriteReport s -> Map.of();
        };
    }

    private static <M extends Method<?>> Map<String, Integer> versions(
            Class<M> kind, List<String> ids) {
        Map<String, Integer> versions = new HashMap<>();
        ids.forEach(id -> versions.put(id, Catalogue.find(kind, id).version()));
        return versions;
    }
}
