package org.counterpoise.workbench.audit.pairs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.counterpoise.engine.finding.NumberText;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What is shown of a cloud of pairs and what is picked in it.
final class PairsModel {
    /// More pairs than this are shown as density at first.
    static final int MANY = 5_000;

    private static final double STEP = 0.15;
    private static final double ZOOM = 1.4;

    private final PairCloud cloud;
    private final Window whole;
    private final ObjectProperty<Window> window;
    private final IntegerProperty colouring;
    private final BooleanProperty density;
    private final BooleanProperty jitter;
    private final BooleanProperty histogram = new SimpleBooleanProperty(this, "histogram", true);
    private final ObjectProperty<Optional<Window>> brush =
            new SimpleObjectProperty<>(this, "brush", Optional.empty());

    PairsModel(PairCloud cloud) {
        this.cloud = cloud;
        this.whole = cloud.whole();
        this.window = new SimpleObjectProperty<>(this, "window", whole);
        this.colouring = new SimpleIntegerProperty(this, "colouring", cloud.about());
        this.density = new SimpleBooleanProperty(this, "density", cloud.grid().size() > MANY);
        this.jitter = new SimpleBooleanProperty(this, "jitter", cloud.tied());
    }

    PairCloud cloud() {
        return cloud;
    }

    /// What is in view.
    ObjectProperty<Window> window() {
        return window;
    }

    /// The position of the attribute that colours, −1 for none.
    IntegerProperty colouring() {
        return colouring;
    }

    /// Whether pairs are shown as density, not as marks.
    BooleanProperty density() {
        return density;
    }

    /// Whether marks are moved a little so that equal pairs can be told apart.
    BooleanProperty jitter() {
        return jitter;
    }

    /// Whether the histogram of the differences is shown.
    BooleanProperty histogram() {
        return histogram;
    }

    /// The rectangle in which pairs are picked.
    ObjectProperty<Optional<Window>> brush() {
        return brush;
    }

    /// How far marks are moved now.
    Jitter shown() {
        return jitter.get() && !density.get() ? cloud.jitter() : Jitter.NONE;
    }

    // ---- groups -----------------------------------------------------------------------------

    /// The groups that colour now.
    Optional<PairCloud.Colouring> groups() {
        return colouring.get() < 0
                ? Optional.empty()
                : Optional.of(cloud.colourings().get(colouring.get()));
    }

    byte @Nullable [] codes() {
        return colouring.get() < 0 ? null : cloud.colourings().get(colouring.get()).codes();
    }

    /// Names of the groups, and of those that are in none; one that is empty without groups.
    List<String> names() {
        return groups().map(
                        c ->
                                java.util.stream.Stream.concat(
                                                c.labels().stream(),
                                                java.util.stream.Stream.of("not known"))
                                        .toList())
                .orElse(List.of(""));
    }

    /// Colours by the next attribute, or by none after the last.
    void nextColouring() {
        int next = colouring.get() + 1;
        colouring.set(next < cloud.colourings().size() ? next : -1);
    }

    // ---- moving -----------------------------------------------------------------------------

    /// Moves by steps of a share of what is in view.
    void step(int across, int up) {
        Window now = window.get();
        window.set(now.moved(across * STEP * now.width(), up * STEP * now.height()));
    }

    /// Zooms around the middle.
    void zoom(boolean in) {
        Window now = window.get();
        zoom(in ? 1 / ZOOM : ZOOM, (now.left() + now.right()) / 2, (now.bottom() + now.top()) / 2);
    }

    /// Zooms so that a point keeps its place.
    void zoom(double factor, double x, double y) {
        window.set(window.get().zoomed(factor, x, y, whole));
    }

    void reset() {
        window.set(whole);
    }

    // ---- picking ----------------------------------------------------------------------------

    /// Picks everything in view.
    void pickAll() {
        brush.set(Optional.of(window.get()));
    }

    void pickNone() {
        brush.set(Optional.empty());
    }

    /// Rows of the dataset whose pairs are picked, ascending.
    int[] pickedRows() {
        return brush.get().map(picked -> cloud.rowsIn(picked, shown())).orElse(new int[0]);
    }

    /// What is picked, for people.
    String pickedWords(int rows) {
        Window w = brush.get().orElse(whole);
        return NumberText.count(rows)
                + (rows == 1 ? " pair" : " pairs")
                + " with a difference from "
                + NumberText.short3(w.bottom())
                + " to "
                + NumberText.short3(w.top());
    }

    /// The pair nearest to a point, in words; empty if none is near.
    Optional<Told> near(double x, double y, double across, double up) {
        int place = cloud.nearest(x, y, across, up, shown());
        return place < 0 ? Optional.empty() : Optional.of(new Told(place, words(place)));
    }

    /// @param place of the pair in the grid
    record Told(int place, String words) {}

    private String words(int place) {
        int point = cloud.grid().point(place);
        String group =
                groups().map(c -> c.attribute() + " " + names().get(c.codes()[place]) + " · ")
                        .orElse("");
        return "Row "
                + NumberText.count(cloud.rows().rows()[point] + 1L)
                + " · "
                + group
                + cloud.rows().first()
                + " "
                + NumberText.short3(cloud.rows().firstOf(point))
                + " · "
                + cloud.rows().second()
                + " "
                + NumberText.short3(cloud.rows().secondOf(point))
                + " · difference "
                + NumberText.short3(cloud.rows().differences()[point]);
    }
}
