package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Real rows drawn so that outcome and protected attributes are mixed as among synthetic rows.
///
/// Rows that were made to complete real ones are of the groups that these lack, and so differ from
/// them in whatever goes with the group. Whether they are as real is seen beside real rows of the
/// same mix.
///
/// @param tables the real rows drawn, none twice if that leaves enough, then the synthetic rows of
///     mixes that real rows have
/// @param columns whose mix is the same
record SameMix(AlignedTables tables, List<String> columns) {
    /// Numbers without bands that have more values than this are not mixed by.
    private static final int MOST_VALUES = 20;

    /// So many rows are drawn even if the rarest mix has to be drawn more than once for that.
    private static final int FEWEST = 100;

    /// @param tables the real table, then the synthetic
    static SameMix of(AlignedTables tables, long seed) {
        Dataset all = tables.stacked("real and synthetic rows");
        List<String> columns =
                all.schema().columns().stream()
                        .filter(info -> mixes(all, info))
                        .map(ColumnInfo::name)
                        .toList();
        int real = tables.rows()[0];
        int[] codes = Grouping.of(all, columns).codes();
        // Rows with a gap in one of the columns are a mix of their own.
        int mixes = Arrays.stream(codes).max().orElse(-1) + 2;
        int[][] ofReal = members(codes, 0, real, mixes);
        int[][] ofSynthetic = members(codes, real, codes.length, mixes);
        int[] kept =
                IntStream.range(0, mixes)
                        .filter(mix -> ofReal[mix].length > 0)
                        .flatMap(mix -> Arrays.stream(ofSynthetic[mix]))
                        .map(row -> row - real)
                        .sorted()
                        .toArray();
        int most = Math.min(real, Math.max(FEWEST, distinct(ofReal, ofSynthetic, kept.length)));
        int[] drawn = new int[most];
        int taken = 0;
        double due = 0;
        for (int mix = 0; mix < mixes && kept.length > 0; mix++) {
            if (ofReal[mix].length > 0) {
                due += (double) ofSynthetic[mix].length * most / kept.length;
                int end = Math.min(most, (int) Math.round(due));
                fill(drawn, taken, end, ofReal[mix], Streams.derive(seed, "mix " + mix));
                taken = end;
            }
        }
        return kept.length == 0
                ? new SameMix(tables, List.of())
                : new SameMix(tables.select(Arrays.copyOf(drawn, taken), kept), columns);
    }

    /// How many real rows have the synthetic mix without any drawn twice.
    private static int distinct(int[][] ofReal, int[][] ofSynthetic, int kept) {
        double most = Double.MAX_VALUE;
        for (int mix = 0; mix < ofReal.length; mix++) {
            if (ofReal[mix].length > 0 && ofSynthetic[mix].length > 0) {
                most = Math.min(most, (double) ofReal[mix].length * kept / ofSynthetic[mix].length);
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, most);
    }

    private static boolean mixes(Dataset data, ColumnInfo info) {
        if (info.role() != Role.OUTCOME && info.role() != Role.PROTECTED) {
            return false;
        }
        return !(data.column(info.name()) instanceof Column.Numbers numbers)
                || info.binning().isPresent()
                || Arrays.stream(numbers.values()).distinct().limit(MOST_VALUES + 1L).count()
                        <= MOST_VALUES;
    }

    private static int[][] members(int[] codes, int from, int to, int mixes) {
        int[] counts = new int[mixes];
        for (int row = from; row < to; row++) {
            counts[Math.floorMod(codes[row], mixes)]++;
        }
        int[][] members = new int[mixes][];
        Arrays.setAll(members, mix -> new int[counts[mix]]);
        for (int row = to - 1; row >= from; row--) {
            int mix = Math.floorMod(codes[row], mixes);
            members[mix][--counts[mix]] = row;
        }
        return members;
    }

    /// Takes every row as often as any other, give or take one.
    private static void fill(int[] into, int from, int to, int[] rows, long seed) {
        int[] order = rows.clone();
        for (int i = from; i < to; i++) {
            int at = (i - from) % order.length;
            if (at == 0) {
                Folds.shuffle(order, Streams.of(seed, (i - from) / order.length));
            }
            into[i] = order[at];
        }
    }
}
