package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.Example;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What the Audit page offers and shows, without a window.
class AuditModelTest {
    private final AuditModel model = new AuditModel();

    private static Step.RunAudit asked(String input) {
        return new Step.RunAudit(
                input, "", "representation", JsonNodeFactory.instance.objectNode(), 7);
    }

    private static Artifact.Findings found(Severity... severities) {
        return new Artifact.Findings(
                new Assessment(
                        "representation",
                        "Representation",
                        List.of(severities).stream()
                                .map(s -> Example.finding(s.name(), s))
                                .toList(),
                        new TreeMap<>(),
                        List.of("A note.")));
    }

    private static Example imported() {
        return new Example()
                .step(
                        new Step.AssignRoles("data-0", List.of()),
                        "data-1",
                        Example.data(Example.people(Part.WHOLE)));
    }

    @Test
    void withoutDataTheStepIsBlockedAndSaysWhatIsMissing() {
        model.show(ProjectView.CLOSED, Optional.empty());
        assertThat(model.railState().get().kind()).isEqualTo(RailState.Kind.BLOCKED);
        assertThat(model.railState().get().explanation()).contains("no data");
        assertThat(model.ask()).isEmpty();
    }

    @Test
    void applicableQuestionsAreChosenAndEachMakesOneStep() {
        Example example = imported();
        model.show(example.view(), example.entry("data-1"));
        model.offer(
                Optional.of(AuditOffer.of(example.view(), example.entry("data-1").orElseThrow())));

        assertThat(model.questions()).isNotEmpty();
        List<Step> steps = model.ask();
        assertThat(steps)
                .hasSize(
                        (int)
                                model.questions().stream()
                                        .filter(q -> q.applicability().get().ready())
                                        .count())
                .allMatch(step -> ((Step.RunAudit) step).input().equals("data-1"));
        assertThat(model.mayAsk().get()).isTrue();

        model.questions().forEach(question -> question.chosen().set(false));
        assertThat(model.mayAsk().get()).isFalse();
    }

    @Test
    void anInvalidSettingOfAChosenQuestionKeepsItFromBeingAsked() {
        Example example = imported();
        model.offer(
                Optional.of(AuditOffer.of(example.view(), example.entry("data-1").orElseThrow())));
        var number =
                model.questions().getFirst().settings().fields().stream()
                        .filter(
                                f ->
                                        f.kind()
                                                == org.counterpoise.workbench.form.FieldModel.Kind
                                                        .NUMBER)
                        .findFirst()
                        .orElseThrow();
        number.text().set("many");
        assertThat(model.mayAsk().get()).isFalse();
    }

    @Test
    void findingsOfTheLatestRunAreShownAndCounted() {
        Example example =
                imported()
                        .step(asked("data-1"), "findings-1", found(Severity.SERIOUS))
                        .step(
                                asked("data-1"),
                                "findings-2",
                                found(Severity.WARNING, Severity.OK, Severity.WARNING));
        model.show(example.view(), example.entry("data-1"));

        assertThat(model.findings().shown()).hasSize(3);
        assertThat(model.railState().get())
                .extracting(RailState::kind, RailState::badge)
                .containsExactly(RailState.Kind.WARNINGS, "2");
        assertThat(model.notes()).containsExactly("A note.");
        assertThat(model.asking().get()).isFalse();
        assertThat(model.outdated().get()).isFalse();
        assertThat(model.summary().get())
                .isEqualTo("8 rows · outcome died · protected sex · 1 question asked");
    }

    @Test
    void findingsAboutEarlierRolesAreShownAsOutdated() {
        Example example =
                imported()
                        .step(asked("data-1"), "findings-1", found(Severity.OK))
                        .step(
                                new Step.AssignRoles("data-1", List.of()),
                                "data-2",
                                Example.data(Example.people(Part.WHOLE)));
        model.show(example.view(), example.entry("data-2"));
        assertThat(model.findings().shown()).hasSize(1);
        assertThat(model.outdated().get()).isTrue();
    }

