package org.counterpoise.workbench.data;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.DatasetNote;
import org.counterpoise.engine.data.Part;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What there is to decide about a dataset: suggestions with their reasons, the holdout, the target
/// population. One row of cards; the rest on request.
final class DecisionCards extends VBox {
    private static final double CARD_WIDTH = 280;
    private static final int MOST_IN_A_ROW = 4;
    private static final int REASON_LENGTH = 170;

    private static final Set<DatasetNote.Kind> URGENT =
            EnumSet.of(
                    DatasetNote.Kind.LEAKAGE,
                    DatasetNote.Kind.OUTCOME,
                    DatasetNote.Kind.PROTECTED,
                    DatasetNote.Kind.IDENTIFIER,
                    DatasetNote.Kind.WEIGHT);

    private final DataModel model;
    private final GridPane grid = new GridPane(12, 12);
    private final Hyperlink more = new Hyperlink();
    private List<Node> cards = List.of();
    private Frames coming = Frames.none();
    private boolean all;
    private int arrangedFor;

    DecisionCards(DataModel model) {
        this.model = model;
        setSpacing(4);
        setMinHeight(USE_PREF_SIZE);
        setAlignment(Pos.TOP_RIGHT);
        more.setId("more-cards");
        more.setOnAction(_ -> toggle());
        getChildren().addAll(grid, more);
        model.described().subscribe(this::refresh);
        model.grid().dataset().subscribe(this::refresh);
        model.workspace().project().subscribe(this::refresh);
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    }

    /// With the next frame: what the cards depend on often changes together.
    private void refresh() {
        coming.stop();
        coming = Frames.next(this::showCards);
    }

    private void showCards() {
        Optional<Dataset> data = model.dataset();
        cards = data.map(this::cards).orElse(List.of());
        arrange();
    }

    private List<Node> cards(Dataset data) {
        ProjectView project = model.workspace().project().get();
        List<NoteGroup> notes =
                model.rolesEditable()
                        ? model.described()
                                .get()
                                .map(described -> NoteGroup.of(described.notes()))
                                .orElse(List.of())
                        : List.of();
        List<Node> list = new ArrayList<>();
        notes.stream()
                .filter(g -> asked(g) && URGENT.contains(g.kind()))
                .map(this::card)
                .forEach(list::add);
        boolean real = model.rolesEditable();
        boolean split = data.part() != Part.WHOLE;
        boolean targeted = project.target().isPresent();
        if (!split) {
            list.add(HoldoutCard.of(model, data));
        }
        if (real && !targeted) {
            list.add(TargetCard.of(model, data, project));
        }
        notes.stream()
                .filter(g -> asked(g) && !URGENT.contains(g.kind()))
                .map(this::card)
                .forEach(list::add);
        if (split) {
            list.add(HoldoutCard.of(model, data));
        }
        if (real && targeted) {
            list.add(TargetCard.of(model, data, project));
        }
        return list;
    }

    private boolean asked(NoteGroup group) {
        return !model.kept(group.headline());
    }

    private Card card(NoteGroup group) {
        Label reason = Texts.muted(shortened(group.reason()));
        Tooltip whole = new Tooltip(group.reason());
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        reason.setTooltip(whole);
        HBox buttons = new HBox(8);
        group.action()
                .ifPresent(
                        action -> {
                            Button follow =
                                    Buttons.plain(action, () -> model.assign(group.changes()));
                            follow.setId(
                                    "note-"
                                            + group.kind()
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT));
                            if (group.kind() == DatasetNote.Kind.LEAKAGE) {
                                follow.getStyleClass().add("primary");
                            }
                            buttons.getChildren().add(follow);
                        });
        buttons.getChildren().add(Buttons.plain("Keep", () -> keep(group)));
        VBox words = new VBox(6, Texts.heading(group.headline()), reason, buttons);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new Card(new HBox(12, new SeverityIcon(group.severity(), 16), words));
    }

    private void keep(NoteGroup group) {
        model.keep(group.headline());
        refresh();
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LENGTH
                ? reason
                : reason.substring(0, reason.lastIndexOf(' ', REASON_LENGTH)) + " …";
    }

    // ---- arrangement ------------------------------------------------------------------------

    private static int perRow(double width) {
        return Math.clamp((int) (width / CARD_WIDTH), 1, MOST_IN_A_ROW);
    }

    /// Widths change while the window is laid out, when children must not: arranges right after.
    private void fit(double width) {
        if (perRow(width) != arrangedFor) {
            arrangedFor = perRow(width);
            Platform.runLater(this::arrange);
        }
    }

    private void toggle() {
        all = !all;
        arrange();
    }

    private void arrange() {
        int perRow = Math.min(perRow(getWidth()), Math.max(1, cards.size()));
        int shown = all ? cards.size() : Math.min(perRow, cards.size());
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(columns(perRow));
        for (int i = 0; i < shown; i++) {
            Node card = cards.get(i);
            GridPane.setFillHeight(card, true);
            grid.add(card, i % perRow, i / perRow);
        }
        int hidden = cards.size() - perRow;
        more.setText(all ? "Show fewer" : "Show " + hidden + " more to decide");
        Fields.showIf(more, hidden > 0);
    }

    private static List<ColumnConstraints> columns(int count) {
        List<ColumnConstraints> constraints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            column.setFillWidth(true);
            constraints.add(column);
        }
        return constraints;
    }
}
