package org.counterpoise.workbench.generate;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.StringConverter;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.ResolvedPlan;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The groups of a plan with their rows before and after; the rows wanted can be typed.
final class GroupTable extends TableView<ResolvedPlan.Allocation> {
    private static final double ROW = 27;
    private static final double HEAD = 34;
    private static final double NAMES = 320;
    private static final int MOST_ROWS = 9;
    private static final int MOST_DIGITS = 9;

    GroupTable(PlanModel plan) {
        setId("plan-groups");
        setAccessibleText("Groups of the plan: rows before, rows wanted, rows to draw");
        getStyleClass().add("group-table");
        setEditable(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("Choose columns to see their groups"));
        getColumns()
                .setAll(
                        List.of(
                                text("Group", ResolvedPlan.Allocation::label),
                                count("Before", ResolvedPlan.Allocation::existing),
                                wanted(plan),
                                count("To draw", ResolvedPlan.Allocation::toGenerate)));
    }

    void show(List<ResolvedPlan.Allocation> allocations) {
        getItems().setAll(allocations);
        double height = HEAD + ROW * Math.max(2, Math.min(MOST_ROWS, allocations.size()));
        setPrefHeight(height);
        setMinHeight(height);
    }

    private static TableColumn<ResolvedPlan.Allocation, String> text(
            String title, Function<ResolvedPlan.Allocation, String> value) {
        TableColumn<ResolvedPlan.Allocation, String> column = new TableColumn<>(title);
        column.setPrefWidth(NAMES);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<ResolvedPlan.Allocation, Integer> count(
            String title, Function<ResolvedPlan.Allocation, Integer> value) {
        TableColumn<ResolvedPlan.Allocation, Integer> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(TextFieldTableCell.forTableColumn(new Count()));
        column.setEditable(false);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<ResolvedPlan.Allocation, Integer> wanted(PlanModel plan) {
        TableColumn<ResolvedPlan.Allocation, Integer> column =
                count("Wanted", ResolvedPlan.Allocation::wanted);
        column.setEditable(true);
        column.setOnEditCommit(
                event -> {
                    if (event.getNewValue() >= 0) {
                        plan.type(event.getRowValue(), event.getNewValue());
                    } else {
                        event.getTableView().refresh();
                    }
                });
        return column;
    }

    /// Whole numbers of rows; anything else is -1, which is not taken over.
    private static final class Count extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer rows) {
            return rows == null ? "" : NumberText.count(rows);
        }

        @Override
        public Integer fromString(String text) {
            String digits = text.replace(",", "").strip();
            boolean whole =
                    !digits.isEmpty()
                            && digits.length() <= MOST_DIGITS
                            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return whole ? Integer.parseInt(digits) : -1;
        }
    }
}
