package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.ExtraTrees;
import org.counterpoise.engine.learn.ExtraTrees.Inputs;
import org.counterpoise.engine.learn.ExtraTrees.Target;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Learns a secret from the synthetic rows and guesses it for real ones.
///
/// Trees that reproduce the rows they have seen are the model, so that a synthetic row that copies
/// a person gives the person's secret away. A category is judged by the area under the ROC curve
/// (mean over its levels), a number by R². Numbers are guessed as their rank among the real rows, 0
/// to 1, so that one extreme value does not decide.
final class ModelAttack {
    private static final int SYNTHETIC = AttributeInference.SYNTHETIC;

    private final int[] attacked;
    private final long rows;
    private final int trees;
    private final double confidence;
    private final long seed;

    /// @param tables training, synthetic and perhaps holdout rows, in this order
    /// @param confidence of each gain's interval
    ModelAttack(AlignedTables tables, int trees, double confidence, long seed) {
        this.attacked = AttributeInference.attacked(tables.rows().length);
        this.rows = Arrays.stream(attacked).mapToLong(table -> tables.rows()[table]).sum();
        this.trees = trees;
        this.confidence = confidence;
        this.seed = seed;
    }

    /// @param known the columns that the secret is guessed from
    Gain on(AlignedColumn secret, List<AlignedColumn> known, Progress progress) {
        return switch (secret) {
            case AlignedColumn.Codes codes -> category(codes, known, progress);
            case AlignedColumn.Numbers numbers -> number(numbers, known, progress);
        };
    }

    private Gain category(
            AlignedColumn.Codes secret, List<AlignedColumn> known, Progress progress) {
        int[][] codes = secret.codes();
        int[] learned = rows(codes[SYNTHETIC].length, row -> codes[SYNTHETIC][row] >= 0);
        int[] judged = judged(codes, secret.levels().size());
        if (learned.length == 0 || judged.length == 0) {
            return gain(secret, "AUC", table -> Score.UNDEFINED);
        }
        int[] classes = Arrays.stream(learned).map(row -> codes[SYNTHETIC][row]).toArray();
        ExtraTrees model =
                fit(known, learned, Target.classes(classes, secret.levels().size()), progress);
        return gain(
                secret,
                "AUC",
                table -> Score.auc(model.predict(inputs(known, table)), codes[table], judged));
    }

    private Gain number(
            AlignedColumn.Numbers secret, List<AlignedColumn> known, Progress progress) {
        double[][] ranks = ranks(secret.values(), attacked);
        int[] learned = rows(ranks[SYNTHETIC].length, row -> !Double.isNaN(ranks[SYNTHETIC][row]));
        if (learned.length == 0) {
            return gain(secret, "R²", table -> Score.UNDEFINED);
        }
        double[] values = Arrays.stream(learned).mapToDouble(r -> ranks[SYNTHETIC][r]).toArray();
        ExtraTrees model = fit(known, learned, Target.numbers(values), progress);
        return gain(
                secret,
                "R²",
                table -> Score.explained(model.predict(inputs(known, table))[0], ranks[table]));
    }

    private static int[] rows(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).toArray();
    }

    private ExtraTrees fit(
            List<AlignedColumn> known, int[] learned, Target target, Progress progress) {
        Inputs all = inputs(known, SYNTHETIC);
        double[][] values =
                Arrays.stream(all.values())
                        .map(v -> Arrays.stream(learned).mapToDouble(row -> v[row]).toArray())
                        .toArray(double[][]::new);
        return ExtraTrees.fit(
                new Inputs(values, all.nominal()),
                target,
                trees,
                Streams.derive(seed, "trees"),
                progress);
    }

    private static Inputs inputs(List<AlignedColumn> columns, int table) {
        double[][] values = new double[columns.size()][];
        boolean[] nominal = new boolean[columns.size()];
        for (int c = 0; c < values.length; c++) {
            nominal[c] = columns.get(c) instanceof AlignedColumn.Codes;
            values[c] =
                    switch (columns.get(c)) {
                        case AlignedColumn.Numbers numbers -> numbers.values()[table];
                        case AlignedColumn.Codes codes ->
                                Arrays.stream(codes.codes()[table])
                                        .mapToDouble(code -> code < 0 ? Double.NaN : code)
                                        .toArray();
                    };
        }
        return new Inputs(values, nominal);
    }

    /// The levels that every attacked table has enough rows with and without. Of two levels both
    /// have the same area, so one is enough.
    private int[] judged(int[][] codes, int levels) {
        int[] judged =
                rows(
                        levels,
                        level ->
                                Arrays.stream(attacked)
                                        .allMatch(table -> enough(codes[table], level)));
        return judged.length == 2 && levels == 2 ? new int[] {judged[1]} : judged;
    }

    private static boolean enough(int[] codes, int level) {
        long known = Arrays.stream(codes).filter(code -> code >= 0).count();
        long with = Arrays.stream(codes).filter(code -> code == level).count();
        return with >= Score.FEWEST && known - with >= Score.FEWEST;
    }

    /// Ranks among the real values, 0 to 1: the share of them that is lower, ties counting half.
    private static double[][] ranks(double[][] tables, int[] real) {
        double[] sorted =
                IntStream.of(real)
                        .mapToObj(table -> tables[table])
                        .flatMapToDouble(Arrays::stream)
                        .filter(v -> !Double.isNaN(v))
                        .map(v -> v + 0.0)
                        .sorted()
                        .toArray();
        return Arrays.stream(tables)
                .map(
                        values ->
                                Arrays.stream(values)
                                        .map(v -> Double.isNaN(v) ? v : rank(sorted, v + 0.0))
                                        .toArray())
                .toArray(double[][]::new);
    }

    private static double rank(double[] sorted, double value) {
        return (below(sorted, value) + below(sorted, Math.nextUp(value)))
                / 2.0
                / Math.max(1, sorted.length);
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Gain gain(AlignedColumn secret, String measure, IntFunction<Score> scores) {
        Score training = scores.apply(AttributeInference.TRAINING);
        Score control =
                attacked.length > 1 ? scores.apply(AttributeInference.CONTROL) : Score.UNDEFINED;
        double gain = training.value() - control.value();
        double half = Normal.z(confidence) * Math.hypot(training.error(), control.error());
        return new Gain(
                "model/" + secret.name(),
                secret.name(),
                measure,
                training.value(),
                control.value(),
                new Interval(gain - half, gain + half, confidence, "DeLong, linearisation"),
                rows);
    }
}
