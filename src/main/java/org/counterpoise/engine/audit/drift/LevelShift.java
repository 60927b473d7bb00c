package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.stats.ChiSquare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How the shares of levels differ between early and late rows.
///
/// @param test of equal shares, rare levels put together
/// @param cells the levels that are tested
record LevelShift(ColumnInfo column, ChiSquare test, Cells cells) implements Shift {
    private static final int MOST_LEVELS = 50;
    private static final double LEAST_EXPECTED = 5;
    private static final double PERCENT = 0.01;

    static LevelShift of(
            ColumnInfo column,
            Column.Codes codes,
            int[] reference,
            int[] recent,
            DriftSettings settings) {
        long[] before = counts(codes, reference);
        long[] after = counts(codes, recent);
        Cells cells = grouped(codes.levels(), before, after, settings.rare() * PERCENT);
        ChiSquare test = ChiSquare.independence(new long[][] {cells.reference(), cells.recent()});
        return new LevelShift(column, test, cells);
    }

    private static long[] counts(Column.Codes codes, int[] rows) {
        long[] counts = new long[codes.levels().size()];
        for (int row : rows) {
            int code = codes.codes()[row];
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /// The frequent levels, most frequent first, then the others as one.
    private static Cells grouped(List<String> levels, long[] before, long[] after, double rare) {
        long n = IntStream.range(0, before.length).mapToLong(i -> before[i]).sum();
        long m = IntStream.range(0, after.length).mapToLong(i -> after[i]).sum();
        double all = (double) n + m;
        double smaller = Math.min(n, m) / all;
        List<Integer> order =
                IntStream.range(0, before.length)
                        .filter(i -> before[i] + after[i] > 0)
                        .boxed()
                        .sorted((a, b) -> Long.compare(before[b] + after[b], before[a] + after[a]))
                        .toList();
        int kept = 0;
        while (kept < Math.min(order.size(), MOST_LEVELS)) {
            double count = (double) before[order.get(kept)] + after[order.get(kept)];
            if (count < rare * all || count * smaller < LEAST_EXPECTED) {
                break;
            }
            kept++;
        }
        // One rare level stays as it is: there is nothing to put it together with.
        kept = kept == order.size() - 1 ? order.size() : kept;
        double rest = 0;
        for (int i = kept; i < order.size(); i++) {
            rest += before[order.get(i)] + after[order.get(i)];
        }
        while (kept > 1 && kept < order.size() && rest * smaller < LEAST_EXPECTED) {
            kept--;
            rest += before[order.get(kept)] + after[order.get(kept)];
        }
        return cells(levels, order, kept, before, after);
    }

    private static Cells cells(
            List<String> levels, List<Integer> order, int kept, long[] before, long[] after) {
        boolean others = kept < order.size();
        int size = kept + (others ? 1 : 0);
        List<String> labels = new ArrayList<>();
        long[] reference = new long[size];
        long[] recent = new long[size];
        for (int i = 0; i < order.size(); i++) {
            int cell = Math.min(i, kept);
            reference[cell] += before[order.get(i)];
            recent[cell] += after[order.get(i)];
            if (i < kept) {
                labels.add(levels.get(order.get(i)));
            }
        }
        if (others) {
            labels.add((order.size() - kept) + " rare levels");
        }
        return new Cells(List.copyOf(labels), reference, recent);
    }

    @Override
    public long reference() {
        return IntStream.range(0, cells.reference().length)
                .mapToLong(i -> cells.reference()[i])
                .sum();
    }

    @Override
    public long recent() {
        return IntStream.range(0, cells.recent().length).mapToLong(i -> cells.recent()[i]).sum();
    }

    @Override
    public double effect() {
        return cells.labels().isEmpty() ? Double.NaN : cells.totalVariation();
    }

    @Override
    public double p() {
        return test.p();
    }

    @Override
    public boolean matters(DriftSettings settings) {
        return effect() >= settings.points() * PERCENT;
    }
}
