package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class TradeOffTest {

    private static Validation of(Pillar pillar, String measure, double value, double limit) {
        return new Validation(
                pillar,
                Verdict.PASS,
                Optional.of(Measure.of(measure, value, 100)),
                Optional.of(new Threshold(limit, "", "")),
                "",
                new Assessment("m", "t", List.of(), new TreeMap<>(), List.of()));
    }

    private static List<Validation> version(double fidelity, double utility, double risk) {
        return List.of(
                of(Pillar.FIDELITY, "quality", fidelity, 0.9),
                of(Pillar.UTILITY, "ratio", utility, 0.95),
                of(Pillar.PRIVACY, "risk", risk, 0.05));
    }

    private static TradeOff tradeOff() {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        versions.put("faithful", version(0.99, 0.99, 0.04));
        versions.put("private", version(0.9, 0.95, 0.01));
        versions.put("worse", version(0.89, 0.94, 0.02));
        return TradeOff.of(versions);
    }

    @Test
    void onlyWhatIsBeatenInEverythingLeavesTheFront() {
        assertThat(tradeOff().candidates())
                .extracting(TradeOff.Candidate::front)
                .containsExactly(true, true, false);
        assertThat(tradeOff().candidates().getLast().beatenBy()).containsExactly("private");
        assertThat(tradeOff().sentence()).contains("faithful, private");
    }

    @Test
    void ofSeveralPrivacyMeasuresTheOneNearestItsThresholdCounts() {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        versions.put(
                "a",
                List.of(
                        of(Pillar.PRIVACY, "AUC", 0.51, 0.55),
                        of(Pillar.PRIVACY, "risk", 0.05, 0.05)));
        assertThat(TradeOff.of(versions).candidates().getFirst().scores())
                .hasEntrySatisfying(
                        Pillar.PRIVACY,
                        score ->
                                assertThat(score.measure().orElseThrow().name()).isEqualTo("risk"));
    }

    @Test
    void equalVersionsAreBothOnTheFrontAndEveryPillarHasAStrip() {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        versions.put("a", version(0.9, 0.9, 0.1));
        versions.put("b", version(0.9, 0.9, 0.1));
        TradeOff equal = TradeOff.of(versions);
        assertThat(equal.candidates()).allMatch(TradeOff.Candidate::front);
        // Fidelity, utility and privacy, then utility against privacy; fairness was not judged.
        assertThat(equal.figures()).hasSize(4);
        assertThat(equal.table().rows()).hasSize(5);
    }

    private static Validation by(String method, double value, double half, double limit) {
        return new Validation(
                Pillar.PRIVACY,
                Verdict.PASS,
                Optional.of(
                        Measure.of(
                                method,
                                value,
                                new Interval(value - half, value + half, 0.95, "t"),
                                100)),
                Optional.of(new Threshold(limit, "", "")),
                "",
                new Assessment(method, "t", List.of(), new TreeMap<>(), List.of()));
    }

    @Test
    void oneAxisHoldsOneMeasureAndTheIntervalsAreDrawn() {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        Validation utility = of(Pillar.UTILITY, "ratio", 0.97, 0.95);
        versions.put(
                "a", List.of(by("auc", 0.5, 0.01, 0.55), by("risk", 0.04, 0.01, 0.05), utility));
        versions.put(
                "b", List.of(by("auc", 0.6, 0.01, 0.55), by("risk", 0.01, 0.01, 0.05), utility));
        TradeOff tradeOff = TradeOff.of(versions);
        // "b" fails by its AUC, and "a" is drawn by its AUC too, though its risk has less room.
        assertThat(tradeOff.candidates())
                .extracting(c -> method(c.alike()))
                .containsExactly("auc", "auc");
        Figure.Scatter plane = (Figure.Scatter) tradeOff.figures().getLast();
        assertThat(plane.yLabel()).isEqualTo("auc");
        assertThat(plane.spans()).hasSize(2);
        assertThat(plane.spans().getLast().yUpper()).isEqualTo(0.61);
    }

    @Test
    void aMeasureNamedAfterItsWorstCaseIsNamedForEachVersion() {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        versions.put("a", List.of(of(Pillar.FIDELITY, "risk of guessing age", 0.95, 0.9)));
        versions.put("b", List.of(of(Pillar.FIDELITY, "risk of linking", 0.96, 0.9)));
        Figure.Intervals strip = (Figure.Intervals) TradeOff.of(versions).figures().getFirst();
        assertThat(strip.valueLabel()).isEqualTo("risk of guessing age (a), risk of linking (b)");
    }

    private static String method(Map<Pillar, Validation> alike) {
        return Optional.ofNullable(alike.get(Pillar.PRIVACY))
                .map(v -> v.assessment().method())
                .orElse("");
    }

    @Test
    void aVersionBeatenWithinTheIntervalsIsSaidToBe() {
        assertThat(front(0.005)).isEqualTo("beaten by a");
        assertThat(front(0.02)).isEqualTo("beaten by a, but within the intervals");
    }

    private static Object front(double half) {
        Map<String, List<Validation>> versions = new LinkedHashMap<>();
        versions.put("a", List.of(by("risk", 0.01, half, 0.05)));
        versions.put("b", List.of(by("risk", 0.03, half, 0.05)));
        return TradeOff.of(versions).table().rows().getLast().getLast();
    }
}
