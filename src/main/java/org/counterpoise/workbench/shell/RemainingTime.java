package org.counterpoise.workbench.shell;

import java.time.Duration;
import java.util.Optional;

/// Estimates how long work will still take from how far it has come.
///
/// The speed is smoothed, so that the shown time does not jump, and nothing is claimed before a
/// second has passed and two per cent are done.
final class RemainingTime {
    private static final double SMOOTHING = 0.15;
    private static final long TELLABLE_NANOS = 1_000_000_000L;
    private static final double TELLABLE_FRACTION = 0.02;

    private double nanosPerUnit = Double.NaN;

    /// @param fraction done, 0 to 1; negative if unknown
    /// @param elapsedNanos since the start
    Optional<Duration> estimate(double fraction, long elapsedNanos) {
        if (fraction < TELLABLE_FRACTION || elapsedNanos < TELLABLE_NANOS) {
            return Optional.empty();
        }
        double seen = elapsedNanos / fraction;
        nanosPerUnit =
                Double.isNaN(nanosPerUnit)
                        ? seen
                        : nanosPerUnit + SMOOTHING * (seen - nanosPerUnit);
        return Optional.of(Duration.ofNanos((long) (nanosPerUnit * (1 - fraction))));
    }

    /// "4 s left", "2 min left".
    static String shown(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90 ? seconds + " s left" : Math.round(seconds / 60.0) + " min left";
    }
}
