package org.counterpoise.engine.audit.coverage;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Whether the rows of some groups lie further from any other row than those of others.
public final class CoverageAudit implements Audit<CoverageSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "coverage",
                "Coverage",
                "Whose rows have few others like them?",
                "Measures how far each row lies from its nearest other rows over all numeric"
                        + " columns, and compares between protected groups the share of rows that"
                        + " lie remotest: intervals for each group, and the largest difference"
                        + " with an interval and a test that hold their level.",
                "Before a model or a synthesizer is trained: where few rows lie, it guesses.",
                List.of(
                        "looks at columns of numbers without cutting them into bands",
                        "robust scales, so that one long column does not rule the distances",
                        "names the column in which the remote rows stand out most"),
                List.of(
                        "only columns of numbers count, and only rows in which none is missing",
                        "in many columns all rows are far from each other, and distances say"
                                + " little",
                        "the test holds that groups lie alike; that rows are remote is relative to"
                                + " this table, not to a population",
                        "rows are taken as independent people"),
                "Shahbazi, Lin, Asudeh and Jagadish, Representation Bias in Data: A Survey on"
                        + " Identification and Resolution Techniques, ACM Comput Surv 55:293 (2023),"
                        + " doi:10.1145/3588433");
    }

    @Override
    public CoverageSettings defaults() {
        return new CoverageSettings(5, 5, 5, 0.05, 1, 10, 10_000, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        Applicability groups = Subgroups.applicability(input.data());
        boolean numbers = input.data().schema().columns().stream().anyMatch(Space::usable);
        return groups.ready() && !numbers
                ? Applicability.missing(
                        "Mark at least one column of numbers as a feature in the data step.")
                : groups;
    }

    @Override
    public Assessment run(
            AuditInput input, CoverageSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress.part(0, 0.05));
        Space space = Space.of(data, settings.mostRows(), settings.neighbours(), seed, progress);
        double[] distances = space.distances(settings.neighbours(), progress.part(0.05, 0.95));
        double radius = radius(distances, settings.remote() / 100);
        boolean[] remote = new boolean[distances.length];
        for (int i = 0; i < remote.length; i++) {
            remote[i] = distances[i] > radius;
        }
        List<Reach> all = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            Strata strata = Strata.of(grouping, settings.smallestGroup());
            all.add(Reach.of(strata, space, distances, remote, settings.confidence()));
        }
        double[] adjusted = Multiplicity.holm(all.stream().mapToDouble(r -> r.gap().p()).toArray());
        CoverageFindings findings =
                new CoverageFindings(data, settings, space, remote, all, adjusted);
        List<String> notes = new ArrayList<>(subgroups.notes());
        notes.addAll(space.notes());
        notes.add(
                "Remote is a row whose neighbour number "
                        + settings.neighbours()
                        + " lies further away than that of "
                        + (100 - settings.remote())
                        + "% of rows, by robust Euclidean distance over "
                        + String.join(", ", space.columns().stream().map(c -> c.title()).toList())
                        + ".");
        TreeMap<String, Double> metrics = metrics(all, adjusted);
        metrics.put("coverage/rows", (double) distances.length);
        metrics.put("coverage/columns", (double) space.columns().size());
        metrics.put("coverage/radius", radius);
        metrics.put("coverage/flagged", (double) findings.flagged());
        return new Assessment(
                card().id(), "Coverage in " + data.name(), findings.findings(), metrics, notes);
    }

    /// The distance that the given share of rows exceeds, or fewer where distances are tied.
    private static double radius(double[] distances, double share) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.max(0, Math.ceil((1 - share) * sorted.length) - 1)];
    }

    private static TreeMap<String, Double> metrics(List<Reach> all, double[] adjusted) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            Reach reach = all.get(i);
            String attribute = "coverage/" + reach.strata().id() + "/";
            for (int g = 0; g < reach.shares().size(); g++) {
                String group = attribute + reach.strata().names().get(g).replace(", ", ",");
                metrics.put(group + "/n", (double) reach.shares().get(g).n());
                metrics.put(group + "/remote", reach.shares().get(g).value());
                metrics.put(group + "/distance", reach.medians()[g]);
            }
            metrics.put(attribute + "max-gap", reach.gap().value());
            metrics.put(attribute + "max-gap/lower", reach.gap().interval().lower());
            metrics.put(attribute + "max-gap/upper", reach.gap().interval().upper());
            metrics.put(attribute + "max-gap/p", reach.gap().p());
            metrics.put(attribute + "max-gap/adjusted-p", adjusted[i]);
        }
        return metrics;
    }
}
