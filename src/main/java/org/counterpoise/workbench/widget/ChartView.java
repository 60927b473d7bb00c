package org.counterpoise.workbench.widget;

import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.figure.FigureCharts;
import org.counterpoise.figure.FigureExport;
import org.counterpoise.figure.Look;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A figure on the screen: the pointer shows values, dragging zooms, a double click resets, and a
/// menu exports it or copies its numbers. Follows light and dark; exports are always light.
public final class ChartView extends StackPane {
    /// Keeps the legend and the curves clear of the menu.
    private static final Insets BESIDE_MENU = new Insets(0, 16, 0, 0);

    /// How far from a mark a click still means it, in pixels.
    private static final double NEAR = 8;

    private final Desk desk;
    private final MenuButton menu = new MenuButton("", Icons.of(BootstrapIcons.DOWNLOAD, 12));
    private @Nullable ChartViewer viewer;
    private @Nullable Figure figure;
    private boolean stale;
    private Consumer<String> picked = _ -> {};

    public ChartView(Desk desk) {
        this.desk = desk;
        getStyleClass().add("chart-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(120, 100);
        menu.getItems().setAll(items());
        menu.getStyleClass().addAll("icon-button", "chart-menu");
        Icons.name(menu, "Export this figure or copy its numbers");
        StackPane.setAlignment(menu, Pos.TOP_RIGHT);
        StackPane.setMargin(menu, new Insets(-4, -4, 0, 0));
        desk.dark().subscribe(_ -> redraw());
        sceneProperty().subscribe(this::drawIfStale);
    }

    public ChartView(Desk desk, Figure figure) {
        this(desk);
        show(figure);
    }

    /// Shows another figure, at the height at which it reads best unless one has been set.
    public void show(Figure newFigure) {
        figure = newFigure;
        setAccessibleText(newFigure.title() + ". " + newFigure.summary());
        setPrefHeight(FigureCharts.preferredHeight(newFigure));
        redraw();
    }

    /// What to do when a mark that stands for one category, such as a bar or an interval, is
    /// clicked; told the category's label.
    public void onPicked(Consumer<String> action) {
        picked = action;
    }

    /// The label of the category whose mark is nearest to the pointer, if one is near.
    private Optional<String> category(ChartCanvas canvas, double x, double y) {
        EntityCollection drawn = canvas.getRenderingInfo().getEntityCollection();
        double least = NEAR;
        Optional<String> label = Optional.empty();
        for (Object one : drawn == null ? List.of() : drawn.getEntities()) {
            if (one instanceof CategoryItemEntity mark) {
                double distance = distance(mark.getArea().getBounds2D(), x, y);
                if (distance <= least) {
                    least = distance;
                    label = Optional.of(mark.getColumnKey().toString());
                }
            }
        }
        return label;
    }

    private static double distance(Rectangle2D area, double x, double y) {
        return Math.hypot(
                x - Math.clamp(x, area.getMinX(), area.getMaxX()),
                y - Math.clamp(y, area.getMinY(), area.getMaxY()));
    }

    /// Draws the figure anew, or as soon as it is in a window.
    private void redraw() {
        stale = true;
        drawIfStale();
    }

    private void drawIfStale() {
        if (!stale || getScene() == null) {
            return;
        }
        stale = false;
        if (figure == null) {
            getChildren().clear();
            return;
        }
        Look look = desk.dark().get() ? Look.DARK : Look.LIGHT;
        ChartViewer fresh = new ChartViewer(FigureCharts.chart(figure, look), false);
        fresh.getCanvas().setTooltipEnabled(true);
        fresh.setMinSize(0, 0);
        StackPane.setMargin(fresh, BESIDE_MENU);
        ContextMenu context = new ContextMenu();
        context.getItems().setAll(items());
        fresh.setOnContextMenuRequested(
                event -> context.show(fresh, event.getScreenX(), event.getScreenY()));
        fresh.addEventFilter(MouseEvent.MOUSE_CLICKED, this::resetOnDoubleClick);
        fresh.addEventFilter(
                MouseEvent.MOUSE_CLICKED, event -> pickOnClick(fresh.getCanvas(), event));
        viewer = fresh;
        getChildren().setAll(fresh, menu);
    }

    /// Drawing anew brings back the axes that the figure was made with.
    private void resetOnDoubleClick(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            redraw();
            event.consume();
        }
    }

    private void pickOnClick(ChartCanvas canvas, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && event.isStillSincePress()) {
            Point2D at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
            category(canvas, at.getX(), at.getY()).ifPresent(picked);
        }
    }

    /// The chart that is drawn now, for tests.
    @Nullable ChartViewer viewer() {
        return viewer;
    }

    private List<MenuItem> items() {
        return List.of(
                item("Export as SVG, PDF or PNG…", this::export),
                item("Copy the numbers", this::copyNumbers),
                item("Reset zoom", this::redraw));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copyNumbers() {
        if (figure != null) {
            Clip.copy(FigureExport.tsv(figure));
        }
    }

    private void export() {
        if (figure != null) {
            new FigureExportPopOver(desk, figure).show(menu);
        }
    }
}
