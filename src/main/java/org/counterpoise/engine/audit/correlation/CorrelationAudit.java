package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whether correlations hold within strata, with confounders held fixed and without a few rows, and
/// whether something hangs together that no correlation shows.
public final class CorrelationAudit implements Audit<CorrelationSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "correlation",
                "Correlation traps",
                "Which correlations are not what they seem?",
                "Looks at every pair of columns of numbers: over all, within the levels of batches,"
                        + " sites and protected attributes, with named confounders held fixed,"
                        + " without its most influential row, and by distance correlation.",
                "Before a correlation is taken for a finding, or kept as a feature.",
                List.of(
                        "finds correlations that vanish or turn round within strata (Simpson)",
                        "finds relations that are not monotone",
                        "warns only where intervals, shared out over all comparisons, are apart"),
                List.of(
                        "knows only the confounders that are columns",
                        "a stratum that is a consequence of both columns makes a correlation rather"
                                + " than explaining one; only you know which it is",
                        "looks at 15 columns and 10,000 rows at most unless told otherwise"),
                "Simpson 1951, doi:10.1111/j.2517-6161.1951.tb00088.x; Bonett and Wright 2000,"
                        + " doi:10.1007/BF02294183; Székely, Rizzo and Bakirov 2007,"
                        + " doi:10.1214/009053607000000505");
    }

    @Override
    public CorrelationSettings defaults() {
        return new CorrelationSettings(
                List.of(), List.of(), List.of(), 0.1, 20, 10_000, 500, 0.05, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        if (PairTable.columns(input.data(), defaults()).size() < 2) {
            return Applicability.missing(
                    "There are no two columns of numbers to correlate; give them a role such as"
                            + " feature in the data step.");
        }
        return PairTable.strata(input.data()).isEmpty()
                ? Applicability.missing(
                        "There is no batch, site or group to look within; mark a plate or a"
                                + " protected attribute with a few levels in the data step.")
                : Applicability.READY;
    }

    @Override
    public Assessment run(
            AuditInput input, CorrelationSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        if (PairTable.columns(data, settings).size() < 2) {
            throw new UserProblem(
                    "There are no two columns of numbers to correlate.",
                    data.name(),
                    "Name at least two, or give them a role such as feature.");
        }
        PairTable table = PairTable.of(data, settings, seed, progress);
        List<Pair> pairs = table.pairs(progress.part(0.1, 0.9));
        progress.check();
        PairJudgement judgement = PairJudgement.of(table, pairs);
        List<String> notes = new ArrayList<>(table.notes());
        notes.add(
                "A correlation is said to change within strata only if intervals at "
                        + judgement.confidenceText()
                        + " confidence do not overlap: half of the level is shared out over all "
                        + judgement.comparisons()
                        + " comparisons, the other half, by Holm, over the distance correlations.");
        return new Assessment(
                card().id(),
                "Correlations in " + data.name(),
                new CorrelationFindings(table, pairs, judgement, progress).all(),
                metrics(pairs, settings),
                notes);
    }

    private static TreeMap<String, Double> metrics(List<Pair> pairs, CorrelationSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("correlation/pairs", (double) pairs.size());
        for (Pair pair : pairs) {
            put(metrics, "pearson/" + pair.key(), pair.pearson(), settings);
            put(metrics, "spearman/" + pair.key(), pair.spearman(), settings);
            put(metrics, "kendall/" + pair.key(), pair.kendall(), settings);
            metrics.put("correlation/without-one/" + pair.key(), pair.without());
            pair.distance()
                    .ifPresent(
                            distance -> {
                                metrics.put("correlation/distance/" + pair.key(), distance.value());
                                metrics.put(
                                        "correlation/distance/" + pair.key() + "/p", distance.p());
                            });
            for (Stratified by : pair.stratified()) {
                String name = pair.key() + "/" + (by.byStrata() ? by.by() : "confounders");
                put(
                        metrics,
                        (by.byStrata() ? "within/" : "partial/")
                                + (by.byStrata() ? name : pair.key()),
                        by.within(),
                        settings);
                for (int s = 0; s < by.strata().size(); s++) {
                    metrics.put(
                            "correlation/within/" + name + "=" + by.strata().get(s),
                            by.each().get(s).value());
                }
                if (by.byStrata()) {
                    metrics.put(
                            "correlation/within/" + name + "/heterogeneity/p",
                            by.heterogeneity().p());
                }
            }
        }
        return metrics;
    }

    private static void put(
            TreeMap<String, Double> metrics,
            String name,
            Correlation value,
            CorrelationSettings settings) {
        Interval interval = value.interval(settings.confidence());
        metrics.put("correlation/" + name, value.value());
        metrics.put("correlation/" + name + "/lower", interval.lower());
        metrics.put("correlation/" + name + "/upper", interval.upper());
        metrics.put("correlation/" + name + "/p", value.p());
    }
}
