package org.counterpoise.workbench.data;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnProfile;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A column's profile as a picture and as lines of text.
final class ProfileText {
    private ProfileText() {}

    /// The distribution: a histogram of numbers, bars of the most frequent levels.
    static Optional<Figure> figure(ColumnProfile profile, ColumnInfo info, Part part) {
        Hue hue =
                switch (part) {
                    case WHOLE, TRAINING -> Hue.REAL;
                    case HOLDOUT -> Hue.HOLDOUT;
                    case SYNTHETIC -> Hue.SYNTHETIC;
                    case AUGMENTED -> Hue.AUGMENTED;
                };
        Optional<Figure> histogram =
                info.type().numeric()
                                && info.type() != ColumnType.DATE
                                && info.type() != ColumnType.DATE_TIME
                        ? profile.histogram().map(bins -> histogram(bins, info, hue))
                        : Optional.empty();
        return histogram.or(
                () ->
                        profile.top().isEmpty()
                                ? Optional.empty()
                                : Optional.of(bars(profile, info, hue)));
    }

    private static Figure histogram(ColumnProfile.Histogram bins, ColumnInfo info, Hue hue) {
        double total = Math.max(1, Arrays.stream(bins.counts()).sum());
        double[] shares = Arrays.stream(bins.counts()).mapToDouble(n -> n / total).toArray();
        String label = info.unit().isEmpty() ? info.title() : info.title() + ", " + info.unit();
        return new Figure.Histogram(
                "Distribution of " + info.title(),
                "Histogram of " + info.title() + " in " + shares.length + " bins.",
                label,
                bins.edges(),
                List.of(new Figure.Histogram.Series("real", hue, shares)));
    }

    private static Figure bars(ColumnProfile profile, ColumnInfo info, Hue hue) {
        return new Figure.Bars(
                "Levels of " + info.title(),
                "Rows per level of " + info.title() + ", the most frequent first.",
                "rows",
                false,
                profile.top().stream().map(ColumnProfile.LevelCount::level).toList(),
                List.of(
                        new Figure.Bars.Series(
                                "rows",
                                hue,
                                profile.top().stream().mapToDouble(top -> top.count()).toArray(),
                                new double[0],
                                new double[0])));
    }

    /// The heights of the small histogram in the column's head.
    static double[] shape(ColumnProfile profile) {
        return profile.histogram()
                .map(bins -> Arrays.stream(bins.counts()).asDoubleStream().toArray())
                .orElseGet(() -> profile.top().stream().mapToDouble(top -> top.count()).toArray());
    }

    /// Name and value of each number worth showing.
    static List<Map.Entry<String, String>> stats(ColumnProfile profile, ColumnType type, int rows) {
        List<Map.Entry<String, String>> stats = new ArrayList<>();
        stats.add(Map.entry("missing", countAndShare(profile.missing(), rows)));
        stats.add(Map.entry("different values", NumberText.count(profile.distinct())));
        profile.summary()
                .ifPresent(
                        s -> {
                            stats.add(
                                    Map.entry(
                                            "median [quartiles]",
                                            value(s.median(), type)
                                                    + " ["
                                                    + value(s.q1(), type)
                                                    + ", "
                                                    + value(s.q3(), type)
                                                    + "]"));
                            stats.add(
                                    Map.entry(
                                            "range",
                                            value(s.min(), type) + " – " + value(s.max(), type)));
                            if (type == ColumnType.INTEGER || type == ColumnType.REAL) {
                                stats.add(
                                        Map.entry(
                                                "mean (SD)",
                                                NumberText.short3(s.mean())
                                                        + " ("
                                                        + NumberText.short3(s.sd())
                                                        + ")"));
                            }
                            stats.add(Map.entry("outliers (MAD)", NumberText.count(s.outliers())));
                        });
        return stats;
    }

    private static String value(double value, ColumnType type) {
        return switch (type) {
            case DATE, DATE_TIME -> CellText.of(value, type);
            default -> NumberText.short3(value);
        };
    }

    static String countAndShare(int count, int rows) {
        return count == 0
                ? "0"
                : NumberText.count(count)
                        + " ("
                        + NumberText.percent((double) count / Math.max(1, rows))
                        + ")";
    }
}
