package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.RowSample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Finds the number of components and their parameters.
///
/// Where to begin and how many components to take is searched for on a sample of the rows; the best
/// is then learned from all.
final class MixtureFit {
    /// Rows that the search looks at.
    private static final int SEARCHED = 2000;

    /// A component that is tried has at least so many rows to be learned from.
    private static final int ROWS_PER_COMPONENT = 10;

    /// The likelihood has converged when a row's mean logarithm rises by less.
    private static final double TOLERANCE = 1e-3;

    private static final int MOST_ROUNDS = 100;

    private final MixtureSettings settings;
    private final Progress progress;

    private MixtureFit(MixtureSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// A mixture and how likely it makes the rows it was learned from.
    record Fitted(Mixture mixture, double logLikelihood, int rows) {

        /// Schwarz 1978: smaller is better.
        double bic(boolean full) {
            return -2 * logLikelihood + mixture.parameters(full) * Math.log(rows);
        }
    }

    static FittedMixture fit(
            Learnable learnable, MixtureSettings settings, long seed, Progress progress) {
        List<Feature> features = new ArrayList<>();
        for (int column = 0; column < learnable.data().schema().size(); column++) {
            progress.check();
            features.add(Feature.of(learnable.data(), column));
        }
        int rows = learnable.data().rows();
        MixtureTable table = MixtureTable.of(features, rows);
        Fitted fitted =
                new MixtureFit(settings, progress).search(table, Streams.derive(seed, "mixture"));
        List<String> notes = new ArrayList<>(notes(fitted, rows, table, settings));
        notes.addAll(learnable.notes());
        return new FittedMixture(
                learnable.data(),
                features,
                table.scales(),
                MixtureTable.missing(features, rows),
                fitted.mixture(),
                notes);
    }

    Fitted search(MixtureTable table, long seed) {
        int rows = table.rows();
        MixtureTable sample =
                rows <= SEARCHED
                        ? table
                        : table.select(
                                RowSample.of(rows, SEARCHED, Streams.derive(seed, "sample")));
        int most = Math.max(1, Math.min(settings.most(), sample.rows() / ROWS_PER_COMPONENT));
        int fewest = Math.min(settings.fewest(), most);
        int starts = settings.starts();
        List<Fitted> tried =
                Parallel.map(
                        (most - fewest + 1) * starts,
                        progress.part(0, .5),
                        "Finding components",
                        task ->
                                climb(
                                        sample,
                                        begin(sample, most - task / starts, seed, task % starts)));
        Fitted best = tried.getFirst();
        for (Fitted one : tried) {
            if (one.bic(settings.full()) < best.bic(settings.full())) {
                best = one;
            }
        }
        return rows <= SEARCHED ? best : climb(table, best.mixture());
    }

    /// Expectation and maximisation until it converges.
    Fitted climb(MixtureTable table, Mixture start) {
        Mixture mixture = start;
        double before = Double.NEGATIVE_INFINITY;
        double now = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Moments moments = new Expectation(table, mixture).run(progress.part(.5, 1));
            now = moments.logLikelihood();
            if (now - before < TOLERANCE * table.rows()) {
                return new Fitted(mixture, now, table.rows());
            }
            before = now;
            mixture = moments.maximise(table, settings.full());
        }
        return new Fitted(mixture, now, table.rows());
    }

    /// Rows shared among centres that lie apart: k-means++ (Arthur and Vassilvitskii 2007) with a
    /// difference of 1 for each category that differs.
    private Mixture begin(MixtureTable table, int components, long seed, int start) {
        var random = Streams.of(Streams.derive(seed, "start " + start), components);
        int rows = table.rows();
        double[] nearest = new double[rows];
        int[] owner = new int[rows];
        int centre = random.nextInt(rows);
        for (int k = 0; k < components; k++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                double distance = distance(table, row, centre);
                if (k == 0 || distance < nearest[row]) {
                    nearest[row] = distance;
                    owner[row] = k;
                }
                sum += nearest[row];
            }
            double at = random.nextDouble() * sum;
            centre = 0;
            while (centre < rows - 1 && at >= nearest[centre]) {
                at -= nearest[centre++];
            }
        }
        return moments(table, owner, components).maximise(table, settings.full());
    }

    private static double distance(MixtureTable table, int a, int b) {
        double sum = 0;
        for (double[] x : table.numbers()) {
            sum += (x[a] - x[b]) * (x[a] - x[b]);
        }
        for (int[] codes : table.categories()) {
            sum += codes[a] == codes[b] ? 0 : 1;
        }
        return sum;
    }

    private static Moments moments(MixtureTable table, int[] owner, int components) {
        double[][] x = table.numbers();
        Moments moments = new Moments(components, x.length, table.levels());
        for (int row = 0; row < owner.length; row++) {
            int k = owner[row];
            moments.addRows(k, 1);
            for (int i = 0; i < x.length; i++) {
                moments.first(k)[i] += x[i][row];
                for (int j = 0; j <= i; j++) {
                    moments.second(k)[i][j] += x[i][row] * x[j][row];
                }
            }
            for (int c = 0; c < table.categories().length; c++) {
                moments.counts(k, c)[table.categories()[c][row]]++;
            }
        }
        return moments;
    }

    private static List<String> notes(
            Fitted fitted, int rows, MixtureTable table, MixtureSettings settings) {
        Mixture mixture = fitted.mixture();
        List<String> weights =
                IntStream.range(0, mixture.components())
                        .mapToObj(k -> mixture.weights()[k])
                        .sorted((a, b) -> Double.compare(b, a))
                        .map(weight -> String.format(Locale.ROOT, "%.0f %%", 100 * weight))
                        .toList();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Learned from %,d rows: %d %s, of %s of the rows; %,d numbers in all.",
                        rows,
                        mixture.components(),
                        mixture.components() == 1 ? "component" : "components",
                        String.join(", ", weights),
                        mixture.parameters(settings.full())),
                String.format(
                        Locale.ROOT,
                        "From %d to %d components were tried, %s; the lowest BIC was taken.",
                        settings.fewest(),
                        settings.most(),
                        table.rows() <= SEARCHED
                                ? "on all rows"
                                : String.format(Locale.ROOT, "on %,d rows", SEARCHED)));
    }
}
