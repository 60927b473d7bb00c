package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.RegressionError;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A predicted number held against a numeric outcome.
///
/// @param observed per row, NaN for none
/// @param predicted per row, NaN for none
record Quantity(
        String name,
        String subject,
        String description,
        double[] observed,
        double[] predicted,
        List<String> notes)
        implements Target {

    /// @param scores columns with predicted numbers
    static List<Target> of(Dataset data, ColumnInfo outcome, List<String> scores) {
        List<Target> all = new ArrayList<>();
        for (String score : scores) {
            double[] observed = data.numbers(outcome.name());
            double[] predicted = data.numbers(score);
            String description =
                    "\""
                            + score
                            + "\" is held against the number \""
                            + outcome.title()
                            + "\"; errors are predicted less observed.";
            List<String> notes = new ArrayList<>(List.of(description));
            long missing = 0;
            for (int row = 0; row < observed.length; row++) {
                missing += Double.isFinite(predicted[row] - observed[row]) ? 0 : 1;
            }
            if (missing > 0) {
                notes.add(
                        NumberText.count(missing)
                                + " rows lack a finite outcome or prediction and do not count.");
            }
            all.add(
                    new Quantity(
                            score,
                            scores.size() > 1
                                    ? "The prediction \"" + score + "\""
                                    : "The prediction",
                            description,
                            observed,
                            predicted,
                            notes));
        }
        return all;
    }

    @Override
    public List<GroupResult> measure(
            List<String> columns, int[] codes, int count, Chosen chosen, Progress progress) {
        int[] sizes = new int[count];
        for (int code : codes) {
            if (code >= 0) {
                sizes[code]++;
            }
        }
        double[][] theirObserved = new double[count][];
        double[][] theirPredicted = new double[count][];
        for (int g = 0; g < count; g++) {
            theirObserved[g] = new double[sizes[g]];
            theirPredicted[g] = new double[sizes[g]];
        }
        int[] next = new int[count];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                int at = next[codes[row]]++;
                theirObserved[codes[row]][at] = observed[row];
                theirPredicted[codes[row]][at] = predicted[row];
            }
        }
        return Parallel.map(
                count,
                progress,
                "Measuring errors",
                g -> {
                    RegressionError e = RegressionError.of(theirObserved[g], theirPredicted[g]);
                    Map<String, Measured> measured = new LinkedHashMap<>();
                    chosen.put(measured, Metric.MAE, e::absoluteAt);
                    chosen.put(measured, Metric.RMSE, e::rootAt);
                    chosen.put(measured, Metric.BIAS, e::biasAt);
                    chosen.put(measured, Metric.R2, e::explainedAt);
                    return GroupResult.of(e.n(), measured);
                });
    }
}
