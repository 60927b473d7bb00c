package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class VerdictsTest {

    private static Measure measure(double value, double lower, double upper) {
        return Measure.of("m", value, new Interval(lower, upper, 0.95, "bootstrap"), 10);
    }

    private static Validation of(Pillar pillar, Verdict verdict) {
        return new Validation(
                pillar,
                verdict,
                Optional.empty(),
                Optional.empty(),
                "",
                new Assessment("m", "M", List.of(), new TreeMap<>(), List.of()));
    }

    @Test
    void theWholeIntervalDecides() {
        assertThat(Verdicts.atLeast(measure(0.9, 0.86, 0.94), 0.85)).isEqualTo(Verdict.PASS);
        assertThat(Verdicts.atLeast(measure(0.9, 0.80, 0.94), 0.85)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Verdicts.atLeast(measure(0.8, 0.76, 0.84), 0.85)).isEqualTo(Verdict.FAIL);
        assertThat(Verdicts.atMost(measure(0.5, 0.45, 0.55), 0.55)).isEqualTo(Verdict.PASS);
        assertThat(Verdicts.atMost(measure(0.6, 0.56, 0.65), 0.55)).isEqualTo(Verdict.FAIL);
        assertThat(Verdicts.atLeast(Measure.of("m", Double.NaN, 0), 0.5))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void onePillarThatFailsIsEnough() {
        assertThat(
                        Verdicts.sentence(
                                List.of(
                                        of(Pillar.FIDELITY, Verdict.PASS),
                                        of(Pillar.UTILITY, Verdict.LEFT_OUT),
                                        of(Pillar.PRIVACY, Verdict.FAIL))))
                .isEqualTo(
                        "Not ready to release: privacy misses its threshold; utility not judged.");
    }

    @Test
    void whatWasNotJudgedIsNotAPass() {
        assertThat(
                        Verdicts.sentence(
                                List.of(
                                        of(Pillar.FIDELITY, Verdict.PASS),
                                        of(Pillar.UTILITY, Verdict.LEFT_OUT),
                                        of(Pillar.PRIVACY, Verdict.UNDECIDED))))
                .isEqualTo("Not ready to release yet: privacy is undecided; utility not judged.");
        assertThat(
                        Verdicts.sentence(
                                List.of(
                                        of(Pillar.FIDELITY, Verdict.PASS),
                                        of(Pillar.UTILITY, Verdict.PASS),
                                        of(Pillar.PRIVACY, Verdict.PASS))))
                .isEqualTo(
                        "Ready for review: fidelity, utility and privacy meet their thresholds.");
    }

    @Test
    void everyPillarIsRunOrLeftOutWithItsReason() {
        ValidationInput input =
                new ValidationInput(
                        Tables.of(Part.TRAINING).numbers("x", 1, 2, 3, 4).table(),
                        Optional.empty(),
                        Tables.of(Part.SYNTHETIC).numbers("x", 1, 2, 3, 5).table());
        List<Validation> card = Validations.runAll(input, Map.of(), 1, Progress.NONE);
        assertThat(card)
                .extracting(Validation::pillar)
                .containsExactlyElementsOf(
                        Validations.validators().stream().map(Validator::pillar).toList())
                .contains(Pillar.values());
        assertThat(card.get(1).verdict()).isEqualTo(Verdict.LEFT_OUT);
        assertThat(card.get(1).sentence()).contains("no column is marked as the outcome");
    }

    @Test
    void settingsOfAnUnknownValidatorAreTheUsersProblem() {
        ValidationInput input =
                new ValidationInput(
                        Tables.of(Part.TRAINING).numbers("x", 1).table(),
                        Optional.empty(),
                        Tables.of(Part.SYNTHETIC).numbers("x", 1).table());
        assertThatThrownBy(
                        () ->
                                Validations.runAll(
                                        input,
                                        Map.of("beauty", JsonNodeFactory.instance.objectNode()),
                                        1,
                                        Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("fidelity, utility, privacy");
    }
}
