package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

class UtilityOfTimesTest {
    private static final FollowedPeople PLAIN = new FollowedPeople(1.5, 1.5);
    private static final FollowedPeople NOISE = new FollowedPeople(0, 0);

    private static Validation run(Dataset training, Dataset holdout, Dataset synthetic) {
        Utility utility = new Utility();
        return utility.run(
                new ValidationInput(training, Optional.of(holdout), synthetic),
                utility.settings().with(utility.defaults(), "refits", "5"),
                1,
                Progress.NONE);
    }

    private static Map<String, Double> metrics(Validation validation) {
        return validation.assessment().metrics();
    }

    private static Finding finding(Validation validation, String id) {
        return validation.assessment().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFreshSampleIsAsUsefulAsTheRealRows() {
        RandomGenerator random = Streams.of(1, 0);
        Validation validation =
                run(
                        PLAIN.draw(Part.TRAINING, 500, random),
                        PLAIN.draw(Part.HOLDOUT, 800, random),
                        PLAIN.draw(Part.SYNTHETIC, 500, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.PASS);
        assertThat(validation.assessment().severity()).isLessThan(Severity.WARNING);
        assertThat(validation.assessment().notes())
                .anyMatch(note -> note.startsWith("\"months\" is taken as the time until"));
        assertThat(metrics(validation))
                .containsKeys(
                        "utility/tstr/c-index",
                        "utility/trtr/integrated-brier",
                        "utility/augmented/c-index",
                        "utility/ratio/c-index/lower",
                        "utility/ratio/integrated-brier/p-equivalence",
                        "utility/trts/c-index",
                        "utility/tstr/c-index/sex=F",
                        "utility/analysis/sign-agreement");
        assertThat(metrics(validation).get("utility/trtr/c-index")).isBetween(0.75, 0.85);
        assertThat(metrics(validation).get("utility/trtr/integrated-brier")).isLessThan(0.2);
        // The true log hazard ratio.
        assertThat((double) finding(validation, "analysis").evidence().rows().getFirst().get(1))
                .isCloseTo(1.5, within(0.25));
    }

    @Test
    void aCopyOfTheTrainingRowsMakesNoDifferenceAtAll() {
        RandomGenerator random = Streams.of(2, 0);
        Dataset training = PLAIN.draw(Part.TRAINING, 200, random);
        Validation validation =
                run(
                        training,
                        PLAIN.draw(Part.HOLDOUT, 200, random),
                        training.withPart(Part.SYNTHETIC));
        Map<String, Double> metrics = metrics(validation);
        assertThat(metrics.get("utility/ratio/c-index")).isEqualTo(1);
        assertThat(metrics.get("utility/tstr/integrated-brier"))
                .isEqualTo(metrics.get("utility/trtr/integrated-brier"));
        assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    @Test
    void syntheticRowsWithTheOppositeHazardsFail() {
        RandomGenerator random = Streams.of(3, 0);
        Validation validation =
                run(
                        PLAIN.draw(Part.TRAINING, 300, random),
                        PLAIN.draw(Part.HOLDOUT, 300, random),
                        new FollowedPeople(-0.7, -0.7).draw(Part.SYNTHETIC, 300, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(metrics(validation).get("utility/tstr/c-index")).isLessThan(0.5);
        assertThat(finding(validation, "analysis").headline()).contains("differ").contains("age");
    }

    @Test
    void whereRealRowsPredictNothingItCannotTell() {
        RandomGenerator random = Streams.of(4, 0);
        Validation validation =
                run(
                        NOISE.draw(Part.TRAINING, 200, random),
                        NOISE.draw(Part.HOLDOUT, 200, random),
                        NOISE.draw(Part.SYNTHETIC, 200, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("cannot be told");
    }

    @Test
    void aTimeOfAnotherRoleLeavesTheOutcomeAsYesOrNo() {
        RandomGenerator random = Streams.of(5, 0);
        Dataset training = PLAIN.draw(Part.TRAINING, 200, random);
        Validation validation =
                run(
                        training.withSchema(
                                training.schema()
                                        .with("months", column -> column.withRole(Role.IGNORED))),
                        PLAIN.draw(Part.HOLDOUT, 200, random),
                        PLAIN.draw(Part.SYNTHETIC, 200, random));
        assertThat(metrics(validation)).containsKey("utility/tstr/auc");
    }

    @Test
    void syntheticTimesBelowZeroAreLeftOutAndTold() {
        RandomGenerator random = Streams.of(6, 0);
        Dataset synthetic = PLAIN.draw(Part.SYNTHETIC, 200, random);
        double[] months = synthetic.numbers("months").clone();
        Arrays.fill(months, 0, 12, -1);
        List<Column> columns =
                synthetic.schema().names().stream()
                        .map(
                                name ->
                                        name.equals("months")
                                                ? new Column.Numbers(months)
                                                : synthetic.column(name))
                        .toList();
        Validation validation =
                run(
                        PLAIN.draw(Part.TRAINING, 200, random),
                        PLAIN.draw(Part.HOLDOUT, 200, random),
                        new Dataset("synthetic", Part.SYNTHETIC, synthetic.schema(), columns));
        assertThat(validation.assessment().notes())
                .anyMatch(note -> note.contains("12 synthetic rows have no time"));
    }

    /// A finding that warns of one clean table in twenty warns of over 9 among 60 once in 1,000
    /// times.
    @Test
    void freshSamplesAreSeldomAccused() {
        Map<String, Integer> warnings = new TreeMap<>();
        for (int repeat = 0; repeat < 60; repeat++) {
            RandomGenerator random = Streams.of(8, repeat);
            Validation validation =
                    run(
                            PLAIN.draw(Part.TRAINING, 150, random),
                            PLAIN.draw(Part.HOLDOUT, 150, random),
                            PLAIN.draw(Part.SYNTHETIC, 150, random));
            for (Finding finding : validation.assessment().findings()) {
                if (finding.severity().compareTo(Severity.WARNING) >= 0) {
                    warnings.merge(finding.id(), 1, Integer::sum);
                }
            }
        }
        assertThat(warnings.values()).allMatch(count -> count <= 9);
    }
}
