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
record SubstituteStudy(Grouping grouping, List<GroupGap> gaps, List<Curve> curves) {

    /// @param x mean label by band that occurs
    /// @param y mean direct measure
    record Curve(double[] x, double[] y) {}

    static SubstituteStudy of(
            Substitute pairs,
            Grouping grouping,
            boolean[] byLabel,
            boolean[] byDirect,
            SubstituteSettings settings,
            Progress progress) {
        List<GroupGap> gaps = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
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
            }
        }
        return new SubstituteStudy(grouping, gaps, curves);
    }

    private static Curve curve(Substitute pairs, boolean[] in, int bands) {
        double[] n = new double[bands];
        double[] x = new double[bands];
        double[] y = new double[bands];
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                int b = pairs.bands()[i];
                n[b]++;
                x[b] += pairs.x()[i];
                y[b] += pairs.y()[i];
            }
        }
        int[] used = IntStream.range(0, bands).filter(b -> n[b] > 0).toArray();
        return new Curve(
                Arrays.stream(used).mapToDouble(b -> x[b] / n[b]).toArray(),
                Arrays.stream(used).mapToDouble(b -> y[b] / n[b]).toArray());
    }

    String column() {
        return grouping.columns().getFirst();
    }

    TreeMap<String, Double> metrics(double confidence) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (GroupGap gap : gaps) {
            String group = "/" + column() + "=" + gap.name();
            Interval interval = gap.gapInterval(confidence);
            metrics.put("label-proxy/gap" + group, gap.gap());
            metrics.put("label-proxy/gap" + group + "/lower", interval.lower());
            metrics.put("label-proxy/gap" + group + "/upper", interval.upper());
            metrics.put("label-proxy/gap" + group + "/p", gap.p());
            metrics.put("label-proxy/share" + group, gap.byLabel());
            metrics.put("label-proxy/share/direct" + group, gap.byDirect());
            metrics.put("label-proxy/change" + group, gap.change());
        }
        return metrics;
    }
}
