package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.Folds;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What a model is worth on real rows by the number of synthetic rows it is trained on.
///
/// @param sizes numbers of rows, ascending and evenly spaced by their logarithm; the last is all
/// @param values headline of a model of so many rows, mean over draws; NaN where none can be
///     trained
/// @param errors standard error of the headline of one model of so many rows: from the rows judged,
///     and from which synthetic rows were drawn
/// @param real the same of a model of all real rows
public record LearningCurve(int[] sizes, double[] values, double[] errors, Task.Headline real) {
    private static final int SMALLEST = 100;

    /// Sizes up to this part of all are drawn several times.
    private static final int SMALL = 8;

    private static final int DRAWS = 3;

    /// @param worth trains a model on some rows and judges it on the holdout; throws a
    ///     [UserProblem] if it cannot be trained
    /// @param real what a model of all real rows is worth
    /// @param points how many sizes, at least 2
    public static LearningCurve of(
            Function<Dataset, Task.Headline> worth,
            Task.Headline real,
            Dataset synthetic,
            int points,
            long seed,
            Progress progress) {
        int[] sizes = sizes(synthetic.rows(), points);
        int[][] orders = new int[DRAWS][];
        for (int draw = 0; draw < DRAWS; draw++) {
            orders[draw] = IntStream.range(0, synthetic.rows()).toArray();
            RandomGenerator random = Streams.of(seed, draw);
            Folds.shuffle(orders[draw], random);
        }
        int[][] jobs =
                IntStream.range(0, sizes.length)
                        .boxed()
                        .flatMap(
                                size ->
                                        IntStream.range(0, draws(sizes[size], synthetic.rows()))
                                                .mapToObj(draw -> new int[] {size, draw}))
                        .toArray(int[][]::new);
        List<Task.Headline> found =
                Parallel.map(
                        jobs.length,
                        progress,
                        "Training on fewer rows",
                        job -> {
                            int[] order = orders[jobs[job][1]];
                            return attempt(
                                    worth,
                                    synthetic.select(Arrays.copyOf(order, sizes[jobs[job][0]])));
                        });
        return summed(sizes, jobs, found, real, synthetic.rows());
    }

    private static int[] sizes(int rows, int points) {
        double from = Math.log(Math.min(SMALLEST, Math.max(1, rows / 2)));
        double to = Math.log(rows);
        return IntStream.range(0, points)
                .map(i -> (int) Math.round(Math.exp(from + (to - from) * i / (points - 1))))
                .distinct()
                .toArray();
    }

    private static int draws(int size, int rows) {
        return size * SMALL <= rows || size <= SMALLEST && size < rows ? DRAWS : 1;
    }

    private static Task.Headline attempt(Function<Dataset, Task.Headline> worth, Dataset some) {
        try {
            return worth.apply(some);
        } catch (UserProblem problem) {
            return new Task.Headline(Double.NaN, Double.NaN);
        }
    }

    private static LearningCurve summed(
            int[] sizes, int[][] jobs, List<Task.Headline> found, Task.Headline real, int rows) {
        double[] values = new double[sizes.length];
        double[] judging = new double[sizes.length];
        double perRow = 0;
        int several = 0;
        for (int size = 0; size < sizes.length; size++) {
            int own = size;
            List<Task.Headline> draws =
                    IntStream.range(0, jobs.length)
                            .filter(job -> jobs[job][0] == own)
                            .mapToObj(found::get)
                            .filter(one -> Double.isFinite(one.value()))
                            .toList();
            values[size] =
                    draws.stream().mapToDouble(Task.Headline::value).average().orElse(Double.NaN);
            judging[size] =
                    draws.stream()
                            .mapToDouble(one -> one.error() * one.error())
                            .average()
                            .orElse(Double.NaN);
            if (draws.size() == DRAWS) {
                double squares = 0;
                for (Task.Headline one : draws) {
                    squares += (one.value() - values[size]) * (one.value() - values[size]);
                }
                // Draws without replacement share rows, which makes them more alike.
                double apart = 1 - (double) sizes[size] / rows;
                perRow += squares / (DRAWS - 1) / apart * sizes[size];
                several++;
            }
        }
        double[] errors = new double[sizes.length];
        for (int size = 0; size < errors.length; size++) {
            double drawing = several == 0 ? 0 : perRow / several / sizes[size];
            errors[size] = Math.sqrt(judging[size] + drawing);
        }
        return new LearningCurve(sizes, values, errors, real);
    }

    /// The fewest rows from which on the curve stays at least at some value; 0 if it never does.
    public int reaches(double value) {
        int reached = 0;
        for (int size = sizes.length - 1; size >= 0 && values[size] >= value; size--) {
            reached = sizes[size];
        }
        return reached;
    }
}
