package org.counterpoise.workbench.generate;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.synth.ResolvedPlan;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;
import org.counterpoise.workbench.widget.WhenShown;

import java.util.List;
import java.util.Optional;

/// Who gets generated: the plan's form beside what it means, group by group, before and after.
final class PlanEditor extends VBox {
    private static final double FORM_WIDTH = 250;

    private final Desk desk;
    private final VBox form = new VBox();
    private final VBox figure = new VBox();
    private final VBox remarks = new VBox(4);
    private final GroupTable table;

    PlanEditor(Desk desk, PlanModel plan) {
        this.desk = desk;
        this.table = new GroupTable(plan);
        getStyleClass().add("card");
        form.setMinWidth(FORM_WIDTH);
        form.setPrefWidth(FORM_WIDTH);
        form.setMaxWidth(FORM_WIDTH);
        Label hint = Texts.muted("Type in \"Wanted\" to set a group's rows yourself.");
        hint.getStyleClass().add("small");
        VBox right = new VBox(8, figure, remarks, table, hint);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        getChildren()
                .addAll(
                        Texts.heading("Who gets generated"),
                        Texts.muted(
                                "The sampling plan: how many rows of which group, before and"
                                        + " after."),
                        new HBox(16, form, right));
        WhenShown.follow(
                this,
                plan.settings(),
                settings -> form.getChildren().setAll(new SettingsForm(settings)));
        WhenShown.follow(this, plan.preview(), preview -> preview.ifPresent(this::show));
    }

    private void show(PlanPreview preview) {
        Optional<ResolvedPlan> resolved = preview.resolved();
        preview.figure()
                .ifPresentOrElse(
                        bars -> figure.getChildren().setAll(new ChartView(desk, bars)),
                        figure.getChildren()::clear);
        table.show(resolved.map(ResolvedPlan::allocations).orElse(List.of()));
        remarks.getChildren().clear();
        if (!preview.problem().isEmpty()) {
            remarks.getChildren().add(remark(Severity.WARNING, preview.problem()));
        }
        preview.warnings().forEach(text -> remarks.getChildren().add(remark(Severity.NOTE, text)));
    }

    private static Node remark(Severity severity, String text) {
        Label words = Texts.body(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, new SeverityIcon(severity, 14), words);
    }
}
