package org.counterpoise.workbench.audit.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/// Pairs in the window: picked with the pointer, they lead to their rows; keys change the picture.
class PairsViewTest extends GuiTest {
    private static final Path FILE = Path.of("sample-data", "judgments_simulated.csv");

    private void open() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> {
                                    Project project = Project.inMemory("judgments");
                                    String sha256 = FileHash.sha256(FILE, progress);
                                    workspace.files().know(sha256, FILE);
                                    String read =
                                            project.run(
                                                            new Step.ImportData(
                                                                    "judgments",
                                                                    FILE.getFileName().toString(),
                                                                    sha256,
                                                                    DataSniffer.sniff(
                                                                                    FILE, progress)
                                                                            .options()),
                                                            workspace.files(),
                                                            progress)
                                                    .output();
                                    Schema schema =
                                            ((Artifact.Data) project.artifact(read))
                                                    .dataset()
                                                    .schema();
                                    String marked =
                                            project.run(
                                                            new Step.AssignRoles(
                                                                    read, roles(schema)),
                                                            workspace.files(),
                                                            progress)
                                                    .output();
                                    project.run(
                                            new Step.RunAudit(
                                                    marked,
                                                    "",
                                                    "agreement",
                                                    JsonNodeFactory.instance.objectNode(),
                                                    1),
                                            workspace.files(),
                                            progress);
                                    return project;
                                }));
        awaitIdle();
        onFx(
                () -> {
                    workspace.show("audit");
                    return true;
                });
    }

    private static List<ColumnInfo> roles(Schema schema) {
        return List.of(
                schema.column("item").withRole(Role.IDENTIFIER),
                schema.column("sex").withRole(Role.PROTECTED),
                schema.column("human").withRole(Role.MEASUREMENT),
                schema.column("machine").withRole(Role.MEASUREMENT));
    }

    private static void key(Node node, KeyCode code) {
        onFx(
                () -> {
                    node.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    code,
                                    false,
                                    false,
                                    false,
                                    false));
                    return true;
                });
    }

    private static void mouse(
            Node node, javafx.event.EventType<MouseEvent> type, double x, double y) {
        onFx(
                () -> {
                    Point2D at = node.localToScene(x, y);
                    Point2D screen = node.localToScreen(x, y);
                    node.fireEvent(
                            new MouseEvent(
                                    node,
                                    node,
                                    type,
                                    at.getX(),
                                    at.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    null));
                    return true;
                });
    }

    private List<String> legend() {
        return onFx(
                () ->
                        lookup("#pairs-legend .legend-entry").queryAllAs(Label.class).stream()
                                .map(Label::getText)
                                .toList());
    }

    @Test
    void pickedPairsLeadToTheirRowsAndKeysChangeThePicture() {
        open();
        PairsCanvas canvas = await("#pairs-canvas", PairsCanvas.class);
        ToggleButton density = await("#pairs-density", ToggleButton.class);
        shoot("pairs", 1440, 900);
        shoot("pairs-small", 1000, 700);
        boolean before = onFx(density::isSelected);
        key(canvas, KeyCode.D);
        assertThat(onFx(density::isSelected)).isNotEqualTo(before);
        shoot("pairs-density", 1440, 900);
        key(canvas, KeyCode.D);
        assertThat(legend()).containsExactly("F (209)", "M (191)");
        key(canvas, KeyCode.C);
        assertThat(legend()).isEmpty();
        key(canvas, KeyCode.C);
        onFx(
                () -> {
                    workspace.theme().choice().set(Theme.Choice.DARK);
                    return true;
                });
        Plot plot = onFx(canvas::plot);
        mouse(canvas, MouseEvent.MOUSE_PRESSED, plot.left() + 2, plot.top() + 2);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, plot.right() - 2, plot.y(0.95));
        mouse(canvas, MouseEvent.MOUSE_RELEASED, plot.right() - 2, plot.y(0.95));
        Button rows = await("#pairs-rows", Button.class);
        assertThat(onFx(rows::getText)).matches("Show the [0-9,]+ rows in the data table");
        shoot("pairs-dark", 1440, 900);
        key(canvas, KeyCode.ENTER);
        int[] picked = onFx(() -> workspace.picked().get().orElseThrow().rows());
        assertThat(picked).hasSize(3);
        assertThat(onFx(() -> workspace.page().get())).isEqualTo("data");
        assertThat(cssWarnings).isEmpty();
    }
}
