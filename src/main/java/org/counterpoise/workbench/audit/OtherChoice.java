package org.counterpoise.workbench.audit;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Chooses the dataset that a question holds against the chosen one; absent if there is none.
final class OtherChoice extends VBox {

    OtherChoice(Question question) {
        super(4);
        List<String> ids = new ArrayList<>(List.of(""));
        question.others().forEach(other -> ids.add(other.id()));
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(ids));
        box.setId("against-" + question.audit().id());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String id) {
                        return title(question, id == null ? "" : id);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.valueProperty().bindBidirectional(question.other());
        Label caption = Texts.caption("Held against");
        caption.setLabelFor(box);
        getChildren().addAll(caption, box);
        setVisible(ids.size() > 1);
        setManaged(ids.size() > 1);
    }

    private static String title(Question question, String id) {
        return question.others().stream()
                .filter(other -> other.id().equals(id))
                .map(OtherDataset::title)
                .findFirst()
                .orElse("No other dataset");
    }
}
