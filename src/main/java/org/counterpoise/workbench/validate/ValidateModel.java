package org.counterpoise.workbench.validate;

import com.fasterxml.jackson.databind.JsonNode;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.budget.Ledger;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.QuickLook;
import org.counterpoise.engine.validate.TradeOff;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Lineage;
import org.counterpoise.session.PrivacyLedger;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.findings.FindingListModel;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.Seed;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.generate.Version;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which version is judged, by which thresholds, and how it stands. Needs no window.
public final class ValidateModel {

    /// A validator of the catalogue and its form.
    public record Judge<S extends Record>(Validator<S> validator, SettingsModel<S> settings) {
        Judge(Validator<S> validator) {
            this(validator, new SettingsModel<>(validator.settings(), NameChoices.NONE));
        }

        private JsonNode json(boolean quick) {
            return quick
                    ? validator.settings().toJson(QuickLook.of(validator, settings.value().get()))
                    : settings.json();
        }

        private boolean quick(JsonNode used) {
            return QuickLook.is(validator, validator.settings().fromJson(used));
        }

        /// Shows the settings of a scorecard; of a quick look its thresholds alone.
        private void recall(JsonNode used, boolean quick) {
            S shown = validator.settings().fromJson(used);
            settings.set(quick ? QuickLook.undone(validator, shown) : shown);
        }
    }

