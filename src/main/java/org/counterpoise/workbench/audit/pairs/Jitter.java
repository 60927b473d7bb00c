package org.counterpoise.workbench.audit.pairs;

import java.util.Arrays;

/// How far points are moved so that equal ones can be told apart: up to three tenths of the
/// smallest step between two values either way, always the same for the same point.
///
/// @param across largest shift of a mean; 0 for none
/// @param up largest shift of a difference
record Jitter(double across, double up) {
    static final Jitter NONE = new Jitter(0, 0);

    private static final double SHARE = 0.3;

    /// Values closer than this share of their range differ by rounding only.
    private static final double ROUNDING = 1e-9;

    /// What suits these points. Where values are all but continuous, steps are too small to be
    /// seen.
    static Jitter of(double[] x, double[] y) {
        return new Jitter(SHARE * step(x), SHARE * step(y));
    }

    private static double step(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double least = ROUNDING * (sorted[sorted.length - 1] - sorted[0]);
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            step = gap > least ? Math.min(step, gap) : step;
        }
        return Double.isInfinite(step) ? 0 : step;
    }

    /// The smallest step between two differences; 0 if all are equal.
    double stepUp() {
        return up / SHARE;
    }

    /// Where a point with this mean is shown.
    double x(double x, int point) {
        return across == 0 ? x : x + across * share(mixed(point) & 0xFFFF);
    }

    double y(double y, int point) {
        return up == 0 ? y : y + up * share(mixed(point) >>> 16);
    }

    /// −1 to 1.
    private static double share(int of16Bits) {
        return of16Bits / 32767.5 - 1;
    }

    /// Bits that look random (the finalizer of MurmurHash3).
    private static int mixed(int point) {
        int h = point * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
