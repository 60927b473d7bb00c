package org.counterpoise.engine.validate.fidelity;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.RowSample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// One protected group, or a crossing of groups, in both tables.
///
/// @param key "sex=F"
/// @param cell column to level
/// @param real its real rows
/// @param synthetic its synthetic rows
/// @param coverage its synthetic share over its real share; infinite for a group that is made up
/// @param coverageP two-sided, that both tables have the same share (Fisher's exact test)
/// @param shapes of every other column within the group; empty with too few rows
/// @param pairs of every two other columns within the group
/// @param byChance the quality that both tables have on average where their rows are mixed; NaN
///     with too few rows
record GroupFidelity(
        String key,
        Map<String, String> cell,
        long real,
        long synthetic,
        double coverage,
        double coverageP,
        List<ColumnShape> shapes,
        List<PairTrend> pairs,
        double byChance) {
    /// Of larger groups so many rows of each table are compared.
    static final int ROWS = 2_000;

    /// Times that the rows are mixed.
    private static final int SHUFFLES = 3;

    /// Crossings with more groups hold too few rows each.
    private static final int MOST_GROUPS = 100;

    boolean compared() {
        return !shapes.isEmpty();
    }

    Quality quality() {
        return Quality.of(shapes, pairs);
    }

    /// How far the quality is below what chance leaves.
    double shortfall() {
        return byChance - quality().overall();
    }

    /// Every group of every protected attribute and crossing.
    ///
    /// @param tables the real table, then the synthetic
    static List<GroupFidelity> of(
            AlignedTables tables, FidelitySettings settings, long seed, Progress progress) {
        Dataset all = tables.stacked("real and synthetic rows");
        List<GroupFidelity> groups = new ArrayList<>();
        List<List<String>> crossings =
                JudgedRows.crossings(all.schema().namesWithRole(Role.PROTECTED), settings.order());
        for (int i = 0; i < crossings.size(); i++) {
            Grouping grouping = Grouping.of(all, crossings.get(i));
            if (grouping.groups().size() <= MOST_GROUPS) {
                long stream = Streams.derive(seed, String.join(",", crossings.get(i)));
                groups.addAll(
                        Parallel.map(
                                grouping.groups().size(),
                                progress.part(
                                        (double) i / crossings.size(),
                                        (i + 1.0) / crossings.size()),
                                "Comparing groups",
                                g ->
                                        of(
                                                tables,
                                                grouping,
                                                g,
                                                settings,
                                                Streams.of(stream, g),
                                                progress)));
            }
        }
        return groups;
    }

    private static GroupFidelity of(
            AlignedTables tables,
            Grouping grouping,
            int group,
            FidelitySettings settings,
            RandomGenerator random,
            Progress progress) {
        int real = tables.rows()[0];
        int[] first = members(grouping, group, 0, real);
        int[] second = members(grouping, group, real, grouping.codes().length);
        long grouped = Arrays.stream(grouping.codes(), 0, real).filter(c -> c >= 0).count();
        long groupedSynthetic =
                Arrays.stream(grouping.codes(), real, grouping.codes().length)
                        .filter(c -> c >= 0)
                        .count();
        boolean enough = Math.min(first.length, second.length) >= settings.groupRows();
        List<ColumnShape> shapes = List.of();
        List<PairTrend> pairs = List.of();
        double chance = Double.NaN;
        if (enough) {
            AlignedTables own =
                    without(tables, grouping.columns())
                            .select(
                                    some(first, most(settings), random),
                                    some(second, most(settings), random));
            List<CutColumn> cuts = own.columns().stream().map(CutColumn::common).toList();
            shapes = shapes(cuts);
            pairs = pairs(cuts, settings, progress);
            chance = byChance(own, settings, random, progress);
        }
        Grouping.Group named = grouping.groups().get(group);
        return new GroupFidelity(
                named.key(),
                named.cell(),
                first.length,
                second.length,
                (double) second.length / groupedSynthetic / ((double) first.length / grouped),
                coverageP(first.length, second.length, (int) grouped, (int) groupedSynthetic),
                shapes,
                pairs,
                chance);
    }

    private static double coverageP(int first, int second, int all, int allSynthetic) {
        if (all + allSynthetic == 0) {
            return Double.NaN;
        }
        HypergeometricDistribution drawn =
                HypergeometricDistribution.of(all + allSynthetic, first + second, allSynthetic);
        double atMost = drawn.cumulativeProbability(second);
        double atLeast = drawn.survivalProbability(second - 1);
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    private static List<ColumnShape> shapes(List<CutColumn> cuts) {
        return cuts.stream().map(cut -> ColumnShape.of(cut, false)).toList();
    }

    private static List<PairTrend> pairs(
            List<CutColumn> cuts, FidelitySettings settings, Progress progress) {
        Progress silent = progress.silent();
        return new PairTrends(cuts, settings, silent).all(silent);
    }

    /// The mean quality of two tables of the same sizes into which all rows are dealt at random.
    private static double byChance(
            AlignedTables own,
            FidelitySettings settings,
            RandomGenerator random,
            Progress progress) {
        double sum = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            progress.check();
            List<CutColumn> cuts =
                    dealt(own, random).columns().stream().map(CutColumn::common).toList();
            sum += Quality.of(shapes(cuts), pairs(cuts, settings, progress)).overall();
        }
        return sum / SHUFFLES;
    }

    /// The rows of both tables in a random order, the first of them as the first table.
    private static AlignedTables dealt(AlignedTables tables, RandomGenerator random) {
        int[] rows = tables.rows();
        int[] order = new int[rows[0] + rows[1]];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        List<AlignedColumn> dealt = new ArrayList<>();
        for (AlignedColumn column : tables.columns()) {
            dealt.add(
                    switch (column) {
                        case AlignedColumn.Numbers c -> {
                            double[] all =
                                    Arrays.stream(order)
                                            .mapToDouble(
                                                    i ->
                                                            i < rows[0]
                                                                    ? c.values()[0][i]
                                                                    : c.values()[1][i - rows[0]])
                                            .toArray();
                            yield new AlignedColumn.Numbers(
                                    c.info(),
                                    new double[][] {
                                        Arrays.copyOf(all, rows[0]),
                                        Arrays.copyOfRange(all, rows[0], all.length)
                                    });
                        }
                        case AlignedColumn.Codes c -> {
                            int[] all =
                                    Arrays.stream(order)
                                            .map(
                                                    i ->
                                                            i < rows[0]
                                                                    ? c.codes()[0][i]
                                                                    : c.codes()[1][i - rows[0]])
                                            .toArray();
                            yield new AlignedColumn.Codes(
                                    c.info(),
                                    c.levels(),
                                    new int[][] {
                                        Arrays.copyOf(all, rows[0]),
                                        Arrays.copyOfRange(all, rows[0], all.length)
                                    });
                        }
                    });
        }
        return new AlignedTables(dealt, rows, tables.notes());
    }

    private static int[] members(Grouping grouping, int group, int from, int to) {
        return IntStream.range(from, to)
                .filter(row -> grouping.codes()[row] == group)
                .map(row -> row - from)
                .toArray();
    }

    /// Rows of each table that are compared: fewer for those who want models of few rows.
    private static int most(FidelitySettings settings) {
        return Math.min(ROWS, 2 * settings.modelRows());
    }

    private static int[] some(int[] rows, int most, RandomGenerator random) {
        return Arrays.stream(RowSample.of(rows.length, most, random)).map(i -> rows[i]).toArray();
    }

    private static AlignedTables without(AlignedTables tables, List<String> columns) {
        List<AlignedColumn> others =
                tables.columns().stream().filter(c -> !columns.contains(c.name())).toList();
        return new AlignedTables(others, tables.rows(), tables.notes());
    }
}
