package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.databind.JsonNode;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.CollapseGuard;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.resample.OversamplingAdvice;
import org.counterpoise.session.Json;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.Seed;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which synthesizer with which settings and plan, and the versions made so far. Needs no window.
public final class GenerateModel {

    /// A synthesizer of the catalogue and its form.
    public record Choice(Synthesizer<?> synthesizer, SettingsModel<?> settings) {}

    private final List<Choice> gallery;
    private final ObjectProperty<Choice> chosen;
    private final PlanModel plan = new PlanModel();
    private final RulesModel rules = new RulesModel();
    private final PreviewModel preview = new PreviewModel();
    private final SettingsModel<Seed> seed = Seed.model();
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Version>> shown =
            new SimpleObjectProperty<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DataEntry>> training =
            new ReadOnlyObjectWrapper<>(this, "training", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> collapse =
            new ReadOnlyObjectWrapper<>(this, "collapse", Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);
    private final ObjectProperty<Optional<OversamplingAdvice>> advice =
            new SimpleObjectProperty<>(this, "advice", Optional.empty());
    private final ComparisonModel comparison = new ComparisonModel();
    private final Gallery shelf;
    private final SettingsMemory memory;
    private String fingerprint = "";
    private ProjectView project = ProjectView.CLOSED;

    public GenerateModel() {
        this(SettingsMemory.NONE);
    }

    /// @param memory where the forms are kept between two sessions
    GenerateModel(SettingsMemory memory) {
        this.memory = memory;
        List<Choice> choices = new ArrayList<>();
        for (Synthesizer<?> synthesizer : Catalogue.all(Synthesizer.class)) {
            SettingsModel<?> settings =
                    new SettingsModel<>(synthesizer.settings(), NameChoices.NONE);
            settings.valid().addListener((Observable _) -> check());
            settings.value().addListener((Observable _) -> preview());
            choices.add(new Choice(synthesizer, settings));
        }
        if (choices.isEmpty()) {
            throw new UserProblem(
                    "No synthesizer is installed.", "catalogue", "Install Counterpoise again.");
        }
        gallery = List.copyOf(choices);
        shelf = new Gallery(gallery);
        chosen = new SimpleObjectProperty<>(this, "chosen", gallery.getFirst());
        chosen.addListener((Observable _) -> check());
        plan.ready().addListener((Observable _) -> check());
        rules.ready().addListener((Observable _) -> check());
        seed.valid().addListener((Observable _) -> check());
        seed.value().addListener((Observable _) -> preview());
    }

    public List<Choice> gallery() {
        return gallery;
    }

    /// The gallery searched, filtered and ranked.
    Gallery shelf() {
        return shelf;
    }

    /// How to oversample the outcome of the training set; empty until it was looked at.
    ObjectProperty<Optional<OversamplingAdvice>> advice() {
        return advice;
    }

    /// Two versions side by side.
    ComparisonModel comparison() {
        return comparison;
    }

    public ObjectProperty<Choice> chosen() {
        return chosen;
    }

    public PlanModel plan() {
        return plan;
    }

    /// The rules that the rows must obey.
    RulesModel rules() {
        return rules;
    }

    /// A first look at what would be made.
    PreviewModel looking() {
        return preview;
    }

    public SettingsModel<Seed> seed() {
        return seed;
    }

    /// Synthetic and augmented datasets made so far, newest first.
    public ObservableList<Version> versions() {
        return versions;
    }

    /// The version whose rows are shown.
    public ObjectProperty<Optional<Version>> shown() {
        return shown;
    }

    /// The real dataset that is learned from.
    public ReadOnlyObjectProperty<Optional<DataEntry>> training() {
        return training.getReadOnlyProperty();
    }

    /// The warning that no real row is among those learned from; empty if any is.
    ReadOnlyObjectProperty<Optional<String>> collapse() {
        return collapse.getReadOnlyProperty();
    }

    /// Whether everything is there to generate.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RailState> railState() {
        return railState.getReadOnlyProperty();
    }

    /// Shows the versions of a project, and the dataset that new ones would learn from: the chosen
    /// one if it is real, else the newest real one.
    public void show(ProjectView view, Optional<DataEntry> data) {
        project = view;
        List<DataEntry> real = view.datasets(Part.WHOLE, Part.TRAINING);
        Optional<DataEntry> source =
                data.filter(real::contains).or(() -> real.reversed().stream().findFirst());
        if (!source.equals(training.get())) {
            advice.set(Optional.empty());
        }
        training.set(source);
        collapse.set(source.flatMap(entry -> CollapseGuard.warning(entry.dataset())));
        plan.show(source.map(DataEntry::dataset), view.target().map(Map.Entry::getValue));
        rules.show(source.map(DataEntry::dataset));
        List<Version> all = Version.all(view);
        String before = shown.get().map(Version::id).orElse("");
        boolean more = all.size() > versions.size();
        versions.setAll(all.reversed());
        shown.set(
                versions.stream()
                        .filter(version -> !more && version.id().equals(before))
                        .findFirst()
                        .or(() -> versions.stream().findFirst()));
        source.ifPresent(entry -> recallLast(entry.dataset().schema()));
        shelf.show(source.map(entry -> entry.dataset().schema()));
        comparison.show(view, source.map(DataEntry::dataset), versions);
        railState.set(state(source.isEmpty()));
        check();
    }