    @Test
    void aFindingIsAskedAgainWithTheSeedAndSettingsThatMadeIt() {
        Example example = imported().step(asked("data-1"), "findings-1", found(Severity.OK));
        model.show(example.view(), example.entry("data-1"));
        model.offer(
                Optional.of(AuditOffer.of(example.view(), example.entry("data-1").orElseThrow())));
        var item = model.findings().selected().get().orElseThrow();
        model.recall(item);
        Step.RunAudit again = (Step.RunAudit) model.again(item).orElseThrow();
        assertThat(again.seed()).isEqualTo(7);
        assertThat(again.method()).isEqualTo("representation");
    }

    @Test
    void theRunBeforeIsComparedWithTheLatest() {
        Assessment before = found("a", Severity.WARNING, "b", Severity.SERIOUS, "c", Severity.OK);
        Assessment now = found("a", Severity.SERIOUS, "b", Severity.NOTE, "d", Severity.OK);
        Example example =
                imported()
                        .step(asked("data-1"), "findings-1", new Artifact.Findings(before))
                        .step(asked("data-1"), "findings-2", new Artifact.Findings(now));
        model.show(example.view(), example.entry("data-1"));
        assertThat(model.changes())
                .extracting(Change::kind, Change::id)
                .containsExactly(
                        tuple(Change.Kind.WORSE, "a"),
                        tuple(Change.Kind.NEW, "d"),
                        tuple(Change.Kind.BETTER, "b"),
                        tuple(Change.Kind.GONE, "c"));
        assertThat(Change.summary(model.changes())).isEqualTo("1 worse, 1 new, 1 better, 1 gone");
    }

    @Test
    void theFirstRunHasNothingToBeComparedWith() {
        Example example = imported().step(asked("data-1"), "findings-1", found(Severity.SERIOUS));
        model.show(example.view(), example.entry("data-1"));
        assertThat(model.changes()).isEmpty();
        assertThat(Change.summary(List.of())).isEmpty();
    }

    private static Assessment found(
            String a, Severity ofA, String b, Severity ofB, String c, Severity ofC) {
        return new Assessment(
                "representation",
                "Representation",
                List.of(Example.finding(a, ofA), Example.finding(b, ofB), Example.finding(c, ofC)),
                new TreeMap<>(),
                List.of());
    }

    private static Step.ImportData read(String sha256) {
        return new Step.ImportData(
                "people",
                "people.csv",
                sha256,
                DataSniffer.sniff(KidneyStory.FILE, Progress.NONE).options());
    }

    @Test
    void aDatasetWithOtherRowsCanBeHeldAgainstTheChosenOne() {
        Example example =
                new Example()
                        .step(read("a"), "data-1", Example.data(Example.people(Part.WHOLE)))
                        .step(read("b"), "data-2", Example.data(Example.people(Part.WHOLE)))
                        .step(read("a"), "data-3", Example.data(Example.people(Part.WHOLE)));
        model.offer(
                Optional.of(AuditOffer.of(example.view(), example.entry("data-1").orElseThrow())));
        Question drift = question("drift");
        assertThat(drift.others()).extracting(OtherDataset::id).containsExactly("data-2");
        assertThat(question("coverage").others()).isEmpty();
        assertThat(drift.applicability().get().ready()).isFalse();

        drift.against("data-2");
        assertThat(drift.applicability().get().ready()).isTrue();
        assertThat(drift.chosen().get()).isTrue();
        assertThat(model.ask())
                .anySatisfy(
                        step -> {
                            Step.RunAudit run = (Step.RunAudit) step;
                            assertThat(run.method()).isEqualTo("drift");
                            assertThat(run.other()).isEqualTo("data-2");
                        });

        drift.against("data-3");
        assertThat(drift.other().get()).isEmpty();
        assertThat(drift.chosen().get()).isFalse();
    }

    private Question question(String id) {
        return model.questions().stream()
                .filter(question -> question.audit().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
