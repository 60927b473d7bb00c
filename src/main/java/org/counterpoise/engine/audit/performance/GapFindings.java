package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.LargestGap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about the largest gap of any metric, and about all of them together.
record GapFindings(GroupResults results, GapTests tests, Wording words, String subject) {

    /// One metric over the groups of one attribute or crossing. A gap is a warning if chance hardly
    /// explains it: there is no threshold for these metrics that everyone agrees on.
    Finding of(Metric metric) {
        GapTests.Test test = tests.of(results, metric.id());
        LargestGap gap = test.gap();
        if (!gap.defined()) {
            return words.uncompared(metric.id(), metric.title(), metric.id());
        }
        boolean certain = tests.noChance(results, metric.id());
        Estimate low = results.estimate(gap.lowest(), metric.id());
        Estimate high = results.estimate(gap.highest(), metric.id());
        String headline =
                capital(metric.title())
                        + " of "
                        + Wording.decapital(subject)
                        + (gap.value() == 0
                                ? " is the same in every group of " + words.title() + "."
                                : " is "
                                        + said(metric, high.value())
                                        + " for "
                                        + words.phrase(gap.highest())
                                        + " and "
                                        + said(metric, low.value())
                                        + " for "
                                        + words.phrase(gap.lowest())
                                        + ".");
        return new Finding(
                words.id(metric.id()),
                certain ? Severity.WARNING : Severity.OK,
                headline,
                "The largest gap between two groups is "
                        + Wording.size(gap.value(), metric.share())
                        + " ("
                        + Wording.size(gap.interval().lower(), metric.share())
                        + " to "
                        + Wording.size(gap.interval().upper(), metric.share())
                        + ")."
                        + words.chance(metric.id())
                        + words.small(metric.id()),
                Optional.of(
                        Measure.of(
                                        "largest gap in " + metric.title(),
                                        gap.value(),
                                        gap.interval(),
                                        Math.min(low.n(), high.n()))
                                .withTest(words.test(), test.p(), test.adjusted())),
                Optional.empty(),
                certain ? words.remedies(gap.lowest()) : List.of(),
                words.figures().comparison(metric.id(), metric.title()),
                List.of(
                        words.figures()
                                .intervals(
                                        metric.id(), metric.title(), Optional.empty(), List.of())));
    }

    private static String said(Metric metric, double value) {
        return metric.share() ? NumberText.percent(value) : NumberText.short3(value);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Every gap tested of one prediction: how large, how sure, and how small a one would have been
    /// seen.
    static Finding summary(
            Dataset data,
            PerformanceAudit.Part part,
            PerformanceSettings settings,
            GapTests tests) {
        List<List<Object>> rows = new ArrayList<>();
        int beyondChance = 0;
        for (GroupResults results : part.groups()) {
            for (Metric metric : results.metrics()) {
                GapTests.Test test = tests.of(results, metric.id());
                if (metric.tested() && test.gap().defined()) {
                    beyondChance += test.adjusted() < GapTests.LEVEL ? 1 : 0;
                    rows.add(row(data, results, metric, test));
                }
            }
        }
        boolean any = !rows.isEmpty();
        return new Finding(
                part.prefix() + "gaps",
                Severity.NOTE,
                any
                        ? "Of "
                                + rows.size()
                                + " largest gaps tested, "
                                + (beyondChance == 0
                                        ? "none is"
                                        : beyondChance + (beyondChance == 1 ? " is" : " are"))
                                + " more than chance explains."
                        : "No gap between groups could be tested.",
                any
                        ? "P-values are adjusted by "
                                + settings.adjustment().title()
                                + ". The table says for each gap how small a one would have been"
                                + " found with 80% power: what is not found may still be there if"
                                + " it is smaller."
                        : "Fewer than two groups have a metric resting on at least "
                                + settings.smallestGroup()
                                + " rows.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Largest gaps",
                        List.of(
                                "metric",
                                "attribute",
                                "groups",
                                "lowest",
                                "highest",
                                "gap",
                                "lower",
                                "upper",
                                "p",
                                "adjusted p",
                                "detectable, largest groups",
                                "detectable, smallest group"),
                        rows),
                List.of());
    }

    private static List<Object> row(
            Dataset data, GroupResults results, Metric metric, GapTests.Test test) {
        LargestGap gap = test.gap();
        return List.of(
                metric.title(),
                results.name(),
                gap.groups(),
                Subgroups.phrase(data, results.groups().get(gap.lowest())),
                Subgroups.phrase(data, results.groups().get(gap.highest())),
                gap.value(),
                gap.interval().lower(),
                gap.interval().upper(),
                Evidence.cell(test.p(), 0),
                Evidence.cell(test.adjusted(), 0),
                Evidence.cell(test.detectable(), 0),
                Evidence.cell(test.detectableSmallest(), 0));
    }
}
