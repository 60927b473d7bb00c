package org.counterpoise.workbench.audit.pairs;

/// What part of the plane is in view or picked.
///
/// @param left smallest mean
/// @param right largest mean, above `left`
/// @param bottom smallest difference
/// @param top largest difference, above `bottom`
record Window(double left, double right, double bottom, double top) {
    /// Nobody can zoom in further than this share of the whole: rounding would show.
    private static final double SMALLEST = 1e-9;

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }

    /// The window between two corners, whichever they are.
    static Window between(double x1, double y1, double x2, double y2) {
        return new Window(Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2));
    }

    /// Moved by so many units.
    Window moved(double across, double up) {
        return new Window(left + across, right + across, bottom + up, top + up);
    }

    /// A window `factor` times as large in which a point keeps its place; never larger than `most`.
    Window zoomed(double factor, double x, double y, Window most) {
        double by =
                Math.max(
                        factor,
                        SMALLEST * Math.max(most.width() / width(), most.height() / height()));
        Window scaled =
                new Window(
                        x - (x - left) * by,
                        x + (right - x) * by,
                        y - (y - bottom) * by,
                        y + (top - y) * by);
        return scaled.width() >= most.width() || scaled.height() >= most.height() ? most : scaled;
    }
}
