package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.DemingLine;
import org.counterpoise.engine.stats.PassingBablok;

import java.util.List;
import java.util.Optional;

/// What the lines of Deming and of Passing and Bablok say: whether one measurement can be computed
/// from the other, by a constant or a factor.
record LineFinding(PairStudy study, AgreementSettings settings, String prefix) {

    Finding finding() {
        PassingBablok robust = study.passingBablok();
        DemingLine deming = study.deming();
        long n = robust.points();
        boolean defined = robust.slopeInterval().defined() && robust.interceptInterval().defined();
        String headline =
                !Double.isFinite(robust.slope())
                        ? "No line can be drawn through these pairs."
                        : "As a line, "
                                + study.pairs().first().title()
                                + " = "
                                + NumberText.short3(robust.intercept())
                                + " + "
                                + NumberText.short3(robust.slope())
                                + " × "
                                + study.pairs().second().title()
                                + (study.pairs().ratio() ? ", in logarithms." : ".");
        return new Finding(
                prefix + "line",
                Severity.NOTE,
                headline,
                explanation(defined, robust),
                Optional.of(
                        robust.slopeInterval().defined()
                                ? Measure.of("slope", robust.slope(), robust.slopeInterval(), n)
                                : Measure.of("slope", robust.slope(), n)),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Lines that allow for errors of both measurements",
                        List.of("line", "value", "lower", "upper", "n"),
                        List.of(
                                row(
                                        "Passing–Bablok, slope",
                                        robust.slope(),
                                        robust.slopeInterval(),
                                        n),
                                row(
                                        "Passing–Bablok, intercept",
                                        robust.intercept(),
                                        robust.interceptInterval(),
                                        n),
                                row(
                                        "Deming, slope",
                                        deming.slope(),
                                        deming.slopeInterval(),
                                        study.pairs().subjects()),
                                row(
                                        "Deming, intercept",
                                        deming.intercept(),
                                        deming.interceptInterval(),
                                        study.pairs().subjects()))),
                List.of(new AgreementFigures(study, settings).line()));
    }

    private static String explanation(boolean defined, PassingBablok robust) {
        if (!defined) {
            return "Too few pairs, or too little spread, for intervals of the line.";
        }
        boolean factor = !robust.slopeInterval().contains(1);
        boolean constant = !robust.interceptInterval().contains(0);
        String what =
                factor && constant
                        ? "Neither a slope of 1 nor an intercept of 0 lies within its interval"
                        : factor
                                ? "A slope of 1 does not lie within its interval: one measurement"
                                        + " differs by a factor"
                                : constant
                                        ? "An intercept of 0 does not lie within its interval: one"
                                                + " measurement differs by a constant"
                                        : "A slope of 1 and an intercept of 0 lie within their"
                                                + " intervals";
        return what
                + " (Passing and Bablok, "
                + NumberText.interval(robust.slopeInterval())
                + " and "
                + NumberText.interval(robust.interceptInterval())
                + ").";
    }

    private static List<Object> row(String name, double value, Interval interval, long n) {
        return List.of(
                name,
                Evidence.cell(value, n),
                Evidence.cell(interval.lower(), n),
                Evidence.cell(interval.upper(), n),
                n);
    }
}
