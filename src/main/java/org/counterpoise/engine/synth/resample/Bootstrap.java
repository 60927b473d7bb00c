package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Feature;

import java.util.stream.IntStream;

/// Rows of the class drawn with replacement, their numbers shaken by a normal kernel.
///
/// The kernel's standard deviation is `smoothing · (4 / ((d + 2) n))^(1 / (d + 4))` times the
/// column's standard deviation in the class (n rows, d columns of numbers): ROSE.
///
/// @param smoothing 0 for copies, 1 for the bandwidth that suits normal data best
record Bootstrap(double smoothing) implements Oversampling {
    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        progress.check();
        int[] bases = ClassRows.drawn(members.rows(), count, seed);
        int[][] itself = IntStream.of(bases).mapToObj(row -> new int[] {row}).toArray(int[][]::new);
        return new Draft(
                bases, itself, itself, (row, partner, random) -> 0, spread(members, smoothing));
    }

    /// The kernel's standard deviation for each feature; 0 for categories.
    static double[] spread(ClassRows members, double smoothing) {
        long columns =
                members.features().stream().filter(Feature.Continuous.class::isInstance).count();
        int n = members.rows().length;
        double factor = smoothing * Math.pow(4 / ((columns + 2.0) * n), 1 / (columns + 4.0));
        return members.features().stream()
                .mapToDouble(
                        feature ->
                                feature instanceof Feature.Continuous number
                                        ? factor * number.deviation(members.rows())
                                        : 0)
                .toArray();
    }
}
