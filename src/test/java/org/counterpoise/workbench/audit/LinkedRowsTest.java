package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From a slice or a group in a finding to its rows in the data grid.
class LinkedRowsTest extends GuiTest {

    private void askForSlices() {
        String data = onFx(() -> workspace.selected().get().orElseThrow().id());
        onFx(
                () ->
                        workspace.run(
                                new Step.RunAudit(
                                        data,
                                        "",
                                        "slice",
                                        JsonNodeFactory.instance.objectNode(),
                                        1),
                                "Asking"));
        awaitIdle();
        onFx(
                () -> {
                    workspace.show("audit");
                    return true;
                });
    }

    @Test
    void aSliceAndAnEvidenceRowLeadToTheirRows() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        awaitIdle();
        askForSlices();
        TreeTableView<?> tree = await("#slice-tree", TreeTableView.class);
        shoot("slice-tree", 1440, 900);
        shoot("slice-tree-small", 1000, 700);
        onFx(
                () -> {
                    workspace.theme().choice().set(Theme.Choice.DARK);
                    return true;
                });
        shoot("slice-tree-dark", 1440, 900);
        onFx(
                () -> {
                    tree.requestFocus();
                    tree.getSelectionModel().select(0);
                    return true;
                });
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        awaitIdle();
        assertThat(onFx(() -> workspace.picked().get().orElseThrow().rows())).isNotEmpty();
        assertThat(onFx(() -> workspace.page().get())).isEqualTo("data");
        shoot("slice-rows-dark", 1440, 900);

        assertThat(cssWarnings).isEmpty();
    }

    /// A click on the mark of a group finds its row in the table beside, and from there the grid.
    @Test
    void aMarkInAFigureLeadsToItsGroup() {
        // In a narrow window the evidence hides until it is asked for.
        onFx(
                () -> {
                    scene.getWindow().setWidth(1440);
                    return true;
                });
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        awaitIdle();
        String data = onFx(() -> workspace.selected().get().orElseThrow().id());
        onFx(
                () ->
                        workspace.run(
                                new Step.RunAudit(
                                        data,
                                        "",
                                        "cascade",
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("criteria", "age < 40"),
                                        1),
                                "Asking"));
        awaitIdle();
        onFx(
                () -> {
                    workspace.show("audit");
                    return true;
                });
        EvidenceTable table = await("#evidence", EvidenceTable.class);
        ChartCanvas canvas = lookup(ChartCanvas.class::isInstance).queryAs(ChartCanvas.class);
        await("the figure is drawn", () -> !marks(canvas).isEmpty());
        CategoryItemEntity mark = onFx(() -> marks(canvas).getFirst());
        onFx(
                () -> {
                    Rectangle2D place = mark.getArea().getBounds2D();
                    Point2D at = canvas.localToScene(place.getCenterX(), place.getCenterY());
                    for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                        canvas.fireEvent(click(canvas, type, at));
                    }
                    canvas.fireEvent(click(canvas, MouseEvent.MOUSE_CLICKED, at));
                    return true;
                });
        List<Object> row = onFx(() -> table.getSelectionModel().getSelectedItem());
        assertThat(row).contains(mark.getColumnKey().toString());
        shoot("figure-picked", 1440, 900);
        onFx(
                () -> {
                    table.requestFocus();
                    return true;
                });
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        awaitIdle();
        assertThat(onFx(() -> workspace.picked().get().orElseThrow().rows()))
                .hasSize(((Number) row.get(2)).intValue());
        assertThat(onFx(() -> workspace.page().get())).isEqualTo("data");
    }

    private static List<CategoryItemEntity> marks(ChartCanvas canvas) {
        List<CategoryItemEntity> marks = new ArrayList<>();
        var entities = canvas.getRenderingInfo().getEntityCollection();
        for (Object entity : entities == null ? List.of() : entities.getEntities()) {
            if (entity instanceof CategoryItemEntity mark) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static MouseEvent click(ChartCanvas canvas, EventType<MouseEvent> type, Point2D at) {
        return new MouseEvent(
                canvas,
                canvas,
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    /// Two groups with equal numbers: which was chosen is told apart even after sorting.
    @Test
    void anEvidenceRowLeadsToItsGroup() {
        List<Map<String, String>> led = new ArrayList<>();
        Evidence evidence =
                new Evidence(
                        "groups",
                        List.of("n"),
                        List.of(List.of(7L), List.of(7L), List.of(1L), List.of(9L)),
                        List.of(Map.of("g", "a"), Map.of("g", "b"), Map.of("g", "c"), Map.of()));
        onFx(
                () -> {
                    EvidenceTable table = new EvidenceTable(workspace, evidence);
                    table.leadTo(led::add);
                    table.getSortOrder().add(table.getColumns().getFirst());
                    for (int row = 0; row < 4; row++) {
                        table.getSelectionModel().clearAndSelect(row);
                        table.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.ENTER,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                    return true;
                });
        assertThat(led).containsExactly(Map.of("g", "c"), Map.of("g", "a"), Map.of("g", "b"));
    }
}
