package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidentJointTest {

    /// Figure 1 of Northcutt, Jiang and Chuang 2021: dogs, foxes and cows.
    @Test
    void theJointIsThatOfThePaper() {
        long[][] counts = {{100, 40, 20}, {56, 60, 0}, {32, 12, 80}};
        double[][] joint = ConfidentJoint.joint(counts, new long[] {160, 116, 124});
        double[][] paper = {{0.25, 0.1, 0.05}, {0.14, 0.15, 0}, {0.08, 0.03, 0.2}};
        for (int i = 0; i < 3; i++) {
            assertThat(joint[i]).containsExactly(paper[i], within(1e-12));
        }
        assertThat(ConfidentJoint.noise(joint)).isCloseTo(0.4, within(1e-12));
    }

    /// Thresholds by hand: of class 0 (.9 + .8 + .1) / 3 = .6, of class 1 (.7 + .8 + .3) / 3 = .6.
    @Test
    void aRowIsConfidentFromTheMeanOfItsClass() {
        int[] given = {0, 0, 0, 1, 1, 1, -1};
        double[][] p = {
            {0.9, 0.1}, {0.8, 0.2}, {0.1, 0.9}, {0.3, 0.7}, {0.2, 0.8}, {0.7, 0.3}, {0.5, 0.5}
        };
        ConfidentJoint joint = ConfidentJoint.of(given, p, 2);
        assertThat(joint.thresholds()).containsExactly(new double[] {0.6, 0.6}, within(1e-12));
        assertThat(joint.suggested()).containsExactly(0, 0, 1, 1, 1, 0, -1);
        assertThat(joint.counts()[0]).containsExactly(2, 1);
        assertThat(joint.counts()[1]).containsExactly(1, 2);
    }

    @Test
    void classesAreScaledToTheirSize() {
        double[][] joint = ConfidentJoint.joint(new long[][] {{3, 1}, {0, 0}}, new long[] {80, 20});
        assertThat(joint[0]).containsExactly(new double[] {0.6, 0.2}, within(1e-12));
        assertThat(joint[1]).containsExactly(new double[] {0, 0.2}, within(1e-12));
    }
}
