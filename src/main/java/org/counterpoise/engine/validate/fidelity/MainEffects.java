package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The design columns of a main-effects model over stacked tables: numbers standardised, a column
/// per level but the most frequent, a column where numbers are missing; none that others determine.
final class MainEffects {
    /// Levels beyond the most frequent count as one.
    private static final int MOST_LEVELS = 50;

    /// The share of a column that those before it must leave unexplained.
    private static final double INDEPENDENT = 1e-9;

    private final List<double[]> kept = new ArrayList<>();
    private final List<double[]> basis = new ArrayList<>();

    private MainEffects() {}

    /// @return one array per design column, as long as all tables together
    static double[][] of(AlignedTables tables) {
        MainEffects effects = new MainEffects();
        for (AlignedColumn column : tables.columns()) {
            switch (column) {
                case AlignedColumn.Numbers c ->
                        effects.numbers(
                                Arrays.stream(c.values())
                                        .flatMapToDouble(Arrays::stream)
                                        .toArray());
                case AlignedColumn.Codes c ->
                        effects.levels(
                                Arrays.stream(c.codes()).flatMapToInt(Arrays::stream).toArray(),
                                c.levels().size());
            }
        }
        return effects.kept.toArray(double[][]::new);
    }

    private void numbers(double[] values) {
        double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
        double scale = Arrays.stream(present).map(Math::abs).max().orElse(1);
        double mean = Arrays.stream(present).map(v -> v / scale).average().orElse(0);
        add(Arrays.stream(values).map(v -> Double.isFinite(v) ? v / scale - mean : 0).toArray());
        if (present.length < values.length) {
            add(Arrays.stream(values).map(v -> Double.isFinite(v) ? 0 : 1).toArray());
        }
    }

    private void levels(int[] codes, int levels) {
        long[] counts = new long[levels + 1];
        for (int code : codes) {
            counts[code + 1]++;
        }
        List<Integer> frequent =
                IntStream.rangeClosed(0, levels)
                        .boxed()
                        .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                        .toList();
        for (int level : frequent.subList(1, Math.min(MOST_LEVELS, frequent.size()))) {
            add(Arrays.stream(codes).mapToDouble(code -> code + 1 == level ? 1 : 0).toArray());
        }
    }

    /// Keeps a column, brought to unit variance, unless it is a sum of those kept so far.
    private void add(double[] column) {
        double[] standard = centred(column);
        if (!scale(standard)) {
            return;
        }
        double[] rest = standard.clone();
        for (int pass = 0; pass < 2; pass++) { // twice, so that rounding does not add up
            for (double[] direction : basis) {
                double along = 0;
                for (int i = 0; i < rest.length; i++) {
                    along += rest[i] * direction[i];
                }
                along /= rest.length;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= along * direction[i];
                }
            }
        }
        if (meanSquare(rest) > INDEPENDENT && scale(rest)) {
            basis.add(rest);
            kept.add(standard);
        }
    }

    private static double[] centred(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        return Arrays.stream(column).map(v -> v - mean).toArray();
    }

    /// Divides by the standard deviation; false if there is none.
    private static boolean scale(double[] centred) {
        double deviation = Math.sqrt(meanSquare(centred));
        if (!(deviation > 1e-12)) {
            return false;
        }
        for (int i = 0; i < centred.length; i++) {
            centred[i] /= deviation;
        }
        return true;
    }

    private static double meanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}
