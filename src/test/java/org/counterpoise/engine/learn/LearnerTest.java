package org.counterpoise.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class LearnerTest {
    private static final Dataset FLCHAIN =
            CsvTable.roles(
                    CsvTable.roles(
                            CsvTable.read(Path.of("sample-data/flchain.csv")),
                            Role.IGNORED,
                            "chapter",
                            "futime"),
                    Role.OUTCOME,
                    "death");
    private static final BinaryOutcome DEATH = BinaryOutcome.of(FLCHAIN, "death");
    private static final List<String> PREDICTORS = Features.of(FLCHAIN).columns();

    private static double auc(byte[] y, double[] scores) {
        double better = 0;
        double pairs = 0;
        int[] rows = IntStream.range(0, y.length).filter(i -> i % 4 == 0 && y[i] >= 0).toArray();
        for (int i : rows) {
            for (int j : rows) {
                if (y[i] == 1 && y[j] == 0) {
                    pairs++;
                    better += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return better / pairs;
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void crossValidatedScoresRankPeopleAndDoNotDependOnThreads(Learner learner) {
        double[] two = cv(learner, 7, Progress.NONE);
        int threads = Parallel.threads();
        Parallel.setThreads(1);
        double[] one = cv(learner, 7, Progress.NONE);
        Parallel.setThreads(threads);
        assertThat(one).isEqualTo(two);
        assertThat(cv(learner, 8, Progress.NONE)).isNotEqualTo(two);
        assertThat(auc(DEATH.values(), two)).isBetween(0.78, 0.90);
    }

    private static double[] cv(Learner learner, long seed, Progress progress) {
        return CrossValidation.scores(FLCHAIN, DEATH, PREDICTORS, learner, 5, seed, progress);
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void stopsWithin200MillisecondsOfACancellation(Learner learner) {
        long start = System.nanoTime();
        Progress stopping =
                new Progress() {
                    @Override
                    public void report(double fraction, String phrase) {}

                    @Override
                    public boolean cancelled() {
                        return System.nanoTime() - start > 15_000_000;
                    }
                };
        assertThatThrownBy(() -> cv(learner, 7, stopping)).isInstanceOf(CancelledException.class);
        assertThat(System.nanoTime() - start).isLessThan(215_000_000);
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void aMissingValueOrAnUnseenLevelIsScored(Learner learner) {
        Predictor model = learner.fit(FLCHAIN, DEATH, PREDICTORS, 1, Progress.NONE);
        Dataset strange =
                CsvTable.of(
                        "strange",
                        FLCHAIN.schema().names().toArray(String[]::new),
                        new String[][] {row("X", ""), row("F", "1e9"), row("", "1")});
        double[] scores = model.predict(strange);
        assertThat(scores).hasSize(3);
        assertThat(DoubleStream.of(scores).allMatch(p -> p >= 0 && p <= 1)).isTrue();
    }

    private static String[] row(String sex, String creatinine) {
        return FLCHAIN.schema().names().stream()
                .map(
                        name ->
                                switch (name) {
                                    case "sex" -> sex;
                                    case "creatinine" -> creatinine;
                                    case "chapter" -> "x";
                                    default -> "1";
                                })
                .toArray(String[]::new);
    }

    @Test
    void oneClassIsExplained() {
        Dataset alive = FLCHAIN.select(rowsWith((byte) 0));
        BinaryOutcome none = new BinaryOutcome("death", "1", new byte[alive.rows()]);
        assertThatThrownBy(
                        () ->
                                Learner.LOGISTIC_REGRESSION.fit(
                                        alive, none, PREDICTORS, 1, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("No row has \"death\" = 1.");
    }

    private static int[] rowsWith(byte value) {
        return IntStream.range(0, FLCHAIN.rows())
                .filter(row -> DEATH.values()[row] == value)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void theHoldoutCannotTeach(Learner learner) {
        Dataset holdout = FLCHAIN.withPart(Part.HOLDOUT);
        assertThatThrownBy(() -> learner.fit(holdout, DEATH, PREDICTORS, 1, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("holdout");
    }

    @Test
    void columnsThatNameThingsAreLeftOutWithANote() {
        String[] names =
                IntStream.range(0, FLCHAIN.rows())
                        .mapToObj(i -> "p" + i % 500)
                        .toArray(String[]::new);
        Dataset wide =
                FLCHAIN.with(ColumnInfo.of("site", ColumnType.CATEGORY), CsvTable.codes(names));
        Features features = Features.of(wide);
        assertThat(features.columns()).doesNotContain("site", "death", "chapter");
        assertThat(features.notes())
                .containsExactly("Models leave out \"site\": it has 500 levels.");
    }

    @Test
    void rowsOfOnePersonAreInOneFold() {
        int n = 200;
        double[] person = IntStream.range(0, n).map(i -> i / 4).asDoubleStream().toArray();
        byte[] y = new byte[n];
        for (int i = 0; i < n; i++) {
            y[i] = (byte) (i / 4 % 3 == 0 ? 1 : 0);
        }
        Dataset data =
                FLCHAIN.select(IntStream.range(0, n).toArray())
                        .with(
                                ColumnInfo.of("person", ColumnType.INTEGER)
                                        .withRole(Role.IDENTIFIER),
                                new Column.Numbers(person));
        int[] folds = CrossValidation.folds(data, new BinaryOutcome("death", "1", y), 5, 3);
        for (int i = 0; i < n; i++) {
            assertThat(folds[i]).isEqualTo(folds[i / 4 * 4]);
        }
        assertThat(IntStream.of(folds).distinct().count()).isEqualTo(5);
    }

    @Test
    void foldsHaveTheSameShareOfEachClass() {
        int[] folds = CrossValidation.folds(FLCHAIN, DEATH, 5, 3);
        for (int fold = 0; fold < 5; fold++) {
            int number = fold;
            double[] members =
                    IntStream.range(0, folds.length)
                            .filter(row -> folds[row] == number)
                            .mapToDouble(row -> DEATH.values()[row])
                            .toArray();
            assertThat(IntStream.range(0, members.length).mapToDouble(i -> members[i]).average())
                    .hasValueCloseTo(0.2755, within(0.001));
        }
    }
}
