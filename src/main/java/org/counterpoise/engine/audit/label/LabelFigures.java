package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The pictures of the agreement of labels.
record LabelFigures(LabelStudy study, LabelSettings settings) {

    /// Every coefficient with its interval.
    Figure coefficients() {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        rows.add(row("share of agreeing pairs", study.observed()));
        for (LabelStudy.Alpha alpha : study.alpha()) {
            rows.add(row(LabelFindings.name(alpha), alpha.value(), alpha.interval()));
        }
        rows.add(row("Fleiss' kappa", study.fleiss()));
        rows.add(row("Gwet's AC1", study.ac1()));
        return new Figure.Intervals(
                "Agreement of the raters",
                "Each coefficient with its interval; 1 is full agreement, 0 no more than by chance.",
                "agreement",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(settings.lowest(), "lowest alpha")),
                Optional.empty());
    }

    private Figure.Intervals.Row row(String name, Estimate estimate) {
        return row(name, estimate.value(), estimate.interval());
    }

    private Figure.Intervals.Row row(String name, double value, Interval interval) {
        return new Figure.Intervals.Row(
                name, value, interval.lower(), interval.upper(), study.units(), false);
    }

    /// Shares of the second rater's categories in each of the first's.
    Figure confusion(LabelStudy.Pair pair) {
        List<String> categories = study.raters().categories();
        double[][] shares = new double[categories.size()][categories.size()];
        for (int i = 0; i < shares.length; i++) {
            double n = Arrays.stream(pair.table()[i]).sum();
            for (int j = 0; j < shares.length; j++) {
                shares[i][j] = pair.table()[i][j] / n;
            }
        }
        String first = study.raters().title(pair.first());
        String second = study.raters().title(pair.second());
        return new Figure.Heatmap(
                "Labels of " + second + " by those of " + first,
                "Each row is a label of "
                        + first
                        + "; its cells are the shares of each label that "
                        + second
                        + " gave. All on the diagonal is full agreement.",
                first + " (rows), " + second + " (columns)",
                categories,
                categories,
                shares,
                0,
                1,
                false);
    }

    Figure agreement(LabelStudy.ByGroup by, String column) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            Estimate one = by.observed().get(g);
            rows.add(
                    new Figure.Intervals.Row(
                            by.labels().get(g),
                            one.value(),
                            one.interval().lower(),
                            one.interval().upper(),
                            one.n(),
                            false));
        }
        return new Figure.Intervals(
                "Agreement by " + column,
                "The share of agreeing pairs of labels in each group with its interval.",
                "agreeing pairs",
                true,
                rows,
                Optional.of(new Figure.Intervals.Reference(study.observed().value(), "all")),
                Optional.empty());
    }

    Figure direction(
            LabelStudy.ByGroup by, LabelStudy.Direction direction, String column, String title) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            Interval interval = LabelFindings.interval(direction, g, settings.confidence());
            rows.add(
                    new Figure.Intervals.Row(
                            by.labels().get(g),
                            direction.means()[g],
                            interval.lower(),
                            interval.upper(),
                            by.observed().get(g).n(),
                            false));
        }
        return new Figure.Intervals(
                title + " by " + column,
                "The mean difference of the two raters in each group with its interval.",
                title + " (categories)",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no difference")),
                Optional.empty());
    }
}
