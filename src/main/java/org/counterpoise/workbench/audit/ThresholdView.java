package org.counterpoise.workbench.audit;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextAlignment;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;

/// Sliders for one threshold or one per group, and what they do: rates, gaps and ROC points.
final class ThresholdView extends VBox {
    private static final int LABEL = 0;
    private static final int SLIDER = 1;
    private static final int VALUE = 2;
    private static final int FIRST_RATE = 3;
    private static final double DOT = 5;

    private final ThresholdModel model;
    private final Desk desk;
    private final List<Label> values = new ArrayList<>();
    private final List<List<Label>> rates = new ArrayList<>();
    private final List<Label> gaps = new ArrayList<>();

    ThresholdView(ThresholdModel model, Desk desk) {
        super(10);
        this.model = model;
        this.desk = desk;
        CheckBox together = new CheckBox("One threshold for every group");
        together.setId("threshold-together");
        together.selectedProperty().bindBidirectional(model.together());
        Button reset = Buttons.plain("Back to the audit's threshold", model::reset);
        reset.setId("threshold-reset");
        FlowPane controls = new FlowPane(12, 8, together, reset);
        controls.setAlignment(Pos.CENTER_LEFT);
        RocCanvas roc = new RocCanvas(model, desk.dark());
        roc.setPrefSize(270, 270);
        FlowPane below = new FlowPane(24, 12, roc, gapList());
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(controls, table(), below, caution());
        model.state().subscribe(this::show);
    }

    private GridPane table() {
        GridPane grid = new GridPane(10, 6);
        grid.setId("threshold-table");
        ColumnConstraints wide = new ColumnConstraints(80, 120, Double.MAX_VALUE);
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        grid.add(Texts.caption("group"), LABEL, 0);
        grid.add(Texts.caption("threshold"), SLIDER, 0, 2, 1);
        for (int m = 0; m < ThresholdModel.METRICS.size(); m++) {
            Label heading = Texts.caption(shortName(ThresholdModel.METRICS.get(m)));
            GridPane.setHalignment(heading, HPos.RIGHT);
            grid.add(heading, FIRST_RATE + m, 0);
        }
        for (int g = 0; g < model.thresholds().labels().size(); g++) {
            row(grid, g);
        }
        return grid;
    }

    /// "selection", "TPR", "FPR", "PPV": the full name is in the list of gaps.
    private static String shortName(RateMetric metric) {
        return metric == RateMetric.SELECTION_RATE ? "selected" : metric.name();
    }

    private void row(GridPane grid, int group) {
        Circle dot = new Circle(DOT);
        desk.dark().subscribe(dark -> dot.setFill(RocCanvas.colour(group, dark)));
        String name = model.thresholds().labels().get(group);
        Label label = new Label(name, dot);
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(label, LABEL, group + 1);
        Slider slider =
                new Slider(
                        model.thresholds().lowest(),
                        model.thresholds().highest(),
                        model.threshold(group).get());
        slider.setId("threshold-" + group);
        slider.setAccessibleText("Threshold of " + name);
        slider.setBlockIncrement((slider.getMax() - slider.getMin()) / 100);
        slider.valueProperty().bindBidirectional(model.threshold(group));
        grid.add(slider, SLIDER, group + 1);
        Label value = new Label();
        value.setMinWidth(44);
        values.add(value);
        grid.add(value, VALUE, group + 1);
        List<Label> cells = new ArrayList<>();
        for (int m = 0; m < ThresholdModel.METRICS.size(); m++) {
            Label cell = new Label();
            cell.setMinWidth(Region.USE_PREF_SIZE);
            cell.setTextAlignment(TextAlignment.RIGHT);
            GridPane.setHalignment(cell, HPos.RIGHT);
            cells.add(cell);
            grid.add(cell, FIRST_RATE + m, group + 1);
        }
        rates.add(cells);
    }

    private Node gapList() {
        VBox list =
                new VBox(
                        6,
                        Texts.heading(
                                "Largest gaps, "
                                        + NumberText.short3(100 * model.confidence())
                                        + "% intervals"));
        for (int m = 0; m <= ThresholdModel.METRICS.size(); m++) {
            Label gap = Texts.body("");
            gap.setId("threshold-gap-" + m);
            gaps.add(gap);
            list.getChildren().add(gap);
        }
        list.setPrefWidth(250);
        return list;
    }

    private static Label caution() {
        return Texts.muted(
                "Trying is not changing: the audit and its findings stay as they are. Thresholds"
                        + " chosen on these rows look better here than they will elsewhere; confirm"
                        + " them on others. Whether groups may be treated differently is a question"
                        + " of law and ethics.");
    }

    private void show(ThresholdModel.State state) {
        for (int g = 0; g < state.rows().size(); g++) {
            ThresholdModel.Row row = state.rows().get(g);
            values.get(g).setText(NumberText.fixed(row.threshold(), 3));
            for (int m = 0; m < row.rates().size(); m++) {
                rates.get(g).get(m).setText(rate(row.rates().get(m)));
            }
        }
        for (int m = 0; m < ThresholdModel.METRICS.size(); m++) {
            gaps.get(m).setText(gap(ThresholdModel.METRICS.get(m), state.gaps().get(m)));
        }
        gaps.getLast()
                .setText(
                        "lowest selection over highest: "
                                + NumberText.fixed(state.selectionRatio(), 2));
    }

    /// "62.1%" over "58–66".
    private static String rate(Estimate e) {
        return e.defined()
                ? NumberText.percent(e.value())
                        + "\n"
                        + NumberText.fixed(e.interval().lower() * 100, 0)
                        + "–"
                        + NumberText.fixed(e.interval().upper() * 100, 0)
                : "undefined\n(n = 0)";
    }

    private static String gap(RateMetric metric, LargestGap gap) {
        return metric.title()
                + ": "
                + (gap.defined()
                        ? NumberText.points(gap.value()).replace("+", "")
                                + " ("
                                + NumberText.fixed(gap.interval().lower() * 100, 1)
                                + " to "
                                + NumberText.fixed(gap.interval().upper() * 100, 1)
                                + ")"
                        : "undefined");
    }
}
