package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// How well a tree tells synthetic rows from the real ones it was grown on, as synthpop's
/// `utility.gen` with CART (Snoke et al. 2018, doi:10.1111/rssa.12358).
///
/// @param rows rows of both tables
/// @param pmse mean squared distance of the propensity score from the synthetic share
/// @param standardised pmse over half its mean where the two tables are shuffled; NaN if no tree
///     grows there
/// @param p share of shuffled tables, and this one, with a pmse as large
/// @param specks Kolmogorov–Smirnov distance of the scores, 0 to 1
/// @param u Mann–Whitney's U of the scores, synthetic over real, ties counting half
record TreePropensity(
        long rows, double pmse, double standardised, double p, double specks, double u) {
    /// Shuffled tables that the expectation rests on, as in synthpop.
    static final int SHUFFLES = 50;

    /// @param tables the real table, then the synthetic
    /// @param shuffles 0 leaves `standardised` and `p` undefined
    static TreePropensity of(AlignedTables tables, int shuffles, long seed, Progress progress) {
        int real = tables.rows()[0];
        int all = real + tables.rows()[1];
        byte[] synthetic = new byte[all];
        Arrays.fill(synthetic, real, all, (byte) 1);
        double c = 1 - (double) real / all;
        PropensityTree tree = new PropensityTree(tables);
        double[] scores = tree.scores(synthetic, progress);
        double pmse = error(scores, c);
        List<Double> chance =
                Parallel.map(
                        shuffles,
                        progress,
                        "Growing trees on shuffled tables",
                        i -> error(tree.scores(shuffled(synthetic, seed, i), progress), c));
        double mean = chance.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
        long asLarge = chance.stream().filter(e -> e >= pmse).count();
        return new TreePropensity(
                all,
                pmse,
                mean > 0 ? pmse / (mean / 2) : Double.NaN,
                shuffles == 0 ? Double.NaN : (1.0 + asLarge) / (1 + shuffles),
                Distances.kolmogorovSmirnov(
                        Arrays.copyOf(scores, real), Arrays.copyOfRange(scores, real, all)),
                Roc.of(synthetic, scores).auc() * real * (all - real));
    }

    private static double error(double[] scores, double c) {
        return Arrays.stream(scores).map(p -> (p - c) * (p - c)).average().orElse(Double.NaN);
    }

    private static byte[] shuffled(byte[] classes, long seed, int index) {
        RandomGenerator random = Streams.of(seed, index);
        byte[] shuffled = classes.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            byte kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }
}
