package org.counterpoise.workbench.audit;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.findings.FindingListModel;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.Seed;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which questions can be asked of the chosen dataset, and what the asked ones found. Needs no
/// window.
public final class AuditModel {

    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private final FindingListModel findings = new FindingListModel();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final SettingsModel<Seed> seed = Seed.model();
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking", true);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
    private final ReadOnlyBooleanWrapper mayAsk = new ReadOnlyBooleanWrapper(this, "mayAsk");
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);
    private Optional<AuditOffer> offer = Optional.empty();
    private Map<String, StepRecord> makers = Map.of();
    private ProjectView project = ProjectView.CLOSED;

    private static List<Audit<?>> audits() {
        List<Audit<?>> list = new ArrayList<>();
        Catalogue.all(Audit.class).forEach(list::add);
        return list;
    }

    /// Makes a question of every audit, for none: the first of each kind is slow.
    void warmUp() {
        audits().forEach(
                        audit ->
                                new Question(
                                        audit, Applicability.READY, List.of(), NameChoices.NONE));
    }

    /// The questions, in the order of the catalogue.
    public ObservableList<Question> questions() {
        return questions;
    }

    public FindingListModel findings() {
        return findings;
    }

    /// What was left out and why, from all assessments shown.
    public ObservableList<String> notes() {
        return notes;
    }

    /// What the latest answers say otherwise than the answers before to the same questions.
    ObservableList<Change> changes() {
        return changes;
    }

    public SettingsModel<Seed> seed() {
        return seed;
    }

    /// Whether questions are being chosen, rather than findings read.
    public BooleanProperty asking() {
        return asking;
    }

    /// How many questions are chosen.
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether at least one question is chosen and all their settings are valid.
    public ReadOnlyBooleanProperty mayAsk() {
        return mayAsk.getReadOnlyProperty();
    }

    /// Whether roles or the data have changed since the findings were made.
    public ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /// The data in one line, with what is marked.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RailState> railState() {
        return railState.getReadOnlyProperty();
    }

    /// Shows the findings of a project for a dataset.
    public void show(ProjectView shown, Optional<DataEntry> data) {
        project = shown;
        Map<String, StepRecord> latest = new LinkedHashMap<>();
        Map<String, StepRecord> before = new LinkedHashMap<>();
        data.ifPresent(
                entry -> {
                    for (StepRecord record : project.steps()) {
                        if (record.step() instanceof Step.RunAudit run
                                && project.successor(run.input()).equals(entry.id())) {
                            StepRecord earlier = latest.put(run.method(), record);
                            if (earlier != null) {
                                before.put(run.method(), earlier);
                            }
                        }
                    }
                });
        makers = latest;
        outdated.set(
                latest.values().stream()
                        .map(record -> (Step.RunAudit) record.step())
                        .anyMatch(run -> !run.input().equals(data.map(DataEntry::id).orElse(""))));
        List<FindingItem> items = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        latest.forEach((method, record) -> collect(project, method, record, items, remarks));
        findings.setAll(items);
        notes.setAll(remarks);
        changes.setAll(changes(project, latest, before));
        asking.set(latest.isEmpty());
        summary.set(data.map(entry -> summary(entry.dataset(), latest.size())).orElse(""));
        railState.set(data.isEmpty() ? blocked() : state(latest.isEmpty()));
    }

    private static void collect(
            ProjectView project,
            String method,
            StepRecord record,
            List<FindingItem> items,
            List<String> remarks) {
        if (project.artifacts().get(record.output()) instanceof Artifact.Findings made) {
            Assessment assessment = made.assessment();
            for (var finding : assessment.findings()) {
                items.add(new FindingItem(record.output(), method, assessment.title(), finding));
            }
            remarks.addAll(assessment.notes());
        }
    }

    private static List<Change> changes(
            ProjectView project, Map<String, StepRecord> latest, Map<String, StepRecord> before) {
        List<Change> changes = new ArrayList<>();
        latest.forEach(
                (method, record) -> {
                    Artifact now = project.artifacts().get(record.output());
                    StepRecord older = before.get(method);
                    Artifact then = older == null ? null : project.artifacts().get(older.output());
                    if (now instanceof Artifact.Findings made
                            && then instanceof Artifact.Findings earlier) {
                        changes.addAll(Change.between(earlier.assessment(), made.assessment()));
                    }
                });
        return changes.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    private static String summary(Dataset data, int asked) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(java.util.Locale.ROOT, "%,d rows", data.rows()));
        data.schema().outcome().ifPresent(column -> parts.add("outcome " + column.title()));
        List<String> groups =
                data.schema().withRole(org.counterpoise.engine.data.Role.PROTECTED).stream()
                        .map(column -> column.title())
                        .toList();
        if (!groups.isEmpty()) {
            parts.add("protected " + String.join(", ", groups));
        }
        if (asked > 0) {
            parts.add(asked == 1 ? "1 question asked" : asked + " questions asked");
        }
        return String.join(" · ", parts);
    }

    private static RailState blocked() {
        return RailState.blocked("There is no data yet. Open a data file or a sample first.");
    }

    private RailState state(boolean nothingAsked) {
        if (nothingAsked) {
            return RailState.NONE;
        }
        long serious = findings.count(Severity.SERIOUS);
        long warnings = findings.count(Severity.WARNING);
        String counts = serious + " serious, " + warnings + " warnings";
        if (serious > 0) {
            return new RailState(RailState.Kind.SERIOUS, Long.toString(serious + warnings), counts);
        } else if (warnings > 0) {
            return new RailState(RailState.Kind.WARNINGS, Long.toString(warnings), counts);
        }
        return RailState.done("No concern found");
    }

    /// Shows which questions can be asked.
    public void offer(Optional<AuditOffer> newOffer) {
        Map<String, Question> earlier = new LinkedHashMap<>();
        questions.forEach(question -> earlier.put(question.audit().id(), question));
        offer = newOffer;
        List<Question> offered = new ArrayList<>();
        newOffer.ifPresent(
                known -> {
                    for (Audit<?> audit : audits()) {
                        Applicability fits =
                                known.applicability().getOrDefault(audit.id(), Applicability.READY);
                        List<OtherDataset> others =
                                known.others().getOrDefault(audit.id(), List.of());
                        Question question = new Question(audit, fits, others, known.names());
                        Optional.ofNullable(earlier.get(audit.id()))
                                .ifPresent(question::continueFrom);
                        question.chosen().addListener((Observable _) -> count());
                        question.applicability().addListener((Observable _) -> count());
                        question.settings().valid().addListener((Observable _) -> count());
                        offered.add(question);
                    }
                });
        questions.setAll(offered);
        count();
    }

    private void count() {
        List<Question> wanted = wanted();
        chosen.set(wanted.size());
        mayAsk.set(
                !wanted.isEmpty()
                        && wanted.stream().allMatch(question -> question.settings().valid().get()));
    }

    private List<Question> wanted() {
        return questions.stream()
                .filter(
                        question ->
                                question.chosen().get() && question.applicability().get().ready())
                .toList();
    }

    /// One step per chosen question.
    public List<Step> ask() {
        return offer.map(
                        known ->
                                wanted().stream()
                                        .<Step>map(question -> step(known, question))
                                        .toList())
                .orElse(List.of());
    }

    private Step step(AuditOffer known, Question question) {
        return new Step.RunAudit(
                known.data().id(),
                known.target(),
                question.audit().id(),
                question.settings().json(),
                seed.value().get().seed(),
                question.other().get());
    }

    /// The question that a finding answers, with its settings as they were when it was asked.
    public Optional<Question> questionOf(FindingItem item) {
        return questions.stream().filter(q -> q.audit().id().equals(item.method())).findFirst();
    }

    /// Fills the question's form and the seed with what made the finding.
    public void recall(FindingItem item) {
        StepRecord record = makers.get(item.method());
        if (record != null && record.step() instanceof Step.RunAudit run) {
            questionOf(item)
                    .ifPresent(
                            question -> {
                                question.settings().set(run.settings());
                                question.against(project.successor(run.other()));
                            });
            seed.set(new Seed(run.seed()));
        }
    }

    /// The step that made a finding.
    public Optional<Step.RunAudit> stepOf(FindingItem item) {
        return Optional.ofNullable(makers.get(item.method()))
                .map(StepRecord::step)
                .filter(Step.RunAudit.class::isInstance)
                .map(Step.RunAudit.class::cast);
    }

    /// The step that asks a finding's question again as the form now says.
    public Optional<Step> again(FindingItem item) {
        return offer.flatMap(known -> questionOf(item).map(question -> step(known, question)));
    }
}
