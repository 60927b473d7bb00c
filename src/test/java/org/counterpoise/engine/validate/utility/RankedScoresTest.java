package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankedScoresTest {
    private static final byte[] OUTCOME = {0, 0, 1, 1};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    private static RankedScores scores(double... scores) {
        return new RankedScores(new int[] {0, 1, 2, 3}, scores, OUTCOME, 0.5);
    }

    @Test
    void measuresAreThoseOfTheTextbookExample() {
        // scikit-learn's documentation: roc_auc_score 0.75, average_precision_score 0.8333…
        double[] measures = scores(SCORES).evaluate(new int[] {1, 1, 1, 1});
        assertThat(measures[RankedScores.AUC]).isCloseTo(0.75, within(1e-12));
        assertThat(measures[RankedScores.AUC_PR]).isCloseTo(5.0 / 6, within(1e-12));
        // One of two positives found, nobody falsely: precision 1, recall ½.
        assertThat(measures[RankedScores.F1]).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(measures[RankedScores.BRIER])
                .isCloseTo((0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4, within(1e-12));
    }

    @Test
    void tiesCountOneHalf() {
        assertThat(scores(0.5, 0.5, 0.5, 0.5).evaluate(new int[] {1, 1, 1, 1}))
                .containsExactly(new double[] {0.5, 0.5, 2.0 / 3, 0.25}, within(1e-12));
    }

    @Test
    void aWeightOfTwoIsARowTwice() {
        double[] weighted = scores(SCORES).evaluate(new int[] {1, 2, 0, 1});
        // Rows 0, 1, 1, 3: the positive 0.8 beats all three negatives.
        assertThat(weighted[RankedScores.AUC]).isEqualTo(1);
    }

    @Test
    void oneClassIsUndefined() {
        double[] measures = scores(SCORES).evaluate(new int[] {1, 1, 0, 0});
        assertThat(measures[RankedScores.AUC]).isNaN();
        assertThat(measures[RankedScores.AUC_PR]).isNaN();
        assertThat(measures[RankedScores.F1]).isNaN();
    }

    @Test
    void theRocCurveRunsFromCornerToCorner() {
        double[][] curve = scores(SCORES).roc();
        assertThat(curve[0]).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(curve[1]).containsExactly(0, 0.5, 0.5, 1, 1);
    }
}
