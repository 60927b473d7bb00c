package org.counterpoise.engine.validate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Against Anonymeter's own numbers, closed forms, and leaks of known size.
class PrivacyAttacksTest {
    private static final Path CONFORMANCE =
            Path.of(System.getProperty("counterpoise.shared", "../shared"), "data/conformance");

    /// Of `tests/test_confidence.py` of Anonymeter 1.0.
    @ParameterizedTest
    @CsvSource({
        "23, 100, 0.95, 0.23998824451588613, 0.08155558571285167",
        "100, 100, 0.95, 0.9815032508965071, 0.01849674910349284"
    })
    void ratesAreWilsons(double hits, long n, double confidence, double value, double error) {
        SuccessRate rate = new SuccessRate(hits, n, confidence);
        assertThat(rate.value()).isCloseTo(value, within(1e-12));
        assertThat(rate.error()).isCloseTo(error, within(1e-12));
    }

    /// 30 of 500 attacks against 10 of 500 on the control, at 95 %.
    @Test
    void residualRiskIsThatOfTheReference() {
        ResidualRisk risk =
                new ResidualRisk(new SuccessRate(30, 500, .95), new SuccessRate(10, 500, .95));
        assertThat(risk.value()).isCloseTo(0.040656957115780615, within(1e-12));
        assertThat(risk.interval().lower()).isCloseTo(0.015754694174576124, within(1e-12));
        assertThat(risk.interval().upper()).isCloseTo(0.06555922005698511, within(1e-12));
    }

    private static AttackTables tables(double[][] training, double[][] synthetic) {
        List<String> names = IntStream.range(0, training.length).mapToObj(c -> "c" + c).toList();
        boolean[] numeric = new boolean[training.length];
        Arrays.fill(numeric, true);
        return new AttackTables(names, numeric, new double[][][] {training, synthetic});
    }

    private static AttackSettings settings(int neighbours, AttackSettings.Ties ties) {
        return new AttackSettings(0.05, 0.1, 0.1, 2000, 3, neighbours, 0.05, ties, 20_000, 0.95);
    }

    /// Of `tests/test_linkability_evaluator.py`: one of four is linked by the closest row, all by
    /// the two closest.
    @Test
    void linkingIsThatOfTheReference() {
        AttackTables tables =
                tables(
                        new double[][] {{0, 0, 4, 0}, {0, 1, 9, 4}},
                        new double[][] {{0, 1, 4, 9}, {0, 1, 4, 9}});
        int[] all = {0, 1, 2, 3};
        boolean[] first = {true, false};
        assertThat(
                        new Linkability(tables, settings(1, AttackSettings.Ties.FIRST))
                                .successes(AttackTables.TRAINING, all, first, Progress.NONE))
                .isEqualTo(1);
        assertThat(
                        new Linkability(tables, settings(2, AttackSettings.Ties.FIRST))
                                .successes(AttackTables.TRAINING, all, first, Progress.NONE))
                .isEqualTo(4);
        assertThat(Linkability.chance(10, 1)).isCloseTo(0.1, within(1e-12));
        assertThat(Linkability.chance(4, 2)).isCloseTo(1 - 1.0 / 6, within(1e-12));
    }

    /// As the reference reads it: "?" is a level like any other.
    private static Dataset adults(String name) throws IOException {
        List<String[]> lines =
                Files.readAllLines(CONFORMANCE.resolve(name + ".csv")).stream()
                        .map(line -> line.split(",", -1))
                        .toList();
        Tables table = Tables.of(Part.WHOLE);
        for (int c = 0; c < lines.getFirst().length; c++) {
            int column = c;
            String[] cells =
                    lines.stream().skip(1).map(line -> line[column]).toArray(String[]::new);
            if (Arrays.stream(cells).allMatch(cell -> cell.matches("-?\\d+"))) {
                table.numbers(
                        lines.getFirst()[c],
                        Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray());
            } else {
                table.words(lines.getFirst()[c], cells);
            }
        }
        return table.table();
    }

    private static AttackTables adults() throws IOException {
        assumeTrue(Files.exists(CONFORMANCE), "needs ../shared");
        List<Dataset> both =
                List.of(adults("anonymeter_adults_ori"), adults("anonymeter_adults_syn"));
        AlignedTables aligned = AlignedTables.of(both);
        int[] rows = IntStream.range(0, 100).toArray();
        return AttackTables.of(aligned.columns(), List.of(rows, rows));
    }

