package org.counterpoise.workbench.lineage;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.session.Json;
import org.counterpoise.session.Lineage;
import org.counterpoise.session.Project;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Beside the Lineage page: one step in full, its inputs, what it made with full hashes, and the
/// step as the protocol has it.
final class StepDetail extends VBox {
    private static final int JSON_LINES = 16;

    private final Parts parts = new Parts(this);

    StepDetail() {
        getStyleClass().add("inspector-content");
        clear();
    }

    void clear() {
        parts.show(
                List.of(
                        Texts.heading("Step"),
                        Texts.muted("Choose a step to see what it read, what it made and how.")));
    }

    void show(StepRecord record) {
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.heading(Project.describe(record.step())));
        shown.add(facts(record));
        shown.add(Texts.heading("Made"));
        record.outputs().forEach(output -> shown.add(output(output)));
        shown.add(Texts.heading("As in the protocol"));
        shown.add(json(record));
        parts.show(shown);
    }

    private static Node facts(StepRecord record) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Step", Integer.toString(record.number()));
        facts.put("Read", String.join(", ", Lineage.inputs(record.step())));
        LineageModel.seed(record.step()).ifPresent(seed -> facts.put("Seed", Long.toString(seed)));
        facts.put("Took", LineageModel.duration(record.took()));
        facts.put("Finished", record.at().toString());
        facts.put("Counterpoise", record.version());
        GridPane grid = new GridPane(12, 6);
        facts.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        grid.addRow(grid.getRowCount(), Texts.caption(name), Texts.body(value));
                    }
                });
        return grid;
    }

    private static Node output(StepRecord.Output output) {
        Label hash = Texts.muted(output.hash());
        hash.getStyleClass().add("hash");
        VBox words = new VBox(2, Texts.body(LineageModel.named(output)), hash);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line =
                new HBox(
                        8,
                        words,
                        Icons.button(
                                BootstrapIcons.CLIPBOARD,
                                "Copy the hash of " + output.id(),
                                () -> copy(output.hash())));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node json(StepRecord record) {
        TextArea area = new TextArea(Json.writePretty(record.step()));
        area.setEditable(false);
        area.setPrefRowCount(JSON_LINES);
        area.setAccessibleText("The step as the protocol has it");
        area.getStyleClass().add("code");
        return area;
    }
}