    /// When data of other columns comes into view: the forms as they were last used for such data.
    private void recallLast(Schema schema) {
        String now = SettingsMemory.fingerprint(schema);
        if (now.equals(fingerprint)) {
            return;
        }
        fingerprint = now;
        memory.recall(now)
                .flatMap(Remembered::read)
                .ifPresent(
                        last -> {
                            choose(last.method(), last.settings());
                            seed.set(new Seed(last.seed()));
                            plan.settings().get().set(last.plan());
                        });
    }

    /// Keeps the forms as they stand for the next time.
    void remember() {
        if (!fingerprint.isEmpty()) {
            memory.remember(
                    fingerprint,
                    Remembered.of(
                                    chosen.get(),
                                    seed.value().get().seed(),
                                    plan.settings().get().value().get())
                            .json());
        }
    }

    /// What a method of the catalogue is called.
    String name(String method) {
        return find(method).map(choice -> choice.synthesizer().card().name()).orElse(method);
    }

    /// Chooses a method with its settings as they stand.
    void choose(String method) {
        find(method).ifPresent(chosen::set);
    }

    private Optional<Choice> find(String method) {
        return gallery.stream()
                .filter(choice -> choice.synthesizer().id().equals(method))
                .findFirst();
    }

    private void choose(String method, JsonNode settings) {
        find(method)
                .ifPresent(
                        choice -> {
                            choice.settings().set(settings);
                            chosen.set(choice);
                        });
    }

    private RailState state(boolean nothingToLearnFrom) {
        if (nothingToLearnFrom) {
            return RailState.blocked("There is no data yet. Open a data file or a sample first.");
        } else if (versions.isEmpty()) {
            return RailState.NONE;
        }
        long short_ = versions.stream().filter(v -> !v.data().shortfalls().isEmpty()).count();
        if (short_ > 0) {
            return new RailState(
                    RailState.Kind.WARNINGS,
                    Long.toString(short_),
                    "Versions that do not reach their plan: " + short_);
        }
        return RailState.done(versions.size() == 1 ? "1 version" : versions.size() + " versions");
    }

    private void check() {
        ready.set(
                training.get().isPresent()
                        && chosen.get().settings().valid().get()
                        && seed.valid().get()
                        && rules.ready().get()
                        && plan.ready().get());
        preview();
    }

    private void preview() {
        Choice choice = chosen.get();
        boolean sound =
                choice.settings().valid().get() && seed.valid().get() && rules.ready().get();
        preview.show(
                training.get()
                        .filter(_ -> sound)
                        .map(
                                source ->
                                        new PreviewModel.Request(
                                                source.dataset(),
                                                choice.synthesizer(),
                                                choice.settings().json(),
                                                List.copyOf(rules.rules()),
                                                seed.value().get().seed())));
    }

    /// What "Generate" would do now; empty while something is missing.
    public Optional<Order> order() {
        if (!ready.get()) {
            return Optional.empty();
        }
        return training.get()
                .flatMap(source -> plan.preview().get().map(preview -> order(source, preview)));
    }

    private Order order(DataEntry source, PlanPreview preview) {
        Choice choice = chosen.get();
        long number = seed.value().get().seed();
        Step.FitSynthesizer fit =
                new Step.FitSynthesizer(
                        source.id(),
                        choice.synthesizer().id(),
                        choice.settings().json(),
                        number,
                        rules.rules(),
                        rules.rare());
        return new Order(
                fit,
                fitted(fit),
                project.target().map(Map.Entry::getKey).orElse(""),
                preview.plan(),
                number);
    }

    private Optional<String> fitted(Step.FitSynthesizer fit) {
        String wanted = Json.write(fit);
        return project.steps().stream()
                .filter(record -> record.step() instanceof Step.FitSynthesizer)
                .filter(record -> Json.write(record.step()).equals(wanted))
                .map(StepRecord::output)
                .findFirst();
    }

    /// Fills the forms with what made a version.
    public void recall(Version version) {
        choose(version.fit().method(), version.fit().settings());
        seed.set(new Seed(version.draw().seed()));
        rules.recall(version.fit().rules(), version.fit().rare());
        plan.recall(version.draw().plan());
    }
}