    /// methods.md §5: Anonymeter's counts on its 100-row fixture, the first of equally close rows
    /// taken; and the range over ties, which the share must lie in.
    @Test
    void guessesAreThoseOfTheReference() throws IOException {
        AttackTables tables = adults();
        Map<String, Integer> expected =
                new TreeMap<>(
                        Map.of(
                                "age",
                                11,
                                "type_employer",
                                57,
                                "education",
                                38,
                                "education_num",
                                63,
                                "marital",
                                69,
                                "occupation",
                                18,
                                "relationship",
                                63,
                                "race",
                                77));
        expected.putAll(
                Map.of(
                        "sex",
                        82,
                        "capital_gain",
                        84,
                        "capital_loss",
                        87,
                        "hr_per_week",
                        29,
                        "country",
                        86,
                        "income",
                        77));
        int[] rows = IntStream.range(0, 100).toArray();
        double[] first =
                new Inference(tables, settings(1, AttackSettings.Ties.FIRST))
                        .successes(AttackTables.TRAINING, rows, Progress.NONE);
        Map<String, Integer> found = new TreeMap<>();
        for (int c = 0; c < first.length; c++) {
            found.put(tables.names().get(c), (int) first[c]);
        }
        assertThat(found).isEqualTo(expected);
        double[] share =
                new Inference(tables, settings(1, AttackSettings.Ties.SHARE))
                        .successes(AttackTables.TRAINING, rows, Progress.NONE);
        assertThat(share[tables.names().indexOf("age")]).isBetween(8.0, 13.0);
        assertThat(share[tables.names().indexOf("race")]).isBetween(75.0, 77.0);
        assertThat(share[tables.names().indexOf("hr_per_week")]).isBetween(27.0, 29.0);
    }

    /// expected/anonymeter_100.txt: 54 queries of one column, of which 18 pick one real person.
    @Test
    void queriesOfOneColumnAreThoseOfTheReference() throws IOException {
        SinglingOut singling = new SinglingOut(adults(), AttackSettings.DEFAULTS, .95, 1);
        List<Query> queries = singling.univariate();
        assertThat(queries).hasSize(54);
        assertThat(singling.hits(queries)).isEqualTo(18);
    }

    /// Of 10 rows, 3 picked, a part of 4: 3 · C(7, 3) / C(10, 4) = 105 / 210.
    @Test
    void theChanceOfExactlyOneIsHypergeometric() {
        assertThat(SinglingOut.exactlyOne(3, 10, 4)).isCloseTo(0.5, within(1e-12));
        assertThat(SinglingOut.exactlyOne(1, 10, 10)).isCloseTo(1, within(1e-12));
        assertThat(SinglingOut.exactlyOne(2, 10, 10)).isZero();
        assertThat(SinglingOut.exactlyOne(1, 10, 5)).isCloseTo(0.5, within(1e-12));
        assertThat(SinglingOut.exactlyOne(0, 10, 5)).isZero();
    }

    @Test
    void leaksAreCaughtAndAFreshSampleIsNotAccused() {
        assertThat(PlantedLeaks.attacked(500, 0, 1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(PlantedLeaks.attacked(500, .1, 2).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(PlantedLeaks.attacked(500, .3, 3).verdict()).isEqualTo(Verdict.FAIL);
        for (long seed = 10; seed < 30; seed++) {
            assertThat(PlantedLeaks.attacked(500, 1, seed).verdict()).isNotEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void withoutAHoldoutNothingIsJudgedButRatesAreGiven() {
        RandomGenerator random = Streams.of(1, 0);
        PrivacyAttacks attacks = new PrivacyAttacks();
        Validation validation =
                attacks.run(
                        new ValidationInput(
                                PlantedLeaks.table(Part.TRAINING, PlantedLeaks.people(200, random)),
                                Optional.empty(),
                                PlantedLeaks.table(
                                        Part.SYNTHETIC, PlantedLeaks.people(200, random))),
                        attacks.defaults(),
                        1,
                        Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("holdout");
        assertThat(validation.assessment().metrics().get("attacks/linkability/training"))
                .isPositive();
        assertThat(validation.assessment().metrics().get("attacks/linkability/risk")).isNaN();
    }
}
