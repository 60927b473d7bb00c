package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Concordance;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.KaplanMeier;
import org.counterpoise.engine.stats.Proportion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The outcomes, scores and times of each group, brought together so that groups can be measured
/// side by side.
///
/// @param y outcomes of rows that also have a score, per group
/// @param scores their scores
/// @param times their follow-up; empty arrays if no time is marked
record GroupRows(byte[][] y, double[][] scores, double[][] times) {

    static List<GroupResult> measure(
            Judged judged,
            List<String> columns,
            int[] codes,
            int count,
            Chosen chosen,
            Progress progress) {
        Confusion[] confusions =
                Confusion.perGroup(judged.outcome().values(), judged.decision(), codes, count);
        GroupRows rows = sorted(judged, codes, chosen.scores() ? count : 0);
        long[][] flips = flips(judged, columns, codes, count);
        return Parallel.map(
                count,
                progress,
                "Measuring " + (columns.isEmpty() ? "everyone" : String.join(" × ", columns)),
                g -> {
                    GroupResult result =
                            GroupResult.of(
                                    confusions[g],
                                    chosen.scores() ? rows.y()[g] : new byte[0],
                                    chosen.scores() ? rows.scores()[g] : new double[0],
                                    judged,
                                    chosen,
                                    progress);
                    Map<String, Measured> more = new LinkedHashMap<>(result.measured());
                    if (judged.followUp().isPresent() && judged.scored() && chosen.scores()) {
                        rows.survival(g, judged.followUp().get(), judged, chosen, more);
                    }
                    if (flips.length > 0) {
                        Proportion flipped = new Proportion(flips[g][0], flips[g][1]);
                        chosen.put(more, Metric.FLIP_RATE, c -> rate(flipped, c));
                    }
                    return new GroupResult(
                            result.n(),
                            result.confusion(),
                            more,
                            result.roc(),
                            result.calibration());
                });
    }

    private static Estimate rate(Proportion p, double confidence) {
        return new Estimate(p.value(), p.count(), p.n(), p.wilson(confidence));
    }

    private void survival(
            int group,
            FollowUp followUp,
            Judged judged,
            Chosen chosen,
            Map<String, Measured> measured) {
        Concordance c = Concordance.of(times[group], y[group], scores[group]);
        chosen.put(measured, Metric.C_INDEX, c::at);
        if (judged.probabilities()) {
            KaplanMeier observed = KaplanMeier.at(followUp.horizon(), times[group], y[group]);
            double predicted = 0;
            for (double score : scores[group]) {
                predicted += score / scores[group].length;
            }
            double mean = predicted;
            chosen.put(
                    measured,
                    Metric.SURVIVAL_CALIBRATION,
                    confidence -> excess(observed, mean, confidence));
        }
    }

    /// Observed less mean predicted risk, as sure as the observed one.
    private static Estimate excess(KaplanMeier observed, double predicted, double confidence) {
        if (Double.isNaN(observed.survival()) || observed.n() == 0) {
            return Estimate.undefined(confidence, "Kaplan–Meier");
        }
        Interval survival = observed.interval(confidence);
        return new Estimate(
                1 - observed.survival() - predicted,
                observed.n(),
                observed.n(),
                new Interval(
                        1 - survival.upper() - predicted,
                        1 - survival.lower() - predicted,
                        confidence,
                        "Kaplan–Meier"));
    }

    /// Flipped decisions and decisions per group; empty unless the groups are those of one
    /// attribute that the model sees.
    private static long[][] flips(Judged judged, List<String> columns, int[] codes, int count) {
        byte[] flipped =
                columns.size() == 1
                        ? judged.flips().getOrDefault(columns.getFirst(), new byte[0])
                        : new byte[0];
        if (flipped.length == 0) {
            return new long[0][];
        }
        long[][] counts = new long[count][2];
        for (int row = 0; row < flipped.length; row++) {
            if (codes[row] >= 0 && flipped[row] >= 0) {
                counts[codes[row]][0] += flipped[row];
                counts[codes[row]][1]++;
            }
        }
        return counts;
    }

    private static GroupRows sorted(Judged judged, int[] codes, int count) {
        byte[][] y = new byte[count][];
        double[][] scores = new double[count][];
        double[][] times = new double[count][];
        boolean timed = judged.followUp().isPresent();
        int[] sizes = new int[count];
        boolean scored = judged.scored() && count > 0;
        if (scored) {
            for (int row = 0; row < codes.length; row++) {
                if (usable(judged, codes, row)) {
                    sizes[codes[row]]++;
                }
            }
        }
        for (int g = 0; g < count; g++) {
            y[g] = new byte[sizes[g]];
            scores[g] = new double[sizes[g]];
            times[g] = new double[timed ? sizes[g] : 0];
        }
        if (scored) {
            int[] next = new int[count];
            double[] all = timed ? judged.followUp().orElseThrow().times() : new double[0];
            for (int row = 0; row < codes.length; row++) {
                if (usable(judged, codes, row)) {
                    int at = next[codes[row]]++;
                    y[codes[row]][at] = judged.outcome().values()[row];
                    scores[codes[row]][at] = judged.scores()[row];
                    if (timed) {
                        times[codes[row]][at] = all[row];
                    }
                }
            }
        }
        return new GroupRows(y, scores, times);
    }

    private static boolean usable(Judged judged, int[] codes, int row) {
        return codes[row] >= 0
                && judged.outcome().values()[row] >= 0
                && !Double.isNaN(judged.scores()[row]);
    }
}
