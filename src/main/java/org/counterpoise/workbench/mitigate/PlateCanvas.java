package org.counterpoise.workbench.mitigate;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.counterpoise.engine.finding.Figure.PlateMap;
import org.counterpoise.figure.Look;
import org.counterpoise.figure.Palette;
import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// One plate as coloured wells that can be picked: by dragging over them, or with the arrow keys,
/// Shift to pick more. Drawn by hand, since a chart made anew for every move of the pointer would
/// lag behind it. Marks are told by shape as well: a dot in a control, a cross where there is no
/// readout, a triangle at a flagged line.
final class PlateCanvas extends Region {
    private static final double LEFT = 30;
    private static final double TOP = 22;
    private static final double RIGHT = 2;
    private static final double WIDEST_WELL = 34;
    private static final double TEXT = 10;

    private final Canvas canvas = new Canvas();
    private final ObservableBooleanValue dark;
    private final Consumer<BitSet> pick;
    private final Consumer<Integer> turn;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable PlateMap figure;
    private PlateMap.Plate plate =
            new PlateMap.Plate("", new double[0], java.util.List.of(), java.util.List.of());
    private boolean[] controls = new boolean[0];
    private IntFunction<String> words = _ -> "";
    private BitSet picked = new BitSet();
    private int cursor;
    private int anchor;

