package org.counterpoise.engine.synth.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.Synthesizer;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class OversamplingAdviceTest {

    /// 60 rare rows around `distance` and 600 others around 0, all normal in two columns; of the
    /// rare ones a share lies among the others.
    private static Dataset clouds(double distance, double scattered) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[660];
        double[] y = new double[660];
        int[] outcome = new int[660];
        for (int i = 0; i < 660; i++) {
            outcome[i] = i < 60 ? 1 : 0;
            double centre = i < 60 && i >= 60 * scattered ? distance : 0;
            x[i] = centre + random.nextGaussian();
            y[i] = centre + random.nextGaussian();
        }
        return marked(
                table(
                        real("x"),
                        numbers(x),
                        real("y"),
                        numbers(y),
                        category("ill"),
                        codes(List.of("no", "yes"), outcome)),
                "ill");
    }

    private static Dataset marked(Dataset data, String outcome) {
        return data.withSchema(data.schema().with(outcome, c -> c.withRole(Role.OUTCOME)));
    }

    private static OversamplingAdvice advice(Dataset data) {
        OversamplingAdvice advice = OversamplingAdvice.of(data, Progress.NONE);
        assertThat(advice.choices()).allSatisfy(c -> Catalogue.find(Synthesizer.class, c.method()));
        return advice;
    }

    @Test
    void aClassByItselfIsSafeAndFilledUpPlainly() {
        OversamplingAdvice advice = advice(clouds(8, 0));
        assertThat(advice.safe()).isGreaterThan(.95);
        assertThat(advice.choices().getFirst().method()).isEqualTo("smote-nc");
        assertThat(advice.rareClass()).isEqualTo("ill = yes");
        assertThat(advice.count()).isEqualTo(60);
    }

    @Test
    void aClassAtABorderIsFilledUpThere() {
        assertThat(advice(clouds(2, 0)).choices().getFirst().method())
                .isEqualTo("borderline-smote");
    }

    @Test
    void aScatteredClassIsCleanedAndItsLabelsDoubted() {
        OversamplingAdvice advice = advice(clouds(8, .5));
        assertThat(advice.noise()).isCloseTo(.5, within(.1));
        assertThat(advice.choices().getFirst().method()).isEqualTo("smote-enn");
        assertThat(advice.remarks()).anyMatch(text -> text.contains("labelling"));
    }

    @Test
    void thresholdsAndWeightsAreAlwaysMentioned() {
        assertThat(advice(clouds(2, 0)).remarks()).anyMatch(text -> text.contains("threshold"));
    }

    @Test
    void evenClassesAndASingleOneNeedNothing() {
        Dataset even =
                marked(
                        table(
                                real("x"),
                                numbers(1, 2, 3, 4),
                                category("y"),
                                codes(List.of("a", "b"), 0, 1, 0, 1)),
                        "y");
        assertThat(advice(even).choices()).isEmpty();
        assertThat(advice(even).remarks()).anyMatch(text -> text.contains("even enough"));
        Dataset one =
                marked(
                        table(
                                real("x"),
                                numbers(1, 2),
                                category("y"),
                                codes(List.of("a", "b"), 0, 0)),
                        "y");
        assertThat(advice(one).choices()).isEmpty();
    }

    @Test
    void fewerRowsThanNeighboursAreCopied() {
        Dataset data =
                marked(
                        table(
                                real("x"),
                                numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                                category("y"),
                                codes(List.of("a", "b"), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1)),
                        "y");
        assertThat(advice(data).choices().getFirst().method()).isEqualTo("random-oversampling");
    }

    /// On a line: six rare rows side by side, whose five nearest are each other; two by themselves
    /// between others, whose nearest are four others and the second of them; one alone.
    @Test
    void kindsOfRowsAreToldByTheirFiveNearest() {
        double[] x = new double[60];
        int[] y = new int[60];
        double[] rare = {0, 1, 2, 3, 4, 5, 1000, 1001, 2000};
        System.arraycopy(rare, 0, x, 0, 9);
        Arrays.fill(y, 0, 9, 1);
        for (int i = 9; i < 60; i++) {
            x[i] = (i % 2 == 0 ? 1000 : 2000) + (i % 3 == 0 ? -3 : 4) - i / 100.0;
        }
        OversamplingAdvice advice =
                advice(
                        marked(
                                table(
                                        real("x"),
                                        numbers(x),
                                        category("y"),
                                        codes(List.of("a", "b"), y)),
                                "y"));
        assertThat(advice.judged()).isEqualTo(9);
        assertThat(advice.safe()).isCloseTo(6 / 9.0, within(1e-12));
        assertThat(advice.borderline()).isZero();
        assertThat(advice.noise()).isCloseTo(3 / 9.0, within(1e-12));
    }

    @Test
    void withoutAnOutcomeItSaysWhatToMark() {
        Dataset data = table(real("x"), numbers(1, 2));
        assertThatThrownBy(() -> advice(data))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("class");
    }
}
