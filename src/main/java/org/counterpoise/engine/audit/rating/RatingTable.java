package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// All scores, one after the other, with who gave each and of what.
///
/// @param sources names, the first is what the others are held against
/// @param scores finite
/// @param source of each score
/// @param row of the dataset of each score
/// @param item of each score, 0 to `items` − 1
/// @param rater of each score, 0 to `raters` − 1; empty if none are told apart
record RatingTable(
        List<String> sources,
        double[] scores,
        int[] source,
        int[] row,
        int[] item,
        int items,
        int[] rater,
        int raters) {

    static RatingTable of(Dataset data, RatingColumns columns) {
        int[] rowItems =
                columns.item()
                        .map(name -> Grouping.of(data, List.of(name)).codes())
                        .orElseGet(() -> IntStream.range(0, data.rows()).toArray());
        int[] rowRaters =
                columns.rater()
                        .map(name -> Grouping.of(data, List.of(name)).codes())
                        .orElseGet(() -> new int[data.rows()]);
        Column.Codes named =
                columns.source()
                        .map(name -> Grouping.bands(data, name))
                        .orElseGet(() -> new Column.Codes(new int[data.rows()], List.of("")));
        List<String> sources =
                columns.source().isPresent()
                        ? named.levels()
                        : columns.scores().stream().map(info -> info.title()).toList();
        int most = data.rows() * columns.scores().size();
        double[] scores = new double[most];
        int[] source = new int[most];
        int[] row = new int[most];
        int n = 0;
        for (int c = 0; c < columns.scores().size(); c++) {
            double[] values = data.numbers(columns.scores().get(c).name());
            for (int r = 0; r < values.length; r++) {
                boolean known = (rowItems[r] | rowRaters[r] | named.codes()[r]) >= 0;
                if (known && Double.isFinite(values[r])) {
                    scores[n] = values[r];
                    source[n] = columns.source().isPresent() ? named.codes()[r] : c;
                    row[n++] = r;
                }
            }
        }
        int[] rows = Arrays.copyOf(row, n);
        Numbered items = Numbered.of(rowItems, rows);
        Numbered raters = Numbered.of(rowRaters, rows);
        return new RatingTable(
                sources,
                Arrays.copyOf(scores, n),
                Arrays.copyOf(source, n),
                rows,
                items.codes(),
                items.count(),
                columns.rater().isPresent() ? raters.codes() : new int[0],
                columns.rater().isPresent() ? raters.count() : 0);
    }

    /// Codes that occur, numbered anew without gaps.
    private record Numbered(int[] codes, int count) {
        static Numbered of(int[] byRow, int[] rows) {
            int[] numbers = new int[1 + Arrays.stream(byRow).max().orElse(0)];
            Arrays.fill(numbers, -1);
            int count = 0;
            int[] codes = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int code = byRow[rows[i]];
                if (numbers[code] < 0) {
                    numbers[code] = count++;
                }
                codes[i] = numbers[code];
            }
            return new Numbered(codes, count);
        }
    }

    int n() {
        return scores.length;
    }

    /// The scores at these places. Items keep their numbers.
    RatingTable select(int[] places) {
        return new RatingTable(
                sources,
                IntStream.of(places).mapToDouble(i -> scores[i]).toArray(),
                pick(source, places),
                pick(row, places),
                pick(item, places),
                items,
                rater.length == 0 ? rater : pick(rater, places),
                raters);
    }

    private static int[] pick(int[] values, int[] places) {
        return IntStream.of(places).map(i -> values[i]).toArray();
    }

    boolean varies() {
        return Arrays.stream(scores).distinct().limit(2).count() > 1;
    }

    /// Whether there are just two values.
    boolean binary() {
        return Arrays.stream(scores).distinct().limit(3).count() == 2;
    }
}
