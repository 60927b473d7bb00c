package org.counterpoise.workbench.generate;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.Texts;

/// First rows and columns of what the chosen method would make.
final class PreviewView extends VBox {
    private static final int COLUMNS = 4;
    private static final double GAP = 12;
    private static final double NARROWEST = 260;

    private final Desk desk;
    private final PreviewModel model;
    private final VBox content = new VBox(8);
    private final RowsPreview rows = new RowsPreview();

    PreviewView(Desk desk, PreviewModel model) {
        super(8);
        this.desk = desk;
        this.model = model;
        getStyleClass().add("card");
        rows.setId("preview-rows");
        CheckBox wanted = new CheckBox("Preview while I choose");
        wanted.setId("preview");
        wanted.selectedProperty().bindBidirectional(model.wanted());
        content.managedProperty().bind(content.visibleProperty());
        content.visibleProperty().bind(model.wanted());
        getChildren()
                .addAll(
                        wanted,
                        Texts.muted(
                                "Learns from up to "
                                        + NumberText.count(PreviewModel.LEARNED)
                                        + " rows and shows what comes of it, also while a version is"
                                        + " being made. Groups of the plan are not steered here."),
                        content);
        model.preview().subscribe(preview -> preview.ifPresentOrElse(this::show, this::waiting));
    }

    private void waiting() {
        if (model.request().get().isEmpty()) {
            content.getChildren().setAll(Texts.muted("Nothing to learn from yet."));
            return;
        }
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(24, 24);
        busy.setAccessibleText("Making a preview");
        content.getChildren().setAll(new HBox(8, busy, Texts.muted("Learning …")));
    }

    private void show(PreviewModel.Preview preview) {
        if (preview.rows().isEmpty()) {
            content.getChildren().setAll(Texts.body(preview.problem()));
            return;
        }
        rows.show(preview.rows().get());
        content.getChildren().setAll(rows);
        if (!preview.marginals().isEmpty()) {
            FlowPane charts = new FlowPane(GAP, GAP);
            preview.marginals().stream()
                    .limit(COLUMNS)
                    .forEach(m -> charts.getChildren().add(chart(m.figures().getFirst())));
            content.getChildren()
                    .addAll(
                            Texts.muted(
                                    "Blue is real, orange is synthetic; the least alike column comes"
                                            + " first."),
                            charts);
        }
    }

    private Node chart(Figure figure) {
        VBox box = new VBox(new ChartView(desk, figure));
        box.setMinWidth(0);
        box.prefWidthProperty()
                .bind(
                        content.widthProperty()
                                .map(
                                        width ->
                                                Math.max(
                                                        NARROWEST,
                                                        Math.floor(
                                                                (width.doubleValue() - GAP) / 2))));
        return box;
    }
}
