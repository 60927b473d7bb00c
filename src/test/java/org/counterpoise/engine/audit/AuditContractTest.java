package org.counterpoise.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every audit in the catalogue keeps to, whatever it is given.
class AuditContractTest {

    static Stream<Audit<?>> audits() {
        return Catalogue.all(Audit.class).stream().map(audit -> (Audit<?>) audit);
    }

    /// A table whose rows come from `row`: outcome, protected attribute, feature. Each row is also
    /// a well of a plate of 96, with the feature as its readout, and has two measurements of it,
    /// two raters' labels, a date and, where it has a group, a note in free text.
    private static Dataset table(int rows, IntFunction<String[]> row) {
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            String[] own = row.apply(i);
            String well = (char) ('A' + i % 96 / 12) + "" + (i % 12 + 1);
            cells[i] =
                    new String[] {
                        own[0],
                        own[1],
                        own[2],
                        "plate" + i / 96,
                        well,
                        own[2],
                        own[2],
                        again(own[2], i),
                        smiles(i),
                        i % 4 == 0 ? "mild" : i % 4 == 1 ? "" : "severe",
                        i % 7 == 0 ? "none" : i % 5 < 2 ? "mild" : "severe"
                    };
        }
        String[] names = {
            "outcome", "group", "x", "plate", "well", "readout", "first", "second", "smiles",
            "rater", "other"
        };
        Dataset data =
                CsvTable.of("table", names, cells)
                        .with(ColumnInfo.of("note", ColumnType.TEXT), notes(cells));
        data = CsvTable.roles(data, Role.OUTCOME, "outcome");
        data = CsvTable.roles(data, Role.PROTECTED, "group");
        data = CsvTable.roles(data, Role.PLATE, "plate");
        data = CsvTable.roles(data, Role.WELL, "well");
        data = CsvTable.roles(data, Role.MEASUREMENT, "first");
        data = CsvTable.roles(data, Role.MEASUREMENT, "second");
        data = CsvTable.roles(data, Role.MEASUREMENT, "rater");
        data = CsvTable.roles(data, Role.MEASUREMENT, "other");
        data = CsvTable.roles(data, Role.MOLECULE, "smiles");
        data = CsvTable.roles(data, Role.READOUT, "readout");
        return data.with(
                ColumnInfo.of("date", ColumnType.DATE).withRole(Role.TIME),
                new Column.Numbers(IntStream.range(0, rows).mapToDouble(i -> i).toArray()));
    }

    private static Column.Texts notes(String[][] cells) {
        @Nullable String[] notes = new String[cells.length];
        for (int i = 0; i < notes.length; i++) {
            boolean none = cells[i][1].isEmpty();
            notes[i] = none ? null : "Seen on day " + i + (i % 4 == 0 ? ", again." : ".");
        }
        return new Column.Texts(notes);
    }

    /// A second measurement, a little off in every third row.
    private static String again(String value, int row) {
        try {
            return row % 3 == 0 ? Double.toString(Double.parseDouble(value) + 0.25) : value;
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /// Chains on a benzene or pyridine ring; every fifth without a ring.
    private static String smiles(int i) {
        String ring = i % 5 == 0 ? "O" : i % 3 == 0 ? "c1ccncc1" : "c1ccccc1";
        return "C".repeat(1 + i % 7) + ring;
    }

    private static Dataset ordinary(int rows) {
        RandomGenerator random = Streams.of(5, rows);
        return table(
                rows,
                i -> {
                    double x = random.nextGaussian();
                    String group = "g" + random.nextInt(3);
                    boolean ill = random.nextDouble() < 1 / (1 + Math.exp(-x));
                    return new String[] {ill ? "yes" : "no", group, Double.toString(x)};
                });
    }

    private static <S extends Record> Assessment run(Audit<S> audit, Dataset data, Progress p) {
        return audit.run(new AuditInput(data, Optional.empty()), audit.defaults(), 7, p);
    }

    /// A clear problem or an assessment that holds together; nothing else.
    private static void problemOrSound(Audit<?> audit, Dataset data) {
        try {
            sound(audit, run(audit, data, Progress.NONE));
        } catch (UserProblem problem) {
            assertThat(problem.what()).endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
        }
    }

    private static void sound(Audit<?> audit, Assessment assessment) {
        assertThat(assessment.method()).isEqualTo(audit.id());
        assertThat(assessment.findings()).isNotEmpty();
        assertThat(assessment.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(assessment.metrics().keySet())
                .isNotEmpty()
                .allMatch(name -> name.startsWith(audit.id().replace('-', '/') + "/"));
        for (Finding finding : assessment.findings()) {
            assertThat(finding.headline()).matches("(?s).*[.?]").doesNotContain("NaN");
            assertThat(finding.explanation()).endsWith(".").doesNotContain("NaN");
            numbersAreDefined(finding.evidence());
            for (Figure figure : finding.figures()) {
                assertThat(figure.title()).isNotEmpty();
                assertThat(figure.summary()).endsWith(".");
                numbersAreDefined(figure.data());
            }
        }
    }

    private static void numbersAreDefined(Evidence evidence) {
        assertThat(evidence.rows())
                .allSatisfy(
                        row ->
                                assertThat(row)
                                        .noneMatch(cell -> cell instanceof Double d && d.isNaN()));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void anOrdinaryTableIsAssessed(Audit<?> audit) {
        sound(audit, run(audit, ordinary(300), Progress.NONE));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void anEmptyTableIsExplained(Audit<?> audit) {
        Dataset empty = ordinary(20).select(new int[0]);
        assertThatThrownBy(() -> run(audit, empty, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("rows");
    }

    @ParameterizedTest
    @MethodSource("audits")
    void oneRowIsHandled(Audit<?> audit) {
        problemOrSound(audit, table(1, i -> new String[] {"yes", "a", "1"}));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void oneGroupIsHandled(Audit<?> audit) {
        problemOrSound(
                audit, table(60, i -> new String[] {i % 2 == 0 ? "yes" : "no", "a", "" + (i % 7)}));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void oneClassIsHandled(Audit<?> audit) {
        problemOrSound(audit, table(40, i -> new String[] {"yes", "g" + i % 2, "" + i}));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void aConstantTableIsHandled(Audit<?> audit) {
        problemOrSound(audit, table(40, i -> new String[] {"yes", "a", "3"}));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void allMissingIsHandled(Audit<?> audit) {
        problemOrSound(audit, table(40, i -> new String[] {"", "", ""}));
        problemOrSound(audit, table(40, i -> new String[] {i % 2 == 0 ? "yes" : "no", "", "" + i}));
        problemOrSound(audit, table(40, i -> new String[] {"", "g" + i % 2, "" + i}));
        problemOrSound(
                audit, table(40, i -> new String[] {i % 2 == 0 ? "yes" : "no", "g" + i % 3, ""}));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void aThousandLevelsAreHandled(Audit<?> audit) {
        RandomGenerator random = Streams.of(9, 1);
        Dataset data =
                table(
                        4000,
                        i ->
                                new String[] {
                                    random.nextBoolean() ? "yes" : "no",
                                    "level" + i % 1000,
                                    Double.toString(random.nextDouble())
                                });
        sound(audit, run(audit, data, Progress.NONE));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void infinitiesAreHandled(Audit<?> audit) {
        Dataset data = ordinary(100);
        double[] x = data.numbers("x").clone();
        x[0] = Double.POSITIVE_INFINITY;
        x[1] = Double.NEGATIVE_INFINITY;
        Dataset infinite =
                data.project(List.of("outcome", "group", "plate", "well"))
                        .with(data.schema().column("x"), new Column.Numbers(x))
                        .with(data.schema().column("readout"), new Column.Numbers(x));
        problemOrSound(audit, infinite);
    }

    @ParameterizedTest
    @MethodSource("audits")
    void whatIsNotMarkedIsExplained(Audit<?> audit) {
        Dataset ungrouped = CsvTable.roles(ordinary(300), Role.FEATURE, "group");
        Dataset unmarked = CsvTable.roles(ungrouped, Role.FEATURE, "outcome");
        for (Dataset data : List.of(ungrouped, unmarked)) {
            Applicability applicability =
                    audit.applicability(new AuditInput(data, Optional.empty()));
            if (applicability.ready()) {
                sound(audit, run(audit, data, Progress.NONE));
            } else {
                assertThat(applicability.reason()).endsWith(".");
                assertThatThrownBy(() -> run(audit, data, Progress.NONE))
                        .isInstanceOf(UserProblem.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("audits")
    void theSeedDecidesAndThreadsDoNot(Audit<?> audit) {
        Dataset data = ordinary(400);
        int threads = Parallel.threads();
        Parallel.setThreads(1);
        Assessment one = run(audit, data, Progress.NONE);
        Parallel.setThreads(2);
        Assessment two = run(audit, data, Progress.NONE);
        Parallel.setThreads(threads);
        assertThat(two.metrics()).isEqualTo(one.metrics());
        assertThat(two.findings().stream().map(f -> f.headline() + f.explanation()).toList())
                .isEqualTo(
                        one.findings().stream().map(f -> f.headline() + f.explanation()).toList());
    }

    @ParameterizedTest
    @MethodSource("audits")
    void cancellingTakesEffectAtTheNextQuestion(Audit<?> audit) {
        Dataset data = ordinary(6_000);
        CountedProgress.assertStops(5, progress -> run(audit, data, progress));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void settingsAndCardAreComplete(Audit<?> audit) {
        audit.settings()
                .fields()
                .forEach(
                        field -> {
                            assertThat(field.about().label()).isNotEmpty();
                            assertThat(field.about().help()).endsWith(".");
                        });
        assertThat(audit.card().citation()).contains("doi:");
        assertThat(audits().filter(other -> other.id().equals(audit.id()))).hasSize(1);
        assertThat(audit.card().limits()).isNotEmpty();
    }
}
