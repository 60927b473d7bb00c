package org.counterpoise.workbench.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.Example;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class LineageModelTest {

    @Test
    void eachStepStandsUnderTheOneThatMadeItsMainInput() {
        var people = Example.data(Example.people(Part.WHOLE));
        var none = JsonNodeFactory.instance.objectNode();
        List<StepRecord> steps =
                new Example()
                        .step(new Step.AssignRoles("data-0", List.of()), "data-1", people)
                        .step(
                                new Step.Split("data-1", 0.2, List.of(), "", 1),
                                "data-2",
                                people,
                                "data-3",
                                people)
                        .step(
                                new Step.FitSynthesizer("data-2", "smote-nc", none, 4),
                                "model-1",
                                people)
                        .step(
                                new Step.Sample("model-1", "", SamplingPlan.keep(8), 5),
                                "data-4",
                                people)
                        .step(
                                new Step.Validate("data-2", "data-3", "data-4", Map.of(), 6),
                                "scorecard-1",
                                new Artifact.Scorecard(List.of(), ""))
                        .view()
                        .steps();
        List<LineageModel.Node> trees = LineageModel.trees(steps);

        assertThat(trees).hasSize(1);
        LineageModel.Node split = trees.getFirst().children().getFirst();
        LineageModel.Node fit = split.children().getFirst();
        LineageModel.Node draw = fit.children().getFirst();
        assertThat(draw.children().getFirst().record().output()).isEqualTo("scorecard-1");
        assertThat(LineageModel.seed(draw.record().step())).hasValue(5);
        assertThat(LineageModel.made(split.record())).isEqualTo("data-2, data-3");
    }

    @Test
    void durationsAreSaidInTheUnitThatFits() {
        assertThat(LineageModel.duration(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(LineageModel.duration(Duration.ofMillis(3440))).isEqualTo("3.4 s");
        assertThat(LineageModel.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }
}
