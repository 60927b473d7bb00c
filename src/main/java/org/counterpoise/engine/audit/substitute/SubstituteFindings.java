package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about a label in the groups of one attribute.
///
/// @param adjusted p-values of all groups of all attributes
/// @param from where this attribute's begin
record SubstituteFindings(
        Dataset data,
        Substitute pairs,
        SubstituteStudy study,
        SubstituteSettings settings,
        double[] adjusted,
        int from) {

    private String title() {
        return data.schema().column(study.column()).title();
    }

    /// The group with the smallest p.
    private int strongest() {
        return IntStream.range(0, study.gaps().size())
                .filter(g -> !Double.isNaN(study.gaps().get(g).p()))
                .reduce((a, b) -> study.gaps().get(b).p() < study.gaps().get(a).p() ? b : a)
                .orElse(0);
    }

    /// The direct measure at equal label.
    Finding equalLabel() {
        int place = strongest();
        GroupGap gap = study.gaps().get(place);
        boolean named = adjusted[from + place] < settings.level();
        String direct = pairs.direct().title();
        String unit = pairs.direct().unit().isEmpty() ? "" : " " + pairs.direct().unit();
        Interval interval = gap.gapInterval(settings.confidence());
        return new Finding(
                "gap/" + study.column(),
                named ? Severity.WARNING : Severity.OK,
                named
                        ? "At the same "
                                + pairs.label().title()
                                + ", "
                                + direct
                                + " is "
                                + NumberText.short3(Math.abs(gap.gap()))
                                + unit
                                + (gap.gap() > 0 ? " higher" : " lower")
                                + " where "
                                + title()
                                + " is "
                                + gap.name()
                                + " than elsewhere."
                        : "At the same "
                                + pairs.label().title()
                                + ", "
                                + direct
                                + " differs between groups of "
                                + title()
                                + " by no more than chance explains.",
                named
                        ? "A model that learns this label treats people of the same "
                                + direct
                                + " differently. Where groups differ in what is meant, a label with"
                                + " noise also lags behind, so look at the curves."
                        : "Rows of the same label are compared within bands of it.",
                Optional.of(
                        Measure.of("difference at equal label", gap.gap(), interval, gap.n())
                                .withTest("robust z", gap.p(), adjusted[from + place])),
                Optional.of(
                        new Threshold(
                                settings.level(),
                                "adjusted p of at least " + NumberText.short3(settings.level()),
                                "set by you")),
                named
                        ? List.of(
                                Remedy.of(
                                        "Use " + direct + " as the label, or both together",
                                        Remedy.Action.CHANGE_ROLES,
                                        pairs.label().name(),
                                        pairs.direct().name()))
                        : List.of(),
                gaps(),
                List.of(curves()));
    }

    private Evidence gaps() {
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < study.gaps().size(); g++) {
            GroupGap gap = study.gaps().get(g);
            Interval interval = gap.gapInterval(settings.confidence());
            rows.add(
                    List.of(
                            gap.name(),
                            Evidence.cell(gap.gap(), gap.n()),
                            Evidence.cell(interval.lower(), gap.n()),
                            Evidence.cell(interval.upper(), gap.n()),
                            Evidence.cell(adjusted[from + g], gap.n()),
                            gap.n()));
        }
        return new Evidence(
                pairs.direct().title() + " at equal " + pairs.label().title(),
                List.of(title(), "difference", "lower", "upper", "adjusted p", "n"),
                rows);
    }

    private Figure curves() {
        double z = Normal.z(settings.confidence());
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int g = 0; g < study.gaps().size(); g++) {
            SubstituteStudy.Curve curve = study.curves().get(g);
            double[] lower = new double[curve.y().length];
            double[] upper = new double[curve.y().length];
            Arrays.setAll(lower, i -> curve.y()[i] - z * curve.errors()[i]);
            Arrays.setAll(upper, i -> curve.y()[i] + z * curve.errors()[i]);
            series.add(
                    new Figure.Curves.Series(
                            study.gaps().get(g).name(),
                            Hue.GROUP,
                            curve.x(),
                            curve.y(),
                            true,
                            lower,
                            upper));
        }
        return new Figure.Curves(
                pairs.direct().title() + " at equal " + pairs.label().title() + " by " + title(),
                "Each point is a band of the label by its percentile, with the interval of the mean."
                        + " Groups whose curves lie apart differ at equal label.",
                "percentile of " + pairs.label().title(),
                "mean " + pairs.direct().title(),
                false,
                series);
    }

    /// Who is selected, and what would change; told, not judged.
    Finding selected() {
        int place = strongest();
        GroupGap gap = study.gaps().get(place);
        Interval interval = gap.changeInterval(settings.confidence());
        List<List<Object>> rows = new ArrayList<>();
        List<Figure.Intervals.Row> bars = new ArrayList<>();
        for (GroupGap one : study.gaps()) {
            Interval change = one.changeInterval(settings.confidence());
            rows.add(
                    List.of(
                            one.name(),
                            one.byLabel(),
                            one.byDirect(),
                            one.change(),
                            change.lower(),
                            change.upper(),
                            one.selectedByLabel(),
                            one.selectedByDirect(),
                            one.n()));
            bars.add(
                    new Figure.Intervals.Row(
                            one.name(),
                            one.change(),
                            change.lower(),
                            change.upper(),
                            one.n(),
                            false));
        }
        return new Finding(
                "selected/" + study.column(),
                Severity.NOTE,
                "Of the "
                        + NumberText.percent(settings.selected())
                        + " selected, "
                        + NumberText.percent(gap.byLabel())
                        + " have "
                        + title()
                        + " "
                        + gap.name()
                        + "; by "
                        + pairs.direct().title()
                        + " it would be "
                        + NumberText.percent(gap.byDirect())
                        + ".",
                "The same number of rows is selected by the highest values of each. Ties are broken by"
                        + " the order of rows.",
                Optional.of(Measure.of("change of share", gap.change(), interval, pairs.n())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Share of each group among those selected",
                        List.of(
                                title(),
                                "by " + pairs.label().title(),
                                "by " + pairs.direct().title(),
                                "change",
                                "lower",
                                "upper",
                                "selected of the group by " + pairs.label().title(),
                                "by " + pairs.direct().title(),
                                "n"),
                        rows),
                List.of(
                        new Figure.Intervals(
                                "What switching to " + pairs.direct().title() + " would change",
                                "The change of each group's share among those selected, with its"
                                        + " interval; the line is no change.",
                                "change of share",
                                true,
                                bars,
                                Optional.of(new Figure.Intervals.Reference(0, "no change")),
                                Optional.empty())));
    }

    /// The direct measure in each group against what the label lets expect; told, not judged, as
    /// the test at equal label judges the same.
    Finding calibration() {
        List<List<Object>> rows = new ArrayList<>();
        List<Figure.Intervals.Row> bars = new ArrayList<>();
        int widest = 0;
        for (int g = 0; g < study.gaps().size(); g++) {
            GroupCalibration one = study.calibrations().get(g);
            Interval off = one.interval(settings.confidence());
            int n = study.gaps().get(g).n();
            rows.add(
                    List.of(
                            study.gaps().get(g).name(),
                            one.observed(),
                            one.expected(),
                            one.observed() - one.expected(),
                            Evidence.cell(off.lower(), n),
                            Evidence.cell(off.upper(), n),
                            Evidence.cell(one.slope().slope(), n),
                            n));
            bars.add(
                    new Figure.Intervals.Row(
                            study.gaps().get(g).name(),
                            one.observed() - one.expected(),
                            off.lower(),
                            off.upper(),
                            n,
                            false));
            GroupCalibration so = study.calibrations().get(widest);
            widest =
                    Math.abs(one.observed() - one.expected())
                                    > Math.abs(so.observed() - so.expected())
                            ? g
                            : widest;
        }
        GroupCalibration one = study.calibrations().get(widest);
        String direct = pairs.direct().title();
        return new Finding(
                "calibration/" + study.column(),
                Severity.NOTE,
                "Where "
                        + title()
                        + " is "
                        + study.gaps().get(widest).name()
                        + ", mean "
                        + direct
                        + " is "
                        + NumberText.short3(one.observed())
                        + "; "
                        + pairs.label().title()
                        + " lets expect "
                        + NumberText.short3(one.expected())
                        + ".",
                "What to expect is the mean of all rows with the same label, whatever their group. A"
                        + " slope of 1 means that the label tells as much at all heights.",
                Optional.of(
                        Measure.of(
                                "observed less expected",
                                one.observed() - one.expected(),
                                one.interval(settings.confidence()),
                                study.gaps().get(widest).n())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        direct + " observed and expected by " + pairs.label().title(),
                        List.of(
                                title(),
                                "observed",
                                "expected",
                                "difference",
                                "lower",
                                "upper",
                                "slope",
                                "n"),
                        rows),
                List.of(
                        new Figure.Intervals(
                                direct + " beyond what " + pairs.label().title() + " lets expect",
                                "The mean difference of each group with its interval; the line is as"
                                        + " expected.",
                                "observed less expected " + direct,
                                false,
                                bars,
                                Optional.of(new Figure.Intervals.Reference(0, "as expected")),
                                Optional.empty())));
    }
}
