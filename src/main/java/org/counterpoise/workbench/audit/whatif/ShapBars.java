package org.counterpoise.workbench.audit.whatif;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What each column adds to what the model says: a bar for the row as it is, and one for the row as
/// changed.
final class ShapBars extends VBox {
    private static final int MOST = 10;
    private static final double NAME = 96;
    private static final double WIDTH = 130;
    private static final double THICK = 7;
    private static final double HEIGHT = 2 * THICK + 2;

    private final RowModel model;
    private final WhatIfText words;
    private final GridPane grid = new GridPane(8, 5);
    private final List<Line> lines = new ArrayList<>();

    ShapBars(WhatIfModel whatIf) {
        super(8);
        this.model = whatIf.model();
        this.words = new WhatIfText(model);
        grid.setId("what-if-bars");
        HBox legend = new HBox(12, key("as it is", "what-if-own"), key("changed", "what-if-new"));
        getChildren()
                .addAll(
                        Texts.caption("What moves it: SHAP, in " + model.unit()),
                        legend,
                        grid,
                        Texts.muted("Bars to the right raise what the model says."));
        whatIf.answers().subscribe(this::show);
    }

    private static Node key(String name, String style) {
        Region swatch = new Region();
        swatch.getStyleClass().add(style);
        swatch.setMinSize(12, THICK);
        swatch.setMaxSize(12, THICK);
        Label label = Texts.muted(name);
        label.getStyleClass().add("small");
        HBox key = new HBox(5, swatch, label);
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void show(Optional<WhatIfModel.Answers> answers) {
        List<Integer> shown = answers.map(this::leading).orElse(List.of());
        while (lines.size() < shown.size()) {
            lines.add(new Line(lines.size()));
        }
        double most =
                shown.stream().mapToDouble(c -> size(answers.orElseThrow(), c)).max().orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).setVisible(i < shown.size());
            if (i < shown.size()) {
                lines.get(i).show(shown.get(i), answers.orElseThrow(), most);
            }
        }
    }

    /// Those that add or take most, and all that were changed; the largest first.
    private List<Integer> leading(WhatIfModel.Answers answers) {
        List<Integer> ranked =
                IntStream.range(0, model.columns().size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(c -> -size(answers, c)))
                        .toList();
        return IntStream.range(0, ranked.size())
                .filter(
                        i ->
                                i < MOST
                                        || answers.asked()
                                                .changes()
                                                .containsKey(
                                                        model.columns().get(ranked.get(i)).name()))
                .mapToObj(ranked::get)
                .toList();
    }

    private static double size(WhatIfModel.Answers answers, int column) {
        return Math.max(
                Math.abs(answers.before().shap()[column]), Math.abs(answers.now().shap()[column]));
    }

    /// One column's bars, made once and moved with each answer.
    private final class Line {
        private final Label name = new Label();
        private final Region own = bar("what-if-own", 0);
        private final Region changed = bar("what-if-new", THICK + 2);
        private final Pane bars = new Pane();
        private final Label value = new Label();

        Line(int index) {
            Region axis = new Region();
            axis.getStyleClass().add("what-if-axis");
            axis.resizeRelocate(WIDTH / 2, -2, 1, HEIGHT + 4);
            axis.setManaged(false);
            bars.getChildren().addAll(own, changed, axis);
            bars.setMinSize(WIDTH, HEIGHT);
            bars.setPrefSize(WIDTH, HEIGHT);
            bars.setMaxSize(WIDTH, HEIGHT);
            bars.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            name.setPrefWidth(NAME);
            name.setMinWidth(NAME);
            value.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(value, HPos.RIGHT);
            grid.addRow(index, name, bars, value);
        }

        private static Region bar(String style, double top) {
            Region bar = new Region();
            bar.getStyleClass().add(style);
            bar.setManaged(false);
            bar.setLayoutY(top);
            return bar;
        }

        void setVisible(boolean visible) {
            for (Node node : List.of(name, bars, value)) {
                node.setVisible(visible);
                node.setManaged(visible);
            }
        }

        void show(int column, WhatIfModel.Answers answers, double most) {
            double before = answers.before().shap()[column];
            double now = answers.now().shap()[column];
            String title = model.columns().get(column).title();
            name.setText(title);
            name.setTooltip(new Tooltip(title));
            place(own, before, most, answers.changed() ? 0 : THICK / 2);
            place(changed, now, most, THICK + 2);
            changed.setVisible(answers.changed());
            value.setText(
                    (answers.changed() ? words.effect(before) + " → " : "") + words.effect(now));
            bars.setAccessibleText(
                    title
                            + " adds "
                            + words.effect(before)
                            + (answers.changed()
                                    ? " to the row as it is, " + words.effect(now) + " as changed"
                                    : ""));
        }

        private void place(Region bar, double effect, double most, double top) {
            double length = most > 0 ? Math.abs(effect) / most * WIDTH / 2 : 0;
            bar.resizeRelocate(WIDTH / 2 - (effect < 0 ? length : 0), top, length, THICK);
        }
    }
}
