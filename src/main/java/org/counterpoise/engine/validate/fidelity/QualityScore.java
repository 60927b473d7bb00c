package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.List;

/// The overall quality of SDMetrics 0.29 as a single number, for those who need it many times.
public final class QualityScore {
    private static final FidelitySettings SDMETRICS =
            SettingsType.of(FidelitySettings.DEFAULTS)
                    .with(FidelitySettings.DEFAULTS, "compatible", "sdmetrics");

    private QualityScore() {}

    /// The mean of column shapes and column pair trends, each table cut at its own edges.
    ///
    /// @return 0 to 1; NaN without a column that both tables have values in
    /// @throws org.counterpoise.engine.UserProblem if the tables do not have the same columns
    public static double of(Dataset real, Dataset other, Progress progress) {
        AlignedTables tables = AlignedTables.of(List.of(real, other));
        List<ColumnShape> shapes =
                tables.columns().stream()
                        .map(column -> ColumnShape.of(CutColumn.common(column), true))
                        .toList();
        progress.check();
        List<CutColumn> cuts = tables.columns().stream().map(CutColumn::own).toList();
        List<PairTrend> pairs =
                new PairTrends(cuts, SDMETRICS, progress.silent()).all(progress.silent());
        return Quality.of(shapes, pairs).overall();
    }
}
