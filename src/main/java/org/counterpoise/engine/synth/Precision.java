package org.counterpoise.engine.synth;

/// The number of decimals a column was recorded with, so that drawn values have no more.
///
/// @param decimals 0 to 6, or -1 for as many as a double has
public record Precision(int decimals) {
    private static final int MOST = 6;

    /// The smallest number of decimals that all values have.
    public static Precision of(double[] values) {
        int decimals = 0;
        for (double value : values) {
            while (decimals <= MOST && !whole(value, decimals)) {
                decimals++;
            }
            if (decimals > MOST) {
                return new Precision(-1);
            }
        }
        return new Precision(decimals);
    }

    private static boolean whole(double value, int decimals) {
        return rounded(value, decimals) == value;
    }

    public double round(double value) {
        return decimals < 0 ? value : rounded(value, decimals);
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = value * scale;
        return Math.abs(scaled) < 1e15 ? Math.rint(scaled) / scale : value;
    }
}
