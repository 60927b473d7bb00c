package org.counterpoise.engine.validate;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Any number of synthetic versions by their pillars, and which of them no other beats.
///
/// @param candidates in the order given
public record TradeOff(List<Candidate> candidates) {

    /// One version.
    ///
    /// @param name of the version
    /// @param scores the validation that a pillar hangs on; absent where nothing was judged
    /// @param beatenBy names of versions at least as good on every pillar both have, and better on
    ///     one; empty on the Pareto front
    public record Candidate(String name, Map<Pillar, Validation> scores, List<String> beatenBy) {

        /// Whether it is on the Pareto front.
        public boolean front() {
            return beatenBy.isEmpty();
        }
    }

    public TradeOff {
        candidates = List.copyOf(candidates);
    }

    /// @param scorecards validations by the name of the version, in the order of display
    public static TradeOff of(Map<String, List<Validation>> scorecards) {
        List<String> names = List.copyOf(scorecards.keySet());
        List<Map<Pillar, Validation>> scores =
                scorecards.values().stream().map(TradeOff::scores).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> beatenBy = new ArrayList<>();
            for (int j = 0; j < names.size(); j++) {
                if (i != j && beats(scores.get(j), scores.get(i))) {
                    beatenBy.add(names.get(j));
                }
            }
            candidates.add(new Candidate(names.get(i), scores.get(i), beatenBy));
        }
        return new TradeOff(candidates);
    }

    /// Of several validations of a pillar the one with least room to its threshold counts.
    private static Map<Pillar, Validation> scores(List<Validation> validations) {
        Map<Pillar, Validation> scores = new EnumMap<>(Pillar.class);
        for (Validation validation : validations) {
            if (validation.measure().filter(Measure::defined).isPresent()
                    && validation.threshold().isPresent()) {
                scores.merge(validation.pillar(), validation, (a, b) -> room(a) <= room(b) ? a : b);
            }
        }
        return scores;
    }

    /// How far a measure is on the good side of its threshold, as a share of the threshold.
    private static double room(Validation validation) {
        double limit = validation.threshold().orElseThrow().value();
        double value = validation.measure().orElseThrow().value();
        return (validation.pillar().moreIsBetter() ? value - limit : limit - value)
                / Math.max(1e-9, Math.abs(limit));
    }

    private static boolean beats(Map<Pillar, Validation> a, Map<Pillar, Validation> b) {
        boolean better = false;
        for (Pillar pillar : Pillar.values()) {
            Validation mine = a.get(pillar);
            Validation theirs = b.get(pillar);
            if (mine != null && theirs != null) {
                double difference = room(mine) - room(theirs);
                if (difference < 0) {
                    return false;
                }
                better |= difference > 0;
            }
        }
        return better;
    }

    /// Which versions no other beats, in one sentence. The front rests on the estimates: where
    /// intervals overlap, a version that is beaten may still be as good.
    public String sentence() {
        List<String> front =
                candidates.stream().filter(Candidate::front).map(Candidate::name).toList();
        return front.size() == candidates.size()
                ? "Each version is better than any other in something."
                : "No other version is at least as good in everything as "
                        + String.join(", ", front)
                        + ".";
    }

    /// All versions side by side: one row per pillar.
    public Evidence table() {
        List<String> columns = new ArrayList<>(List.of("pillar"));
        candidates.forEach(candidate -> columns.add(candidate.name()));
        List<List<Object>> rows = new ArrayList<>();
        for (Pillar pillar : Pillar.values()) {
            List<Object> row = new ArrayList<>(List.of(name(pillar)));
            for (Candidate candidate : candidates) {
                row.add(
                        Optional.ofNullable(candidate.scores().get(pillar))
                                .map(TradeOff::cell)
                                .orElse("not judged"));
            }
            rows.add(row);
        }
        List<Object> front = new ArrayList<>(List.of("Pareto front"));
        for (Candidate candidate : candidates) {
            front.add(
                    candidate.front()
                            ? "on it"
                            : "beaten by " + String.join(", ", candidate.beatenBy()));
        }
        rows.add(front);
        return new Evidence("Versions side by side", columns, rows);
    }

    private static String cell(Validation validation) {
        Measure measure = validation.measure().orElseThrow();
        return measure.name()
                + " "
                + NumberText.measure(measure)
                + ", "
                + Gate.word(validation.verdict());
    }

    private static String name(Pillar pillar) {
        return pillar.name().toLowerCase(Locale.ROOT);
    }

    /// One strip per pillar with all versions and the threshold, then utility against privacy.
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Pillar pillar : Pillar.values()) {
            strip(pillar).ifPresent(figures::add);
        }
        plane(Pillar.UTILITY, Pillar.PRIVACY).ifPresent(figures::add);
        return figures;
    }

    private Optional<Figure> strip(Pillar pillar) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        Optional<Validation> any = Optional.empty();
        for (Candidate candidate : candidates) {
            Validation score = candidate.scores().get(pillar);
            if (score != null) {
                Measure measure = score.measure().orElseThrow();
                Interval interval = measure.interval().orElse(Interval.undefined(0.95, "none"));
                any = Optional.of(score);
                rows.add(
                        new Figure.Intervals.Row(
                                candidate.name(),
                                measure.value(),
                                interval.lower(),
                                interval.upper(),
                                measure.n(),
                                !candidate.front()));
            }
        }
        return any.map(
                score ->
                        new Figure.Intervals(
                                capital(name(pillar)) + " of each version",
                                (pillar.moreIsBetter()
                                                ? "Further right is better."
                                                : "Further left is better.")
                                        + " Marked versions are beaten by another in everything.",
                                score.measure().orElseThrow().name(),
                                false,
                                rows,
                                Optional.of(
                                        new Figure.Intervals.Reference(
                                                score.threshold().orElseThrow().value(),
                                                "threshold")),
                                Optional.empty()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private Optional<Figure> plane(Pillar x, Pillar y) {
        List<Figure.Scatter.Series> series = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Validation across = candidate.scores().get(x);
            Validation up = candidate.scores().get(y);
            if (across != null && up != null) {
                series.add(
                        new Figure.Scatter.Series(
                                candidate.name() + (candidate.front() ? " (front)" : ""),
                                Hue.GROUP,
                                new double[] {across.measure().orElseThrow().value()},
                                new double[] {up.measure().orElseThrow().value()}));
            }
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Figure.Scatter(
                                capital(name(x)) + " against " + name(y),
                                "One point per version. The best corner is at the bottom right:"
                                        + " more utility, less risk.",
                                name(x),
                                name(y) + " risk",
                                series));
    }
}
