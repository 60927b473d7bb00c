package org.counterpoise.workbench.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What the Validate page judges and shows, without a window.
class ValidateModelTest {
    private final ValidateModel model = new ValidateModel();

    private static Example withVersion() {
        var whole = Example.data(Example.people(Part.WHOLE));
        return new Example()
                .step(new Step.AssignRoles("data-0", List.of()), "data-1", whole)
                .step(
                        new Step.Split("data-1", 0.25, List.of(), "", 1),
                        "data-2",
                        Example.data(Example.people(Part.TRAINING)),
                        "data-3",
                        Example.data(Example.people(Part.HOLDOUT)))
                .step(
                        new Step.FitSynthesizer(
                                "data-2",
                                "gaussian-copula",
                                JsonNodeFactory.instance.objectNode(),
                                1),
                        "model-1",
                        whole)
                .step(
                        new Step.Sample("model-1", "", SamplingPlan.keep(8), 1),
                        "data-4",
                        Example.data(Example.people(Part.SYNTHETIC)));
    }

    private static Validation validation(Pillar pillar, Validation.Verdict verdict) {
        return new Validation(
                pillar,
                verdict,
                Optional.empty(),
                Optional.empty(),
                "Sentence.",
                new Assessment(
                        pillar.name().toLowerCase(Locale.ROOT),
                        "Method",
                        List.of(Example.finding(pillar.name(), Severity.OK)),
                        new TreeMap<>(),
                        List.of("Note on " + pillar)));
    }

    @Test
    void withoutAVersionTheStepIsBlocked() {
        model.show(ProjectView.CLOSED);
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.BLOCKED);
        assertThat(model.judge()).isEmpty();
    }

    @Test
    void aVersionIsJudgedAgainstItsTrainingSetOnTheHoldoutThatBelongsToIt() {
        model.show(withVersion().view());
        Step.Validate step = (Step.Validate) model.judge().orElseThrow();
        assertThat(step.training()).isEqualTo("data-2");
        assertThat(step.holdout()).isEqualTo("data-3");
        assertThat(step.synthetic()).isEqualTo("data-4");
        assertThat(step.settings()).containsKey("fidelity");
        assertThat(model.summary()).contains("locked holdout");
    }

    @Test
    void theScorecardOfTheChosenVersionIsShownPillarByPillar() {
        Example example =
                withVersion()
                        .step(
                                new Step.Validate("data-2", "data-3", "data-4", Map.of(), 5),
                                "scorecard-1",
                                new Artifact.Scorecard(
                                        List.of(
                                                validation(
                                                        Pillar.FIDELITY, Validation.Verdict.PASS),
                                                validation(
                                                        Pillar.PRIVACY,
                                                        Validation.Verdict.UNDECIDED)),
                                        "Not ready."));
        model.show(example.view());
        assertThat(model.scorecard().get()).isPresent();
        assertThat(model.railState().get())
                .extracting(RailState::kind, RailState::badge)
                .containsExactly(RailState.Kind.WARNINGS, "1");
        assertThat(model.seed().value().get().seed()).isEqualTo(5);

        model.method().set("privacy");
        assertThat(model.findings().shown())
                .extracting(item -> item.finding().id())
                .containsExactly("PRIVACY");
        assertThat(model.notes())
                .satisfiesExactly(
                        ledger -> assertThat(ledger).contains("ε = ∞"),
                        note -> assertThat(note).isEqualTo("Note on PRIVACY"));
    }

    @Test
    void anInvalidThresholdKeepsFromJudging() {
        model.show(withVersion().view());
        assertThat(model.ready().get()).isTrue();
        model.judges().getFirst().settings().fields().stream()
                .filter(
                        field ->
                                field.kind()
                                        == org.counterpoise.workbench.form.FieldModel.Kind.NUMBER)
                .findFirst()
                .orElseThrow()
                .text()
                .set("high");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aQuickLookKeepsTheThresholdsInTheForms() {
        ProjectView project = withVersion().view();
        model.show(project);
        var fidelity = model.judges().getFirst().settings();
        fidelity.field("minimumQuality").text().set("0.7");
        var full = (Step.Validate) model.judge().orElseThrow();
        model.quick().set(true);
        var quick = (Step.Validate) model.judge().orElseThrow();
        assertThat(fidelity(full).get("modelRows").asInt()).isEqualTo(2_000);
        assertThat(fidelity(quick).get("modelRows").asInt()).isEqualTo(400);
        assertThat(fidelity(quick).get("minimumQuality").asDouble()).isEqualTo(0.7);

        var shown = new ValidateModel();
        shown.show(
                withVersion()
                        .step(
                                quick,
                                "card-1",
                                new Artifact.Scorecard(
                                        List.of(
                                                validation(
                                                        Pillar.FIDELITY, Validation.Verdict.PASS)),
                                        "Usable."))
                        .view());
        assertThat(shown.quick().get()).isTrue();
        var again = shown.judges().getFirst().settings().json();
        assertThat(again.get("modelRows").asInt()).isEqualTo(2_000);
        assertThat(again.get("minimumQuality").asDouble()).isEqualTo(0.7);
    }

    private static JsonNode fidelity(Step.Validate step) {
        return Objects.requireNonNull(step.settings().get("fidelity"));
    }
}
