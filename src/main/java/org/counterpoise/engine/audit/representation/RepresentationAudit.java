package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Shares of groups against a target population, and the imbalance of the outcome.
public final class RepresentationAudit implements Audit<RepresentationSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "representation",
                "Representation",
                "Who is missing from the data, and who is there too often?",
                "Compares the share of every protected group, and of every crossing of groups, with"
                        + " a target population: gap, ratio, chi-square test of fit and"
                        + " Jensen–Shannon distance. Shows how unequal the outcome's classes are in"
                        + " each group.",
                "Before anything is generated or trained, and again on what was generated.",
                List.of(
                        "intervals for every share (Wilson)",
                        "crossings, so that a gap in one corner is not averaged away",
                        "groups that the target population has and the data lacks",
                        "small cells of crossings are put together and never flagged on their own",
                        "how many rows each group needs for rates as exact as wanted"),
                List.of(
                        "needs a target population to judge; without one it only describes",
                        "the chi-square test takes rows as independent people, not as clusters",
                        "cannot see who left before the data was taken, or who never volunteered:"
                                + " where the data suggest it, it asks",
                        "who is represented says nothing about how well they were measured"),
                "Shahbazi, Lin, Asudeh and Jagadish, Representation Bias in Data: A Survey on"
                        + " Identification and Resolution Techniques, ACM Comput Surv 55:293 (2023),"
                        + " doi:10.1145/3588433; Wilson, J Am Stat Assoc 22:209 (1927),"
                        + " doi:10.1080/01621459.1927.10502953; Lin, IEEE Trans Inf Theory 37:145"
                        + " (1991), doi:10.1109/18.61115");
    }

    @Override
    public RepresentationSettings defaults() {
        return new RepresentationSettings(10, 2, 11, 20, 0.95);
    }

    /// 3: small cells of crossings are put together.
    @Override
    public int version() {
        return 3;
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Subgroups.applicability(input.data());
    }

    @Override
    public Assessment run(
            AuditInput input, RepresentationSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        progress.report(0, "Counting groups");
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress);
        List<String> notes = new ArrayList<>(subgroups.notes());
        List<Shares> all = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            all.add(Shares.of(grouping, input.benchmark(), settings.smallestGroup()));
        }
        noteBenchmark(input, all, notes);
        double[] adjusted =
                Multiplicity.holm(
                        all.stream()
                                .mapToDouble(s -> s.judged() ? s.chiSquare().p() : Double.NaN)
                                .toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        String source = input.benchmark().map(benchmark -> benchmark.source()).orElse("");
        for (int i = 0; i < all.size(); i++) {
            progress.check();
            record(all.get(i), metrics);
            findings.add(
                    new ShareFinding(data, all.get(i), settings, source, adjusted[i]).finding());
        }
        findings.add(new GroupSizes(data, all, settings).finding(metrics));
        findings.addAll(Absentees.of(data));
        progress.report(0.7, "Comparing the outcome's classes");
        OutcomeBalance.of(data, subgroups, settings, findings, metrics, notes, progress);
        return new Assessment(
                card().id(), "Representation in " + data.name(), findings, metrics, notes);
    }

    private static void noteBenchmark(AuditInput input, List<Shares> all, List<String> notes) {
        List<String> weights = input.data().schema().namesWithRole(Role.WEIGHT);
        if (input.benchmark().isEmpty()) {
            notes.add(
                    "There is no target population, so shares are described and not judged."
                            + (weights.isEmpty()
                                    ? ""
                                    : " The weights in \""
                                            + weights.getFirst()
                                            + "\" could serve as one."));
            return;
        }
        notes.add(
                "Target population: "
                        + input.benchmark().get().source()
                        + ". Its shares are taken as known without error"
                        + (weights.isEmpty() ? "." : "; shares of the data are unweighted."));
        for (Shares shares : all) {
            if (!shares.judged()) {
                notes.add(
                        "The target population has no shares of "
                                + String.join(" × ", shares.columns())
                                + ", which is only described.");
            }
        }
    }

    private static void record(Shares shares, TreeMap<String, Double> metrics) {
        String column = "representation/" + String.join(",", shares.columns());
        for (int g = 0; g < shares.size(); g++) {
            String group = column + "/" + shares.key(g);
            metrics.put(group + "/n", (double) shares.counts()[g]);
            metrics.put(group + "/share", shares.share(g));
            if (shares.judged()) {
                metrics.put(group + "/benchmark", shares.target(g));
                metrics.put(group + "/gap", shares.gap(g));
                metrics.put(group + "/ratio", shares.ratio(g));
            }
        }
        if (shares.judged()) {
            ChiSquare test = shares.chiSquare();
            metrics.put(column + "/chi-square/statistic", test.statistic());
            metrics.put(column + "/chi-square/p", test.p());
            metrics.put(column + "/js-distance", shares.jensenShannonDistance());
            metrics.put(column + "/max-gap", Math.abs(shares.gap(shares.widest())));
        }
    }
}
