package org.counterpoise.workbench.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.ResolvedPlan;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the Generate page offers, without a window.
class GenerateModelTest {
    private static final FittedSynthesizer NEVER_DRAWN =
            new FittedSynthesizer() {
                @Override
                public Synthesis sample(List<Target> targets, long seed, Progress progress) {
                    throw new AssertionError("not to be drawn from");
                }

                @Override
                public List<String> notes() {
                    return List.of();
                }
            };

    private final GenerateModel model = new GenerateModel();
    private final Example example =
            new Example()
                    .step(
                            new Step.AssignRoles("data-0", List.of()),
                            "data-1",
                            Example.data(Example.people(Part.TRAINING)));

    /// Works out every preview at once, as the page does after a moment.
    @BeforeEach
    void previewAtOnce() {
        model.plan()
                .request()
                .subscribe(
                        request ->
                                request.map(r -> PlanPreview.of(r, Progress.NONE))
                                        .ifPresent(model.plan()::showPreview));
    }

    private void show() {
        model.show(example.view(), example.entry("data-1"));
    }

    @Test
    void withoutDataTheStepIsBlocked() {
        model.show(ProjectView.CLOSED, Optional.empty());
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.BLOCKED);
        assertThat(model.order()).isEmpty();
    }

    @Test
    void anOrderFitsTheChosenMethodAndDrawsByThePlan() {
        show();
        Order order = model.order().orElseThrow();
        assertThat(order.fit().input()).isEqualTo("data-1");
        assertThat(order.fit().method()).isEqualTo(model.gallery().getFirst().synthesizer().id());
        assertThat(order.plan().goal()).isEqualTo(SamplingPlan.Goal.KEEP);
        assertThat(order.fitted()).isEmpty();
    }

    @Test
    void aModelThatWasFittedInJustThisWayIsDrawnFromAgain() {
        show();
        Step.FitSynthesizer fit = model.order().orElseThrow().fit();
        example.step(fit, "model-1", new Artifact.Model(fit.method(), NEVER_DRAWN, List.of()));
        show();
        assertThat(model.order().orElseThrow().fitted()).contains("model-1");

        model.seed().field("seed").text().set("2");
        assertThat(model.order().orElseThrow().fitted()).isEmpty();
    }

    @Test
    void anInvalidSettingKeepsFromGenerating() {
        show();
        assertThat(model.ready().get()).isTrue();
        model.seed().field("seed").text().set("x");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void balancingFillsEveryGroupUpToTheLargest() {
        show();
        model.plan()
                .settings()
                .get()
                .set(
                        new PlanSettings(
                                SamplingPlan.Goal.BALANCE,
                                List.of("sex"),
                                0,
                                SamplingPlan.Result.AUGMENTED));
        PlanPreview preview = model.plan().preview().get().orElseThrow();
        assertThat(preview.resolved().orElseThrow().allocations())
                .extracting(a -> a.label() + " " + a.existing() + " → " + a.wanted())
                .containsExactly("F 6 → 6", "M 2 → 6");
        assertThat(preview.figure()).isPresent();
    }

    @Test
    void typingOneGroupKeepsTheNumbersOfTheOthers() {
        balancingFillsEveryGroupUpToTheLargest();
        model.plan().type(Map.of("sex", "M"), 5);
        SamplingPlan plan = model.plan().preview().get().orElseThrow().plan();
        assertThat(plan.goal()).isEqualTo(SamplingPlan.Goal.TYPED);
        assertThat(plan.typed())
                .containsExactly(
                        new Target(Map.of("sex", "F"), 6), new Target(Map.of("sex", "M"), 5));
    }

    @Test
    void aPlanThatCannotBeResolvedSaysWhyAndKeepsFromGenerating() {
        show();
        model.plan()
                .settings()
                .get()
                .set(
                        new PlanSettings(
                                SamplingPlan.Goal.MATCH_BENCHMARK,
                                List.of("sex"),
                                0,
                                SamplingPlan.Result.SYNTHETIC));
        assertThat(model.plan().preview().get().orElseThrow().problem()).isNotEmpty();
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aRemedyForAGroupPlansToBalanceItsColumns() {
        show();
        model.plan()
                .prepare(
                        new Remedy(
                                "Generate more men",
                                Remedy.Action.GENERATE,
                                List.of(),
                                Map.of("sex", "M")));
        PlanSettings plan = model.plan().settings().get().value().get();
        assertThat(plan.goal()).isEqualTo(SamplingPlan.Goal.BALANCE);
        assertThat(plan.columns()).containsExactly("sex");
        assertThat(plan.result()).isEqualTo(SamplingPlan.Result.AUGMENTED);
    }

    @Test
    void versionsAreNumberedAndShortfallsWarn() {
        show();
        Order order = model.order().orElseThrow();
        example.step(
                        order.fit(),
                        "model-1",
                        new Artifact.Model(order.fit().method(), NEVER_DRAWN, List.of()))
                .step(
                        new Step.Sample("model-1", "", order.plan(), 1),
                        "data-2",
                        new Artifact.Data(
                                Example.people(Part.SYNTHETIC),
                                List.of(
                                        new Synthesis.Shortfall(
                                                new Target(Map.of(), 9), 8, "Too few.")),
                                List.of()));
        show();
        assertThat(model.versions()).extracting(Version::title).containsExactly("v1");
        assertThat(model.shown().get().orElseThrow().id()).isEqualTo("data-2");
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.WARNINGS);
    }

    @Test
    void peopleCanBeWantedByCondition() {
        show();
        model.plan().want(20, "sex = F, age >= 60");
        PlanPreview preview = model.plan().preview().get().orElseThrow();
        assertThat(preview.plan().goal()).isEqualTo(SamplingPlan.Goal.TYPED);
        assertThat(preview.plan().typed()).hasSize(1);
        ResolvedPlan.Allocation wanted = preview.resolved().orElseThrow().allocations().getFirst();
        assertThat(wanted.existing()).isEqualTo(3);
        assertThat(wanted.toGenerate()).isEqualTo(20);
        model.plan().type(wanted, 7);
        assertThat(model.order().orElseThrow().plan().typed().getFirst().rows()).isEqualTo(7);
    }

    @Test
    void aConditionThatCannotBeReadChangesNothing() {
        show();
        assertThatThrownBy(() -> model.plan().want(20, "sexx = F"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("sexx");
        assertThat(model.plan().conditions()).isEmpty();
        assertThat(model.order().orElseThrow().plan().goal()).isEqualTo(SamplingPlan.Goal.KEEP);
    }

    @Test
    void groupsThatAreHardToReachAreToldBeforeDrawing() {
        show();
        model.plan().want(20, "sex = F, age >= 60");
        PlanPreview preview = model.plan().preview().get().orElseThrow();
        assertThat(preview.expectations(model.chosen().get().synthesizer()))
                .singleElement()
                .asString()
                .contains("20 rows")
                .contains("3 training rows");
    }

    @Test
    void aPreviewIsMadeOfTheChosenMethodOnlyWhenWanted() {
        show();
        assertThat(model.looking().request().get()).isEmpty();
        model.looking().wanted().set(true);
        PreviewModel.Request request = model.looking().request().get().orElseThrow();
        assertThat(request.method()).isEqualTo(model.chosen().get().synthesizer());
        PreviewModel.Preview made = request.work(Progress.NONE);
        assertThat(made.rows().orElseThrow().rows()).isEqualTo(500);
        assertThat(made.marginals()).hasSize(3);
        model.choose("tomek-links");
        PreviewModel.Preview none =
                model.looking().request().get().orElseThrow().work(Progress.NONE);
        assertThat(none.rows()).isEmpty();
        assertThat(none.problem()).isNotBlank();
        model.looking().wanted().set(false);
        assertThat(model.looking().request().get()).isEmpty();
    }
}
