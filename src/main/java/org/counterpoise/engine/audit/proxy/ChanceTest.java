package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A permutation test of whether anything tells any attribute better than chance.
///
/// All attributes are shuffled together between the people, and all models fitted again. Each AUC
/// is measured in standard errors of Mann and Whitney's U, and held against the largest of all such
/// in each shuffle (Westfall and Young 1993), so that the level holds for all tests together.
///
/// @param adjusted p-values by source, attribute and target
/// @param critical as many standard errors as the largest reaches by chance at the level
record ChanceTest(double[][][] adjusted, double critical) {
    static final int FOLDS = 3;

    /// @param tables what each source has to tell from, on the same rows
    /// @param attributes of these rows
    /// @param units rows of one person have one number
    static ChanceTest of(
            List<BinnedTable> tables,
            List<Attribute> attributes,
            int[] units,
            ProxySettings settings,
            long seed,
            Progress progress) {
        long shuffles = Streams.derive(seed, "shuffles");
        List<double[][][]> runs =
                Parallel.map(
                        settings.permutations() + 1,
                        progress,
                        "Shuffling attributes",
                        run ->
                                statistics(
                                        tables,
                                        run == 0
                                                ? attributes
                                                : shuffled(attributes, units, shuffles, run),
                                        units,
                                        seed,
                                        progress.silent()));
        double[] largest =
                runs.stream().skip(1).mapToDouble(ChanceTest::largest).sorted().toArray();
        double[][][] observed = runs.getFirst();
        double[][][] adjusted = new double[observed.length][][];
        for (int s = 0; s < observed.length; s++) {
            adjusted[s] = new double[observed[s].length][];
            for (int a = 0; a < observed[s].length; a++) {
                adjusted[s][a] = Arrays.stream(observed[s][a]).map(z -> p(z, largest)).toArray();
            }
        }
        int place = (int) Math.ceil((1 - settings.level()) * (largest.length + 1)) - 1;
        return new ChanceTest(adjusted, largest[Math.min(place, largest.length - 1)]);
    }

    private static double largest(double[][][] statistics) {
        return Arrays.stream(statistics)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
    }

    private static double p(double z, double[] largest) {
        long atLeast = Arrays.stream(largest).filter(one -> one >= z).count();
        return (1.0 + atLeast) / (1 + largest.length);
    }

    private static double[][][] statistics(
            List<BinnedTable> tables,
            List<Attribute> attributes,
            int[] units,
            long seed,
            Progress progress) {
        double[][][] z = new double[tables.size()][attributes.size()][];
        for (int a = 0; a < attributes.size(); a++) {
            Attribute attribute = attributes.get(a);
            int[] folds = folds(attribute, units, seed);
            List<byte[]> outcomes = attribute.outcomes();
            for (int s = 0; s < z.length; s++) {
                BinnedTable table = tables.get(s);
                Telling telling =
                        Telling.of(
                                table,
                                outcomes,
                                folds,
                                IntStream.range(0, table.columns()).toArray(),
                                BinnedBoosting.Options.QUICK,
                                progress);
                z[s][a] = new double[outcomes.size()];
                for (int t = 0; t < outcomes.size(); t++) {
                    z[s][a][t] = standardised(Roc.of(outcomes.get(t), telling.scores().get(t)));
                }
            }
        }
        return z;
    }

    /// The folds of an attribute for all models that are only compared with each other.
    static int[] folds(Attribute attribute, int[] units, long seed) {
        return Folds.stratified(
                attribute.codes(),
                units,
                attribute.classes(),
                FOLDS,
                Streams.derive(seed, "folds of " + attribute.column()));
    }

    /// How many standard errors an AUC lies above one half, as if nothing were tied; 0 if it is
    /// undefined.
    static double standardised(Roc roc) {
        double m = roc.positives();
        double n = roc.negatives();
        return roc.defined() ? (roc.auc() - 0.5) / Math.sqrt((m + n + 1) / (12 * m * n)) : 0;
    }

    /// Each person takes the attributes of another, drawn without replacement.
    private static List<Attribute> shuffled(
            List<Attribute> attributes, int[] units, long seed, int run) {
        int count = Arrays.stream(units).max().orElse(-1) + 1;
        int[] first = new int[count];
        Arrays.fill(first, -1);
        for (int row = units.length - 1; row >= 0; row--) {
            first[units[row]] = row;
        }
        int[] people = IntStream.range(0, count).filter(unit -> first[unit] >= 0).toArray();
        int[] donors = people.clone();
        Folds.shuffle(donors, Streams.of(seed, run));
        int[] donorOf = new int[count];
        for (int i = 0; i < people.length; i++) {
            donorOf[people[i]] = first[donors[i]];
        }
        List<Attribute> shuffled = new ArrayList<>();
        for (Attribute attribute : attributes) {
            int[] codes = new int[units.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = attribute.codes()[donorOf[units[row]]];
            }
            shuffled.add(attribute.withCodes(codes));
        }
        return shuffled;
    }
}
