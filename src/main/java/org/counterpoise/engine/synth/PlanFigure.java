package org.counterpoise.engine.synth;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// A resolved plan as bars: how many rows each group has before and after.
public final class PlanFigure {
    private PlanFigure() {}

    /// Bars of rows per group: the training set, the result, and where the result will fall short
    /// of or exceed the plan, what the plan asks for.
    public static Figure.Bars bars(ResolvedPlan resolved) {
        boolean augmented = resolved.plan().result() == SamplingPlan.Result.AUGMENTED;
        List<Figure.Bars.Series> series = new ArrayList<>();
        series.add(series(resolved, "Training set", Hue.REAL, ResolvedPlan.Allocation::existing));
        if (resolved.allocations().stream().anyMatch(a -> a.wanted() != resolved.after(a))) {
            series.add(series(resolved, "Asked for", Hue.TARGET, ResolvedPlan.Allocation::wanted));
        }
        series.add(
                series(
                        resolved,
                        augmented ? "Augmented" : "Synthetic",
                        augmented ? Hue.AUGMENTED : Hue.SYNTHETIC,
                        resolved::after));
        return new Figure.Bars(
                "Rows per group, before and after",
                summary(resolved, augmented),
                "Rows",
                false,
                resolved.allocations().stream().map(ResolvedPlan.Allocation::label).toList(),
                series);
    }

    private static Figure.Bars.Series series(
            ResolvedPlan resolved,
            String name,
            Hue hue,
            ToIntFunction<ResolvedPlan.Allocation> rows) {
        double[] values = resolved.allocations().stream().mapToDouble(rows::applyAsInt).toArray();
        return new Figure.Bars.Series(name, hue, values, new double[0], new double[0]);
    }

    private static String summary(ResolvedPlan resolved, boolean augmented) {
        int before =
                resolved.allocations().stream().mapToInt(ResolvedPlan.Allocation::existing).sum();
        return String.format(
                java.util.Locale.ROOT,
                "%,d training rows in %,d %s; %,d synthetic rows are to be drawn%s.",
                before,
                resolved.allocations().size(),
                resolved.allocations().size() == 1 ? "group" : "groups",
                resolved.rows(),
                augmented ? " and added to them" : "");
    }
}
