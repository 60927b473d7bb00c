package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.rule.Clause;
import org.counterpoise.engine.rule.Condition;
import org.counterpoise.engine.rule.Conditions;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Whether inclusion criteria, applied one after the other, leave out some groups more than others.
public final class CascadeAudit implements Audit<CascadeSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "cascade",
                "Exclusion cascade",
                "Whom do the inclusion criteria leave out?",
                "Applies inclusion criteria in order and shows how each changed the number of rows"
                        + " and the make-up of protected groups: excluded shares with Wilson"
                        + " intervals, the largest difference between groups with an interval and"
                        + " a test that hold their level, adjusted over all criteria.",
                "When a study population is drawn from a larger table; without criteria, to see"
                        + " what dropping incomplete rows does.",
                List.of(
                        "criteria are written as rules are, and replayed with the session",
                        "each step and the whole, each group and crossing",
                        "tells rows that fail a criterion from rows whose value is missing"),
                List.of(
                        "what a criterion excludes depends on those before it; another order gives"
                                + " another cascade, but the same end",
                        "cannot say whether a criterion is justified: a clinical reason may be"
                                + " good and still leave a group out",
                        "rows are taken as independent people",
                        "sees only those who are in the table to begin with"),
                "Kennedy-Martin, Curtis, Faries, Robinson and Johnston, A Literature Review on the"
                        + " Representativeness of Randomized Controlled Trial Samples, Trials"
                        + " 16:495 (2015), doi:10.1186/s13063-015-1023-4; Newcombe, Stat Med 17:873"
                        + " (1998),"
                        + " doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I");
    }

    @Override
    public CascadeSettings defaults() {
        return new CascadeSettings("", 5, 0.05, 1, 10, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Subgroups.applicability(input.data());
    }

    @Override
    public Assessment run(
            AuditInput input, CascadeSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress.part(0, 0.1));
        progress.check();
        Criteria criteria = Criteria.of(settings.criteria(), data);
        List<Strata> strata = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            strata.add(Strata.of(grouping, settings.smallestGroup()));
        }
        List<CascadeStep> steps = steps(data, criteria, strata, settings, progress);
        double[] adjusted =
                Multiplicity.holm(
                        steps.stream()
                                .flatMap(step -> step.exclusions().stream())
                                .mapToDouble(exclusion -> exclusion.gap().p())
                                .toArray());
        progress.check();
        CascadeFindings findings = new CascadeFindings(data, settings, steps, adjusted);
        List<String> notes = new ArrayList<>(subgroups.notes());
        if (!criteria.typed()) {
            notes.add(
                    "No criteria were given, so rows that lack a value were dropped, column by"
                            + " column. Set the criteria in the settings of this question.");
        }
        notes.add(
                "Excluded shares are compared by the studentised range of pairs, adjusted by Holm"
                        + " over all steps and attributes; groups under "
                        + settings.smallestGroup()
                        + " rows at the start are put together.");
        return new Assessment(
                card().id(),
                "Exclusions from " + data.name(),
                findings.all(),
                metrics(steps, findings, adjusted, settings),
                notes);
    }

    /// Each criterion in order, then all together if there is more than one.
    private static List<CascadeStep> steps(
            Dataset data,
            Criteria criteria,
            List<Strata> strata,
            CascadeSettings settings,
            Progress progress) {
        boolean[] in = new boolean[data.rows()];
        Arrays.fill(in, true);
        List<CascadeStep> steps = new ArrayList<>();
        List<long[]> start = strata.stream().map(s -> s.counts(in)).toList();
        List<long[]> before = start;
        long rows = data.rows();
        long unknownInAll = 0;
        int size = criteria.conditions().size();
        for (int i = 0; i < size; i++) {
            progress.report(0.1 + 0.8 * i / size, "Applying criteria");
            progress.check();
            Condition condition = criteria.conditions().get(i);
            long unknown = exclude(condition, data, in);
            long left = count(in);
            List<long[]> after = strata.stream().map(s -> s.counts(in)).toList();
            steps.add(
                    new CascadeStep(
                            Integer.toString(i + 1),
                            condition.words(),
                            rows,
                            left,
                            unknown,
                            compare(strata, before, after, settings, progress)));
            unknownInAll += unknown;
            before = after;
            rows = left;
        }
        if (size != 1) {
            steps.add(
                    new CascadeStep(
                            CascadeStep.ALL,
                            "all criteria together",
                            data.rows(),
                            rows,
                            unknownInAll,
                            compare(strata, start, before, settings, progress)));
        }
        return steps;
    }

    /// Takes out the rows that do not meet a condition.
    ///
    /// @return how many of them because a value is missing
    private static long exclude(Condition condition, Dataset data, boolean[] in) {
        boolean[] met = Conditions.rows(condition, data);
        boolean[] unknown = Conditions.unknown(condition, data);
        boolean[] missing = missing(condition, data);
        long count = 0;
        for (int row = 0; row < in.length; row++) {
            count += in[row] && !met[row] && (unknown[row] || missing[row]) ? 1 : 0;
            in[row] &= met[row];
        }
        return count;
    }

    /// The rows that a condition excludes only because it asks for a value.
    private static boolean[] missing(Condition condition, Dataset data) {
        boolean[] missing = new boolean[data.rows()];
        for (Clause clause : condition.clauses()) {
            if (clause instanceof Clause.Missing asks && asks.negated()) {
                Column column = data.column(asks.column());
                for (int row = 0; row < missing.length; row++) {
                    missing[row] |= column.missing(row);
                }
            }
        }
        return missing;
    }

    private static long count(boolean[] in) {
        long count = 0;
        for (boolean one : in) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static List<Exclusion> compare(
            List<Strata> strata,
            List<long[]> before,
            List<long[]> after,
            CascadeSettings settings,
            Progress progress) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            progress.check();
            exclusions.add(
                    Exclusion.of(
                            strata.get(i), before.get(i), after.get(i), settings.confidence()));
        }
        return exclusions;
    }

    private static TreeMap<String, Double> metrics(
            List<CascadeStep> steps,
            CascadeFindings findings,
            double[] adjusted,
            CascadeSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        int test = 0;
        for (CascadeStep step : steps) {
            String name = "cascade/" + step.id() + "/";
            metrics.put(name + "before", (double) step.before());
            metrics.put(name + "after", (double) step.after());
            metrics.put(name + "unknown", (double) step.unknown());
            for (Exclusion exclusion : step.exclusions()) {
                String attribute = name + exclusion.strata().id() + "/";
                groups(exclusion, attribute, settings, metrics);
                metrics.put(attribute + "max-gap", exclusion.gap().value());
                metrics.put(attribute + "max-gap/lower", exclusion.gap().interval().lower());
                metrics.put(attribute + "max-gap/upper", exclusion.gap().interval().upper());
                metrics.put(attribute + "max-gap/p", exclusion.gap().p());
                metrics.put(attribute + "max-gap/adjusted-p", adjusted[test++]);
            }
        }
        metrics.put("cascade/flagged", (double) findings.flagged());
        return metrics;
    }

    private static void groups(
            Exclusion exclusion,
            String attribute,
            CascadeSettings settings,
            TreeMap<String, Double> metrics) {
        for (int g = 0; g < exclusion.before().length; g++) {
            String group = attribute + exclusion.strata().names().get(g).replace(", ", ",");
            Interval change = exclusion.changeInterval(g, settings.confidence());
            metrics.put(group + "/excluded", exclusion.excluded(g).value());
            metrics.put(group + "/share", exclusion.shareAfter(g).value());
            metrics.put(group + "/change", exclusion.change(g));
            metrics.put(group + "/change/lower", change.lower());
            metrics.put(group + "/change/upper", change.upper());
        }
    }
}
