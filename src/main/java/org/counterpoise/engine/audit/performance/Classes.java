package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.ClassConfusion;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A predicted class held against an outcome of more than two.
///
/// @param levels of the outcome
/// @param observed level per row, -1 for none
/// @param predicted level per row, -1 for none
record Classes(
        String name,
        String subject,
        String description,
        List<String> levels,
        int[] observed,
        int[] predicted,
        List<String> notes)
        implements Target {

    /// An outcome with more classes than this is not judged class by class.
    static final int MOST = 20;

    /// What is measured of each class against all others.
    private static final List<RateMetric> PER_CLASS =
            List.of(RateMetric.SELECTION_RATE, RateMetric.TPR, RateMetric.FPR, RateMetric.PPV);

    static List<Target> of(Dataset data, ColumnInfo outcome, List<String> predictions) {
        Column.Codes codes = data.codes(outcome.name());
        List<Target> all = new ArrayList<>();
        for (String prediction : predictions) {
            Column.Codes ofPrediction = data.codes(prediction);
            int[] place =
                    Levels.places(data, prediction, ofPrediction, outcome.name(), codes.levels());
            int[] predicted = new int[codes.size()];
            long missing = 0;
            for (int row = 0; row < predicted.length; row++) {
                int code = ofPrediction.codes()[row];
                predicted[row] = code < 0 ? -1 : place[code];
                missing += predicted[row] < 0 || codes.codes()[row] < 0 ? 1 : 0;
            }
            String description =
                    "\""
                            + prediction
                            + "\" is held against \""
                            + outcome.title()
                            + "\" with "
                            + codes.levels().size()
                            + " classes, each against all others; macro metrics are means over"
                            + " classes.";
            List<String> notes = new ArrayList<>(List.of(description));
            if (missing > 0) {
                notes.add(
                        NumberText.count(missing)
                                + " rows lack an outcome or a prediction and do not count.");
            }
            all.add(
                    new Classes(
                            prediction,
                            predictions.size() > 1
                                    ? "The prediction \"" + prediction + "\""
                                    : "The prediction",
                            description,
                            codes.levels(),
                            codes.codes(),
                            predicted,
                            notes));
        }
        return all;
    }

    @Override
    public List<GroupResult> measure(
            List<String> columns, int[] codes, int count, Chosen chosen, Progress progress) {
        ClassConfusion[] confusions =
                ClassConfusion.perGroup(observed, predicted, levels.size(), codes, count);
        return Parallel.map(
                count,
                progress,
                "Measuring classes",
                g -> {
                    ClassConfusion all = confusions[g];
                    Map<String, Measured> measured = new LinkedHashMap<>();
                    chosen.put(measured, Metric.of(RateMetric.ACCURACY), all::accuracy);
                    chosen.put(measured, Metric.of(RateMetric.BALANCED_ACCURACY), all::macroRecall);
                    chosen.put(measured, Metric.MACRO_F1, all::macroF1);
                    for (int level = 0; level < levels.size(); level++) {
                        var against = all.against(level);
                        for (RateMetric metric : PER_CLASS) {
                            chosen.put(
                                    measured,
                                    Metric.of(metric).ofClass(levels.get(level)),
                                    c -> metric.of(against, c));
                        }
                    }
                    return GroupResult.of(all.n(), measured);
                });
    }
}
