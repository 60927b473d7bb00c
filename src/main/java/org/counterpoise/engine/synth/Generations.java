package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Tables;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A synthesizer fitted to its own rows again and again, and what is lost on the way.
///
/// @param method the synthesizer's name
/// @param realShare share of real rows each generation learns from besides the rows made before
/// @param generations from 0, the real rows, on
public record Generations(String method, double realShare, List<Generation> generations) {

    /// What one generation has kept, each 1 in the real rows.
    ///
    /// @param number 0 for the real rows
    /// @param tails share of numbers beyond the 1st and 99th percentile of the real rows, over
    ///     their share there
    /// @param spread mean ratio of standard deviations
    /// @param rare share of the rows in levels that fewer than 5 % of the real rows have, over
    ///     their share there
    /// @param rareLevels share of those levels that still occur
    /// @param diversity mean ratio of the entropies of categories
    public record Generation(
            int number,
            double tails,
            double spread,
            double rare,
            double rareLevels,
            double diversity) {}

    private static final double TAIL = 0.01;
    private static final double RARE = 0.05;

    public Generations {
        generations = List.copyOf(generations);
    }

    /// Fits and draws as many rows as there are real ones, again and again.
    ///
    /// @param real rows of generation 0; refused if it is the holdout
    /// @param count how many generations follow, at least 1
    /// @param realShare 0 for none, up to 1
    /// @throws org.counterpoise.engine.UserProblem as [Synthesizer#fit]; also if a later generation
    ///     can no longer be learned from
    public static <S extends Record> Generations run(
            Synthesizer<S> synthesizer,
            Dataset real,
            S settings,
            int count,
            double realShare,
            long seed,
            Progress progress) {
        Dataset source = OriginColumn.unmarked(real);
        List<Generation> generations = new ArrayList<>();
        Dataset current = source;
        Baseline baseline = new Baseline(source);
        generations.add(baseline.measure(0, source));
        for (int number = 1; number <= count; number++) {
            Progress part = progress.part((number - 1.0) / count, (double) number / count);
            long own = Streams.derive(seed, "generation " + number);
            Dataset training = taught(source, current, realShare, Streams.of(own, 0));
            FittedSynthesizer model =
                    Fitting.fit(synthesizer, training, settings, List.of(), own, part.part(0, 0.7));
            Dataset drawn =
                    Drawing.draw(
                                    model,
                                    SamplingPlan.keep(source.rows()),
                                    training,
                                    Optional.empty(),
                                    own,
                                    part.part(0.7, 1))
                            .data();
            current = OriginColumn.unmarked(drawn).withPart(Part.TRAINING);
            generations.add(baseline.measure(number, current));
        }
        return new Generations(synthesizer.card().name(), realShare, generations);
    }

    /// The rows made last, some of them replaced by real ones.
    private static Dataset taught(
            Dataset source, Dataset current, double realShare, RandomGenerator random) {
        int kept = (int) Math.round(realShare * source.rows());
        if (kept == 0 || source == current) {
            return current;
        }
        int[] real = random.ints(kept, 0, source.rows()).toArray();
        int[] made = random.ints(current.rows() - (long) kept, 0, current.rows()).toArray();
        return Tables.append(
                source.select(real).project(current.schema().names()), current.select(made));
    }

    /// The curves of what is kept.
    public Figure figure() {
        return new Figure.Curves(
                "What each generation keeps",
                "One curve per quantity, 1 in the real rows; each generation learns from the rows of"
                        + " the one before.",
                "generation",
                "kept",
                false,
                List.of(
                        curve("tails", Generation::tails),
                        curve("spread", Generation::spread),
                        curve("rows in rare levels", Generation::rare),
                        curve("rare levels", Generation::rareLevels),
                        curve("diversity of categories", Generation::diversity)));
    }

    private Figure.Curves.Series curve(String name, ToDoubleFunction<Generation> kept) {
        return new Figure.Curves.Series(
                name,
                Hue.GROUP,
                generations.stream().mapToDouble(Generation::number).toArray(),
                generations.stream().mapToDouble(kept).toArray(),
                true);
    }

    /// What the real rows have, by which generations are measured.
    private static final class Baseline {
        private final Dataset real;

        Baseline(Dataset real) {
            this.real = real;
        }

        Generation measure(int number, Dataset data) {
            List<double[]> numbers = new ArrayList<>();
            List<double[]> categories = new ArrayList<>();
            for (String name : data.schema().names()) {
                if (!data.schema().column(name).role().synthesised()) {
                    continue;
                }
                switch (real.column(name)) {
                    case Column.Numbers before ->
                            numbers.add(numbers(before.values(), data.numbers(name)));
                    case Column.Codes before -> categories.add(levels(before, data.codes(name)));
                    case Column.Texts _ -> {
                        // Free text is not synthesised.
                    }
                }
            }
            return new Generation(
                    number,
                    mean(numbers, 0),
                    mean(numbers, 1),
                    ratio(categories, 0, 1),
                    ratio(categories, 2, 3),
                    mean(categories, 4));
        }

        private static double[] numbers(double[] before, double[] after) {
            double[] sorted = present(before);
            double[] values = present(after);
            if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double low = sorted[(int) (TAIL * (sorted.length - 1))];
            double high = sorted[(int) ((1 - TAIL) * (sorted.length - 1))];
            return new double[] {
                beyond(values, low, high) / beyond(sorted, low, high),
                deviation(values) / deviation(sorted)
            };
        }

        private static double[] present(double[] values) {
            return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        }

        private static double beyond(double[] values, double low, double high) {
            return Arrays.stream(values).filter(v -> v < low || v > high).count()
                    / (double) values.length;
        }

        private static double deviation(double[] values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            return Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        }

        /// Rows in rare levels now and in the real rows, rare levels now and there, and the ratio
        /// of entropies.
        private static double[] levels(Column.Codes before, Column.Codes after) {
            double[] real = shares(before, before);
            double[] now = shares(before, after);
            int[] rare =
                    IntStream.range(0, real.length)
                            .filter(level -> real[level] > 0 && real[level] < RARE)
                            .toArray();
            return new double[] {
                IntStream.of(rare).mapToDouble(level -> now[level]).sum(),
                IntStream.of(rare).mapToDouble(level -> real[level]).sum(),
                IntStream.of(rare).filter(level -> now[level] > 0).count(),
                rare.length,
                entropy(now) / entropy(real)
            };
        }

        /// Shares of one column's levels among the values of another.
        private static double[] shares(Column.Codes levels, Column.Codes values) {
            long[] counts = values.counts();
            double n = Arrays.stream(counts).sum();
            return levels.levels().stream()
                    .mapToDouble(
                            level -> {
                                int at = values.levels().indexOf(level);
                                return at < 0 || n == 0 ? 0 : counts[at] / n;
                            })
                    .toArray();
        }

        private static double entropy(double[] shares) {
            return -Arrays.stream(shares).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
        }

        private static double mean(List<double[]> columns, int position) {
            return columns.stream()
                    .mapToDouble(column -> column[position])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
        }

        private static double ratio(List<double[]> columns, int above, int below) {
            double sum = columns.stream().mapToDouble(column -> column[below]).sum();
            return sum == 0
                    ? Double.NaN
                    : columns.stream().mapToDouble(column -> column[above]).sum() / sum;
        }
    }
}