    private final List<Judge<?>> judges;
    private final BooleanProperty quick = new SimpleBooleanProperty(this, "quick");
    private final SettingsModel<Seed> seed = Seed.model();
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Version>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Artifact.Scorecard>> scorecard =
            new ReadOnlyObjectWrapper<>(this, "scorecard", Optional.empty());
    private final StringProperty method = new SimpleStringProperty(this, "method", "fidelity");
    private final FindingListModel findings = new FindingListModel();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);
    private ProjectView project = ProjectView.CLOSED;
    private String source = "";

    public ValidateModel() {
        List<Judge<?>> list = new ArrayList<>();
        for (Validator<?> validator : Validations.validators()) {
            Judge<?> judge = new Judge<>(validator);
            judge.settings().valid().addListener((Observable _) -> check());
            list.add(judge);
        }
        judges = List.copyOf(list);
        seed.valid().addListener((Observable _) -> check());
        chosen.subscribe(_ -> showScorecard());
        method.subscribe(_ -> showFindings());
    }

    /// The validators and their thresholds.
    public List<Judge<?>> judges() {
        return judges;
    }

    /// Whether to judge in seconds: by the same thresholds, on fewer rows with fewer repeats.
    public BooleanProperty quick() {
        return quick;
    }

    public SettingsModel<Seed> seed() {
        return seed;
    }

    /// What can be judged, newest first.
    public ObservableList<Version> versions() {
        return versions;
    }

    /// What is judged.
    public ObjectProperty<Optional<Version>> chosen() {
        return chosen;
    }

    /// How the chosen version stands; empty if it has not been judged.
    public ReadOnlyObjectProperty<Optional<Artifact.Scorecard>> scorecard() {
        return scorecard.getReadOnlyProperty();
    }

    /// Id of the validator whose findings are shown.
    public StringProperty method() {
        return method;
    }

    public FindingListModel findings() {
        return findings;
    }

    /// Whether a version is chosen and all thresholds are valid.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RailState> railState() {
        return railState.getReadOnlyProperty();
    }

    /// Shows the versions of a project and how they stand.
    public void show(ProjectView view) {
        project = view;
        String before = chosen.get().map(Version::id).orElse("");
        List<Version> all = Version.all(view).reversed();
        boolean more = all.size() > versions.size();
        versions.setAll(all);
        Optional<Version> same =
                all.stream().filter(version -> !more && version.id().equals(before)).findFirst();
        chosen.set(same.or(() -> all.stream().findFirst()));
        showScorecard();
        check();
    }

    /// Chooses a version by its dataset's id; unknown ids change nothing.
    public void choose(String datasetId) {
        versions.stream()
                .filter(version -> version.id().equals(datasetId))
                .findFirst()
                .ifPresent(version -> chosen.set(Optional.of(version)));
    }

    private void showScorecard() {
        Optional<StepRecord> judged =
                chosen.get()
                        .flatMap(
                                version ->
                                        project.steps().stream()
                                                .filter(record -> judges(record, version))
                                                .reduce((_, later) -> later));
        source = judged.map(StepRecord::output).orElse("");
        judged.ifPresent(this::recall);
        scorecard.set(
                Optional.ofNullable(project.artifacts().get(source))
                        .filter(Artifact.Scorecard.class::isInstance)
                        .map(Artifact.Scorecard.class::cast));
        railState.set(state());
        showFindings();
        check();
    }

    private static boolean judges(StepRecord record, Version version) {
        return record.step() instanceof Step.Validate step && step.synthetic().equals(version.id());
    }

    /// The forms show the thresholds that the scorecard was made with.
    private void recall(StepRecord judged) {
        if (judged.step() instanceof Step.Validate step) {
            boolean looked = quick(step);
            for (Judge<?> judge : judges) {
                JsonNode used = step.settings().get(judge.validator().id());
                if (used != null) {
                    judge.recall(used, looked);
                }
            }
            quick.set(looked);
            seed.set(new Seed(step.seed()));
        }
    }

    private boolean quick(Step.Validate step) {
        return judges.stream()
                .allMatch(
                        judge -> {
                            JsonNode used = step.settings().get(judge.validator().id());
                            return used != null && judge.quick(used);
                        });
    }

    private void showFindings() {
        List<FindingItem> items = new ArrayList<>();
        validation(method.get())
                .map(Validation::assessment)
                .ifPresent(
                        assessment -> {
                            for (Finding finding : assessment.findings()) {
                                items.add(
                                        new FindingItem(
                                                source,
                                                assessment.method(),
                                                assessment.title(),
                                                finding));
                            }
                        });
        findings.setAll(items);
    }

    /// How the chosen version stands by one validator.
    public Optional<Validation> validation(String wanted) {
        return scorecard
                .get()
                .flatMap(
                        card ->
                                card.validations().stream()
                                        .filter(
                                                validation ->
                                                        validation
                                                                .assessment()
                                                                .method()
                                                                .equals(wanted))
                                        .findFirst());
    }

    /// The table of columns behind the fidelity score; nothing before judging.
    public Optional<Evidence> columns() {
        return validation("fidelity")
                .map(Validation::assessment)
                .flatMap(
                        assessment ->
                                assessment.findings().stream()
                                        .filter(finding -> finding.id().equals("quality"))
                                        .map(Finding::evidence)
                                        .filter(evidence -> !evidence.rows().isEmpty())
                                        .findFirst());
    }

    /// All versions that were judged, side by side; nothing before two are.
    public Optional<TradeOff> tradeOff() {
        Map<String, List<Validation>> cards = new LinkedHashMap<>();
        for (Version version : versions.reversed()) {
            lastScorecard(version)
                    .ifPresent(card -> cards.put(version.title(), card.validations()));
        }
        return cards.size() < 2 ? Optional.empty() : Optional.of(TradeOff.of(cards));
    }

    private Optional<Artifact.Scorecard> lastScorecard(Version version) {
        return project.steps().reversed().stream()
                .filter(record -> judges(record, version))
                .map(record -> project.artifacts().get(record.output()))
                .filter(Artifact.Scorecard.class::isInstance)
                .map(Artifact.Scorecard.class::cast)
                .findFirst();
    }

    /// What was left out and why, for the validator in view; under privacy what noise guarantees.
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        validation(method.get())
                .ifPresent(
                        validation -> {
                            Ledger ledger = PrivacyLedger.of(project.steps());
                            if (validation.pillar() == Pillar.PRIVACY
                                    && !ledger.entries().isEmpty()) {
                                notes.add(PrivacyLedger.sentence(ledger));
                            }
                            notes.addAll(validation.assessment().notes());
                        });
        return notes;
    }

    private RailState state() {
        if (versions.isEmpty()) {
            return RailState.blocked(
                    "There is no synthetic version to judge. Make one on the Generate page.");
        } else if (scorecard.get().isEmpty()) {
            return RailState.NONE;
        }
        List<Validation> validations = scorecard.get().get().validations();
        long open =
                validations.stream()
                        .filter(v -> v.verdict() != Validation.Verdict.PASS)
                        .filter(v -> v.verdict() != Validation.Verdict.LEFT_OUT)
                        .count();
        String verdict = scorecard.get().get().verdict();
        return switch (Verdicts.worst(validations)) {
            case OK, NOTE -> RailState.done(verdict);
            case WARNING -> new RailState(RailState.Kind.WARNINGS, Long.toString(open), verdict);
            case SERIOUS -> new RailState(RailState.Kind.SERIOUS, Long.toString(open), verdict);
        };
    }

    private void check() {
        ready.set(
                chosen.get().isPresent()
                        && seed.valid().get()
                        && judges.stream().allMatch(judge -> judge.settings().valid().get()));
    }

    /// The step that judges the chosen version by the thresholds in the forms.
    public Optional<Step> judge() {
        if (!ready.get()) {
            return Optional.empty();
        }
        return chosen.get().map(this::judge);
    }

    private Step judge(Version version) {
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        judges.forEach(judge -> settings.put(judge.validator().id(), judge.json(quick.get())));
        String training = version.fit().input();
        return new Step.Validate(
                training,
                holdout(training).orElse(""),
                version.id(),
                settings,
                seed.value().get().seed(),
                project.target().map(Map.Entry::getKey).orElse(""));
    }

    /// The locked holdout that belongs to a training set, as it lives on after role changes.
    private Optional<String> holdout(String training) {
        return new Lineage(project.steps())
                .ancestry(training).stream()
                        .filter(record -> record.step() instanceof Step.Split)
                        .reduce((_, later) -> later)
                        .map(record -> project.successor(record.outputs().get(1).id()));
    }

    /// What is judged against what, in one line.
    public String summary() {
        return chosen.get()
                .map(
                        version -> {
                            String training = version.fit().input();
                            String against =
                                    holdout(training).isPresent()
                                            ? "against the real training data, judged on the"
                                                    + " locked holdout"
                                            : "against the real data it was made from; no holdout"
                                                    + " is locked away";
                            return version.title() + ": " + version.summary() + " · " + against;
                        })
                .orElse("");
    }
}
