package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.plate.ModelTest;

import java.util.List;

/// How plates are judged.
///
/// @param alpha level for flagging a row or column
/// @param perLine whether `alpha` is that of each line, as published, or of the whole plate
/// @param modelTest what decides between additive and multiplicative
/// @param hit how many robust standard deviations make a hit
/// @param direction which side hits lie on
/// @param span of the loess surface
/// @param positive the word for positive controls in the control column
/// @param negative the word for negative controls in the control column
/// @param samples the words for samples in the control column
public record PlateSettings(
        @Setting(
                        label = "Level",
                        help = "A row or column is flagged if its p-value is below this.",
                        min = 1e-9,
                        max = 0.5,
                        source = "Mazoure et al. 2017")
                double alpha,
        @Setting(
                        label = "Level of each line",
                        help =
                                "Tests every row and column at the level, as published. A clean"
                                        + " plate of 384 wells then loses a line one time in three; off,"
                                        + " the level is that of the whole plate.")
                boolean perLine,
        @Setting(
                        label = "Model told by",
                        help =
                                "What decides whether a bias adds or multiplies: the spread of the"
                                        + " lines, or one of the published tests.")
                ModelTest modelTest,
        @Setting(
                        label = "Hit threshold",
                        help =
                                "A well is a hit if it is at least this many robust standard"
                                        + " deviations from the median of its plate.",
                        min = 1,
                        max = 20,
                        unit = "SD",
                        source = "Malo et al. 2006")
                double hit,
        @Setting(label = "Hits are", help = "Which side of the median hits lie on.")
                Direction direction,
        @Setting(
                        label = "Span of the surface",
                        help = "For the loess surface: share of the wells behind each point.",
                        min = 0.05,
                        max = 1)
                double span,
        @Setting(
                        label = "Positive controls",
                        help = "Their word in the control column; empty for the usual words.",
                        names = Setting.Names.LEVEL)
                String positive,
        @Setting(
                        label = "Negative controls",
                        help = "Their word in the control column; empty for the usual words.",
                        names = Setting.Names.LEVEL)
                String negative,
        @Setting(
                        label = "Samples",
                        help =
                                "The words for samples in the control column; empty for the usual"
                                        + " words.",
                        names = Setting.Names.LEVEL)
                List<String> samples) {

    /// Which side of the median hits lie on.
    public enum Direction {
        BOTH,
        LOW,
        HIGH;

        boolean hit(double z, double threshold) {
            return switch (this) {
                case BOTH -> Math.abs(z) >= threshold;
                case LOW -> z <= -threshold;
                case HIGH -> z >= threshold;
            };
        }
    }

    public PlateSettings {
        samples = List.copyOf(samples);
    }
}
