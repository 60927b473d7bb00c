package org.counterpoise.engine.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A picture as plain data. The `figure` room draws it; nothing else does.
///
/// Undefined numbers are NaN and are left out of the drawing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Figure.Histogram.class, name = "histogram"),
    @JsonSubTypes.Type(value = Figure.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Figure.Intervals.class, name = "intervals"),
    @JsonSubTypes.Type(value = Figure.Curves.class, name = "curves"),
    @JsonSubTypes.Type(value = Figure.Heatmap.class, name = "heatmap"),
    @JsonSubTypes.Type(value = Figure.Scatter.class, name = "scatter"),
    @JsonSubTypes.Type(value = Figure.Agreement.class, name = "agreement"),
    @JsonSubTypes.Type(value = Figure.PlateMap.class, name = "plate-map"),
    @JsonSubTypes.Type(value = Figure.Structures.class, name = "structures")
})
public sealed interface Figure {

    String title();

    /// What the picture shows, in one or two sentences, for those who cannot see it.
    String summary();

    /// The numbers drawn, as a table.
    @JsonIgnore
    Evidence data();

    /// Shares of one numeric column in common bins, one or more series on one scale.
    ///
    /// @param edges bin edges, ascending, one more than there are bins
    /// @param series shares per bin (0 to 1)
    record Histogram(
            String title, String summary, String xLabel, double[] edges, List<Series> series)
            implements Figure {

        /// @param shares one value per bin, 0 to 1
        public record Series(String name, Hue hue, double[] shares) {}

        @Override
        public Evidence data() {
            List<String> columns = new ArrayList<>(List.of(xLabel + " from", "to"));
            series.forEach(s -> columns.add(s.name()));
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i + 1 < edges.length; i++) {
                List<Object> row = new ArrayList<>(List.of(edges[i], edges[i + 1]));
                for (Series s : series) {
                    row.add(Evidence.cell(s.shares()[i], 0));
                }
                rows.add(row);
            }
            return new Evidence(title, columns, rows);
        }
    }

    /// Bars side by side per category, with optional interval whiskers.
    ///
    /// @param categories labels along the axis
    /// @param percent whether values are shares (0 to 1) to be shown in per cent
    record Bars(
            String title,
            String summary,
            String valueLabel,
            boolean percent,
            List<String> categories,
            List<Series> series)
            implements Figure {

        /// @param values one per category
        /// @param lower interval ends, one per category, or empty
        /// @param upper interval ends, one per category, or empty
        public record Series(
                String name, Hue hue, double[] values, double[] lower, double[] upper) {}

        @Override
        public Evidence data() {
            List<String> columns = new ArrayList<>(List.of("category"));
            for (Series s : series) {
                columns.add(s.name());
                if (s.lower().length > 0) {
                    columns.add(s.name() + ", lower");
                    columns.add(s.name() + ", upper");
                }
            }
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < categories.size(); i++) {
                List<Object> row = new ArrayList<>(List.of(categories.get(i)));
                for (Series s : series) {
                    row.add(Evidence.cell(s.values()[i], 0));
                    if (s.lower().length > 0) {
                        row.add(Evidence.cell(s.lower()[i], 0));
                        row.add(Evidence.cell(s.upper()[i], 0));
                    }
                }
                rows.add(row);
            }
            return new Evidence(title, columns, rows);
        }
    }

    /// One estimate with its interval per row (a dot-and-whisker or forest plot).
    ///
    /// @param percent whether values are shares (0 to 1) to be shown in per cent
    /// @param reference a dashed line with a label
    /// @param concern a shaded range in which values are a concern
    record Intervals(
            String title,
            String summary,
            String valueLabel,
            boolean percent,
            List<Row> rows,
            Optional<Reference> reference,
            Optional<Concern> concern)
            implements Figure {

        /// @param flagged drawn with another colour and another shape
        public record Row(
                String label, double value, double lower, double upper, long n, boolean flagged) {}

        public record Reference(double value, String label) {}

        public record Concern(double from, double to, String label) {}

        @Override
        public Evidence data() {
            List<List<Object>> table = new ArrayList<>();
            for (Row row : rows) {
                table.add(
                        List.of(
                                row.label(),
                                row.n(),
                                Evidence.cell(row.value(), row.n()),
                                Evidence.cell(row.lower(), row.n()),
                                Evidence.cell(row.upper(), row.n()),
                                row.flagged()));
            }
            return new Evidence(
                    title, List.of("group", "n", valueLabel, "lower", "upper", "flagged"), table);
        }
    }

    /// Lines over a numeric axis: ROC, calibration, cumulative distributions.
    ///
    /// @param diagonal whether to draw the line y = x as a guide
    record Curves(
            String title,
            String summary,
            String xLabel,
            String yLabel,
            boolean diagonal,
            List<Series> series)
            implements Figure {

        /// @param x ascending
        /// @param markers whether points are marked (few points) or only joined (many)
        /// @param lower interval ends, one per point, or empty
        /// @param upper interval ends, one per point, or empty
        public record Series(
                String name,
                Hue hue,
                double[] x,
                double[] y,
                boolean markers,
                double[] lower,
                double[] upper) {

            public Series {
                // Figures kept by an earlier version have none.
                lower = Optional.ofNullable(lower).orElse(new double[0]);
                upper = Optional.ofNullable(upper).orElse(new double[0]);
            }

            /// A line without intervals.
            public Series(String name, Hue hue, double[] x, double[] y, boolean markers) {
                this(name, hue, x, y, markers, new double[0], new double[0]);
            }
        }

        @Override
        public Evidence data() {
            boolean intervals = series.stream().anyMatch(s -> s.lower().length > 0);
            List<String> columns = new ArrayList<>(List.of("series", xLabel, yLabel));
            if (intervals) {
                columns.addAll(List.of("lower", "upper"));
            }
            List<List<Object>> rows = new ArrayList<>();
            for (Series s : series) {
                for (int i = 0; i < s.x().length; i++) {
                    List<Object> row =
                            new ArrayList<>(
                                    List.of(
                                            s.name(),
                                            Evidence.cell(s.x()[i], 0),
                                            Evidence.cell(s.y()[i], 0)));
                    if (intervals) {
                        boolean own = s.lower().length > 0;
                        row.add(Evidence.cell(own ? s.lower()[i] : Double.NaN, 0));
                        row.add(Evidence.cell(own ? s.upper()[i] : Double.NaN, 0));
                    }
                    rows.add(row);
                }
            }
            return new Evidence(title, columns, rows);
        }
    }

    /// Values in cells, on a sequential scale from `min` or a diverging one around 0.
    ///
    /// @param values one array per row label
    record Heatmap(
            String title,
            String summary,
            String legend,
            List<String> rowLabels,
            List<String> columnLabels,
            double[][] values,
            double min,
            double max,
            boolean diverging)
            implements Figure {

        @Override
        public Evidence data() {
            List<String> columns = new ArrayList<>(List.of(legend));
            columns.addAll(columnLabels);
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                List<Object> row = new ArrayList<>(List.of(rowLabels.get(i)));
                for (double value : values[i]) {
                    row.add(Evidence.cell(value, 0));
                }
                rows.add(row);
            }
            return new Evidence(title, columns, rows);
        }
    }

    /// Points of two numeric columns, one or more series on one scale.
    record Scatter(
            String title,
            String summary,
            String xLabel,
            String yLabel,
            List<Series> series,
            List<Span> spans)
            implements Figure {

        public Scatter {
            // Figures kept by an earlier version have none.
            spans = List.copyOf(Optional.ofNullable(spans).orElse(List.of()));
        }

        /// Points without intervals.
        public Scatter(
                String title, String summary, String xLabel, String yLabel, List<Series> series) {
            this(title, summary, xLabel, yLabel, series, List.of());
        }

        public record Series(String name, Hue hue, double[] x, double[] y) {}

        /// Intervals of a point in both directions, NaN where there is none.
        ///
        /// @param x the point
        /// @param y the point
        public record Span(
                double x, double y, double xLower, double xUpper, double yLower, double yUpper) {}

        @Override
        public Evidence data() {
            List<List<Object>> rows = new ArrayList<>();
            for (Series s : series) {
                for (int i = 0; i < s.x().length; i++) {
                    rows.add(
                            List.of(
                                    s.name(),
                                    Evidence.cell(s.x()[i], 0),
                                    Evidence.cell(s.y()[i], 0)));
                }
            }
            return new Evidence(title, List.of("series", xLabel, yLabel), rows);
        }
    }

    /// Differences of two measurements against their mean, with lines for bias and limits (a
    /// Bland–Altman plot).
    ///
    /// @param x means of the pairs
    /// @param y differences, as long as `x`
    /// @param lines over the whole width
    /// @param crowd groups, counts and a histogram beside; empty for a dot per pair
    record Agreement(
            String title,
            String summary,
            String xLabel,
            String yLabel,
            double[] x,
            double[] y,
            List<Line> lines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Crowd> crowd)
            implements Figure {

        /// A line `intercept + slope x`.
        ///
        /// @param lower lower end of a level line's interval, NaN for none
        /// @param upper upper end
        /// @param strong drawn whole, others dashed
        public record Line(
                String label,
                double intercept,
                double slope,
                double lower,
                double upper,
                boolean strong) {}

        /// Pairs too many for a dot each, or of several groups.
        ///
        /// @param counts how many pairs each point stands for
        /// @param width of the rectangle around each point that its pairs lie in, 0 for a dot
        /// @param height of that rectangle
        /// @param groups of each point, a position in `names`
        /// @param names of the groups; one that is empty if there are none
        /// @param window shown: least and largest mean, least and largest difference
        public record Crowd(
                int[] counts,
                double width,
                double height,
                int[] groups,
                List<String> names,
                double[] window) {
            public Crowd {
                names = List.copyOf(names);
            }
        }

        public Agreement {
            lines = List.copyOf(lines);
            // Figures kept by an earlier version have none.
            crowd = Optional.ofNullable(crowd).orElse(Optional.empty());
        }

        /// A dot per pair.
        public Agreement(
                String title,
                String summary,
                String xLabel,
                String yLabel,
                double[] x,
                double[] y,
                List<Line> lines) {
            this(title, summary, xLabel, yLabel, x, y, lines, Optional.empty());
        }

        @Override
        public Evidence data() {
            List<String> columns = new ArrayList<>(List.of(xLabel, yLabel));
            crowd.ifPresent(_ -> columns.addAll(List.of("group", "pairs")));
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                List<Object> row =
                        new ArrayList<>(List.of(Evidence.cell(x[i], 0), Evidence.cell(y[i], 0)));
                if (crowd.isPresent()) {
                    row.add(crowd.get().names().get(crowd.get().groups()[i]));
                    row.add(crowd.get().counts()[i]);
                }
                rows.add(row);
            }
            return new Evidence(title, columns, rows);
        }
    }

    /// Microtitre plates seen from above, one or many side by side, on one diverging scale.
    ///
    /// @param legend what the colour means, with its unit
    /// @param rows of every plate
    /// @param columns of every plate
    /// @param plates at least one
    /// @param min value at the lower end of the scale; values beyond take its colour
    /// @param max value at the upper end of the scale; the middle is halfway
    record PlateMap(
            String title,
            String summary,
            String legend,
            int rows,
            int columns,
            List<Plate> plates,
            double min,
            double max)
            implements Figure {

        /// @param values `rows × columns` values, row by row; NaN where there is none
        /// @param flaggedRows positions of rows to be pointed out, from 0
        /// @param flaggedColumns positions of columns to be pointed out, from 0
        public record Plate(
                String name,
                double[] values,
                List<Integer> flaggedRows,
                List<Integer> flaggedColumns) {
            public Plate {
                flaggedRows = List.copyOf(flaggedRows);
                flaggedColumns = List.copyOf(flaggedColumns);
            }
        }

        public PlateMap {
            plates = List.copyOf(plates);
        }

        /// The letters of a row, "A" for 0 and "AA" for 26.
        public static String letters(int row) {
            String last = String.valueOf((char) ('A' + row % 26));
            return row < 26 ? last : letters(row / 26 - 1) + last;
        }

        /// The name of a well by its place in the arrays, e.g. "B07".
        public String well(int index) {
            return letters(index / columns)
                    + String.format(java.util.Locale.ROOT, "%02d", index % columns + 1);
        }

        @Override
        public Evidence data() {
            List<List<Object>> table = new ArrayList<>();
            for (Plate plate : plates) {
                for (int well = 0; well < plate.values().length; well++) {
                    double value = plate.values()[well];
                    if (!Double.isNaN(value)) {
                        table.add(List.of(plate.name(), well(well), value));
                    }
                }
            }
            return new Evidence(title, List.of("plate", "well", legend), table);
        }
    }

    /// Molecules drawn as structures, laid out already.
    record Structures(String title, String summary, List<Structure> structures) implements Figure {

        /// @param smiles what is drawn
        /// @param caption below it
        /// @param x of each atom; a bond is about 1.5 long
        /// @param y of each atom, upwards
        /// @param labels of each atom; empty for a corner without a name
        /// @param bonds from atom, to atom, order 1 to 3
        public record Structure(
                String smiles,
                String caption,
                double[] x,
                double[] y,
                List<String> labels,
                List<int[]> bonds) {
            public Structure {
                labels = List.copyOf(labels);
                bonds = List.copyOf(bonds);
            }
        }

        public Structures {
            structures = List.copyOf(structures);
        }

        @Override
        public Evidence data() {
            List<List<Object>> rows = new ArrayList<>();
            structures.forEach(one -> rows.add(List.of(one.smiles(), one.caption())));
            return new Evidence(title, List.of("SMILES", "caption"), rows);
        }
    }
}
