package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What of the pairs is warned of, so that all of it keeps one level.
///
/// @param confidence of intervals that must be apart
/// @param comparisons of totals with strata or confounders held
/// @param distanceP of distance correlations, adjusted, one per pair
record PairJudgement(
        List<Pair> pairs,
        CorrelationSettings settings,
        double confidence,
        int comparisons,
        double[] distanceP) {

    static PairJudgement of(PairTable table, List<Pair> pairs) {
        CorrelationSettings settings = table.settings();
        int comparisons = pairs.stream().mapToInt(pair -> pair.stratified().size()).sum();
        double[] adjusted =
                Multiplicity.holm(
                        pairs.stream()
                                .mapToDouble(
                                        pair -> pair.distance().map(d -> d.p()).orElse(Double.NaN))
                                .toArray());
        return new PairJudgement(
                pairs,
                settings,
                1 - settings.level() / 2 / Math.max(1, comparisons),
                comparisons,
                adjusted);
    }

    String confidenceText() {
        return NumberText.fixed(confidence * 100, 3) + "%";
    }

    /// A pair whose correlation is otherwise within strata.
    record Trap(Pair pair, Stratified by, Stratified.Verdict verdict) {}

    /// The clearest change of each pair that has one, gravest and largest first.
    List<Trap> traps() {
        List<Trap> traps = new ArrayList<>();
        for (Pair pair : pairs) {
            pair.stratified().stream()
                    .map(by -> new Trap(pair, by, by.verdict(confidence, settings.strength())))
                    .filter(trap -> trap.verdict() != Stratified.Verdict.HOLDS)
                    .min(ORDER)
                    .ifPresent(traps::add);
        }
        return traps.stream().sorted(ORDER).toList();
    }

    private static final Comparator<Trap> ORDER =
            Comparator.<Trap>comparingInt(trap -> -trap.verdict().ordinal())
                    .thenComparingDouble(trap -> -Math.abs(trap.by().change()));

    /// Whether a pair hangs together though its rank correlation says nothing of it.
    boolean notMonotone(int pair) {
        double size = Math.abs(pairs.get(pair).spearman().value());
        Optional<Double> distance = pairs.get(pair).distance().map(d -> d.value());
        return distanceP[pair] < settings.level() / 2
                && size < settings.strength()
                && distance.orElse(0.0) >= 2 * settings.strength();
    }

    /// Whether one row makes much of a Pearson correlation.
    boolean oneRow(Pair pair) {
        return Math.abs(pair.pearson().value() - pair.without()) >= settings.strength();
    }
}
