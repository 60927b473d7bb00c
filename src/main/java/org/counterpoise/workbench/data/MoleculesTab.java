package org.counterpoise.workbench.data;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// The molecules of a dataset as structures, in the order and under the filters of the table.
final class MoleculesTab extends StackPane {
    private static final int CAPTION = 26;

    private final DataModel model;
    private final IntConsumer openRow;
    private final GridView<Integer> grid = new GridView<>();
    private final StructurePictures pictures;
    private final Set<MoleculeCell> cells = new HashSet<>();

    /// @param openRow shows a row of the dataset, by its position, in the table
    MoleculesTab(DataModel model, IntConsumer openRow) {
        this.model = model;
        this.openRow = openRow;
        this.pictures =
                new StructurePictures(
                        model.workspace(), (wanted, _) -> cells.forEach(c -> c.drawn(wanted)));
        grid.setId("molecule-grid");
        grid.setAccessibleText("Structures of the molecules");
        grid.setCellWidth(StructurePictures.WIDTH);
        grid.setCellHeight(StructurePictures.HEIGHT + CAPTION);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(_ -> new MoleculeCell());
        getChildren().setAll(grid);
        model.grid().rows().subscribe(rows -> grid.setItems(rows));
        model.workspace().dark().subscribe(_ -> cells.forEach(MoleculeCell::refresh));
    }

    /// The column of structures, if a dataset has one.
    static Optional<ColumnInfo> column(Dataset data) {
        return data.schema().columns().stream()
                .filter(column -> column.role() == Role.MOLECULE)
                .findFirst();
    }

    /// One structure above its row number and, where marked, its identifier.
    private final class MoleculeCell extends GridCell<Integer> {
        private final ImageView picture = new ImageView();
        private final Label answer = new Label();
        private final StackPane place = new StackPane(picture, answer);

        MoleculeCell() {
            cells.add(this);
            getStyleClass().add("molecule-cell");
            setAccessibleRole(AccessibleRole.BUTTON);
            setFocusTraversable(true);
            setAlignment(Pos.TOP_CENTER);
            setContentDisplay(ContentDisplay.TOP);
            setGraphicTextGap(0);
            picture.setFitWidth(StructurePictures.WIDTH);
            picture.setFitHeight(StructurePictures.HEIGHT);
            answer.getStyleClass().add("muted");
            answer.setWrapText(true);
            answer.setMaxWidth(StructurePictures.WIDTH - 24.0);
            place.setMinHeight(StructurePictures.HEIGHT);
            setOnMouseClicked(_ -> open());
            setOnKeyPressed(
                    event -> {
                        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                            open();
                            event.consume();
                        }
                    });
        }

        private void open() {
            Integer row = getItem();
            if (row != null && !isEmpty()) {
                openRow.accept(row);
            }
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            refresh();
        }

        private void refresh() {
            Integer row = getItem();
            Optional<Dataset> data = model.grid().dataset().get();
            Optional<ColumnInfo> column = data.flatMap(MoleculesTab::column);
            if (row == null || isEmpty() || column.isEmpty() || row >= data.get().rows()) {
                setGraphic(null);
                setText(null);
                setAccessibleText(null);
                return;
            }
            String smiles = smiles(data.get(), row);
            setText(caption(data.get(), row));
            setAccessibleText(getText() + ", " + (smiles.isEmpty() ? "no structure" : smiles));
            setGraphic(place);
            show(smiles);
        }

        private void show(String smiles) {
            Optional<Optional<Image>> drawn =
                    smiles.isEmpty() ? Optional.of(Optional.empty()) : pictures.of(wanted(smiles));
            picture.setImage(drawn.flatMap(image -> image).orElse(null));
            boolean unread = drawn.isPresent() && drawn.get().isEmpty();
            answer.setText(unread ? (smiles.isEmpty() ? "–" : smiles + " is no SMILES.") : "");
        }

        private void drawn(StructurePictures.Wanted wanted) {
            Integer row = getItem();
            if (row != null && !isEmpty()) {
                model.dataset()
                        .filter(data -> row < data.rows() && column(data).isPresent())
                        .map(data -> smiles(data, row))
                        .filter(smiles -> wanted(smiles).equals(wanted))
                        .ifPresent(this::show);
            }
        }
    }

    private StructurePictures.Wanted wanted(String smiles) {
        return new StructurePictures.Wanted(smiles, model.workspace().dark().get());
    }

    private static String smiles(Dataset data, int row) {
        return column(data).map(column -> data.text(row, index(data, column)).strip()).orElse("");
    }

    private static String caption(Dataset data, int row) {
        String number = "row " + NumberText.count(row + 1);
        return data.schema().columns().stream()
                .filter(column -> column.role() == Role.IDENTIFIER)
                .findFirst()
                .map(column -> number + " · " + data.text(row, index(data, column)))
                .orElse(number);
    }

    private static int index(Dataset data, ColumnInfo column) {
        return data.schema().indexOf(column.name());
    }
}
