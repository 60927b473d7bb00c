package org.counterpoise.workbench.data;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom the data should stand for: asks for the target population's shares, or says whose are set.
final class TargetCard {
    private TargetCard() {}

    static Card of(DataModel model, Dataset data, ProjectView project) {
        Optional<Map.Entry<String, Benchmark>> target = project.target();
        List<String> weights = data.schema().namesWithRole(Role.WEIGHT);
        List<ColumnInfo> protectedColumns = data.schema().withRole(Role.PROTECTED);
        String sentence =
                target.map(entry -> "Shares from " + entry.getValue().source() + ".")
                        .orElse(
                                protectedColumns.isEmpty()
                                        ? "Mark a protected attribute, then say what share each"
                                                + " group should have."
                                        : "Say what share each group should have, to see who is"
                                                + " missing.");
        HBox buttons = new HBox(8);
        if (!weights.isEmpty()) {
            String weight = weights.getFirst();
            Button fromWeights =
                    Buttons.plain(
                            "Use weights " + weight,
                            () -> model.setTarget(new BenchmarkSource.Weights(weight)));
            fromWeights.setId("target-weights");
            fromWeights.setDisable(protectedColumns.isEmpty());
            buttons.getChildren().add(fromWeights);
        }
        buttons.getChildren().add(others(model, data, protectedColumns));
        return Card.of(
                target.isPresent() ? "Target population set" : "Set the target population",
                Texts.muted(sentence),
                buttons);
    }

    private static MenuButton others(
            DataModel model, Dataset data, List<ColumnInfo> protectedColumns) {
        MenuButton menu = new MenuButton("Other source");
        menu.setId("target-other");
        menu.setDisable(protectedColumns.isEmpty());
        MenuItem typed = new MenuItem("Type shares…");
        typed.setOnAction(_ -> typing(model, data, protectedColumns).show(menu));
        MenuItem file = new MenuItem("From a file of counts or people…");
        file.setOnAction(_ -> TargetFile.choose(model, data));
        menu.getItems().addAll(typed, file);
        return menu;
    }

    private static PopOver typing(
            DataModel model, Dataset data, List<ColumnInfo> protectedColumns) {
        SharesForm form = new SharesForm(model, data, protectedColumns);
        PopOver pop = new PopOver(form);
        form.whenDone(pop::hide);
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.setAnimated(false);
        return pop;
    }
}
