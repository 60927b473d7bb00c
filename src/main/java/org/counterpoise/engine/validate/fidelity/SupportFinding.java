package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Tells whether synthetic rows lie where real ones do, and whether they lie everywhere there.
final class SupportFinding {
    /// Covering so much of what the holdout covers is no concern.
    private static final double KEPT = 0.8;

    /// The support of which precision is judged.
    private static final double ALPHA = 0.95;

    private final Support made;
    private final Optional<Support> held;
    private final double confidence;

    SupportFinding(Support made, Optional<Support> held, double confidence) {
        this.made = made;
        this.held = held;
        this.confidence = confidence;
    }

    Finding finding() {
        boolean uncovered = held.isPresent() && less(made.coverage(), held.get().coverage());
        boolean outside = held.isPresent() && less(precision(made), precision(held.get()));
        return new Finding(
                "support",
                uncovered || outside ? Severity.WARNING : Severity.NOTE,
                uncovered
                        ? "The synthetic rows leave out regions where real rows lie."
                        : outside
                                ? "Many synthetic rows lie outside the region of the real ones."
                                : "Where the synthetic rows lie among the real ones.",
                explanation(),
                Optional.of(
                        Measure.of(
                                "real rows covered",
                                made.coverage(),
                                interval(made.coverage(), made.rows()),
                                made.rows())),
                Optional.empty(),
                uncovered || outside
                        ? List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE))
                        : List.of(),
                table(),
                List.of(figure()));
    }

    private static double precision(Support support) {
        return support.precision()[(int) Math.round(ALPHA * Support.STEPS) - 1];
    }

    /// Both intervals together leave no doubt that it is under most of the reference.
    private boolean less(double share, double reference) {
        int n = made.rows();
        return interval(share, n).upper()
                < KEPT * interval(reference, held.orElseThrow().rows()).lower();
    }

    private Interval interval(double share, int n) {
        return Proportion.wilson(Math.clamp(share * n, 0, n), n, confidence);
    }

    private String explanation() {
        String own =
                String.format(
                        Locale.ROOT,
                        "Of the real rows %.0f %% have a synthetic row as close as their closest"
                                + " real neighbour; of the synthetic rows %.0f %% lie within the"
                                + " ball that holds 95 %% of the real ones, and %.0f %% are farther"
                                + " from their closest real row than that is from its neighbour.",
                        100 * made.coverage(),
                        100 * precision(made),
                        100 * made.authenticity());
        return own
                + held.map(
                                h ->
                                        String.format(
                                                Locale.ROOT,
                                                " For unseen real rows these are %.0f %%, %.0f %%"
                                                        + " and %.0f %%.",
                                                100 * h.coverage(),
                                                100 * precision(h),
                                                100 * h.authenticity()))
                        .orElse(
                                " Two samples of one population of equal size cover about half of"
                                        + " each other.");
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("integrated α-precision", Support::integratedPrecision));
        rows.add(row("integrated β-recall", Support::integratedRecall));
        rows.add(row("real rows covered (β = 1)", Support::coverage));
        rows.add(row("authenticity", Support::authenticity));
        return new Evidence(
                "Support, as Alaa et al. 2022 define it; "
                        + made.rows()
                        + " rows of each table compared with the training rows",
                List.of("measure", "synthetic", "holdout"),
                rows);
    }

    private List<Object> row(String name, ToDoubleFunction<Support> measure) {
        return List.of(
                name,
                Evidence.cell(measure.applyAsDouble(made), made.rows()),
                held.isPresent()
                        ? Evidence.cell(measure.applyAsDouble(held.get()), held.get().rows())
                        : "");
    }

    private Figure figure() {
        double[] steps = new double[Support.STEPS];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (i + 1.0) / steps.length;
        }
        List<Figure.Curves.Series> series = new ArrayList<>();
        series.add(
                new Figure.Curves.Series(
                        "precision", Hue.SYNTHETIC, steps, made.precision(), false));
        series.add(new Figure.Curves.Series("recall", Hue.AUGMENTED, steps, made.recall(), false));
        held.ifPresent(
                h -> {
                    series.add(
                            new Figure.Curves.Series(
                                    "precision, holdout",
                                    Hue.HOLDOUT,
                                    steps,
                                    h.precision(),
                                    false));
                    series.add(
                            new Figure.Curves.Series(
                                    "recall, holdout", Hue.NEUTRAL, steps, h.recall(), false));
                });
        return new Figure.Curves(
                "α-precision and β-recall",
                "Share of synthetic rows within the ball that holds a share α of the real ones, and"
                        + " of real rows covered by the ball that holds a share β of the synthetic"
                        + " ones. Precision of a good table is the diagonal.",
                "α or β",
                "share of rows",
                true,
                series);
    }
}
