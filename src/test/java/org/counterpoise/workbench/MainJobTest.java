package org.counterpoise.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.ProjectView;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The main job, from a data file to a report and back, through the window.
class MainJobTest extends GuiTest {

    @Test
    void fromADataFileToAReportAndBack() {
        importFile();
        markRoles();
        lockHoldout();
        audit();
        generate();
        validate();
        writeReport();
        replay();
        undoAndRedo();
        reopen();
    }

    private void importFile() {
        answers.add(KidneyStory.FILE);
        clickOn("Open a data file…");
        await("#import-preview", TableView.class);
        clickOn("#import");
        await("the dataset is there", () -> project().datasets().size() == 1);
        awaitIdle();
    }

    private void markRoles() {
        ToggleButton inspector = lookup("#toggle-inspector").queryAs(ToggleButton.class);
        if (!inspector.isSelected()) {
            clickOn(inspector);
        }
        mark("delta", Role.OUTCOME);
        mark("gender", Role.PROTECTED);
        mark("race", Role.PROTECTED);
        mark("obs", Role.IDENTIFIER);
        mark("time", Role.IGNORED);
    }

    /// Finds the column by keyboard and sets its role in the inspector.
    private void mark(String column, Role role) {
        push(KeyCode.CONTROL, KeyCode.K);
        write(column);
        type(KeyCode.ENTER);
        onFx(() -> choose("#column-inspector #role", role));
        await(column + " is " + role, () -> data().schema().column(column).role() == role);
        awaitIdle();
    }

    private boolean choose(String query, Role role) {
        ComboBox<Role> roles = lookup(query).queryComboBox();
        roles.setValue(role);
        return true;
    }

    private void lockHoldout() {
        if (lookup("#split").tryQuery().isEmpty()) {
            onFx(() -> unfold("#more-cards"));
        }
        press("#split");
        await("it is split", () -> data().part() == Part.TRAINING);
    }

    private boolean unfold(String query) {
        lookup(query).queryAs(Hyperlink.class).fire();
        return true;
    }

    private void audit() {
        clickOn("#rail-audit");
        press("#ask");
        AuditInput input = new AuditInput(data(), Optional.empty());
        long questions =
                Catalogue.all(Audit.class).stream()
                        .filter(audit -> audit.applicability(input).ready())
                        .count();
        assertThat(questions).isGreaterThanOrEqualTo(2);
        await("every question is answered", () -> steps(Step.RunAudit.class) == questions);
        await("findings are listed", () -> lookup("#finding-headline").tryQuery().isPresent());
        assertThat(lookup("#findings .finding-row").queryAll()).isNotEmpty();
    }

    private void generate() {
        clickOn("#rail-generate");
        press("#generate");
        await("a version is there", () -> project().datasets(Part.SYNTHETIC).size() == 1);
        await("it is listed", () -> lookup("#versions .version-row").tryQuery().isPresent());
    }

    private void validate() {
        clickOn("#rail-validate");
        press("#judge");
        await("the version is judged", () -> project().scorecards().size() == 1);
        await("the verdict is shown", () -> lookup("#verdict").tryQuery().isPresent());
        assertThat(lookup(".pillar-card").queryAll()).hasSizeGreaterThanOrEqualTo(2);
    }

    private void writeReport() {
        clickOn("#rail-report");
        await("the preview shows pages", () -> lookup(".report-sheet").tryQuery().isPresent());
        Path target = folder.resolve("report");
        answers.add(target);
        press("#write-report");
        await("the report is noted", () -> steps(Step.WriteReport.class) == 1);
        for (String name : List.of("report.html", "report.pdf", "report.json", "protocol.json")) {
            assertThat(target.resolve(name)).isNotEmptyFile();
        }
        assertThat(lookup("#written .written-file").queryAll()).hasSize(4);
    }

    private void replay() {
        clickOn("#rail-lineage");
        press("#replay");
        await("every hash is the same", () -> lookup("#replayed").tryQuery().isPresent());
    }

    private void undoAndRedo() {
        int all = project().steps().size();
        press("#undo");
        await("one step less", () -> project().steps().size() == all - 1);
        assertThat(steps(Step.WriteReport.class)).isZero();
        press("#redo");
        await("it is back", () -> project().steps().size() == all);
    }

    private void reopen() {
        List<StepRecord> before = project().steps();
        Path file = project().file().orElseThrow();
        onFx(
                () -> {
                    workspace.closeProject();
                    return true;
                });
        await("it is closed", () -> !project().open());
        assertThat(Files.exists(file)).isTrue();
        onFx(() -> workspace.open(file, Optional.empty()));
        await("it is open again", () -> project().open());
        assertThat(project().steps()).isEqualTo(before);
        clickOn("#rail-audit");
        await("findings are back", () -> lookup("#finding-headline").tryQuery().isPresent());
    }

    /// Waits until a button may be pressed, and presses it.
    private void press(String query) {
        await(
                query + " may be pressed",
                () ->
                        lookup(query)
                                .tryQueryAs(Button.class)
                                .filter(button -> !button.isDisabled())
                                .filter(Node::isVisible)
                                .isPresent());
        onFx(
                () -> {
                    lookup(query).queryAs(Button.class).fire();
                    return true;
                });
        awaitIdle();
    }

    private long steps(Class<? extends Step> kind) {
        return project().steps().stream().filter(r -> kind.isInstance(r.step())).count();
    }

    private ProjectView project() {
        return onFx(() -> workspace.project().get());
    }

    private Dataset data() {
        return onFx(() -> workspace.selected().get().orElseThrow().dataset());
    }
}
