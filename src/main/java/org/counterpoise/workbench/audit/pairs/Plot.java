package org.counterpoise.workbench.audit.pairs;

/// Where the pairs are drawn, and how places in it and values lead to each other.
///
/// @param left of the plot, from the left edge of the picture
/// @param top of the plot, from the upper edge
/// @param aside width of the histogram to the right, 0 for none
record Plot(double left, double top, double width, double height, double aside, Window window) {
    static final Plot NONE = new Plot(0, 0, 1, 1, 0, new Window(0, 1, 0, 1));

    private static final double FOR_VALUES = 62;
    private static final double FOR_MEANS = 44;
    private static final double ABOVE = 10;
    private static final double HISTOGRAM = 92;
    private static final double GAP = 8;

    /// Without a histogram where there is no room for it.
    static Plot of(double width, double height, PairsModel model) {
        double aside = model.histogram().get() && width > 420 ? HISTOGRAM : 0;
        return new Plot(
                FOR_VALUES,
                ABOVE,
                width - FOR_VALUES - (aside > 0 ? aside + GAP : 0) - GAP,
                height - ABOVE - FOR_MEANS,
                aside,
                model.window().get());
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /// Where the histogram begins.
    double asideLeft() {
        return right() + GAP;
    }

    double x(double mean) {
        return left + (mean - window.left()) / window.width() * width;
    }

    double y(double difference) {
        return top + (window.top() - difference) / window.height() * height;
    }

    double mean(double x) {
        return window.left() + (x - left) / width * window.width();
    }

    double difference(double y) {
        return window.top() - (y - top) / height * window.height();
    }

    /// Means to a pixel.
    double meanPerPixel() {
        return window.width() / width;
    }

    double differencePerPixel() {
        return window.height() / height;
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }
}
