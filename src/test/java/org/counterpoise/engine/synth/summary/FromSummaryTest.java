package org.counterpoise.engine.synth.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.SampleTables;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FromSummaryTest {
    private static final int ROWS = 40_000;
    private static final FromSummary METHOD = new FromSummary();

    /// A table of statistics; lines as `column, statistic, level, value`.
    private static Dataset summary(String... lines) {
        return CsvTable.of(
                "published",
                new String[] {"column", "statistic", "level", "value"},
                Arrays.stream(lines)
                        .map(line -> Arrays.copyOf(line.split(", ?", -1), 4))
                        .toArray(String[][]::new));
    }

    private static Dataset trial() {
        return summary(
                "age, mean, , 61.2",
                "age, sd, , 9.5",
                "age, min, , 18",
                "age, max, , 95",
                "crp, quantile, 0.25, 1.2",
                "crp, quantile, 0.5, 3.1",
                "crp, quantile, 0.75, 9.4",
                "crp, min, , 0",
                "crp, missing, , 0.1",
                "hb, mean, , 13.1",
                "hb, sd, , 1.6",
                "stay, mean, , 4",
                "stay, sd, , 5",
                "stay, min, , 0",
                "sex, share, F, 0.38",
                "sex, share, M, 0.62",
                "sex, role, protected, ",
                "age, correlation, crp, 0.3",
                "age, correlation, sex, -0.2");
    }

    private static Synthesis draw(Dataset table, List<Target> targets) {
        return METHOD.fit(table, METHOD.defaults(), 1, Progress.NONE)
                .sample(targets, 5, Progress.NONE);
    }

    private static Dataset draw(Dataset table) {
        return draw(table, List.of(new Target(Map.of(), ROWS))).data();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double correlation(double[] a, double[] b) {
        double[] x = new double[a.length];
        double[] y = new double[a.length];
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i] * b[i])) {
                x[n] = a[i];
                y[n++] = b[i];
            }
        }
        double mx = mean(Arrays.copyOf(x, n));
        double my = mean(Arrays.copyOf(y, n));
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /// Tolerances are four standard errors of 40,000 draws.
    @Test
    void rowsHaveTheStatisticsGiven() {
        Dataset drawn = draw(trial());
        double[] age = drawn.numbers("age");
        assertThat(mean(age)).isCloseTo(61.2, within(4 * 9.5 / 200));
        double deviation =
                Math.sqrt(
                        mean(Arrays.stream(age).map(v -> v * v).toArray())
                                - Math.pow(mean(age), 2));
        assertThat(deviation).isCloseTo(9.5, within(0.2));
        assertThat(Arrays.stream(age)).allMatch(v -> v >= 18 && v <= 95 && v == Math.rint(v));
        double[] crp = drawn.numbers("crp");
        assertThat(Arrays.stream(crp).filter(Double::isNaN).count() / (double) ROWS)
                .isCloseTo(0.1, within(0.006));
        double[] present = Arrays.stream(crp).filter(v -> !Double.isNaN(v)).sorted().toArray();
        assertThat(present[present.length / 4]).isCloseTo(1.2, within(0.1));
        assertThat(present[present.length / 2]).isCloseTo(3.1, within(0.1));
        assertThat(present[present.length * 3 / 4]).isCloseTo(9.4, within(0.3));
        assertThat(present[0]).isGreaterThanOrEqualTo(0);
        assertThat(mean(drawn.numbers("stay"))).isCloseTo(4, within(0.1));
        assertThat(Arrays.stream(drawn.numbers("stay"))).allMatch(v -> v >= 0);
        double[] sex = Arrays.stream(drawn.codes("sex").codes()).asDoubleStream().toArray();
        assertThat(mean(sex)).isCloseTo(0.62, within(0.01));
        assertThat(correlation(age, crp)).isCloseTo(0.3, within(0.02));
        assertThat(correlation(age, sex)).isCloseTo(-0.2, within(0.02));
        assertThat(correlation(age, drawn.numbers("hb"))).isCloseTo(0, within(0.02));
        assertThat(drawn.schema().column("sex").role()).isEqualTo(Role.PROTECTED);
        assertThat(drawn.schema().column("age").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(drawn.schema().column("hb").type()).isEqualTo(ColumnType.REAL);
    }

    /// Of ranks: 2 sin(π ρ / 6) (Pearson 1907). Of two halves: sin(π φ / 2) (Sheppard 1899). Of
    /// normal numbers: itself.
    @ParameterizedTest
    @CsvSource({
        "SPEARMAN, x, y, 0.5, 0.51764",
        "PEARSON, g, h, 0.5, 0.70711",
        "PEARSON, x, y, 0.5, 0.5"
    })
    void latentCorrelationsAreThoseOfClosedForms(
            SummarySettings.Coefficient kind, String a, String b, double given, double latent) {
        Dataset table =
                summary(
                        "x, mean, , 0",
                        "x, sd, , 1",
                        "y, mean, , 5",
                        "y, sd, , 2",
                        "g, share, a, 0.5",
                        "g, share, b, 0.5",
                        "h, share, c, 0.5",
                        "h, share, d, 0.5",
                        a + ", correlation, " + b + ", " + given);
        List<String> notes = new ArrayList<>();
        double[][] found =
                new LatentNormal(SummaryTable.read(table), kind).correlations("t", notes);
        int i = a.equals("x") ? 0 : 2;
        assertThat(found[i][i + 1]).isCloseTo(latent, within(0.006));
        assertThat(notes).isEmpty();
    }

    @Test
    void correlationsThatDoNotFitTogetherAreMadeToAndSaidSo() {
        Dataset table =
                summary(
                        "x, mean, , 0",
                        "x, sd, , 1",
                        "y, mean, , 0",
                        "y, sd, , 1",
                        "z, mean, , 0",
                        "z, sd, , 1",
                        "x, correlation, y, 0.9",
                        "y, correlation, z, 0.9",
                        "x, correlation, z, -0.9");
        assertThat(METHOD.fit(table, METHOD.defaults(), 1, Progress.NONE).notes())
                .anyMatch(note -> note.contains("did not fit together"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age, mean, , 5; age, sd, , -1 | standard deviation is 0 or more",
                "age, mean, , 5; age, sd, , 1; age, min, , 6 | outside its bounds",
                "age, mean, , 5; age, sd, , 9; age, min, , 0; age, max, , 10 | spreads so widely",
                "age, mean, , 5 | needs a standard deviation",
                "age, mode, , 5 | is no statistic",
                "age, mean, , old | is not a number",
                "sex, share, F, 0.4; sex, share, M, 0.4 | sum to 0.800",
                "sex, share, F, 1.4 | between 0 and 1",
                "sex, share, F, 1; sex, mean, , 3; sex, sd, , 1 | shares of levels and statistics",
                "age, missing, , 0.1 | neither a mean nor quantiles nor shares",
                "age, quantile, 0.5, 3; age, quantile, 0.6, 2 | do not rise",
                "age, quantile, 1, 3 | needs its chance",
                "age, mean, , 0; age, sd, , 1; age, correlation, bmi, 0.2 | no other column",
                "a, share, x, 0.99; a, share, y, 0.01; b, share, x, 0.5; b, share, y, 0.5;"
                        + " a, correlation, b, 0.9 | cannot be correlated by 0.90",
                ", mean, , 3 | not said which column"
            })
    void whatMakesNoSenseIsNamed(String lines, String words) {
        assertThatThrownBy(() -> draw(summary(lines.split("; ?"))))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(words);
    }

    @Test
    void otherTablesAreRefusedPlainly() {
        Dataset people = SampleTables.people(20, 0, 1);
        assertThat(METHOD.applicability(people.schema()).reason())
                .contains("column, statistic, level, value");
        assertThatThrownBy(() -> draw(people)).isInstanceOf(UserProblem.class);
        assertThat(METHOD.applicability(trial().schema()).ready()).isTrue();
    }

    @Test
    void groupsAreDrawnByRejectionAndWhatIsNotThereIsSaid() {
        Synthesis drawn =
                draw(
                        trial(),
                        List.of(
                                new Target(Map.of("sex", "F"), 100),
                                new Target(Map.of("sex", "X"), 10)));
        assertThat(drawn.data().rows()).isEqualTo(100);
        assertThat(drawn.data().codes("sex").codes()).containsOnly(0);
        assertThat(drawn.shortfalls()).hasSize(1);
        assertThat(drawn.shortfalls().getFirst().reason()).contains("does not occur");
    }

    @Test
    void theSameSeedGivesTheSameTableOnOneAndTwoThreadsAndWorkCanBeStopped() {
        int threads = Parallel.threads();
        List<String> hashes = new ArrayList<>();
        for (int count : new int[] {1, 2}) {
            Parallel.setThreads(count);
            hashes.add(draw(trial()).hash());
        }
        Parallel.setThreads(threads);
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
        var fitted = METHOD.fit(trial(), METHOD.defaults(), 1, Progress.NONE);
        CountedProgress.assertStops(
                2, progress -> fitted.sample(List.of(new Target(Map.of(), ROWS)), 1, progress));
    }

    @Test
    void aPlanForEveryoneIsDrawnAndMarkedAsSynthetic() {
        Dataset table = trial();
        Dataset made =
                Drawing.draw(
                                METHOD.fit(table, METHOD.defaults(), 1, Progress.NONE),
                                SamplingPlan.keep(500),
                                table,
                                Optional.empty(),
                                2,
                                Progress.NONE)
                        .data();
        assertThat(OriginColumn.syntheticRows(made)).hasSize(500);
    }
}
