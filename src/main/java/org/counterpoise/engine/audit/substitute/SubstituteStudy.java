package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Everything that is computed of one protected attribute.
///
/// @param gaps by group with enough rows
/// @param curves by group: the mean of the direct measure in each band of the label
/// @param calibrations by group: the direct measure against what its label lets expect
record SubstituteStudy(
        Grouping grouping,
        List<GroupGap> gaps,
        List<Curve> curves,
        List<GroupCalibration> calibrations) {

    /// @param x middle percentile of each band of the label that occurs, 0 to 100
    /// @param y mean direct measure
    /// @param errors standard errors of the means, NaN for a single row
    record Curve(double[] x, double[] y, double[] errors) {}

    static SubstituteStudy of(
            Substitute pairs,
            Grouping grouping,
            boolean[] byLabel,
            boolean[] byDirect,
            SubstituteSettings settings,
            Progress progress) {
        List<GroupGap> gaps = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<GroupCalibration> calibrations = new ArrayList<>();
        double[] expected = pairs.expected();
        for (int g = 0; g < grouping.groups().size(); g++) {
            if (grouping.groups().get(g).count() < settings.smallestGroup()) {
                continue;
            }
            progress.check();
            boolean[] in = new boolean[pairs.n()];
            int count = 0;
            for (int i = 0; i < in.length; i++) {
                in[i] = grouping.codes()[pairs.rows()[i]] == g;
                count += in[i] ? 1 : 0;
            }
            if (count >= settings.smallestGroup()) {
                String name = grouping.groups().get(g).label();
                gaps.add(GroupGap.of(pairs, name, in, byLabel, byDirect));
                curves.add(curve(pairs, in, settings.bands()));
                calibrations.add(GroupCalibration.of(pairs.y(), expected, in));
            }
        }
        return new SubstituteStudy(grouping, gaps, curves, calibrations);
    }

    private static Curve curve(Substitute pairs, boolean[] in, int bands) {
        double[] n = new double[bands];
        double[] mean = new double[bands];
        double[] squares = new double[bands];
        double[] place = new double[bands];
        double[] all = new double[bands];
        for (int i = 0; i < in.length; i++) {
            int b = pairs.bands()[i];
            all[b]++;
            if (in[i]) {
                n[b]++;
                double off = pairs.y()[i] - mean[b];
                mean[b] += off / n[b];
                squares[b] += off * (pairs.y()[i] - mean[b]);
            }
        }
        double below = 0;
        for (int b = 0; b < bands; b++) {
            place[b] = 100 * (below + all[b] / 2) / in.length;
            below += all[b];
        }
        int[] used = IntStream.range(0, bands).filter(b -> n[b] > 0).toArray();
        return new Curve(
                Arrays.stream(used).mapToDouble(b -> place[b]).toArray(),
                Arrays.stream(used).mapToDouble(b -> mean[b]).toArray(),
                Arrays.stream(used)
                        .mapToDouble(b -> Math.sqrt(squares[b] / (n[b] - 1) / n[b]))
                        .toArray());
    }

    String column() {
        return grouping.columns().getFirst();
    }

    TreeMap<String, Double> metrics(double confidence) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (int g = 0; g < gaps.size(); g++) {
            GroupGap gap = gaps.get(g);
            String group = "label/proxy/" + column() + "=" + gap.name() + "/";
            Interval interval = gap.gapInterval(confidence);
            metrics.put(group + "gap", gap.gap());
            metrics.put(group + "gap/lower", interval.lower());
            metrics.put(group + "gap/upper", interval.upper());
            metrics.put(group + "gap/p", gap.p());
            metrics.put(group + "share", gap.byLabel());
            metrics.put(group + "share/direct", gap.byDirect());
            metrics.put(group + "share/change", gap.change());
            metrics.put(group + "selected", gap.selectedByLabel());
            metrics.put(group + "selected/direct", gap.selectedByDirect());
            metrics.put(group + "observed", calibrations.get(g).observed());
            metrics.put(group + "expected", calibrations.get(g).expected());
            metrics.put(group + "slope", calibrations.get(g).slope().slope());
        }
        return metrics;
    }
}
