package org.counterpoise.workbench.validate;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.workbench.findings.FindingDetail;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.form.SettingsLine;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is lost when synthetic data is trained on again: which synthesizer, how often, and what the
/// latest study found.
final class CollapseView extends VBox {
    private final Workspace workspace;
    private final CollapseModel model;
    private final VBox found = new VBox(12);
    private final Parts parts = new Parts(found);
    private final Label empty = Texts.muted("");

    CollapseView(Workspace workspace, CollapseModel model) {
        super(12);
        this.workspace = workspace;
        this.model = model;
        setId("collapse");
        getChildren().addAll(asking(), found);
        model.result().subscribe(this::show);
    }

    private Card asking() {
        Label from = Texts.muted("");
        from.getStyleClass().add("small");
        model.chosen().subscribe(_ -> from.setText(model.settingsFrom()));
        model.obstacle().subscribe(why -> from.setText(why.orElseGet(() -> model.settingsFrom())));
        Button run = Buttons.primary("Train again and again", this::run);
        run.setId("collapse-run");
        run.disableProperty().bind(model.ready().not());
        FlowPane line = new FlowPane(16, 8, choice());
        line.getChildren().addAll(SettingsLine.of(model.study(), "generations", "mode"));
        line.getChildren().add(run);
        line.setAlignment(Pos.CENTER_LEFT);
        return Card.of(
                CollapseStudy.INSTANCE.card().question(),
                Texts.body(
                        "Fits a synthesizer to the real rows, then to the rows it made, and so on."
                                + " Tails, rare levels and small groups fade first; real rows kept"
                                + " among them hold that up."),
                line,
                from,
                more(),
                empty);
    }

    private HBox choice() {
        ComboBox<Synthesizer<?>> box = new ComboBox<>();
        box.setId("collapse-method");
        box.setAccessibleText("Synthesizer that is fitted again and again");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Synthesizer<?> synthesizer) {
                        return synthesizer == null ? "" : synthesizer.card().name();
                    }

                    @Override
                    public Synthesizer<?> fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        box.getItems().setAll(model.choices());
        model.chosen().subscribe(box::setValue);
        box.setOnAction(
                _ -> {
                    if (box.getValue() != null) {
                        model.chosen().set(box.getValue());
                    }
                });
        Label label = new Label("Synthesizer");
        label.getStyleClass().add("settings-label");
        label.setLabelFor(box);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// The form is made when it is opened.
    private TitledPane more() {
        TitledPane pane = new TitledPane("All settings of the study", null);
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("settings-pane");
        pane.expandedProperty()
                .subscribe(
                        expanded -> {
                            if (expanded && pane.getContent() == null) {
                                pane.setContent(new SettingsForm(model.study()));
                            }
                        });
        return pane;
    }

    private void run() {
        model.step().ifPresent(step -> workspace.run(step, "Training again and again"));
    }

    private void show(Optional<Assessment> result) {
        empty.setText(
                result.isPresent()
                        ? ""
                        : "Nothing has been tried on these rows yet. What each generation keeps will"
                                + " be drawn here, beside what chance alone would do.");
        empty.setVisible(result.isEmpty());
        empty.setManaged(result.isEmpty());
        List<Node> shown = new ArrayList<>();
        result.ifPresent(
                study -> {
                    study.findings().forEach(finding -> add(finding, shown));
                    shown.add(notes(study.notes()));
                });
        parts.show(shown);
    }

    private void add(Finding finding, List<Node> shown) {
        if (!finding.figures().isEmpty()) {
            FindingDetail detail = new FindingDetail(workspace, workspace::showRemedy);
            detail.show(finding);
            shown.addFirst(detail);
        }
        shown.add(
                Card.of(
                        finding.evidence().caption(),
                        new EvidenceTable(workspace, finding.evidence())));
    }

    private static Card notes(List<String> notes) {
        Card card = Card.of("How it was done");
        notes.forEach(note -> card.getChildren().add(Texts.muted(note)));
        return card;
    }
}
