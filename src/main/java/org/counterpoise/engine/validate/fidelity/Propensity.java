package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.ModelMatrix;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;

/// How well a logistic model of main effects tells synthetic rows from the real ones it was fitted
/// to, as synthpop's `utility.gen` (Snoke et al. 2018, doi:10.1111/rssa.12358).
///
/// @param rows rows of both tables
/// @param degreesOfFreedom slopes that can be estimated
/// @param pmse mean squared distance of the propensity score from the synthetic share
/// @param standardised pmse over its expectation under a correct synthesis; NaN without a slope
/// @param specks Kolmogorov–Smirnov distance of the scores, 0 to 1
/// @param u Mann–Whitney's U of the scores, synthetic over real, ties counting half
record Propensity(
        long rows,
        int degreesOfFreedom,
        double pmse,
        double standardised,
        double specks,
        double u) {

    /// @param tables the real table, then the synthetic
    static Propensity of(AlignedTables tables, Progress progress) {
        int real = tables.rows()[0];
        int all = real + tables.rows()[1];
        byte[] synthetic = new byte[all];
        Arrays.fill(synthetic, real, all, (byte) 1);
        ModelMatrix matrix = MainEffects.of(tables, progress);
        int slopes = matrix.width() - 1;
        double[] beta = LogisticFit.of(matrix, synthetic, 0, progress).coefficients();
        double[] scores = matrix.times(beta);
        double c = 1 - (double) real / all;
        double squares = 0;
        for (int row = 0; row < all; row++) {
            scores[row] = LogisticFit.logistic(scores[row]);
            squares += (scores[row] - c) * (scores[row] - c);
        }
        double expected = slopes * (1 - c) * (1 - c) * c / all;
        return new Propensity(
                all,
                slopes,
                squares / all,
                slopes == 0 ? Double.NaN : squares / all / expected,
                Distances.kolmogorovSmirnov(
                        Arrays.copyOf(scores, real), Arrays.copyOfRange(scores, real, all)),
                Roc.of(synthetic, scores).auc() * real * (all - real));
    }
}
