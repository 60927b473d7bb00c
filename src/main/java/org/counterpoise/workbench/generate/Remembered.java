package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.counterpoise.engine.synth.SamplingPlan;

import java.util.List;
import java.util.Optional;

/// What is kept of the Generate page's forms between two sessions: no value of the data, so neither
/// numbers typed per group nor settings that name levels.
///
/// @param method a synthesizer's id
/// @param settings its settings that name no levels
@JsonIgnoreProperties(ignoreUnknown = true)
record Remembered(
        String method,
        JsonNode settings,
        long seed,
        SamplingPlan.Goal goal,
        List<String> columns,
        int rows,
        SamplingPlan.Result result) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Remembered {
        columns = List.copyOf(columns);
    }

    static Remembered of(GenerateModel.Choice choice, long seed, PlanSettings plan) {
        SamplingPlan.Goal goal =
                plan.goal() == SamplingPlan.Goal.TYPED ? SamplingPlan.Goal.KEEP : plan.goal();
        return new Remembered(
                choice.synthesizer().id(),
                choice.settings().jsonWithoutLevels(),
                seed,
                goal,
                plan.columns(),
                plan.rows(),
                plan.result());
    }

    JsonNode json() {
        return JSON.valueToTree(this);
    }

    /// Empty if it was written by another version and cannot be understood.
    static Optional<Remembered> read(JsonNode json) {
        try {
            return Optional.of(JSON.treeToValue(json, Remembered.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    PlanSettings plan() {
        return new PlanSettings(goal, columns, rows, result);
    }
}
