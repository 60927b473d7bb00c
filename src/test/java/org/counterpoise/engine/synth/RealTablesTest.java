package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The shipped tables, from file to plan to synthetic rows.
class RealTablesTest {

    private static Dataset read(String name) {
        Path file = Path.of("sample-data", name + ".csv");
        return DataReader.read(file, name, Progress.NONE).withPart(Part.TRAINING);
    }

    private static Dataset flchain() {
        Dataset data = read("flchain");
        Schema schema =
                data.schema()
                        .with("death", c -> c.withRole(Role.OUTCOME).withPositive(Optional.of("1")))
                        .with("sex", c -> c.withRole(Role.PROTECTED))
                        .with(
                                "age",
                                c ->
                                        c.withRole(Role.PROTECTED)
                                                .withBinning(
                                                        Optional.of(
                                                                new Binning(
                                                                        List.of(60., 70., 80.)))));
        return data.withSchema(schema);
    }

    private static <S extends Record> FittedSynthesizer fit(Synthesizer<S> method, Dataset data) {
        return method.fit(data, method.defaults(), 7, Progress.NONE);
    }

    private static Synthesis draw(
            String method, Dataset data, SamplingPlan plan, Optional<Benchmark> benchmark) {
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        return Drawing.draw(fit(synthesizer, data), plan, data, benchmark, 7, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smote-nc", "gaussian-copula"})
    void causesOfDeathBelongToTheDead(String method) {
        Dataset data = flchain();
        Dataset drawn = draw(method, data, SamplingPlan.keep(5000), Optional.empty()).data();
        assertThat(drawn.rows()).isEqualTo(5000);
        int[] death = drawn.codes("death").codes();
        int[] chapter = drawn.codes("chapter").codes();
        assertThat(IntStream.range(0, 5000)).allMatch(i -> (chapter[i] < 0) == (death[i] == 0));
        double deaths = Arrays.stream(death).sum() / 5000.0;
        assertThat(deaths).isBetween(.255, .295);
        // The dead of the training set are older by over ten years; so are the drawn ones.
        double[] age = drawn.numbers("age");
        assertThat(meanAge(age, death, 1) - meanAge(age, death, 0)).isBetween(8., 16.);
    }

    private static double meanAge(double[] age, int[] death, int code) {
        return IntStream.range(0, age.length)
                .filter(i -> death[i] == code)
                .mapToDouble(i -> age[i])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smote-nc", "gaussian-copula"})
    void groupsOfATransplantRegisterAreFilledUp(String method) {
        Dataset data = read("kidtran");
        Schema schema =
                data.schema()
                        .with("obs", c -> c.withRole(Role.IDENTIFIER))
                        .with("race", c -> c.withLevel(MeasurementLevel.NOMINAL))
                        .with("delta", c -> c.withRole(Role.OUTCOME));
        SamplingPlan balance =
                new SamplingPlan(
                        SamplingPlan.Goal.BALANCE,
                        List.of("race", "gender"),
                        0,
                        List.of(),
                        SamplingPlan.Result.AUGMENTED);
        Synthesis drawn = draw(method, data.withSchema(schema), balance, Optional.empty());
        // 432 white men are the largest of four groups; 863 patients are real.
        assertThat(drawn.shortfalls()).isEmpty();
        assertThat(drawn.data().rows()).isEqualTo(4 * 432);
        assertThat(OriginColumn.realRows(drawn.data())).hasSize(863);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smote-nc", "gaussian-copula"})
    void aSurveyIsBroughtToItsOwnWeights(String method) {
        Dataset data = read("survey_nhanes");
        Benchmark.Table table = Benchmark.weighted(data, List.of("race"), "WTMEC2YR");
        SamplingPlan match =
                new SamplingPlan(
                        SamplingPlan.Goal.MATCH_BENCHMARK,
                        List.of("race"),
                        10_000,
                        List.of(),
                        SamplingPlan.Result.SYNTHETIC);
        Dataset drawn =
                draw(method, data, match, Optional.of(new Benchmark("weights", List.of(table))))
                        .data();
        long[] counts = drawn.codes("race").counts();
        int level = 0;
        for (double share : table.shares().values()) {
            assertThat(counts[level++] / 10_000.0).isCloseTo(share, within(1e-4));
        }
    }
}
