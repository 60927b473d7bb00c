package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How what the model says depends on one column in each group: partial dependence (Friedman 2001,
/// doi:10.1214/aos/1013203451), and the spread of the curves of single rows, the individual
/// conditional expectations (Goldstein et al. 2015, doi:10.1080/10618600.2014.907095).
///
/// @param column its position
record Dependence(int column, Grid grid, List<Line> lines) {
    private static final int MOST_VALUES = 12;
    private static final int MOST_ROWS = 300;

    /// @param mean over the rows of the group with the column set to each value of the grid
    /// @param lower 10th percentile of single rows
    /// @param upper 90th percentile of single rows
    record Line(String group, double[] mean, double[] lower, double[] upper) {}

    static Dependence of(
            Fitted fitted, int column, Grouping grouping, int smallest, Progress progress) {
        Grid grid = Grid.of(fitted.data(), fitted.columns().get(column).name(), MOST_VALUES);
        List<Line> lines = new ArrayList<>();
        for (int g = 0; g < grouping.groups().size(); g++) {
            progress.check();
            if (grouping.groups().get(g).count() >= smallest) {
                String label =
                        grouping.columns().isEmpty() ? "all" : grouping.groups().get(g).label();
                lines.add(line(fitted, column, grid, label, spread(grouping.rows(g))));
            }
        }
        return new Dependence(column, grid, lines);
    }

    /// At most [#MOST_ROWS], evenly spaced.
    private static int[] spread(int[] rows) {
        int count = Math.min(MOST_ROWS, rows.length);
        return IntStream.range(0, count)
                .map(i -> rows[(int) ((long) i * rows.length / count)])
                .toArray();
    }

    private static Line line(Fitted fitted, int column, Grid grid, String label, int[] rows) {
        int count = grid.rows().length;
        double[] mean = new double[count];
        double[] lower = new double[count];
        double[] upper = new double[count];
        for (int v = 0; v < count; v++) {
            int[] donors = new int[rows.length];
            Arrays.fill(donors, grid.rows()[v]);
            double[] values =
                    Arrays.stream(fitted.model().scores(fitted.table(), rows, column, donors))
                            .map(fitted.target()::value)
                            .sorted()
                            .toArray();
            mean[v] = Arrays.stream(values).average().orElse(Double.NaN);
            lower[v] = Quantiles.ofSorted(values, 0.1);
            upper[v] = Quantiles.ofSorted(values, 0.9);
        }
        return new Line(label, mean, lower, upper);
    }
}
