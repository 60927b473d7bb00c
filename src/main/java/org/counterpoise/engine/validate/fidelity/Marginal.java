package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One column of a real table beside the same column of synthetic ones.
///
/// @param column its name
/// @param figures one per synthetic table, on common bins or levels
/// @param distances one per synthetic table: total variation distance of the shares drawn, 0 to 1;
///     NaN where a table has no values
public record Marginal(String column, List<Figure> figures, List<Double> distances) {

    public Marginal {
        figures = List.copyOf(figures);
        distances = List.copyOf(distances);
    }

    /// Every column that real and synthetic tables share, the least alike first.
    ///
    /// @throws org.counterpoise.engine.UserProblem if the tables do not go together
    public static List<Marginal> of(Dataset real, List<Dataset> synthetic, Progress progress) {
        List<Dataset> tables = new ArrayList<>(List.of(real));
        tables.addAll(synthetic);
        List<AlignedColumn> columns = AlignedTables.of(tables).columns();
        return Parallel.map(
                        columns.size(),
                        progress,
                        "Comparing columns",
                        index -> of(columns.get(index), synthetic.size()))
                .stream()
                .sorted(Comparator.comparingDouble(Marginal::closeness))
                .toList();
    }

    private static Marginal of(AlignedColumn column, int synthetic) {
        List<Figure> figures = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (int table = 1; table <= synthetic; table++) {
            Figure figure = FidelityFigures.overlay(column, table);
            figures.add(figure);
            distances.add(distance(figure));
        }
        return new Marginal(column.name(), figures, distances);
    }

    private static double distance(Figure figure) {
        return switch (figure) {
            case Figure.Histogram histogram ->
                    distance(
                            histogram.series().getFirst().shares(),
                            histogram.series().getLast().shares());
            case Figure.Bars bars ->
                    distance(bars.series().getFirst().values(), bars.series().getLast().values());
            default -> throw new IllegalArgumentException(figure.title());
        };
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / 2;
    }

    /// Columns without a distance come last.
    private double closeness() {
        return distances.stream()
                .filter(distance -> !distance.isNaN())
                .mapToDouble(distance -> -distance)
                .min()
                .orElse(1);
    }
}
