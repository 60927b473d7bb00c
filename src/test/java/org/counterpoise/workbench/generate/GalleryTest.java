package org.counterpoise.workbench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;
import org.counterpoise.engine.validate.fidelity.Marginal;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Searching, ranking and remembering methods, and comparing versions, without a window.
class GalleryTest {
    private final Map<String, JsonNode> kept = new HashMap<>();

    private GenerateModel model() {
        return new GenerateModel(
                new SettingsMemory() {
                    @Override
                    public Optional<JsonNode> recall(String fingerprint) {
                        return Optional.ofNullable(kept.get(fingerprint));
                    }

                    @Override
                    public void remember(String fingerprint, JsonNode settings) {
                        kept.put(fingerprint, settings);
                    }
                });
    }

    private static Gallery answered(GenerateModel model, Traits.Quality wanted) {
        for (Need need : Need.ALL) {
            need.answers().stream()
                    .filter(answer -> answer.wanted().contains(wanted))
                    .forEach(answer -> model.shelf().answer(need, answer));
        }
        return model.shelf();
    }

    @Test
    void everyMethodIsShownUntilSearched() {
        GenerateModel model = model();
        assertThat(model.shelf().shown().get()).hasSameSizeAs(model.gallery());
        model.shelf().search().set("CHAWLA");
        assertThat(model.shelf().shown().get())
                .isNotEmpty()
                .allMatch(r -> r.choice().synthesizer().card().toString().contains("Chawla"));
        model.shelf().search().set("xyzzy");
        assertThat(model.shelf().shown().get()).isEmpty();
    }

    @Test
    void everyQualityCanBeAskedFor() {
        assertThat(Need.ALL).hasSize(4);
        assertThat(
                        Need.ALL.stream()
                                .flatMap(need -> need.answers().stream())
                                .flatMap(answer -> answer.wanted().stream()))
                .containsExactlyInAnyOrder(Traits.Quality.values());
    }

    @Test
    void answersRankByWhatMethodsSayAboutThemselves() {
        for (Traits.Quality wanted :
                List.of(Traits.Quality.MORE_CASES, Traits.Quality.WHOLE_TABLE)) {
            Gallery gallery = answered(model(), wanted);
            List<Ranked> shown = gallery.shown().get();
            assertThat(gallery.asked()).isTrue();
            assertThat(shown.getFirst().choice().synthesizer().traits().good()).contains(wanted);
            assertThat(shown.getFirst().reasons()).contains("Good for " + wanted.words() + ".");
            assertThat(shown).extracting(r -> r.unmet().size() - r.met().size()).isSorted();
        }
    }

    @Test
    void aMethodThatCannotLearnFromTheDataComesLastAndSaysWhy() {
        GenerateModel model = model();
        Schema nothing =
                new Schema(
                        Example.people(Part.TRAINING).schema().columns().stream()
                                .map(column -> column.withRole(Role.IDENTIFIER))
                                .toList());
        model.shelf().show(Optional.of(nothing));
        assertThat(model.shelf().shown().get())
                .allMatch(r -> r.reasons().getFirst().startsWith("Not for this data: "));
        model.shelf().usableOnly().set(true);
        assertThat(model.shelf().shown().get()).isEmpty();
    }

    @Test
    void everyCardSaysWhatBecomesOfMinorities() {
        assertThat(model().gallery())
                .extracting(GenerateModel.Choice::synthesizer)
                .allSatisfy(
                        synthesizer ->
                                assertThat(synthesizer.card().limits())
                                        .as(((Synthesizer<?>) synthesizer).id())
                                        .anyMatch(limit -> limit.contains("minorit")));
    }

    @Test
    void theLastSettingsComeBackForDataOfTheSameColumns() {
        Example example =
                new Example()
                        .step(
                                new Step.AssignRoles("data-0", List.of()),
                                "data-1",
                                Example.data(Example.people(Part.TRAINING)));
        GenerateModel before = model();
        before.show(example.view(), example.entry("data-1"));
        before.chosen().set(before.gallery().getLast());
        before.seed().field("seed").text().set("77");
        before.plan()
                .settings()
                .get()
                .set(
                        new PlanSettings(
                                SamplingPlan.Goal.BALANCE,
                                List.of("sex"),
                                40,
                                SamplingPlan.Result.AUGMENTED));
        before.remember();

        GenerateModel after = model();
        after.show(example.view(), example.entry("data-1"));
        assertThat(after.chosen().get().synthesizer().id())
                .isEqualTo(before.gallery().getLast().synthesizer().id());
        assertThat(after.seed().value().get().seed()).isEqualTo(77);
        assertThat(after.plan().settings().get().value().get().rows()).isEqualTo(40);
        assertThat(after.plan().settings().get().value().get().goal())
                .isEqualTo(SamplingPlan.Goal.BALANCE);
    }

    @Test
    void numbersTypedPerGroupAreNotKeptAsTheyNameLevels() {
        GenerateModel model = model();
        PlanSettings typed =
                new PlanSettings(
                        SamplingPlan.Goal.TYPED, List.of("sex"), 9, SamplingPlan.Result.SYNTHETIC);
        Remembered kept = Remembered.of(model.chosen().get(), 1, typed);
        assertThat(kept.goal()).isEqualTo(SamplingPlan.Goal.KEEP);
        assertThat(Remembered.read(kept.json())).contains(kept);
    }

    @Test
    void otherColumnsHaveAnotherFingerprint() {
        Schema schema = Example.people(Part.TRAINING).schema();
        ColumnInfo first = schema.columns().getFirst();
        assertThat(SettingsMemory.fingerprint(schema))
                .isNotEqualTo(
                        SettingsMemory.fingerprint(
                                schema.with(first.name(), c -> c.withRole(Role.IGNORED))));
    }

    @Test
    void aTableComparedWithItselfDiffersInNothing() {
        List<Marginal> same =
                Marginal.of(
                        Example.people(Part.TRAINING),
                        List.of(Example.people(Part.SYNTHETIC), Example.people(Part.SYNTHETIC)),
                        Progress.NONE);
        assertThat(same).hasSize(3);
        assertThat(same).allSatisfy(m -> assertThat(m.figures()).hasSize(2));
        assertThat(same).flatExtracting(Marginal::distances).containsOnly(0.0);
    }
}
