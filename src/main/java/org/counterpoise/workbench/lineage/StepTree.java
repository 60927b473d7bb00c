package org.counterpoise.workbench.lineage;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

import org.counterpoise.session.StepRecord;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// All steps, each under the one it continues from, with what they made.
final class StepTree extends TreeTableView<StepRecord> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    StepTree(Consumer<StepRecord> chosen) {
        setId("steps");
        setAccessibleText("Steps and what they made");
        getStyleClass().add("step-tree");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(
                        List.of(
                                column("Step", 310, LineageModel::title),
                                column("Made", 120, LineageModel::made),
                                column("Hash", 100, StepTree::hash),
                                column("Seed", 70, StepTree::seed),
                                column("Took", 70, r -> LineageModel.duration(r.took())),
                                column("When", 130, r -> TIME.format(r.at()))));
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> {
                            if (item != null && item.getValue() != null) {
                                chosen.accept(item.getValue());
                            }
                        });
    }

    void show(List<StepRecord> steps) {
        TreeItem<StepRecord> root = new TreeItem<>();
        LineageModel.trees(steps).forEach(node -> root.getChildren().add(item(node)));
        root.setExpanded(true);
        setRoot(root);
        if (!root.getChildren().isEmpty()) {
            getSelectionModel().select(getExpandedItemCount() - 1);
        }
    }

    private static TreeItem<StepRecord> item(LineageModel.Node node) {
        TreeItem<StepRecord> item = new TreeItem<>(node.record());
        item.setExpanded(true);
        node.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    private static TreeTableColumn<StepRecord, String> column(
            String title, double width, Function<StepRecord, String> text) {
        TreeTableColumn<StepRecord, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(of(cell.getValue().getValue(), text)));
        return column;
    }

    private static String of(@Nullable StepRecord record, Function<StepRecord, String> text) {
        return record == null ? "" : text.apply(record);
    }

    private static String hash(StepRecord record) {
        return String.join(
                ", ",
                record.outputs().stream().map(o -> LineageModel.shortHash(o.hash())).toList());
    }

    private static String seed(StepRecord record) {
        OptionalLong seed = LineageModel.seed(record.step());
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "";
    }
}
