package org.counterpoise.workbench.data;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;

/// Asks how to split: share, columns to stratify by, identifier, seed.
final class SplitForm extends VBox {
    private final TextField share = new TextField();
    private final TextField seed = new TextField(Long.toString(HoldoutCard.SEED));
    private final List<CheckBox> strata = new ArrayList<>();
    private final ComboBox<String> identifier;
    private final Label problem = Texts.muted("");
    private final DataModel model;
    private Runnable done = () -> {};

    SplitForm(DataModel model, Dataset data, HoldoutCard.Plan usual) {
        this.model = model;
        getStyleClass().add("popover-content");
        share.setText(Long.toString(Math.round(usual.share() * 100)));
        VBox boxes = new VBox(4);
        for (ColumnInfo info : data.schema().columns()) {
            if (info.type().coded() || info.binning().isPresent()) {
                CheckBox box = new CheckBox(info.name());
                box.setSelected(usual.stratify().contains(info.name()));
                strata.add(box);
                boxes.getChildren().add(box);
            }
        }
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(180);
        List<String> identifiers = new ArrayList<>(List.of(""));
        identifiers.addAll(data.schema().namesWithRole(Role.IDENTIFIER));
        identifier = Fields.choice(identifiers, name -> name.isEmpty() ? "none" : name);
        identifier.setValue(usual.identifier());
        Fields.showIf(problem, false);
        getChildren()
                .addAll(
                        Texts.heading("Lock a holdout"),
                        Fields.captioned("Share held out, %", share),
                        Texts.caption("Both sides keep the shares of"),
                        scroll,
                        Fields.captioned("Keep all rows together of one", identifier),
                        Fields.captioned("Seed", seed),
                        problem,
                        Buttons.primary("Split", this::split));
    }

    void whenDone(Runnable action) {
        done = action;
    }

    private void split() {
        try {
            double percent = Double.parseDouble(share.getText().strip().replace(',', '.'));
            long chosenSeed = Long.parseLong(seed.getText().strip());
            model.split(
                    percent / 100,
                    strata.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList(),
                    identifier.getValue(),
                    chosenSeed);
            done.run();
        } catch (NumberFormatException e) {
            problem.setText("Share and seed are numbers, such as 20 and 7.");
            Fields.showIf(problem, true);
        }
    }
}
