package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class GateTest {

    private static Validation of(Pillar pillar, Verdict verdict) {
        return new Validation(
                pillar,
                verdict,
                Optional.empty(),
                Optional.empty(),
                "",
                new Assessment("m", "t", List.of(), new TreeMap<>(), List.of()));
    }

    private static Gate gate(Verdict... verdicts) {
        List<Validation> validations = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            validations.add(of(Pillar.values()[i], verdicts[i]));
        }
        return Gate.of(validations);
    }

    @Test
    void theFirstStageNotPassedIsNextAndLaterOnesWait() {
        Gate gate = gate(Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.UNDECIDED);
        assertThat(gate.next().orElseThrow().name()).isEqualTo("utility");
        assertThat(gate.stages())
                .extracting(Gate.Stage::waits)
                .containsExactly(false, false, true, true, true);
        assertThat(gate.stages().getLast().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gate.sentence()).startsWith("Next: utility (failed).").contains("outcome");
    }

    @Test
    void onlyWhenEveryPillarIsPassedIsTheUseOpen() {
        Gate gate = gate(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS);
        assertThat(gate.next()).isEmpty();
        assertThat(gate.stages().getLast().passed()).isTrue();
        assertThat(gate.sentence()).contains("people decide");
    }

    @Test
    void aPillarThatNothingJudgedIsNotPassed() {
        Gate gate = gate(Verdict.PASS, Verdict.PASS, Verdict.PASS);
        assertThat(gate.next().orElseThrow().name()).isEqualTo("fairness");
        assertThat(gate.toString()).endsWith("fairness not judged → use not judged");
    }

    @Test
    void onePrivacyValidationThatFailsIsEnough() {
        List<Validation> validations = new ArrayList<>();
        for (Pillar pillar : Pillar.values()) {
            validations.add(of(pillar, Verdict.PASS));
        }
        validations.add(of(Pillar.PRIVACY, Verdict.FAIL));
        assertThat(Gate.of(validations).next().orElseThrow().advice()).startsWith("Do not release");
    }
}
