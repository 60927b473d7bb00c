package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Whether a model leans on a protected attribute beyond what the other columns tell.
///
/// Models are fitted once more without the attribute. If the rest tells as much, leaving it out
/// does not make unseen rows look worse, so that the mean difference of losses is at most 0; a
/// one-sided test of that mean over people tells the two apart (leave one covariate out: Lei et
/// al. 2018, doi:10.1080/01621459.2017.1307116; the test of mean losses: Diebold and Mariano 1995,
/// doi:10.1080/07350015.1995.10524599).
///
/// @param column its position
/// @param lost mean loss without it less that with it: logarithmic loss, or squared error over the
///     squared range
/// @param error standard error of `lost`
/// @param p one-sided, of no loss
/// @param adjusted p adjusted for all attributes by Holm's method
/// @param change mean size of the change if a row has another value of it, as a share of 1
///     (probabilities) or of the range
/// @param skill without it
/// @param people that the test rests on
record Leaning(
        int column,
        double lost,
        double error,
        double p,
        double adjusted,
        double change,
        double skill,
        int people) {

    static List<Leaning> all(Explained explained, long seed, Progress progress) {
        int[] attributes =
                IntStream.range(0, explained.fitted().columns().size())
                        .filter(c -> explained.fitted().columns().get(c).role() == Role.PROTECTED)
                        .toArray();
        List<Leaning> all = new ArrayList<>();
        for (int i = 0; i < attributes.length; i++) {
            all.add(
                    of(
                            explained,
                            attributes[i],
                            seed,
                            progress.part(
                                    (double) i / attributes.length,
                                    (i + 1.0) / attributes.length)));
        }
        double[] adjusted = Multiplicity.holm(all.stream().mapToDouble(Leaning::p).toArray());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).adjusted(adjusted[i]))
                .toList();
    }

    private static Leaning of(Explained explained, int column, long seed, Progress progress) {
        Fitted fitted = explained.fitted();
        int[] others =
                IntStream.range(0, fitted.columns().size()).filter(c -> c != column).toArray();
        List<BinnedBoosting> without =
                Explained.models(
                        fitted, explained.fold(), explained.models().size(), others, progress);
        double[] scores = BinnedBoosting.outOfFold(fitted.table(), explained.fold(), without);
        double[] byPerson = new double[Arrays.stream(fitted.units()).max().orElse(-1) + 1];
        boolean[] there = new boolean[byPerson.length];
        for (int row = 0; row < scores.length; row++) {
            byPerson[fitted.units()[row]] +=
                    fitted.target().loss(row, scores[row])
                            - fitted.target().loss(row, explained.scores()[row]);
            there[fitted.units()[row]] = true;
        }
        double[] sums =
                IntStream.range(0, byPerson.length)
                        .filter(person -> there[person])
                        .mapToDouble(person -> byPerson[person])
                        .toArray();
        double total = Arrays.stream(sums).sum();
        double mean = total / sums.length;
        double squares = Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum();
        double error = Math.sqrt(squares * sums.length / (sums.length - 1.0));
        double p = error > 0 ? Normal.below(-total / error) : 1;
        return new Leaning(
                column,
                total / scores.length,
                error / scores.length,
                p,
                Double.NaN,
                change(explained, column, seed, progress),
                fitted.target().skill(scores),
                sums.length);
    }

    private Leaning adjusted(double value) {
        return new Leaning(column, lost, error, p, value, change, skill, people);
    }

    /// Every row takes the cell of the next of the shuffled rows of its fold that has another one.
    private static double change(Explained explained, int column, long seed, Progress progress) {
        Fitted fitted = explained.fitted();
        double sum = 0;
        int changed = 0;
        for (int k = 0; k < explained.models().size(); k++) {
            progress.check();
            int[] order = BinnedBoosting.test(explained.fold(), k);
            Folds.shuffle(order, Streams.of(Streams.derive(seed, "others"), k));
            int[] next = others(explained, column, order);
            int[] rows = IntStream.range(0, order.length).filter(i -> next[i] >= 0).toArray();
            int[] own = IntStream.of(rows).map(i -> order[i]).toArray();
            int[] donors = IntStream.of(rows).map(i -> next[i]).toArray();
            double[] before = explained.models().get(k).scores(fitted.table(), own);
            double[] after = explained.models().get(k).scores(fitted.table(), own, column, donors);
            for (int i = 0; i < own.length; i++) {
                sum += Math.abs(fitted.target().value(after[i]) - fitted.target().value(before[i]));
                changed++;
            }
        }
        return changed == 0 ? 0 : sum / changed / fitted.target().range();
    }

    /// By position in `order`, the next row around it with another cell; -1 if there is none.
    private static int[] others(Explained explained, int column, int[] order) {
        int count = order.length;
        int[] next = new int[count];
        Arrays.fill(next, -1);
        // Backwards twice around: what follows a row is known when it is reached.
        int other = -1;
        for (int step = 2 * count - 1; step >= 0; step--) {
            int here = order[step % count];
            int after = order[(step + 1) % count];
            if (!explained.table().same(here, after, column)) {
                other = after;
            }
            next[step % count] = other;
        }
        return next;
    }
}
