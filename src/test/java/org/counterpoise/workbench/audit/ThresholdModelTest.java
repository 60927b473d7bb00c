package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.performance.Thresholds;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.RateMetric;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What the threshold explorer shows, without a window.
class ThresholdModelTest {
    /// Two groups of four: in "a" scores part the outcomes at 0.5, in "b" at 0.3.
    private static ThresholdModel model() {
        Grouping grouping =
                new Grouping(
                        List.of("g"),
                        List.of(
                                new Grouping.Group(Map.of("g", "a"), 4),
                                new Grouping.Group(Map.of("g", "b"), 4)),
                        new int[] {0, 0, 0, 0, 1, 1, 1, 1});
        Thresholds thresholds =
                Thresholds.of(
                        new BinaryOutcome("y", "1", new byte[] {1, 1, 0, 0, 1, 1, 0, 0}),
                        new double[] {0.9, 0.6, 0.4, 0.1, 0.8, 0.35, 0.2, 0.1},
                        grouping,
                        Progress.NONE);
        return new ThresholdModel(thresholds, 0.5, 0.95);
    }

    private static double rate(ThresholdModel model, int group, RateMetric metric) {
        return model.state()
                .get()
                .rows()
                .get(group)
                .rates()
                .get(ThresholdModel.METRICS.indexOf(metric))
                .value();
    }

    @Test
    void oneThresholdMovesAllGroups() {
        ThresholdModel model = model();
        assertThat(rate(model, 1, RateMetric.TPR)).isEqualTo(0.5);
        model.threshold(0).set(0.3);
        assertThat(model.threshold(1).get()).isEqualTo(0.3);
        assertThat(rate(model, 0, RateMetric.FPR)).isEqualTo(0.5);
        assertThat(rate(model, 1, RateMetric.TPR)).isEqualTo(1);
    }

    @Test
    void eachGroupCanHaveItsOwnAndTheGapCloses() {
        ThresholdModel model = model();
        int tpr = ThresholdModel.METRICS.indexOf(RateMetric.TPR);
        assertThat(model.state().get().gaps().get(tpr).value()).isCloseTo(0.5, within(1e-15));
        model.together().set(false);
        model.threshold(1).set(0.3);
        assertThat(model.threshold(0).get()).isEqualTo(0.5);
        assertThat(model.state().get().gaps().get(tpr).value()).isZero();
        assertThat(model.state().get().selectionRatio()).isEqualTo(1);
        assertThat(model.point(1)).containsExactly(0, 1);
    }

    @Test
    void joiningTakesTheFirstThresholdAndResetTheAudits() {
        ThresholdModel model = model();
        model.together().set(false);
        model.threshold(0).set(0.2);
        model.threshold(1).set(0.7);
        model.together().set(true);
        assertThat(model.threshold(1).get()).isEqualTo(0.2);
        model.reset();
        assertThat(model.threshold(0).get()).isEqualTo(0.5);
        assertThat(model.threshold(1).get()).isEqualTo(0.5);
    }

    @Test
    void nobodySelectedIsUndefinedNotZero() {
        ThresholdModel model = model();
        model.threshold(0).set(2);
        assertThat(rate(model, 0, RateMetric.PPV)).isNaN();
        assertThat(model.state().get().selectionRatio()).isNaN();
    }
}
