package org.counterpoise.workbench.generate;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// People wanted by condition: "200 rows where sex = F, age >= 70".
final class ConditionsEditor extends VBox {
    private static final int MOST_ROWS = 1_000_000;
    private static final int USUAL = 100;

    private final PlanModel plan;
    private final VBox list = new VBox(2);
    private final Spinner<Integer> rows = new Spinner<>(1, MOST_ROWS, USUAL);
    private final TextField field = new TextField();
    private final Label problem = Texts.muted("");

    ConditionsEditor(PlanModel plan) {
        super(6);
        this.plan = plan;
        rows.setId("condition-rows");
        rows.setEditable(true);
        rows.setPrefWidth(96);
        rows.setMinWidth(USE_PREF_SIZE);
        rows.setAccessibleText("Rows wanted of those who meet the condition");
        field.setId("condition");
        field.setPromptText("sex = F, age >= 70");
        field.setAccessibleText("A condition that the rows must meet");
        field.setOnAction(_ -> add());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label where = Texts.body("rows where");
        where.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, rows, where, field, Buttons.plain("Want them", this::add));
        line.setAlignment(Pos.CENTER_LEFT);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        list.managedProperty().bind(list.visibleProperty());
        getChildren().addAll(Texts.caption("Or by condition"), list, line, problem);
        plan.conditions().addListener((ListChangeListener<Target>) _ -> fill());
        fill();
    }

    private void add() {
        if (field.getText().isBlank()) {
            field.requestFocus();
            return;
        }
        try {
            plan.want(rows.getValue(), field.getText());
            field.clear();
            problem.setText("");
        } catch (UserProblem wrong) {
            problem.setText(wrong.what() + " " + wrong.remedy());
        }
        field.requestFocus();
    }

    private void fill() {
        list.getChildren().setAll(plan.conditions().stream().map(this::row).toList());
        list.setVisible(!plan.conditions().isEmpty());
    }

    private Node row(Target wanted) {
        Label words =
                Texts.body(
                        NumberText.count(wanted.rows()) + " rows where " + wanted.where().text());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row =
                new HBox(
                        8,
                        words,
                        Icons.button(
                                BootstrapIcons.TRASH,
                                "Do not want " + wanted.where().text(),
                                () -> plan.conditions().remove(wanted)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
