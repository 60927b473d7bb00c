package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.random.RandomGenerator;

/// The synthetic table against the real one, all columns together.
///
/// @param propensity main effects, within the sample
/// @param models scores of rows not seen, by logistic regression and by boosting
record WholeTable(Propensity propensity, List<Distinguishability> models) {
    /// The propensity model takes at most this many rows of each table.
    static final int PROPENSITY_ROWS = 20_000;

    /// @param tables the real table, then the synthetic
    static WholeTable of(
            AlignedTables tables, FidelitySettings settings, long seed, Progress progress) {
        AlignedTables some = sample(tables, PROPENSITY_ROWS, Streams.derive(seed, "propensity"));
        AlignedTables few =
                sample(tables, settings.modelRows(), Streams.derive(seed, "distinguishability"));
        return new WholeTable(
                Propensity.of(some, progress.part(0, 0.2)),
                List.of(
                        Distinguishability.of(
                                few,
                                Learner.LOGISTIC_REGRESSION,
                                false,
                                settings.confidence(),
                                seed,
                                progress.part(0.2, 0.4)),
                        Distinguishability.of(
                                few,
                                Learner.GRADIENT_BOOSTING,
                                true,
                                settings.confidence(),
                                seed,
                                progress.part(0.4, 1))));
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
        metrics.put("fidelity/auc/logistic", models.getFirst().auc());
        metrics.put("fidelity/auc/boosting", models.getLast().auc());
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
