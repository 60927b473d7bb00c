package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Normal numbers and t-distributed numbers of the same rank, by table.
///
/// Both directions are tabulated over `asinh(t)` and joined by cubics with the exact slopes
/// (Hermite), so that they differ from the exact ones by less than 1e-6 of their size.
public final class StudentScores {
    private static final int CELLS = 512;

    /// Normal numbers further out than this do not occur in practice.
    private static final double FARTHEST = 9;

    private final double largest;
    private final double[] score = new double[CELLS + 1];
    private final double[] scoreSlope = new double[CELLS + 1];
    private final double[] place = new double[CELLS + 1];
    private final double[] placeSlope = new double[CELLS + 1];

    /// @param freedom degrees of freedom, at least 1
    public StudentScores(double freedom) {
        TDistribution student = TDistribution.of(freedom);
        double end = 3;
        while (exact(student, end) < FARTHEST) {
            end *= 1.2;
        }
        largest = end;
        for (int i = 0; i <= CELLS; i++) {
            double y = i * (largest / CELLS);
            score[i] = i == 0 ? 0 : exact(student, y);
            scoreSlope[i] = slope(student, y, score[i]);
        }
        for (int i = 1; i <= CELLS; i++) {
            place[i] = invert(i * (FARTHEST / CELLS));
        }
        for (int i = 0; i <= CELLS; i++) {
            placeSlope[i] = 1 / slope(student, place[i], i * (FARTHEST / CELLS));
        }
    }

    private static double exact(TDistribution student, double y) {
        return -Normal.quantile(student.survivalProbability(Math.sinh(y)));
    }

    private static double slope(TDistribution student, double y, double z) {
        return Math.exp(student.logDensity(Math.sinh(y)) + Math.log(Math.cosh(y)) + z * z / 2)
                * Math.sqrt(2 * Math.PI);
    }

    private double invert(double z) {
        double low = 0;
        double high = largest;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (cubic(score, scoreSlope, largest, middle) < z) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The t-distributed number of the rank of a normal one.
    public double outward(double z) {
        if (Double.isInfinite(z)) {
            return z;
        }
        double size = Math.min(FARTHEST, Math.abs(z));
        return Math.copySign(Math.sinh(cubic(place, placeSlope, FARTHEST, size)), z);
    }

    /// The normal number of the rank of a t-distributed one.
    public double inward(double t) {
        if (Double.isInfinite(t)) {
            return t;
        }
        double size = Math.abs(t);
        double y = Math.min(largest, Math.log(size + Math.sqrt(1 + size * size)));
        return Math.copySign(cubic(score, scoreSlope, largest, y), t);
    }

    private static double cubic(double[] values, double[] slopes, double end, double at) {
        double width = end / CELLS;
        int cell = Math.min(CELLS - 1, (int) (at / width));
        double s = at / width - cell;
        double rise = values[cell + 1] - values[cell];
        double a = slopes[cell] * width - rise;
        double b = rise - slopes[cell + 1] * width;
        return values[cell] + s * rise + s * (1 - s) * ((1 - s) * a + s * b);
    }
}
