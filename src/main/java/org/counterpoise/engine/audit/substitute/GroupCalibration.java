package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.StraightLine;

import java.util.stream.IntStream;

/// The direct measure in a group against what the label lets expect of anyone with it.
///
/// @param observed mean of the direct measure
/// @param expected mean of what rows of any group with the same label have
/// @param error standard error of the mean difference, taking the expected values as given
/// @param slope of observed over expected values; 1 if the label means the same at all heights
record GroupCalibration(double observed, double expected, double error, StraightLine slope) {

    static GroupCalibration of(double[] y, double[] expected, boolean[] in) {
        int[] rows = IntStream.range(0, in.length).filter(i -> in[i]).toArray();
        double[] own = IntStream.of(rows).mapToDouble(i -> y[i]).toArray();
        double[] of = IntStream.of(rows).mapToDouble(i -> expected[i]).toArray();
        double observed = 0;
        double mean = 0;
        for (int i = 0; i < rows.length; i++) {
            observed += own[i] / rows.length;
            mean += of[i] / rows.length;
        }
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double off = own[i] - of[i] - (observed - mean);
            squares += off * off;
        }
        double error = Math.sqrt(squares / (rows.length - 1) / rows.length);
        return new GroupCalibration(observed, mean, error, StraightLine.of(of, own));
    }

    Interval interval(double confidence) {
        double half = Normal.z(confidence) * error;
        double off = observed - expected;
        return new Interval(off - half, off + half, confidence, "normal");
    }
}
