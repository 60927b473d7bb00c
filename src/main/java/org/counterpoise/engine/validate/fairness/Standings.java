package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// How all groups stand with a model trained on one source, against the one trained on real rows.
///
/// Intervals are widened for the number of groups and metrics (Bonferroni), so that without any
/// difference the chance that any group is called worse or better is at most 1 − confidence.
final class Standings {
    private final Source source;
    private final int[] metrics;
    private final FairnessSettings settings;
    private final List<GroupStanding> groups = new ArrayList<>();

    Standings(Trial trial, Source source, int[] metrics, FairnessSettings settings) {
        this.source = source;
        this.metrics = metrics;
        this.settings = settings;
        List<Judged> judged =
                trial.groups().stream().filter(group -> group.rows().enough()).toList();
        double chance = (1 - settings.confidence()) / Math.max(1, judged.size() * metrics.length);
        for (Judged group : judged) {
            groups.add(standing(group, 1 - chance));
        }
    }

    private GroupStanding standing(Judged group, double confidence) {
        List<PairedDifference> differences = new ArrayList<>();
        List<Interval> intervals = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        for (int metric : metrics) {
            PairedDifference difference = group.better(source, Source.REAL, metric);
            Interval interval = difference.interval(confidence);
            differences.add(difference);
            intervals.add(interval);
            standings.add(Standing.of(interval, settings.margin()));
        }
        return new GroupStanding(group, differences, intervals, standings, Standing.of(standings));
    }

    Source source() {
        return source;
    }

    int[] metrics() {
        return metrics.clone();
    }

    List<GroupStanding> groups() {
        return groups;
    }

    List<GroupStanding> with(Standing standing) {
        return groups.stream().filter(group -> group.overall() == standing).toList();
    }

    /// The largest worsening in any group by any metric of the verdict.
    ///
    /// Its lower limit is the largest of the lower limits that hold together; its upper limit the
    /// largest of the plain upper limits, for the group that truly fares worst is one fixed group.
    Measure worst() {
        double value = Double.NaN;
        double lower = Double.NaN;
        double upper = Double.NaN;
        long n = 0;
        for (GroupStanding group : groups) {
            for (int i = 0; i < metrics.length; i++) {
                PairedDifference difference = group.differences().get(i);
                if (difference.defined()) {
                    n = !(-difference.value() <= value) ? group.judged().rows().n() : n;
                    value = larger(value, -difference.value());
                    lower = larger(lower, -group.intervals().get(i).upper());
                    upper = larger(upper, -difference.interval(settings.confidence()).lower());
                }
            }
        }
        return Measure.of(
                "largest worsening of " + names() + " in any group",
                value,
                new Interval(lower, upper, settings.confidence(), "paired bootstrap, simultaneous"),
                n);
    }

    /// Where the largest worsening is and what it is, in words, with both values.
    Optional<String> where() {
        GroupStanding worst = null;
        int which = 0;
        double least = Double.POSITIVE_INFINITY;
        for (GroupStanding group : groups) {
            for (int i = 0; i < metrics.length; i++) {
                PairedDifference difference = group.differences().get(i);
                if (difference.defined() && difference.value() < least) {
                    least = difference.value();
                    worst = group;
                    which = metrics[i];
                }
            }
        }
        if (worst == null) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "%s of %s, %.3f rather than %.3f",
                        ModelMetric.ALL.get(which).title(),
                        worst.judged().rows().label(),
                        worst.judged().estimate(source, which),
                        worst.judged().estimate(Source.REAL, which)));
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) ? b : Math.max(a, b);
    }

    String names() {
        return Arrays.stream(metrics)
                .mapToObj(metric -> ModelMetric.ALL.get(metric).title())
                .collect(Collectors.joining(", "));
    }

    /// Times as many holdout rows as there are that would settle every group that is within the
    /// margin so far; empty if none would, since the chance in training is too large.
    OptionalLong holdoutNeeded(int holdout) {
        double times = 1;
        for (GroupStanding group : groups) {
            for (PairedDifference difference : group.differences()) {
                if (difference.defined()
                        && difference.interval(settings.confidence()).lower()
                                < -settings.margin()) {
                    OptionalLong rows =
                            difference.rowsFor(-settings.margin(), settings.confidence());
                    if (rows.isEmpty()) {
                        return OptionalLong.empty();
                    }
                    times = Math.max(times, (double) rows.getAsLong() / difference.n());
                }
            }
        }
        return OptionalLong.of((long) Math.ceil(times * holdout));
    }
}
