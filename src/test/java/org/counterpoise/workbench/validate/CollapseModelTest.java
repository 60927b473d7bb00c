package org.counterpoise.workbench.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.counterpoise.workbench.generate.Version;
import org.counterpoise.workbench.shell.ProjectView;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What is fitted again and again, and what is shown of it, without a window.
class CollapseModelTest {
    private static final JsonNode SMOOTH = JsonNodeFactory.instance.objectNode().put("trees", 7);

    private static final JsonNode KEPT =
            JsonNodeFactory.instance.objectNode().put("generations", 3);

    private final CollapseModel model = new CollapseModel();

    private static Example withVersion(String method) {
        return new Example()
                .step(
                        new Step.AssignRoles("data-0", List.of()),
                        "data-1",
                        Example.data(Example.people(Part.WHOLE)))
                .step(new Step.FitSynthesizer("data-1", method, SMOOTH, 5), "model-1", anything())
                .step(
                        new Step.Sample("model-1", "", SamplingPlan.keep(8), 1),
                        "data-2",
                        Example.data(Example.people(Part.SYNTHETIC)));
    }

    private static Artifact anything() {
        return Example.data(Example.people(Part.WHOLE));
    }

    private void show(Example example) {
        ProjectView view = example.view();
        model.show(view, Optional.of(Version.all(view).getLast()));
    }

    @Test
    void withoutAVersionNothingCanBeTried() {
        model.show(ProjectView.CLOSED, Optional.empty());
        assertThat(model.ready().get()).isFalse();
        assertThat(model.step()).isEmpty();
    }

    @Test
    void theSynthesizerOfTheVersionIsProposedWithItsSettings() {
        show(withVersion("sequential-trees"));
        Step.StudyCollapse step = (Step.StudyCollapse) model.step().orElseThrow();
        assertThat(step.input()).isEqualTo("data-1");
        assertThat(step.method()).isEqualTo("sequential-trees");
        assertThat(step.settings()).isEqualTo(SMOOTH);
        assertThat(step.seed()).isEqualTo(5);
        assertThat(step.study().path("generations").asInt()).isEqualTo(5);
        assertThat(step.study().path("mode").asText()).isEqualTo("replace");
    }

    @Test
    void anotherSynthesizerTakesItsDefaults() {
        show(withVersion("sequential-trees"));
        model.choices().stream()
                .filter(choice -> choice.id().equals("gaussian-copula"))
                .findFirst()
                .ifPresent(model.chosen()::set);
        Step.StudyCollapse step = (Step.StudyCollapse) model.step().orElseThrow();
        assertThat(step.method()).isEqualTo("gaussian-copula");
        assertThat(step.settings().has("trees")).isFalse();
        assertThat(model.settingsFrom()).contains("default");
    }

    @Test
    void aFieldThatIsNotValidStopsTheStudy() {
        show(withVersion("gaussian-copula"));
        model.study().field("generations").text().set("0");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void theLatestStudyOfTheseRowsIsShown() {
        Example example = withVersion("gaussian-copula");
        show(example);
        assertThat(model.result().get()).isEmpty();
        Assessment found =
                new Assessment(
                        "collapse",
                        "Title",
                        List.of(Example.finding("loss", Severity.OK)),
                        new TreeMap<>(),
                        List.of());
        example.step(
                new Step.StudyCollapse("data-1", "independent", SMOOTH, KEPT, 1),
                "findings-1",
                new Artifact.Findings(found));
        show(example);
        assertThat(model.result().get().orElseThrow()).isEqualTo(found);
    }

    @Test
    void theLatestStudyIsProposedAgainWhenItsVersionComesIntoView() {
        Example example =
                withVersion("gaussian-copula")
                        .step(
                                new Step.StudyCollapse("data-1", "independent", SMOOTH, KEPT, 1),
                                "findings-1",
                                anything());
        show(example);
        assertThat(model.chosen().get().id()).isEqualTo("independent");
        assertThat(model.study().value().get().generations()).isEqualTo(3);
    }
}
