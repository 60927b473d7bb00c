package org.counterpoise.workbench.generate;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
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

    /// Groups that are hard to reach of which it is told one by one.
    private static final int MOST_EXPECTED = 4;

    private final Desk desk;
    private final VBox form = new VBox();
    private final VBox figure = new VBox();
    private final VBox remarks = new VBox(4);
    private final VBox expected = new VBox(4);
    private final GroupTable table;

    /// @param chosen the method that is to reach the plan
    PlanEditor(Desk desk, PlanModel plan, ObservableValue<GenerateModel.Choice> chosen) {
        this.desk = desk;
        this.table = new GroupTable(plan);
        getStyleClass().add("card");
        form.setMinWidth(FORM_WIDTH);
        form.setPrefWidth(FORM_WIDTH);
        form.setMaxWidth(FORM_WIDTH);
        Label hint = Texts.muted("Type in \"Wanted\" to set a group's rows yourself.");
        hint.getStyleClass().add("small");
        VBox right =
                new VBox(8, figure, remarks, expected, table, hint, new ConditionsEditor(plan));
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
        WhenShown.follow(
                this,
                Bindings.createObjectBinding(
                        () ->
                                plan.preview()
                                        .get()
                                        .map(p -> p.expectations(chosen.getValue().synthesizer()))
                                        .orElse(List.of()),
                        plan.preview(),
                        chosen),
                this::expect);
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

    private void expect(List<String> words) {
        expected.getChildren().clear();
        words.stream()
                .limit(MOST_EXPECTED)
                .forEach(text -> expected.getChildren().add(remark(Severity.NOTE, text)));
        if (words.size() > MOST_EXPECTED) {
            expected.getChildren()
                    .add(
                            Texts.muted(
                                    "The same of "
                                            + (words.size() - MOST_EXPECTED)
                                            + " more groups."));
        }
        expected.setManaged(!words.isEmpty());
    }

    private static Node remark(Severity severity, String text) {
        Label words = Texts.body(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, new SeverityIcon(severity, 14), words);
    }
}