    /// @param pick told of the wells picked
    /// @param turn told how many plates to go on
    PlateCanvas(ObservableBooleanValue dark, Consumer<BitSet> pick, Consumer<Integer> turn) {
        this.dark = dark;
        this.pick = pick;
        this.turn = turn;
        getChildren().add(canvas);
        getStyleClass().add("plate-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinWidth(200);
        Tooltip.install(this, tooltip);
        dark.subscribe(_ -> draw());
        focusedProperty().subscribe(_ -> draw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseMoved(this::moved);
    }

    /// @param index of the plate in the figure
    /// @param hold whether each well holds a control
    /// @param about says what a well holds
    void show(PlateMap map, int index, boolean[] hold, IntFunction<String> about) {
        figure = map;
        plate = map.plates().get(index);
        controls = hold;
        words = about;
        cursor = Math.min(cursor, plate.values().length - 1);
        anchor = Math.min(anchor, plate.values().length - 1);
        setAccessibleText(
                map.title()
                        + ", "
                        + plate.name()
                        + ". "
                        + map.summary()
                        + " Arrow keys move between wells, Page Up and Page Down between plates.");
        requestLayout();
        draw();
    }

    void showPicked(BitSet wells) {
        picked = wells;
        draw();
    }

    // ---- size -------------------------------------------------------------------------------

    private double cell() {
        if (figure == null) {
            return 0;
        }
        return Math.clamp((getWidth() - LEFT - RIGHT) / figure.columns(), 2, WIDEST_WELL);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (figure == null) {
            return 120;
        }
        double wide = width < 0 ? getWidth() : width;
        return TOP
                + RIGHT
                + figure.rows()
                        * Math.clamp((wide - LEFT - RIGHT) / figure.columns(), 2, WIDEST_WELL);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    // ---- picking ----------------------------------------------------------------------------

    /// The well under a point, at the edge for a point outside.
    private int at(double x, double y, PlateMap map) {
        int column = Math.clamp((int) Math.floor((x - LEFT) / cell()), 0, map.columns() - 1);
        int row = Math.clamp((int) Math.floor((y - TOP) / cell()), 0, map.rows() - 1);
        return row * map.columns() + column;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        // The page that scrolls would take the focus away.
        event.consume();
        if (figure != null && event.isPrimaryButtonDown()) {
            cursor = at(event.getX(), event.getY(), figure);
            anchor = event.isShiftDown() ? anchor : cursor;
            pick.accept(between(anchor, cursor, figure));
        }
    }

    private void dragged(MouseEvent event) {
        if (figure != null && event.isPrimaryButtonDown()) {
            cursor = at(event.getX(), event.getY(), figure);
            pick.accept(between(anchor, cursor, figure));
        }
    }

    private void moved(MouseEvent event) {
        if (figure != null) {
            tooltip.setText(words.apply(at(event.getX(), event.getY(), figure)));
        }
    }

    private static BitSet between(int a, int b, PlateMap map) {
        int columns = map.columns();
        BitSet wells = new BitSet();
        for (int row = Math.min(a / columns, b / columns);
                row <= Math.max(a / columns, b / columns);
                row++) {
            int first = row * columns + Math.min(a % columns, b % columns);
            wells.set(first, first + Math.abs(a % columns - b % columns) + 1);
        }
        return wells;
    }

    private void key(KeyEvent event) {
        if (figure == null) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(0, -1, event, figure);
            case RIGHT -> step(0, 1, event, figure);
            case UP -> step(-1, 0, event, figure);
            case DOWN -> step(1, 0, event, figure);
            case PAGE_DOWN -> turn(1, event);
            case PAGE_UP -> turn(-1, event);
            case ESCAPE -> {
                pick.accept(new BitSet());
                event.consume();
            }
            default -> {}
        }
    }

    private void turn(int by, KeyEvent event) {
        turn.accept(by);
        event.consume();
    }

    private void step(int down, int across, KeyEvent event, PlateMap map) {
        int row = Math.clamp(cursor / map.columns() + down, 0, map.rows() - 1);
        int column = Math.clamp(cursor % map.columns() + across, 0, map.columns() - 1);
        cursor = row * map.columns() + column;
        anchor = event.isShiftDown() ? anchor : cursor;
        pick.accept(between(anchor, cursor, map));
        event.consume();
    }

    // ---- drawing ----------------------------------------------------------------------------

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double cell = cell();
        if (figure == null || cell <= 0 || canvas.getWidth() <= 0) {
            return;
        }
        Look look = dark.get() ? Look.DARK : Look.LIGHT;
        for (int well = 0; well < plate.values().length; well++) {
            well(g, well, cell, figure, look);
        }
        names(g, cell, figure, look);
        picked(g, cell, figure, look);
    }

    private static double x(int well, double cell, PlateMap map) {
        int column = well % map.columns();
        return LEFT + column * cell;
    }

    private static double y(int well, double cell, PlateMap map) {
        int row = well / map.columns();
        return TOP + row * cell;
    }

    private void well(GraphicsContext g, int well, double cell, PlateMap map, Look look) {
        double gap = cell > 8 ? 1 : 0;
        double x = x(well, cell, map);
        double y = y(well, cell, map);
        double value = plate.values()[well];
        java.awt.Color ground = colour(value, map, look);
        g.setFill(fx(ground));
        g.fillRect(x, y, cell - gap, cell - gap);
        g.setStroke(fx(look.muted()));
        g.setLineWidth(1);
        if (Double.isNaN(value) && cell > 8) {
            g.strokeLine(x + 3, y + 3, x + cell - 4, y + cell - 4);
            g.strokeLine(x + 3, y + cell - 4, x + cell - 4, y + 3);
        } else if (controls[well] && cell > 6) {
            double dot = Math.max(2, cell / 5);
            g.setFill(fx(Palette.textOn(ground)));
            g.fillOval(x + (cell - gap - dot) / 2, y + (cell - gap - dot) / 2, dot, dot);
        }
    }

    private static java.awt.Color colour(double value, PlateMap map, Look look) {
        if (Double.isNaN(value) || !(map.min() < map.max())) {
            return look.grid();
        }
        double t = (Math.clamp(value, map.min(), map.max()) - map.min()) / (map.max() - map.min());
        return Palette.diverging(2 * t - 1);
    }

    /// Letters and numbers, as many as there is room for, with a triangle at each flagged line.
    private void names(GraphicsContext g, double cell, PlateMap map, Look look) {
        g.setFont(Font.font("Inter", TEXT));
        int everyRow = (int) Math.ceil(12 / cell);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < map.rows(); row++) {
            boolean flagged = plate.flaggedRows().contains(row);
            double y = TOP + (row + 0.5) * cell;
            g.setFill(fx(flagged ? Palette.FLAGGED : look.muted()));
            if (flagged || row % everyRow == 0) {
                g.fillText(PlateMap.letters(row), LEFT - 10, y + TEXT / 3);
            }
            if (flagged) {
                g.fillPolygon(
                        new double[] {LEFT - 2, LEFT - 8, LEFT - 8},
                        new double[] {y, y - 3.5, y + 3.5},
                        3);
            }
        }
        int everyColumn = (int) Math.ceil(17 / cell);
        g.setTextAlign(TextAlignment.CENTER);
        for (int column = 0; column < map.columns(); column++) {
            boolean flagged = plate.flaggedColumns().contains(column);
            double x = LEFT + (column + 0.5) * cell;
            g.setFill(fx(flagged ? Palette.FLAGGED : look.muted()));
            if (flagged || column % everyColumn == 0) {
                g.fillText(Integer.toString(column + 1), x, TOP - 10);
            }
            if (flagged) {
                g.fillPolygon(
                        new double[] {x, x - 3.5, x + 3.5},
                        new double[] {TOP - 2, TOP - 8, TOP - 8},
                        3);
            }
        }
    }

    private void picked(GraphicsContext g, double cell, PlateMap map, Look look) {
        g.setStroke(fx(look.text()));
        g.setLineWidth(2);
        picked.stream()
                .filter(well -> well < plate.values().length)
                .forEach(
                        well ->
                                g.strokeRect(
                                        x(well, cell, map),
                                        y(well, cell, map),
                                        cell - 1,
                                        cell - 1));
        if (isFocused()) {
            g.setLineWidth(3);
            g.strokeRect(x(cursor, cell, map) - 1, y(cursor, cell, map) - 1, cell + 1, cell + 1);
        }
    }

    private static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
