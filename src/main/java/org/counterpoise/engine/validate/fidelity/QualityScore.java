package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.CrossTable;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.List;

/// The overall quality of SDMetrics 0.29 as a single number, for those who need it many times.
public final class QualityScore {
    private QualityScore() {}

    /// The mean of column shapes and column pair trends, each table cut at its own edges.
    ///
    /// Pairs that are not associated in the real table do not count, and so are not looked at in
    /// the other.
    ///
    /// @return 0 to 1; NaN without a column that both tables have values in
    /// @throws org.counterpoise.engine.UserProblem if the tables do not have the same columns
    public static double of(Dataset real, Dataset other, Progress progress) {
        AlignedTables tables = AlignedTables.of(List.of(real, other));
        int width = tables.columns().size();
        List<CutColumn> cuts =
                Parallel.map(
                        width,
                        progress.part(0, 0.2),
                        "Cutting columns",
                        c -> CutColumn.own(tables.columns().get(c)));
        List<Double> shapes =
                Parallel.map(
                        width,
                        progress.part(0.2, 0.5),
                        "Comparing columns",
                        c -> shape(cuts.get(c)));
        List<Double> trends =
                Parallel.map(
                        width * width,
                        progress.part(0.5, 1),
                        "Comparing pairs of columns",
                        k ->
                                k / width < k % width
                                        ? trend(cuts.get(k / width), cuts.get(k % width))
                                        : Double.NaN);
        return new Quality(mean(shapes), mean(trends)).overall();
    }

    private static double mean(List<Double> values) {
        return Quality.mean(values.stream().mapToDouble(value -> value));
    }

    private static double shape(CutColumn cut) {
        return 1
                - switch (cut.column()) {
                    case AlignedColumn.Numbers numbers ->
                            Distances.kolmogorovSmirnov(numbers.values()[0], numbers.values()[1]);
                    case AlignedColumn.Codes _ ->
                            ColumnShape.levelDistance(
                                    ColumnShape.counts(cut.real(), cut.cells()),
                                    ColumnShape.counts(cut.synthetic(), cut.cells()),
                                    true);
                };
    }

    /// The similarity of a pair, NaN if it does not count.
    private static double trend(CutColumn first, CutColumn second) {
        if (first.column() instanceof AlignedColumn.Numbers x
                && second.column() instanceof AlignedColumn.Numbers y) {
            double real = Association.pearson(x.values()[0], y.values()[0]);
            return Math.abs(real) > FidelitySettings.DEFAULTS.correlationThreshold()
                    ? 1 - Math.abs(real - Association.pearson(x.values()[1], y.values()[1])) / 2
                    : Double.NaN;
        }
        CrossTable real = CrossTable.of(first.real(), second.real(), second.cells());
        return real.cramersV() > FidelitySettings.DEFAULTS.associationThreshold()
                ? 1
                        - real.totalVariation(
                                CrossTable.of(
                                        first.synthetic(), second.synthetic(), second.cells()))
                : Double.NaN;
    }
}
