package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said about a cascade: one finding per criterion, and one about all of them.
///
/// @param steps in order
/// @param adjusted p-values over all steps and their exclusions, in order
record CascadeFindings(
        Dataset data, CascadeSettings settings, List<CascadeStep> steps, double[] adjusted) {
    private static final double POINT = 0.01;

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            findings.add(finding(i));
        }
        return findings;
    }

    /// How many comparisons are flagged, over all steps.
    long flagged() {
        long count = 0;
        for (int i = 0; i < steps.size(); i++) {
            for (int e = 0; e < steps.get(i).exclusions().size(); e++) {
                count += flagged(i, e) ? 1 : 0;
            }
        }
        return count;
    }

    private double p(int step, int exclusion) {
        int at = exclusion;
        for (int i = 0; i < step; i++) {
            at += steps.get(i).exclusions().size();
        }
        return adjusted[at];
    }

    private boolean flagged(int step, int exclusion) {
        return p(step, exclusion) < settings.level()
                && steps.get(step).exclusions().get(exclusion).gap().value()
                        > settings.maxGap() * POINT;
    }

    private Finding finding(int i) {
        CascadeStep step = steps.get(i);
        int telling = telling(i);
        Exclusion exclusion = step.exclusions().get(telling);
        CascadeFigures figures = new CascadeFigures(data, settings, steps);
        return new Finding(
                step.whole() ? step.id() : "criterion-" + step.id(),
                severity(i, telling),
                headline(i, telling),
                explanation(i, telling),
                Optional.of(
                        Measure.of(
                                        "largest gap of excluded shares",
                                        exclusion.gap().value(),
                                        exclusion.gap().interval(),
                                        exclusion.rowsBefore())
                                .withTest(
                                        "studentised range of pairs",
                                        exclusion.gap().p(),
                                        p(i, telling))),
                Optional.of(threshold()),
                flagged(i, telling) ? remedies(step, exclusion) : List.of(),
                evidence(step),
                figures.of(step, exclusion));
    }

    /// The comparison to tell: one that is flagged before one that is not, single attributes before
    /// crossings, else the widest.
    private int telling(int i) {
        List<Exclusion> exclusions = steps.get(i).exclusions();
        int telling = 0;
        for (int e = 1; e < exclusions.size(); e++) {
            boolean clearer = flagged(i, e) && !flagged(i, telling);
            boolean wider = exclusions.get(e).gap().value() > exclusions.get(telling).gap().value();
            boolean simpler = exclusions.get(e).strata().single() || !flagged(i, telling);
            boolean level = flagged(i, e) == flagged(i, telling);
            telling = clearer || (level && wider && simpler) ? e : telling;
        }
        return telling;
    }

    private Severity severity(int i, int e) {
        double limit = settings.maxGap() * POINT;
        LargestGap gap = steps.get(i).exclusions().get(e).gap();
        if (flagged(i, e)) {
            return gap.interval().lower() > 2 * limit ? Severity.SERIOUS : Severity.WARNING;
        }
        return gap.value() > limit ? Severity.NOTE : Severity.OK;
    }

    private Threshold threshold() {
        return new Threshold(
                settings.maxGap() * POINT,
                "a gap of at most "
                        + NumberText.short3(settings.maxGap())
                        + " percentage points, or one within chance",
                settings.maxGap() == new CascadeAudit().defaults().maxGap()
                        ? "our default"
                        : "set by you");
    }

    private String headline(int i, int e) {
        CascadeStep step = steps.get(i);
        long excluded = step.before() - step.after();
        if (step.before() == 0) {
            return "No row is left for \"" + step.words() + "\".";
        }
        String what =
                (step.whole()
                                ? "All criteria together exclude "
                                : "\"" + step.words() + "\" excludes ")
                        + NumberText.percent(new Proportion(excluded, step.before()).value())
                        + " of rows";
        if (excluded == 0) {
            return step.whole()
                    ? "No row is excluded."
                    : "\"" + step.words() + "\" excludes no row.";
        }
        if (!flagged(i, e)) {
            return what + ", of no group clearly more than of others.";
        }
        Exclusion exclusion = step.exclusions().get(e);
        int high = exclusion.gap().highest();
        int low = exclusion.gap().lowest();
        List<String> names = exclusion.strata().names();
        return what
                + ": "
                + NumberText.percent(exclusion.excluded(high).value())
                + " of "
                + names.get(high)
                + ", "
                + NumberText.percent(exclusion.excluded(low).value())
                + " of "
                + names.get(low)
                + " ("
                + exclusion.strata().title(data)
                + ").";
    }

    private String explanation(int i, int e) {
        CascadeStep step = steps.get(i);
        StringBuilder text = new StringBuilder();
        text.append(NumberText.count(step.after()))
                .append(" of ")
                .append(NumberText.count(step.before()))
                .append(" rows stay");
        if (step.unknown() > 0) {
            text.append("; ")
                    .append(NumberText.count(step.unknown()))
                    .append(" were excluded because a value is missing");
        }
        text.append(". ");
        Exclusion exclusion = step.exclusions().get(e);
        if (exclusion.gap().defined() && exclusion.gap().highest() != exclusion.gap().lowest()) {
            text.append(gap(exclusion, p(i, e)));
            text.append(change(exclusion));
        }
        return text.toString().strip();
    }

    private String gap(Exclusion exclusion, double p) {
        Interval interval = exclusion.gap().interval();
        return "The largest gap is "
                + NumberText.points(exclusion.gap().value())
                + " ("
                + NumberText.short3(settings.confidence() * 100)
                + "% interval "
                + NumberText.points(interval.lower())
                + " to "
                + NumberText.points(interval.upper())
                + "; "
                + NumberText.p(p)
                + ", Holm-adjusted). ";
    }

    /// What became of the share of the group that was excluded most.
    private String change(Exclusion exclusion) {
        int group = exclusion.gap().highest();
        if (exclusion.rowsAfter() == 0) {
            return "";
        }
        Interval interval = exclusion.changeInterval(group, settings.confidence());
        return "The share of "
                + exclusion.strata().names().get(group)
                + " went from "
                + NumberText.percent(exclusion.shareBefore(group).value())
                + " to "
                + NumberText.percent(exclusion.shareAfter(group).value())
                + (interval.defined()
                        ? ", a change of "
                                + NumberText.points(interval.lower())
                                + " to "
                                + NumberText.points(interval.upper())
                        : "")
                + ".";
    }

    private List<Remedy> remedies(CascadeStep step, Exclusion exclusion) {
        String group = exclusion.strata().names().get(exclusion.gap().highest());
        String[] columns = exclusion.strata().grouping().columns().toArray(String[]::new);
        return List.of(
                Remedy.of(
                        step.whole()
                                ? "Ask which criteria are needed, and collect more of " + group
                                : "Ask whether \""
                                        + step.words()
                                        + "\" is needed, and collect more of "
                                        + group,
                        Remedy.Action.COLLECT,
                        columns));
    }

    private Evidence evidence(CascadeStep step) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (Exclusion exclusion : step.exclusions()) {
            cells.addAll(exclusion.strata().cells());
            for (int g = 0; g < exclusion.before().length; g++) {
                rows.add(row(exclusion, g));
            }
        }
        return new Evidence(
                "Rows excluded by: " + step.words(),
                List.of(
                        "attribute",
                        "group",
                        "n before",
                        "n after",
                        "excluded",
                        "lower",
                        "upper",
                        "share before",
                        "share after",
                        "change",
                        "change, lower",
                        "change, upper"),
                rows,
                cells);
    }

    private List<Object> row(Exclusion exclusion, int g) {
        Proportion excluded = exclusion.excluded(g);
        Interval interval = excluded.wilson(settings.confidence());
        Interval change = exclusion.changeInterval(g, settings.confidence());
        long n = exclusion.rowsAfter();
        return List.of(
                exclusion.strata().title(data),
                exclusion.strata().names().get(g),
                exclusion.before()[g],
                exclusion.after()[g],
                Evidence.cell(excluded.value(), excluded.n()),
                Evidence.cell(interval.lower(), excluded.n()),
                Evidence.cell(interval.upper(), excluded.n()),
                Evidence.cell(exclusion.shareBefore(g).value(), exclusion.rowsBefore()),
                Evidence.cell(exclusion.shareAfter(g).value(), n),
                Evidence.cell(exclusion.change(g), n),
                Evidence.cell(change.lower(), n),
                Evidence.cell(change.upper(), n));
    }
}
