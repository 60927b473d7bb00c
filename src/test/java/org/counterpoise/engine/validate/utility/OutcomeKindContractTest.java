package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What utility must do for outcomes that are not yes or no, as the contract test of validators
/// asks for those that are.
class OutcomeKindContractTest {

    private static Dataset people(OutcomeKind kind, Part part, int rows, int seed) {
        RandomGenerator random = Streams.of(seed, 0);
        return kind == OutcomeKind.NUMBER
                ? new MeasuredPeople(2, 2).draw(part, rows, random)
                : new FollowedPeople(1, 1).draw(part, rows, random);
    }

    private static ValidationInput against(OutcomeKind kind, Dataset synthetic) {
        return new ValidationInput(
                people(kind, Part.TRAINING, 120, 1),
                Optional.of(people(kind, Part.HOLDOUT, 100, 2)),
                synthetic);
    }

    private static Validation run(ValidationInput input, Progress progress) {
        Utility utility = new Utility();
        return utility.run(input, utility.defaults(), 7, progress);
    }

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "SURVIVAL"})
    void theKindIsFound(OutcomeKind kind) {
        assertThat(OutcomeKind.of(people(kind, Part.TRAINING, 50, 1))).isEqualTo(kind);
    }

    /// Every number replaced by one value, or by none.
    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "SURVIVAL"})
    void degenerateTablesAreJudgedOrLeftOut(OutcomeKind kind) {
        Dataset plain = people(kind, Part.SYNTHETIC, 60, 3);
        List<Dataset> hard = new ArrayList<>(List.of(people(kind, Part.SYNTHETIC, 1, 3)));
        for (double value : new double[] {60, 1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            List<Column> columns = new ArrayList<>();
            for (String name : plain.schema().names()) {
                double[] same = new double[plain.rows()];
                Arrays.fill(same, value);
                columns.add(
                        plain.column(name) instanceof Column.Numbers
                                ? new Column.Numbers(same)
                                : plain.column(name));
            }
            hard.add(new Dataset("hard", Part.SYNTHETIC, plain.schema(), columns));
        }
        for (Dataset synthetic : hard) {
            Validation judged = run(against(kind, synthetic), Progress.NONE);
            assertThat(judged.verdict()).isNotEqualTo(Verdict.PASS);
            ValidationInput real =
                    new ValidationInput(
                            synthetic.withPart(Part.TRAINING),
                            Optional.of(people(kind, Part.HOLDOUT, 40, 2)),
                            plain);
            assertThat(run(real, Progress.NONE).sentence()).isNotBlank();
            ValidationInput held =
                    new ValidationInput(
                            people(kind, Part.TRAINING, 60, 1),
                            Optional.of(synthetic.withPart(Part.HOLDOUT)),
                            plain);
            assertThat(run(held, Progress.NONE).sentence()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "SURVIVAL"})
    void cancellingTakesEffectAtTheNextQuestion(OutcomeKind kind) {
        ValidationInput input = against(kind, people(kind, Part.SYNTHETIC, 100, 3));
        CountedProgress.assertStops(10, progress -> run(input, progress));
    }

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "SURVIVAL"})
    void theResultDoesNotDependOnTheNumberOfThreads(OutcomeKind kind) {
        int before = Parallel.threads();
        ValidationInput input = against(kind, people(kind, Part.SYNTHETIC, 100, 3));
        try {
            Parallel.setThreads(1);
            Validation one = run(input, Progress.NONE);
            Parallel.setThreads(2);
            assertThat(run(input, Progress.NONE))
                    .usingRecursiveComparison()
                    .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                    .isEqualTo(one);
        } finally {
            Parallel.setThreads(before);
        }
    }
}
