package org.counterpoise.workbench.validate;

import com.fasterxml.jackson.databind.JsonNode;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.collapse.CollapseSettings;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.generate.Version;
import org.counterpoise.workbench.shell.ProjectView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which synthesizer is fitted to its own rows, how often, and what that showed. Needs no window.
final class CollapseModel {

    private final List<Synthesizer<?>> choices = new ArrayList<>();
    private final ObjectProperty<Synthesizer<?>> chosen;
    private final SettingsModel<CollapseSettings> study =
            new SettingsModel<>(CollapseStudy.INSTANCE.settings(), NameChoices.NONE);
    private final ReadOnlyObjectWrapper<Optional<Assessment>> result =
            new ReadOnlyObjectWrapper<>(this, "result", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> obstacle =
            new ReadOnlyObjectWrapper<>(this, "obstacle", Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private Optional<Version> version = Optional.empty();
    private ProjectView project = ProjectView.CLOSED;

    CollapseModel() {
        for (Synthesizer<?> synthesizer : Catalogue.all(Synthesizer.class)) {
            if (!synthesizer.traits().poor().contains(Traits.Quality.WHOLE_TABLE)) {
                choices.add(synthesizer);
            }
        }
        chosen = new SimpleObjectProperty<>(this, "chosen", choices.getFirst());
        chosen.addListener((Observable _) -> check());
        study.valid().addListener((Observable _) -> check());
    }

    /// Synthesizers that make whole tables.
    List<Synthesizer<?>> choices() {
        return choices;
    }

    ObjectProperty<Synthesizer<?>> chosen() {
        return chosen;
    }

    /// How often is learned again, and from what.
    SettingsModel<CollapseSettings> study() {
        return study;
    }

    /// What the latest study of these rows found; empty before the first.
    ReadOnlyObjectProperty<Optional<Assessment>> result() {
        return result.getReadOnlyProperty();
    }

    /// Why the chosen synthesizer cannot learn from these rows; empty if it can.
    ReadOnlyObjectProperty<Optional<String>> obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// Shows what was found about the rows that a version was made from.
    void show(ProjectView view, Optional<Version> shown) {
        project = view;
        boolean another = !id(shown).equals(id(version));
        version = shown;
        Optional<StepRecord> last = shown.flatMap(made -> last(made.fit().input()));
        if (another) {
            propose(last);
        }
        result.set(last.flatMap(this::result));
        check();
    }

    private static String id(Optional<Version> version) {
        return version.map(Version::id).orElse("");
    }

    /// The synthesizer and the settings of the latest study, else the synthesizer of the version.
    private void propose(Optional<StepRecord> last) {
        if (last.isPresent() && last.get().step() instanceof Step.StudyCollapse step) {
            choice(step.method()).ifPresent(chosen::set);
            study.set(step.study());
        } else {
            version.flatMap(made -> choice(made.fit().method())).ifPresent(chosen::set);
        }
    }

    private Optional<Synthesizer<?>> choice(String method) {
        return choices.stream().filter(choice -> choice.id().equals(method)).findFirst();
    }

    private Optional<StepRecord> last(String input) {
        return project.steps().reversed().stream()
                .filter(
                        record ->
                                record.step() instanceof Step.StudyCollapse step
                                        && step.input().equals(input))
                .findFirst();
    }

    private Optional<Assessment> result(StepRecord study) {
        return project.artifacts().get(study.output()) instanceof Artifact.Findings findings
                ? Optional.of(findings.assessment())
                : Optional.empty();
    }

    private void check() {
        obstacle.set(
                version.flatMap(made -> project.dataset(made.fit().input()))
                        .map(data -> chosen.get().applicability(data.schema()))
                        .filter(can -> !can.ready())
                        .map(can -> can.reason()));
        ready.set(version.isPresent() && obstacle.get().isEmpty() && study.valid().get());
    }

    /// Whose settings the synthesizer takes, in a few words.
    String settingsFrom() {
        return ofVersion()
                .map(made -> "With the settings of " + made.title() + ".")
                .orElse("With its default settings.");
    }

    private Optional<Version> ofVersion() {
        return version.filter(made -> made.fit().method().equals(chosen.get().id()));
    }

    /// The step that fits the chosen synthesizer again and again; empty while something is missing.
    Optional<Step> step() {
        return version.filter(_ -> ready.get())
                .map(
                        made ->
                                new Step.StudyCollapse(
                                        made.fit().input(),
                                        chosen.get().id(),
                                        ofVersion()
                                                .map(same -> same.fit().settings())
                                                .orElseGet(() -> defaults(chosen.get())),
                                        study.json(),
                                        made.fit().seed()));
    }

    private static <S extends Record> JsonNode defaults(Method<S> method) {
        return method.settings().toJson(method.defaults());
    }
}
