package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// A column with the normal scores of its rows.
///
/// @param steps its distinct values; of an all-missing column those of a constant
/// @param rows score per row, NaN where missing
record Scored(StepScores steps, double[] rows) {

    /// @param x numbers or positions per row, NaN where missing
    static Scored of(double[] x, Progress progress) {
        double[] present = Arrays.stream(x).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(present);
        progress.check();
        StepScores steps =
                StepScores.of(present.length == 0 ? new double[] {0} : present, progress);
        return new Scored(steps, steps.perRow(x));
    }
}
