package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The synthetic table against the real one, all columns together.
///
/// @param propensity main effects, within the sample
/// @param tree the same with a tree
/// @param models scores of rows not seen, by logistic regression and by boosting
/// @param support where synthetic rows lie among the real ones
/// @param held the same for the holdout, which a good table resembles; empty without one
/// @param overlays principal components, unless there is no plane, and t-SNE, if asked for
record WholeTable(
        Propensity propensity,
        TreePropensity tree,
        List<Distinguishability> models,
        Support support,
        Optional<Support> held,
        List<Figure> overlays) {
    /// The propensity model takes at most this many rows of each table.
    static final int PROPENSITY_ROWS = 20_000;

    /// @param tables the real table, then the synthetic
    /// @param holdout the real table, then the holdout; empty without one
    static WholeTable of(
            AlignedTables tables,
            Optional<AlignedTables> holdout,
            FidelitySettings settings,
            long seed,
            Progress progress) {
        AlignedTables some = sample(tables, PROPENSITY_ROWS, Streams.derive(seed, "propensity"));
        AlignedTables few =
                sample(tables, settings.modelRows(), Streams.derive(seed, "distinguishability"));
        long supportSeed = Streams.derive(seed, "support");
        return new WholeTable(
                Propensity.of(some, progress.part(0, 0.1)),
                TreePropensity.of(
                        few,
                        TreePropensity.SHUFFLES,
                        Streams.derive(seed, "tree"),
                        progress.part(0.1, 0.2)),
                List.of(
                        Distinguishability.linear(
                                few, settings.confidence(), seed, progress.part(0.2, 0.4)),
                        Distinguishability.boosted(
                                few, settings.confidence(), seed, progress.part(0.4, 0.9))),
                Support.of(tables, settings.modelRows(), supportSeed, progress.part(0.9, 0.95)),
                holdout.map(
                        held ->
                                Support.of(
                                        held,
                                        settings.modelRows(),
                                        supportSeed,
                                        progress.part(0.95, 1))),
                overlays(few, settings, Streams.derive(seed, "map"), progress));
    }

    private static List<Figure> overlays(
            AlignedTables few, FidelitySettings settings, long seed, Progress progress) {
        Optional<Figure> map =
                settings.mapRows() == 0
                        ? Optional.empty()
                        : TsneMap.of(sample(few, settings.mapRows(), seed), seed, progress);
        return Stream.concat(Overlay.of(few, progress).stream(), map.stream()).toList();
    }

    /// The model that tells the tables apart best; NaN counts least.
    Distinguishability best() {
        Distinguishability first = models.getFirst();
        Distinguishability last = models.getLast();
        return first.auc() > last.auc() ? first : last;
    }

    void metrics(SortedMap<String, Double> metrics) {
        metrics.put("fidelity/pmse", propensity.pmse());
        metrics.put("fidelity/pmse-ratio", propensity.standardised());
        metrics.put("fidelity/specks", propensity.specks());
        metrics.put("fidelity/propensity-u", propensity.u());
        metrics.put("fidelity/pmse/tree", tree.pmse());
        metrics.put("fidelity/pmse-ratio/tree", tree.standardised());
        metrics.put("fidelity/pmse-ratio/tree/p", tree.p());
        metrics.put("fidelity/specks/tree", tree.specks());
        metrics.put("fidelity/propensity-u/tree", tree.u());
        put(metrics, "fidelity/", support);
        held.ifPresent(reference -> put(metrics, "fidelity/holdout/", reference));
        metrics.put("fidelity/auc/logistic", models.getFirst().auc());
        metrics.put("fidelity/auc/boosting", models.getLast().auc());
    }

    private static void put(SortedMap<String, Double> metrics, String prefix, Support support) {
        metrics.put(prefix + "alpha-precision", support.integratedPrecision());
        metrics.put(prefix + "beta-recall", support.integratedRecall());
        metrics.put(prefix + "coverage", support.coverage());
        metrics.put(prefix + "authenticity", support.authenticity());
    }

    /// At most so many rows of each table, in their order.
    private static AlignedTables sample(AlignedTables tables, int most, long seed) {
        int[][] kept = new int[tables.rows().length][];
        for (int t = 0; t < kept.length; t++) {
            kept[t] = drawn(tables.rows()[t], most, Streams.of(seed, t));
        }
        return tables.select(kept);
    }

    private static int[] drawn(int rows, int most, RandomGenerator random) {
        int[] kept = new int[Math.min(rows, most)];
        int taken = 0;
        for (int row = 0; row < rows && taken < kept.length; row++) {
            if (random.nextInt(rows - row) < kept.length - taken) {
                kept[taken++] = row;
            }
        }
        return Arrays.copyOf(kept, taken);
    }
}
