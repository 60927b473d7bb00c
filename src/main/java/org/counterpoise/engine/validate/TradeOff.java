package org.counterpoise.engine.validate;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Any number of synthetic versions by their pillars, and which of them no other beats.
///
/// @param candidates in the order given
public record TradeOff(List<Candidate> candidates) {

    /// One version.
    ///
    /// @param name of the version
    /// @param scores the validation that a pillar hangs on; absent where nothing was judged
    /// @param alike the validation of the pillar by which all versions are drawn: the same measure
    /// @param beatenBy names of versions at least as good on every pillar both have, and better on
    ///     one; empty on the Pareto front
    public record Candidate(
            String name,
            Map<Pillar, Validation> scores,
            Map<Pillar, Validation> alike,
            List<String> beatenBy) {

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
        List<Map<Pillar, Validation>> alike = alike(List.copyOf(scorecards.values()));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> beatenBy = new ArrayList<>();
            for (int j = 0; j < names.size(); j++) {
                if (i != j && beats(scores.get(j), scores.get(i))) {
                    beatenBy.add(names.get(j));
                }
            }
            candidates.add(new Candidate(names.get(i), scores.get(i), alike.get(i), beatenBy));
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

    /// Per version the validations of one validator per pillar, so that one axis holds one measure:
    /// that under which some version has the least room.
    private static List<Map<Pillar, Validation>> alike(List<List<Validation>> versions) {
        Map<Pillar, Validation> hanging = new EnumMap<>(Pillar.class);
        versions.forEach(
                validations ->
                        scores(validations)
                                .forEach(
                                        (pillar, score) ->
                                                hanging.merge(
                                                        pillar,
                                                        score,
                                                        (a, b) -> room(a) <= room(b) ? a : b)));
        List<Map<Pillar, Validation>> alike = new ArrayList<>();
        for (List<Validation> validations : versions) {
            Map<Pillar, Validation> own = new EnumMap<>(Pillar.class);
            hanging.forEach(
                    (pillar, score) ->
                            validations.stream()
                                    .filter(v -> v.pillar() == pillar)
                                    .filter(v -> method(v).equals(method(score)))
                                    .filter(v -> v.measure().filter(Measure::defined).isPresent())
                                    .findFirst()
                                    .ifPresent(v -> own.put(pillar, v)));
            alike.add(own);
        }
        return alike;
    }

    private static String method(Validation validation) {
        return validation.assessment().method();
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
            List<String> measures = measures(pillar);
            boolean same = measures.size() == 1;
            String named = same ? name(pillar) + ": " + measures.getFirst() : name(pillar);
            List<Object> row = new ArrayList<>(List.of(named));
            for (Candidate candidate : candidates) {
                row.add(
                        Optional.ofNullable(candidate.scores().get(pillar))
                                .map(validation -> cell(validation, !same))
                                .orElse("not judged"));
            }
            rows.add(row);
        }
        List<Object> front = new ArrayList<>(List.of("Pareto front"));
        for (Candidate candidate : candidates) {
            front.add(
                    candidate.front()
                            ? "on it"
                            : "beaten by "
                                    + String.join(", ", candidate.beatenBy())
                                    + (certainlyBeaten(candidate)
                                            ? ""
                                            : ", but within the intervals"));
        }
        rows.add(front);
        return new Evidence("Versions side by side", columns, rows);
    }

    /// Whether a version that beats it has an interval wholly on the better side of its own.
    private boolean certainlyBeaten(Candidate candidate) {
        return candidates.stream()
                .filter(other -> candidate.beatenBy().contains(other.name()))
                .anyMatch(other -> apart(other, candidate));
    }

    private static boolean apart(Candidate better, Candidate worse) {
        for (Pillar pillar : Pillar.values()) {
            Validation one = better.alike().get(pillar);
            Validation other = worse.alike().get(pillar);
            if (one != null && other != null) {
                Interval a = interval(one);
                Interval b = interval(other);
                if (pillar.moreIsBetter() ? a.lower() > b.upper() : a.upper() < b.lower()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Without one, the value itself.
    private static Interval interval(Validation validation) {
        Measure measure = validation.measure().orElseThrow();
        return measure.interval()
                .filter(Interval::defined)
                .orElse(new Interval(measure.value(), measure.value(), 0.95, "none"));
    }

    /// The different measures that a pillar hangs on.
    private List<String> measures(Pillar pillar) {
        return candidates.stream()
                .flatMap(candidate -> Stream.ofNullable(candidate.scores().get(pillar)))
                .map(validation -> validation.measure().orElseThrow().name())
                .distinct()
                .toList();
    }

    private static String cell(Validation validation, boolean named) {
        Measure measure = validation.measure().orElseThrow();
        return Gate.word(validation.verdict())
                + " "
                + NumberText.measure(measure)
                + (named ? ", " + measure.name() : "");
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
            Validation score = candidate.alike().get(pillar);
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
                                measureName(pillar),
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
        List<Figure.Scatter.Span> spans = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Validation across = candidate.alike().get(x);
            Validation up = candidate.alike().get(y);
            if (across != null && up != null) {
                series.add(
                        new Figure.Scatter.Series(
                                candidate.name() + (candidate.front() ? " (front)" : ""),
                                Hue.GROUP,
                                new double[] {across.measure().orElseThrow().value()},
                                new double[] {up.measure().orElseThrow().value()}));
                Interval wide = interval(across);
                Interval high = interval(up);
                spans.add(
                        new Figure.Scatter.Span(
                                across.measure().orElseThrow().value(),
                                up.measure().orElseThrow().value(),
                                wide.lower(),
                                wide.upper(),
                                high.lower(),
                                high.upper()));
            }
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Figure.Scatter(
                                capital(name(x)) + " against " + name(y),
                                "One point per version, with its intervals. The best corner is at"
                                        + " the bottom right: more utility, less risk.",
                                measureName(x),
                                measureName(y),
                                series,
                                spans));
    }

    /// The measure by which versions are drawn; where that of a validator is named after its worst
    /// case, each with its versions: "risk of guessing age (v1), risk of linking (v2)".
    private String measureName(Pillar pillar) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Optional.ofNullable(candidate.alike().get(pillar))
                    .flatMap(Validation::measure)
                    .ifPresent(
                            measure ->
                                    versions.computeIfAbsent(measure.name(), _ -> new ArrayList<>())
                                            .add(candidate.name()));
        }
        return switch (versions.size()) {
            case 0 -> name(pillar);
            case 1 -> versions.keySet().iterator().next();
            default ->
                    versions.entrySet().stream()
                            .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                            .collect(Collectors.joining(", "));
        };
    }
}
