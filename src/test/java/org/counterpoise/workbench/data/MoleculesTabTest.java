package org.counterpoise.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.GuiTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Molecules of a dataset as structures; one leads to its row of the table.
class MoleculesTabTest extends GuiTest {

    @Test
    void structuresAreDrawnAndLeadToTheirRows() throws IOException {
        Path file = folder.resolve("drugs.csv");
        Files.writeString(
                file,
                """
                name,structure
                ethanol,CCO
                aspirin,CC(=O)Oc1ccccc1C(=O)O
                broken,C1CC
                none,
                caffeine,Cn1cnc2c1c(=O)n(C)c(=O)n2C
                """);
        answers.add(file);
        clickOn("Open a data file…");
        await("#import-preview", TableView.class);
        clickOn("#import");
        DataGrid grid = await("#data-grid", DataGrid.class);
        await("all rows are there", () -> grid.getItems().size() == 5);
        assertThat(onFx(() -> lookup("Molecules").query().isVisible())).isFalse();

        onFx(
                () -> {
                    grid.model().assignRole("structure", Role.MOLECULE);
                    return true;
                });
        await("the tab is there", () -> lookup("Molecules").query().isVisible());
        clickOn("Molecules");
        await("three are drawn", () -> cells().stream().filter(this::pictured).count() == 3);
        assertThat(onFx(() -> cells().stream().map(IndexedCell::getText).toList()))
                .containsExactly("row 1", "row 2", "row 3", "row 4", "row 5");
        assertThat(lookup("C1CC is no SMILES.").tryQuery()).isPresent();
        shoot("molecules", 1000, 700);

        Node last = onFx(() -> cells().get(4));
        clickOn(last);
        await("the table is back", () -> grid.getScene() != null);
        assertThat(onFx(() -> grid.getSelectionModel().getSelectedItems())).containsExactly(4);

        clickOn("Molecules");
        await("cells are back", () -> cells().size() == 5);
        onFx(
                () -> {
                    cells().get(1).requestFocus();
                    return true;
                });
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await("the table is back", () -> grid.getScene() != null);
        assertThat(onFx(() -> grid.getSelectionModel().getSelectedItems())).containsExactly(1);
    }

    /// The cells that show a molecule, in the order of the rows.
    private List<IndexedCell<?>> cells() {
        List<IndexedCell<?>> cells = new ArrayList<>();
        for (Node node : lookup(".molecule-cell").queryAll()) {
            if (node instanceof IndexedCell<?> cell && !cell.isEmpty() && inView(cell)) {
                cells.add(cell);
            }
        }
        cells.sort(Comparator.comparingInt(cell -> cell.getIndex()));
        return cells;
    }

    /// Virtual lists keep spare cells that nobody sees.
    private static boolean inView(Node cell) {
        for (Node one = cell; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean pictured(Node cell) {
        return from(cell).lookup(".image-view").queryAllAs(ImageView.class).stream()
                .anyMatch(view -> view.getImage() != null);
    }
}
