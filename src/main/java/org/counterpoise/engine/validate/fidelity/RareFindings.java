package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// Tells what became of what is rare: the tails of numbers and rare pairs of levels.
final class RareFindings {
    private static final double SIGNIFICANCE = 0.05;

    /// A tail with between half and twice its share is kept.
    private static final double FACTOR = 2;

    private static final int SHOWN = 50;

    private final List<Tail> tails;
    private final RareCombinations combinations;
    private final double[] adjusted;

    /// @param tables the real table, then the synthetic
    RareFindings(AlignedTables tables) {
        tails = Tail.of(tables);
        combinations = RareCombinations.of(tables);
        adjusted = Multiplicity.holm(tails.stream().mapToDouble(Tail::p).toArray());
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        if (!tails.isEmpty()) {
            findings.add(tails());
        }
        if (!combinations.combinations().isEmpty()) {
            findings.add(combinations());
        }
        return findings;
    }

    private boolean flagged(int index) {
        double ratio = tails.get(index).ratio();
        return adjusted[index] < SIGNIFICANCE && (ratio < 1 / FACTOR || ratio > FACTOR);
    }

    private Finding tails() {
        List<String> changed = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < tails.size(); i++) {
            Tail tail = tails.get(i);
            if (flagged(i)) {
                changed.add(
                        (tail.upper() ? "large" : "small")
                                + " \""
                                + tail.column()
                                + "\" ("
                                + String.format(Locale.ROOT, "%.1f times", tail.ratio())
                                + ")");
            }
            rows.add(
                    List.of(
                            tail.column(),
                            tail.upper() ? "above" : "below",
                            Evidence.cell(tail.limit(), tail.realRows()),
                            tail.real(),
                            tail.synthetic(),
                            Evidence.cell(tail.ratio(), tail.real()),
                            Evidence.cell(adjusted[i], tail.real())));
        }
        return new Finding(
                "tails",
                changed.isEmpty() ? Severity.OK : Severity.WARNING,
                changed.isEmpty()
                        ? "The far ends of numbers are kept."
                        : "The far ends of some numbers are lost or swollen: "
                                + String.join(", ", changed.subList(0, Math.min(4, changed.size())))
                                + (changed.size() > 4 ? " and others." : "."),
                "Counted is what lies beyond the real 1 % and 99 % quantile; named are ends that"
                        + " certainly have less than half or more than twice their share.",
                Optional.of(Measure.of("ends of numbers changed", changed.size(), tails.size())),
                Optional.of(new Threshold(FACTOR, "share kept within a factor of 2", "ours")),
                changed.isEmpty()
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Use a synthesizer that keeps marginal distributions",
                                        Action.GENERATE)),
                new Evidence(
                        "Values beyond far quantiles of the real column",
                        List.of(
                                "column",
                                "side",
                                "limit",
                                "real values",
                                "synthetic values",
                                "share over real share",
                                "p (Holm)"),
                        rows),
                List.of());
    }

    private Finding combinations() {
        List<List<Object>> rows = new ArrayList<>();
        for (RareCombinations.Combination c : combinations.combinations()) {
            if (rows.size() < SHOWN) {
                rows.add(List.of(c.levels(), c.real(), c.synthetic()));
            }
        }
        int n = combinations.combinations().size();
        return new Finding(
                "rare-combinations",
                Severity.NOTE,
                combinations.lost() == 0
                        ? "No rare combination of two levels is lost."
                        : String.format(
                                Locale.ROOT,
                                "Of %,d rare combinations of two levels %,d are lost.",
                                n,
                                combinations.lost()),
                String.format(
                        Locale.ROOT,
                        "Rare is a pair that at least %d real rows and at most %.0f %% of them have."
                                + " A fresh sample of so many rows would miss about %.1f of them."
                                + " %,d pairs that no real row has are had by at least %d synthetic"
                                + " rows.",
                        RareCombinations.LEAST,
                        100 * RareCombinations.MOST,
                        combinations.expectedLost(),
                        combinations.invented(),
                        RareCombinations.LEAST),
                Optional.of(
                        Measure.of(
                                "share of rare combinations lost",
                                (double) combinations.lost() / n,
                                n)),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Rare combinations, those that were lost first",
                        List.of("combination", "real rows", "synthetic rows"),
                        rows),
                List.of());
    }

    void metrics(SortedMap<String, Double> metrics) {
        for (Tail tail : tails) {
            metrics.put(
                    "fidelity/tail/" + tail.column() + (tail.upper() ? "/upper" : "/lower"),
                    tail.ratio());
        }
        int n = combinations.combinations().size();
        metrics.put("fidelity/rare-combinations", (double) n);
        metrics.put("fidelity/rare-combinations/lost", (double) combinations.lost());
        metrics.put("fidelity/rare-combinations/lost-expected", combinations.expectedLost());
        metrics.put("fidelity/rare-combinations/invented", (double) combinations.invented());
    }
}
