package org.counterpoise.engine.collapse;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.fidelity.QualityScore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What real rows have, and how much of it other rows have kept.
final class Baseline {
    private final Dataset real;
    private final List<NumberReference> numbers = new ArrayList<>();
    private final List<LevelReference> categories = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final SmallGroups groups;
    private final double distinct;

    /// @param real the rows that are measured by; identifiers, ignored columns and free text are
    ///     left out
    Baseline(Dataset real) {
        this.real = real;
        for (String name : real.schema().names()) {
            if (real.schema().column(name).role().synthesised()) {
                switch (real.column(name)) {
                    case Column.Numbers column -> {
                        numbers.add(NumberReference.of(name, column.values()));
                        columns.add(name);
                    }
                    case Column.Codes column -> {
                        categories.add(LevelReference.of(name, column));
                        columns.add(name);
                    }
                    case Column.Texts _ -> {
                        // Free text is not synthesised.
                    }
                }
            }
        }
        groups = SmallGroups.of(real);
        distinct = DistinctRows.share(real, columns);
    }

    SmallGroups groups() {
        return groups;
    }

    /// What rows have kept, without the quality score.
    ///
    /// @param data with all columns that are measured
    Generation measure(int number, int learnedFrom, Dataset data, Progress progress) {
        Map<Quantity, Double> kept = new EnumMap<>(Quantity.class);
        List<Generation.ColumnKept> details = new ArrayList<>();
        double tailShare = numbers(data, kept, details, progress);
        categories(data, kept, details, progress);
        put(kept, Quantity.SMALL_GROUPS, groups.kept(data));
        put(kept, Quantity.DISTINCT_ROWS, DistinctRows.share(data, columns) / distinct);
        return new Generation(number, learnedFrom, tailShare, kept, details);
    }

    /// What rows have kept, with the quality score.
    Generation measureWithQuality(int number, int learnedFrom, Dataset data, Progress progress) {
        Generation measured = measure(number, learnedFrom, data, progress);
        Map<Quantity, Double> kept = new EnumMap<>(Quantity.class);
        kept.putAll(measured.kept());
        put(kept, Quantity.QUALITY, QualityScore.of(real, data, progress));
        return new Generation(number, learnedFrom, measured.tailShare(), kept, measured.columns());
    }

    private double numbers(
            Dataset data,
            Map<Quantity, Double> kept,
            List<Generation.ColumnKept> details,
            Progress progress) {
        double expected = 0;
        double found = 0;
        double ratios = 0;
        int measured = 0;
        for (NumberReference reference : numbers) {
            progress.check();
            double[] values = data.numbers(reference.column());
            double beyond = reference.beyond(values);
            double ratio = NumberReference.variance(values) / reference.variance();
            if (reference.varies() && !Double.isNaN(ratio)) {
                measured++;
                expected += reference.beyond();
                found += beyond;
                ratios += ratio;
                details.add(
                        new Generation.ColumnKept(
                                reference.column(), ratio, beyond, 0, 0, Double.NaN));
            }
        }
        put(kept, Quantity.TAILS, found / expected);
        put(kept, Quantity.VARIANCE, ratios / measured);
        return found / measured;
    }

    private void categories(
            Dataset data,
            Map<Quantity, Double> kept,
            List<Generation.ColumnKept> details,
            Progress progress) {
        int rare = 0;
        int rareNow = 0;
        double inRare = 0;
        double inRareNow = 0;
        double diversity = 0;
        int measured = 0;
        for (LevelReference reference : categories) {
            progress.check();
            double[] now = reference.sharesIn(data.codes(reference.column()));
            rare += reference.rare().length;
            rareNow += reference.rareOccurring(now);
            inRare += reference.inRare(reference.shares());
            inRareNow += reference.inRare(now);
            double effective = LevelReference.effective(reference.shares());
            if (effective > 0) {
                double ratio = LevelReference.effective(now) / effective;
                measured++;
                diversity += ratio;
                details.add(
                        new Generation.ColumnKept(
                                reference.column(),
                                Double.NaN,
                                Double.NaN,
                                LevelReference.occurring(now),
                                LevelReference.occurring(reference.shares()),
                                ratio));
            }
        }
        put(kept, Quantity.RARE_LEVELS, (double) rareNow / rare);
        put(kept, Quantity.RARE_ROWS, inRareNow / inRare);
        put(kept, Quantity.DIVERSITY, diversity / measured);
    }

    /// Leaves out what cannot be told.
    private static void put(Map<Quantity, Double> kept, Quantity quantity, double value) {
        if (Double.isFinite(value)) {
            kept.put(quantity, value);
        }
    }
}
