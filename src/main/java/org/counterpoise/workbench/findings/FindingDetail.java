package org.counterpoise.workbench.findings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One finding in full: what was seen, how sure we are, what it means and what to do.
public final class FindingDetail extends VBox {
    private static final int ICON = 18;
    private static final double FIGURES = 8;

    private final Parts parts = new Parts(this);
    private final Desk desk;
    private final BiConsumer<Remedy, String> go;
    private Consumer<String> picked = _ -> {};

    /// @param go where a remedy's button leads; told the remedy and the finding's id
    public FindingDetail(Desk desk, BiConsumer<Remedy, String> go) {
        this.desk = desk;
        this.go = go;
        getStyleClass().add("finding-detail");
    }

    /// What to do when the mark of a group in a figure is clicked; told the group's label.
    public void onPicked(Consumer<String> action) {
        picked = action;
    }

    public void show(Finding finding) {
        parts.show(List.of(picture(finding, List.of(), finding.figures()), words(finding)));
    }

    /// Shows a finding with a view of its own before those of its figures that are left.
    public void show(Finding finding, Node view, List<Figure> left) {
        parts.show(List.of(picture(finding, List.of(view), left), words(finding)));
    }

    public void clear() {
        parts.show(List.of());
    }

    private Node picture(Finding finding, List<Node> views, List<Figure> figures) {
        Label headline = Texts.heading(finding.headline());
        headline.setId("finding-headline");
        headline.getStyleClass().add("finding-headline");
        HBox.setHgrow(headline, Priority.ALWAYS);
        HBox top = new HBox(8, new SeverityIcon(finding.severity(), ICON), headline);
        List<Node> rest = new ArrayList<>(views);
        for (Figure figure : figures) {
            ChartView chart = new ChartView(desk, figure);
            chart.onPicked(label -> picked.accept(label));
            rest.add(Texts.muted(figure.summary()));
            rest.add(chart);
        }
        finding.measure().ifPresent(m -> rest.add(fact(MeasureText.full(m))));
        finding.threshold().ifPresent(t -> rest.add(fact(MeasureText.held(t))));
        return new Card(top, Parts.column(FIGURES, rest));
    }

    private static Label fact(String text) {
        Label label = Texts.muted(text);
        label.getStyleClass().add("small");
        return label;
    }

    private Node words(Finding finding) {
        Card means = Card.of("What it means", Texts.body(finding.explanation()));
        if (finding.remedies().isEmpty()) {
            return means;
        }
        Card does = Card.of("What you can do", remedies(finding));
        return Halves.of(means, does);
    }

    private FlowPane remedies(Finding finding) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("remedies");
        // Its parts are as wide as it is, so by itself it could grow but never shrink.
        buttons.setMinWidth(0);
        boolean first = true;
        for (Remedy remedy : finding.remedies()) {
            if (remedy.action() == Remedy.Action.COLLECT) {
                Label advice = Texts.body(remedy.label());
                advice.setMinWidth(0);
                advice.maxWidthProperty().bind(buttons.widthProperty());
                buttons.getChildren().add(advice);
                continue;
            }
            Runnable action = () -> go.accept(remedy, finding.id());
            Button button =
                    first
                            ? Buttons.primary(remedy.label(), action)
                            : Buttons.plain(remedy.label(), action);
            button.getStyleClass().add("remedy");
            button.setWrapText(true);
            button.setMinWidth(0);
            button.maxWidthProperty().bind(buttons.widthProperty());
            buttons.getChildren().add(button);
            first = false;
        }
        return buttons;
    }
}
