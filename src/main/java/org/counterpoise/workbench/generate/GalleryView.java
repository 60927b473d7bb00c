package org.counterpoise.workbench.generate;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The synthesizers: searched, filtered, by family, or ranked by the answers to four questions.
final class GalleryView extends VBox {
    private static final double NARROWEST = 280;
    private static final double QUESTION = 340;
    private static final double GAP = 12;

    private final GenerateModel model;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<GenerateModel.Choice, GalleryCard> cards = new HashMap<>();
    private final VBox list = new VBox(8);
    private final Parts parts = new Parts(list);

    /// @param advise has the outcome looked at, and the model shown what was seen
    GalleryView(GenerateModel model, Runnable advise) {
        this.model = model;
        setSpacing(GAP);
        ToggleButton help =
                new ToggleButton("Help me choose", Icons.of(BootstrapIcons.SIGNPOST, 14));
        help.setId("help-me-choose");
        help.setMinWidth(USE_PREF_SIZE);
        Node questions = questions(new AdviceView(model, advise));
        questions.visibleProperty().bind(help.selectedProperty());
        questions.managedProperty().bind(help.selectedProperty());
        for (GenerateModel.Choice choice : model.gallery()) {
            GalleryCard card = new GalleryCard(model, choice, group);
            card.prefWidthProperty()
                    .bind(
                            list.widthProperty()
                                    .map(
                                            width ->
                                                    Math.max(
                                                            NARROWEST,
                                                            Math.floor(
                                                                    (width.doubleValue() - GAP)
                                                                            / 2))));
            cards.put(choice, card);
        }
        getChildren().addAll(bar(help), questions, list);
        model.shelf().shown().subscribe(this::show);
    }

    private Node bar(Node help) {
        TextField search = new TextField();
        search.setId("search-methods");
        search.setPromptText("Search methods");
        search.setAccessibleText("Search methods");
        search.setPrefWidth(220);
        model.shelf().search().bind(search.textProperty());
        CheckBox usable = new CheckBox("Only for this data");
        usable.setId("usable-only");
        usable.setMinWidth(USE_PREF_SIZE);
        model.shelf().usableOnly().bind(usable.selectedProperty());
        HBox bar = new HBox(GAP, search, usable, help);
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.setMaxWidth(320);
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return bar;
    }

    private Node questions(Node advice) {
        FlowPane fields = new FlowPane(GAP, 8);
        for (Need need : Need.ALL) {
            ComboBox<Need.Answer> box = new ComboBox<>();
            box.getItems().setAll(need.answers());
            box.setValue(need.answers().getFirst());
            box.setId("need-" + need.id());
            box.setAccessibleText(need.question());
            box.setOnAction(_ -> model.shelf().answer(need, box.getValue()));
            box.setPrefWidth(QUESTION);
            Label caption = Texts.caption(need.question());
            caption.setLabelFor(box);
            fields.getChildren().add(new VBox(4, caption, box));
        }
        Card card =
                Card.of(
                        "Help me choose",
                        Texts.muted(
                                "The methods are put in order by what they say about themselves,"
                                        + " with the reasons."),
                        fields,
                        advice);
        card.setId("questions");
        return card;
    }

    private void show(List<Ranked> shown) {
        if (shown.isEmpty()) {
            parts.show(
                    List.of(
                            Texts.muted(
                                    "No method matches. Use fewer words, or show all methods.")));
            return;
        }
        boolean asked = model.shelf().asked();
        Map<String, List<Node>> families = new LinkedHashMap<>();
        for (Ranked ranked : shown) {
            GalleryCard card = cards.get(ranked.choice());
            if (card != null) {
                card.show(ranked, asked);
                families.computeIfAbsent(
                                asked
                                        ? "Best match first"
                                        : ranked.choice().synthesizer().traits().family(),
                                _ -> new ArrayList<>())
                        .add(card);
            }
        }
        List<Node> all = new ArrayList<>();
        families.forEach(
                (family, nodes) -> {
                    FlowPane pane = new FlowPane();
                    pane.getStyleClass().add("gallery");
                    new Parts(pane).show(nodes);
                    all.add(Texts.heading(family));
                    all.add(pane);
                });
        parts.show(all);
    }
}
