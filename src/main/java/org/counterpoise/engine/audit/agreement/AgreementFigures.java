package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.AgreementLimits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The pictures of one pair of measurements. On a logarithmic scale the axis shows logarithms, and
/// labels the ratios.
record AgreementFigures(PairStudy study, AgreementSettings settings) {
    private static final int BINS = 20;

    /// More pairs than this are shown as density.
    private static final int MOST_DOTS = 10_000;

    private Pairs pairs() {
        return study.pairs();
    }

    private static String label(String what, double value, Pairs pairs) {
        return what + " " + NumberText.short3(pairs.told(value)) + pairs.unit();
    }

    private Agreement figure(String title, String summary, List<Agreement.Line> lines) {
        return figure(
                title,
                summary,
                new String[] {pairs().meanLabel(), pairs().differenceLabel()},
                pairs().means(),
                pairs().differences(),
                lines);
    }

    /// A dot per pair, or, if there are many, how many lie in each small rectangle.
    private static Agreement figure(
            String title,
            String summary,
            String[] axes,
            double[] x,
            double[] y,
            List<Agreement.Line> lines) {
        if (x.length <= MOST_DOTS) {
            return new Agreement(title, summary, axes[0], axes[1], x, y, lines);
        }
        double[] ends = {
            Arrays.stream(x).min().orElse(0),
            Arrays.stream(x).max().orElse(0),
            Arrays.stream(y).min().orElse(0),
            Arrays.stream(y).max().orElse(0)
        };
        PairDensity density = new PairDensity(PairDensity.around(ends, lines), 1);
        for (int i = 0; i < x.length; i++) {
            density.add(x[i], y[i], 0);
        }
        return density.figure(title, summary, axes[0], axes[1], lines, List.of(""));
    }

    /// Bias and limits, the same for all sizes, with their intervals.
    Figure level() {
        return figure(
                "Differences of " + pairs().title() + " against the mean",
                "Each dot is a pair. The line is the bias, the dashed lines are the limits of"
                        + " agreement; their intervals are shaded.",
                levels(pairs(), study.limits(), settings));
    }

    /// The lines of [#level].
    static List<Agreement.Line> levels(
            Pairs pairs, AgreementLimits limits, AgreementSettings settings) {
        double confidence = settings.confidence();
        return List.of(
                level(
                        label("bias", limits.bias(), pairs),
                        limits.bias(),
                        limits.biasInterval(confidence),
                        true),
                level(
                        label("upper limit", limits.upper(), pairs),
                        limits.upper(),
                        limits.upperInterval(confidence, settings.limits()),
                        false),
                level(
                        label("lower limit", limits.lower(), pairs),
                        limits.lower(),
                        limits.lowerInterval(confidence, settings.limits()),
                        false));
    }

    private static Agreement.Line level(
            String label, double value, Interval interval, boolean strong) {
        return new Agreement.Line(label, value, 0, interval.lower(), interval.upper(), strong);
    }

    /// Bias and limits that follow the mean.
    ///
    /// @param growing whether the spread does, too
    Figure following(boolean growing) {
        double nan = Double.NaN;
        List<Agreement.Line> lines = new ArrayList<>();
        lines.add(
                new Agreement.Line(
                        "bias", study.trend().intercept(), study.trend().slope(), nan, nan, true));
        for (double z : new double[] {settings.z(), -settings.z()}) {
            double at0 = linear(0, z, growing);
            lines.add(
                    new Agreement.Line(
                            z > 0 ? "upper limit" : "lower limit",
                            at0,
                            linear(1, z, growing) - at0,
                            nan,
                            nan,
                            false));
        }
        return figure(
                "Limits of agreement that follow the mean",
                "Each dot is a pair. Bias and limits are lines over the mean of both measurements.",
                lines);
    }

    /// A spread of absolute residuals in standard deviations: E|X| = σ √(2/π).
    private double linear(double mean, double z, boolean growing) {
        double deviation =
                growing
                        ? study.spread().at(mean) * Math.sqrt(Math.PI / 2)
                        : study.trend().residualDeviation();
        return study.trend().at(mean) + z * deviation;
    }

    /// The distribution of the differences.
    Figure histogram() {
        double[] d = pairs().differences();
        double low = Arrays.stream(d).min().orElse(0);
        double high = Arrays.stream(d).max().orElse(0);
        double width = high > low ? (high - low) / BINS : 1;
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = low + i * width;
        }
        double[] shares = new double[BINS];
        for (double one : d) {
            shares[Math.clamp((int) ((one - low) / width), 0, BINS - 1)] += 1.0 / d.length;
        }
        return new Figure.Histogram(
                "Distribution of the differences",
                "Shares of pairs by their difference.",
                pairs().differenceLabel(),
                edges,
                List.of(new Figure.Histogram.Series("pairs", Hue.REAL, shares)));
    }

    /// The bias of each group on one scale.
    Figure groups(PairStudy.ByGroup by, String column) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            AgreementLimits one = by.limits().get(g);
            Interval bias = one.biasInterval(settings.confidence());
            rows.add(
                    new Figure.Intervals.Row(
                            by.labels().get(g),
                            pairs().told(one.bias()),
                            pairs().told(bias.lower()),
                            pairs().told(bias.upper()),
                            one.n(),
                            false));
        }
        return new Figure.Intervals(
                "Bias by " + column,
                "The mean difference of each group with its interval; the line is no bias.",
                pairs().title()
                        + (pairs().unit().isEmpty() ? "" : " (" + pairs().unit().strip() + ")"),
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no bias")),
                Optional.empty());
    }

    /// Bias and limits of each group, all on one scale.
    Figure groupLimits(PairStudy.ByGroup by, String column) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            AgreementLimits one = by.limits().get(g);
            rows.add(
                    new Figure.Intervals.Row(
                            by.labels().get(g),
                            pairs().told(one.bias()),
                            pairs().told(one.lower()),
                            pairs().told(one.upper()),
                            one.n(),
                            false));
        }
        return new Figure.Intervals(
                "Limits of agreement by " + column,
                "The bias of each group, and its limits of agreement as whiskers; the line is no"
                        + " difference.",
                pairs().title()
                        + (pairs().unit().isEmpty() ? "" : " (" + pairs().unit().strip() + ")"),
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no difference")),
                Optional.empty());
    }

    /// The first measurement against the second, with lines that let both err.
    Figure line() {
        Pairs points = pairs().bySubject();
        double nan = Double.NaN;
        List<Agreement.Line> lines = new ArrayList<>();
        if (Double.isFinite(study.passingBablok().slope())) {
            lines.add(
                    new Agreement.Line(
                            "Passing and Bablok",
                            study.passingBablok().intercept(),
                            study.passingBablok().slope(),
                            nan,
                            nan,
                            true));
        }
        if (Double.isFinite(study.deming().slope())) {
            lines.add(
                    new Agreement.Line(
                            "Deming",
                            study.deming().intercept(),
                            study.deming().slope(),
                            nan,
                            nan,
                            false));
        }
        lines.add(new Agreement.Line("equal", 0, 1, nan, nan, false));
        String scale = pairs().ratio() ? "log " : "";
        return figure(
                pairs().first().title() + " against " + pairs().second().title(),
                "Each dot is a pair, or the mean of a subject's. Lines allow for errors of both"
                        + " measurements; equal measurements lie on the line called equal.",
                new String[] {scale + pairs().second().title(), scale + pairs().first().title()},
                points.b(),
                points.a(),
                lines);
    }
}
