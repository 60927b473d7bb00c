package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.ClosestRecords;
import org.counterpoise.engine.validate.KeyColumn;
import org.counterpoise.engine.validate.Points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Who is exposed more than the average: the rarest people, and the members of each group.
///
/// The rarest are those whose closest other real row is farthest away. Which of the real rows are
/// training rows does not matter to that, so without a leak rare training rows lie no closer to the
/// synthetic rows than rare holdout rows, however far both are from everything.
///
/// @param rarest people, if some stand out; and everyone else beside them
/// @param others everyone else
/// @param groups levels of the protected attributes with enough rows on both sides
record Exposures(Optional<Exposure> rarest, Optional<Exposure> others, List<Exposure> groups) {
    private static final int TRAINING = 0;
    private static final int HOLDOUT = 2;

    /// Fewer members or others tell nothing: the interval reaches from end to end.
    private static final int FEWEST = 5;

    private static final int MOST_LEVELS = 30;

    /// @param tables training, synthetic and holdout
    /// @param members training rows compared
    /// @param held holdout rows compared
    /// @param points those rows
    /// @param distances of those rows to their closest synthetic rows
    /// @param share of people who count as the rarest
    static Exposures of(
            AlignedTables tables,
            int[] members,
            int[] held,
            List<Points> points,
            List<double[]> distances,
            double share,
            double confidence,
            Progress progress) {
        boolean[] rare = rare(points, share, progress);
        double[] near = distances.getFirst();
        double[] far = distances.getLast();
        int n = near.length;
        int[] rareMembers = IntStream.range(0, n).filter(i -> rare[i]).toArray();
        int[] rareOthers = IntStream.range(0, far.length).filter(i -> rare[n + i]).toArray();
        List<Groups> attributes = attributes(tables, members, held);
        int families = 1 + attributes.stream().mapToInt(a -> a.levels().size()).sum();
        double each = 1 - (1 - confidence) / families;
        List<Exposure> groups = new ArrayList<>();
        for (Groups attribute : attributes) {
            for (int level : attribute.levels()) {
                groups.add(
                        Exposure.of(
                                attribute.name(level),
                                attribute.name(level),
                                pick(near, attribute.rows(TRAINING, members, level)),
                                pick(far, attribute.rows(HOLDOUT, held, level)),
                                each));
            }
        }
        boolean enough = Math.min(rareMembers.length, rareOthers.length) >= FEWEST;
        return new Exposures(
                enough
                        ? Optional.of(
                                Exposure.of(
                                        "rarest",
                                        "the rarest people",
                                        pick(near, rareMembers),
                                        pick(far, rareOthers),
                                        each))
                        : Optional.empty(),
                enough
                        ? Optional.of(
                                Exposure.of(
                                        "others",
                                        "everyone else",
                                        pick(near, rest(n, i -> !rare[i])),
                                        pick(far, rest(far.length, i -> !rare[n + i])),
                                        each))
                        : Optional.empty(),
                groups);
    }

    private static int[] rest(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /// Which of all real rows, members before others, are the rarest. People as far as the last of
    /// them count too, unless that would be far more than asked for.
    private static boolean[] rare(List<Points> points, double share, Progress progress) {
        Points all = Points.together(points.getFirst(), points.getLast());
        double[] alone =
                ClosestRecords.of(all, all, progress, "Seeking the rarest people").second();
        double[] sorted = Arrays.stream(alone).sorted().toArray();
        int wanted = Math.max(1, (int) Math.ceil(share * sorted.length));
        double limit = sorted[sorted.length - wanted];
        boolean[] rare = new boolean[alone.length];
        long at = Arrays.stream(alone).filter(distance -> distance >= limit).count();
        for (int i = 0; i < rare.length; i++) {
            rare[i] = alone[i] > 0 && (at <= 2L * wanted ? alone[i] >= limit : alone[i] > limit);
        }
        return rare;
    }

    /// A protected attribute and those of its levels that enough rows have.
    private record Groups(AlignedColumn column, KeyColumn codes, List<Integer> levels) {

        int[] rows(int table, int[] compared, int level) {
            return IntStream.range(0, compared.length)
                    .filter(i -> codes.codes()[table][compared[i]] == level)
                    .toArray();
        }

        String name(int level) {
            return column.name()
                    + "="
                    + switch (column) {
                        case AlignedColumn.Codes c -> c.levels().get(level);
                        case AlignedColumn.Numbers c ->
                                c.info()
                                        .binning()
                                        .orElseThrow()
                                        .labels(c.info().type() == ColumnType.INTEGER)
                                        .get(level);
                    };
        }
    }

    private static List<Groups> attributes(AlignedTables tables, int[] members, int[] held) {
        List<Groups> attributes = new ArrayList<>();
        for (AlignedColumn column : tables.columns()) {
            boolean grouped =
                    column instanceof AlignedColumn.Codes || column.info().binning().isPresent();
            if (column.info().role() != Role.PROTECTED || !grouped) {
                continue;
            }
            KeyColumn codes = KeyColumn.exact(column);
            Groups all = new Groups(column, codes, List.of());
            List<Integer> levels = new ArrayList<>();
            for (int level = 0; level < codes.levels() - 1 && level < MOST_LEVELS; level++) {
                if (all.rows(TRAINING, members, level).length >= FEWEST
                        && all.rows(HOLDOUT, held, level).length >= FEWEST) {
                    levels.add(level);
                }
            }
            attributes.add(new Groups(column, codes, List.copyOf(levels)));
        }
        return attributes;
    }
}
