package org.counterpoise.workbench.audit;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.audit.slice.SliceAudit;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Under a finding on slices: their conditions as a tree, each leading to its rows in the data.
final class SliceTree extends VBox {
    private static final double ROW = 30;
    private static final double HEAD = 36;
    private static final int ROWS_SHOWN = 12;
    private static final double BAR = 70;

    private final TreeTableView<SliceNode> tree = new TreeTableView<>();
    private final BiConsumer<FindingItem, Map<String, String>> rowsBehind;

    /// @param rowsBehind shows the rows of a slice
    SliceTree(BiConsumer<FindingItem, Map<String, String>> rowsBehind) {
        this.rowsBehind = rowsBehind;
        getStyleClass().add("card");
        tree.setId("slice-tree");
        tree.setAccessibleText("Slices by their conditions");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getChildren()
                .addAll(
                        Texts.heading("The slices as a tree"),
                        Texts.muted(
                                "Each level adds a condition. Click one to see its rows in the data."
                                        + " Rates are those on rows kept back; a condition without"
                                        + " one is not among the worst slices by itself."),
                        tree);
        tree.expandedItemCountProperty().subscribe(_ -> fit());
        hide();
    }

    /// Shows the slices of a finding, if it tells of any.
    void offer(FindingItem item) {
        Evidence evidence = item.finding().evidence();
        if (!item.method().equals(new SliceAudit().id()) || evidence.cells().isEmpty()) {
            hide();
            return;
        }
        TreeItem<SliceNode> root = item(SliceNode.tree(evidence));
        tree.getColumns()
                .setAll(
                        List.of(
                                conditions(),
                                rate(evidence),
                                number(evidence, "n, kept back", "n"),
                                number(evidence, "adjusted p", "adjusted p")));
        tree.setRoot(root);
        tree.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && !onArrow(event)) {
                        lead(item);
                    }
                });
        tree.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        lead(item);
                    }
                });
        setVisible(true);
        setManaged(true);
    }

    /// Whether a click opens or closes a branch.
    private static boolean onArrow(MouseEvent event) {
        Node hit = event.getPickResult().getIntersectedNode();
        return hit != null
                && (hit.getStyleClass().contains("arrow")
                        || hit.getStyleClass().contains("tree-disclosure-node"));
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void fit() {
        tree.setPrefHeight(HEAD + ROW * Math.clamp(tree.getExpandedItemCount(), 1, ROWS_SHOWN));
    }

    private void lead(FindingItem item) {
        TreeItem<SliceNode> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            rowsBehind.accept(item, chosen.getValue().cell());
        }
    }

    private static TreeItem<SliceNode> item(SliceNode node) {
        TreeItem<SliceNode> item = new TreeItem<>(node);
        node.children().forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(true);
        return item;
    }

    private static TreeTableColumn<SliceNode, String> conditions() {
        TreeTableColumn<SliceNode, String> column = new TreeTableColumn<>("condition");
        column.setCellValueFactory(
                features -> new SimpleStringProperty(features.getValue().getValue().condition()));
        column.setPrefWidth(210);
        column.setSortable(false);
        return column;
    }

    /// A value of the evidence; nothing where the conditions are no slice found.
    private static TreeTableColumn<SliceNode, Object> value(
            Evidence evidence, String heading, String title) {
        int index = evidence.columns().indexOf(heading);
        TreeTableColumn<SliceNode, Object> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(
                features ->
                        new SimpleObjectProperty<>(
                                features.getValue()
                                        .getValue()
                                        .row()
                                        .map(row -> row.get(index))
                                        .orElse("")));
        column.setSortable(false);
        return column;
    }

    private static TreeTableColumn<SliceNode, Object> number(
            Evidence evidence, String heading, String title) {
        TreeTableColumn<SliceNode, Object> column = value(evidence, heading, title);
        column.setCellFactory(_ -> new NumberCell());
        column.setPrefWidth(105);
        return column;
    }

    /// The error with a bar as long as it is, the largest being full.
    private static TreeTableColumn<SliceNode, Object> rate(Evidence evidence) {
        String heading =
                evidence.columns().stream()
                        .filter(name -> name.endsWith(", kept back") && !name.startsWith("n,"))
                        .findFirst()
                        .orElseThrow();
        int index = evidence.columns().indexOf(heading);
        double largest =
                evidence.rows().stream()
                        .map(row -> row.get(index))
                        .filter(Double.class::isInstance)
                        .mapToDouble(Double.class::cast)
                        .max()
                        .orElse(1);
        TreeTableColumn<SliceNode, Object> column =
                value(evidence, heading, heading.replace(", kept back", ""));
        column.setCellFactory(_ -> new BarCell(Math.max(largest, Double.MIN_NORMAL)));
        column.setPrefWidth(160);
        return column;
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double number -> NumberText.short3(number);
            case Integer number -> NumberText.count(number);
            case Long number -> NumberText.count(number);
            default -> value.toString();
        };
    }

    private static final class NumberCell extends TreeTableCell<SliceNode, Object> {
        @Override
        protected void updateItem(Object value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : shown(value));
        }
    }

    private static final class BarCell extends TreeTableCell<SliceNode, Object> {
        private final ProgressBar bar = new ProgressBar();
        private final double largest;

        BarCell(double largest) {
            this.largest = largest;
            bar.setPrefWidth(BAR);
            bar.setMouseTransparent(true);
            setContentDisplay(ContentDisplay.LEFT);
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(Object value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : shown(value));
            setGraphic(!empty && value instanceof Double ? bar : null);
            if (value instanceof Double error) {
                bar.setProgress(error / largest);
            }
        }
    }
}
