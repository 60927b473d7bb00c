package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.data.Fixtures.codes;
import static org.counterpoise.engine.data.Fixtures.withOutcome;

import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The notes catch what ought to be caught, and leave honest predictors alone.
class DatasetNotesTest {

    private static List<DatasetNote> notes(Dataset data) {
        return DatasetNotes.of(data, Progress.NONE);
    }

    private static List<String> columns(List<DatasetNote> notes, DatasetNote.Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .flatMap(note -> note.columns().stream())
                .toList();
    }

    private static ColumnInfo change(List<DatasetNote> notes, String column) {
        return notes.stream()
                .flatMap(note -> note.changes().stream())
                .filter(info -> info.name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void flchainLeaksItsOutcomeThroughChapterAndFutimeOnly() {
        Dataset data = withOutcome(Fixtures.sample("flchain.csv"), "death", "1");
        List<DatasetNote> notes = notes(data);
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE))
                .containsExactlyInAnyOrder("chapter", "futime");
        assertThat(change(notes, "chapter").role()).isEqualTo(Role.IGNORED);
        assertThat(change(notes, "futime").role()).isEqualTo(Role.TIME);
        assertThat(columns(notes, DatasetNote.Kind.PROTECTED)).containsExactly("age", "sex");
        assertThat(change(notes, "age").binning()).contains(new Binning(List.of(60.0, 70.0, 80.0)));
    }

    @Test
    void wellsOnPlatesAreToldByWhatTheirCellsHold() {
        List<DatasetNote> notes = notes(Fixtures.sample("screen_plates.csv"));
        assertThat(columns(notes, DatasetNote.Kind.PLATE))
                .containsExactlyInAnyOrder("well", "plate", "signal", "content");
        assertThat(change(notes, "well").role()).isEqualTo(Role.WELL);
        assertThat(change(notes, "plate").role()).isEqualTo(Role.PLATE);
        assertThat(change(notes, "signal").role()).isEqualTo(Role.READOUT);
        assertThat(change(notes, "content").role()).isEqualTo(Role.CONTROL);
        assertThat(columns(notes(Fixtures.sample("flchain.csv")), DatasetNote.Kind.PLATE))
                .isEmpty();
    }

    @Test
    void smilesAreToldFromWords() {
        List<DatasetNote> notes = notes(Fixtures.sample("nci5k_smiles.csv"));
        assertThat(columns(notes, DatasetNote.Kind.MOLECULE)).containsExactly("smiles");
        assertThat(change(notes, "smiles").role()).isEqualTo(Role.MOLECULE);
    }

    @Test
    void withoutAnOutcomeOneIsProposedAndNoLeakIsNoted() {
        List<DatasetNote> notes = notes(Fixtures.sample("flchain.csv"));
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE)).isEmpty();
        assertThat(columns(notes, DatasetNote.Kind.OUTCOME)).containsExactly("death");
        assertThat(change(notes, "death").positive()).contains("1");
        assertThat(columns(notes(Fixtures.sample("survey_nhanes.csv")), DatasetNote.Kind.OUTCOME))
                .containsExactly("HI_CHOL");
    }

    @Test
    void aSurveyShowsItsWeightAndItsProtectedAttributes() {
        List<DatasetNote> notes = notes(Fixtures.sample("survey_nhanes.csv"));
        assertThat(columns(notes, DatasetNote.Kind.WEIGHT)).containsExactly("WTMEC2YR");
        assertThat(columns(notes, DatasetNote.Kind.PROTECTED))
                .containsExactly("race", "agecat", "RIAGENDR");
    }

    @Test
    void transplantsShowTheirTimeAndTheirRowNumbers() {
        List<DatasetNote> notes = notes(withOutcome(Fixtures.sample("kidtran.csv"), "delta", "1"));
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE)).containsExactly("time");
        assertThat(columns(notes, DatasetNote.Kind.IDENTIFIER)).containsExactly("obs");
        assertThat(columns(notes, DatasetNote.Kind.PROTECTED))
                .containsExactly("gender", "race", "age");
    }

    @Test
    void columnsWithAnotherRoleAreLeftAlone() {
        Dataset data = withOutcome(Fixtures.sample("flchain.csv"), "death", "1");
        Dataset marked =
                data.withSchema(
                        data.schema()
                                .with("chapter", info -> info.withRole(Role.IGNORED))
                                .with("futime", info -> info.withRole(Role.TIME))
                                .with("sex", info -> info.withRole(Role.PROTECTED)));
        assertThat(notes(marked))
                .extracting(DatasetNote::kind)
                .doesNotContain(DatasetNote.Kind.LEAKAGE);
        assertThat(columns(notes(marked), DatasetNote.Kind.PROTECTED)).containsExactly("age");
    }

    /// An outcome in every fifth of 500 rows, beside one more column.
    private static Dataset beside(ColumnInfo info, Column column) {
        int[] outcome = new int[500];
        Arrays.setAll(outcome, row -> row % 5 == 0 ? 1 : 0);
        Dataset data =
                Fixtures.table(
                        ColumnInfo.of("y", ColumnType.CATEGORY),
                        codes(List.of("no", "yes"), outcome));
        return withOutcome(data.with(info, column), "y", "yes");
    }

    @ParameterizedTest
    @CsvSource({"0.05, true", "0.5, false", "0.9, false"})
    void aNumberIsALeakOnlyWhenItNearlyDeterminesTheOutcome(double noise, boolean leak) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[500];
        Arrays.setAll(values, row -> (row % 5 == 0 ? 1 : 0) + noise * random.nextGaussian());
        List<DatasetNote> notes =
                notes(beside(ColumnInfo.of("lab", ColumnType.REAL), new Column.Numbers(values)));
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE).contains("lab")).isEqualTo(leak);
    }

    @Test
    void aColumnFilledForSomePositivesOnlyIsALeak() {
        int[] codes = new int[500];
        Arrays.setAll(codes, row -> row % 5 == 0 && row % 3 != 0 ? row % 2 : -1);
        List<DatasetNote> notes =
                notes(
                        beside(
                                ColumnInfo.of("cause", ColumnType.CATEGORY),
                                codes(List.of("a", "b"), codes)));
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE)).containsExactly("cause");
    }

    @Test
    void valuesMissingAtRandomAreNoLeak() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[500];
        Arrays.setAll(values, row -> random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian());
        List<DatasetNote> notes =
                notes(beside(ColumnInfo.of("lab", ColumnType.REAL), new Column.Numbers(values)));
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE)).isEmpty();
    }

    @Test
    void aCategoryOfSingleRowsIsNoLeakButACopyOfTheOutcomeIs() {
        List<String> names = new ArrayList<>();
        int[] own = new int[500];
        int[] copy = new int[500];
        for (int row = 0; row < 500; row++) {
            names.add("p" + row);
            own[row] = row;
            copy[row] = row % 5 == 0 ? 1 : 0;
        }
        Dataset data =
                beside(ColumnInfo.of("person", ColumnType.CATEGORY), codes(names, own))
                        .with(
                                ColumnInfo.of("status", ColumnType.CATEGORY),
                                codes(List.of("alive", "dead"), copy));
        List<DatasetNote> notes = notes(data);
        assertThat(columns(notes, DatasetNote.Kind.LEAKAGE)).containsExactly("status");
        assertThat(columns(notes, DatasetNote.Kind.IDENTIFIER)).containsExactly("person");
    }

    @Test
    void oddColumnsAndRepeatedRowsAreNoted() {
        Dataset data =
                Fixtures.numbers("x", 1, 2, 1, 1, Double.NaN, Double.NaN)
                        .with(
                                ColumnInfo.of("same", ColumnType.CATEGORY),
                                codes(List.of("only"), 0, 0, 0, 0, 0, 0))
                        .with(
                                ColumnInfo.of("none", ColumnType.TEXT),
                                new Column.Texts(new String[6]));
        List<DatasetNote> notes = notes(data);
        assertThat(columns(notes, DatasetNote.Kind.CONSTANT)).containsExactly("same");
        assertThat(columns(notes, DatasetNote.Kind.ALL_MISSING)).containsExactly("none");
        assertThat(notes.stream().filter(n -> n.kind() == DatasetNote.Kind.DUPLICATE_ROWS))
                .singleElement()
                .extracting(DatasetNote::headline)
                .isEqualTo("3 rows repeat an earlier one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight", "WT", "body_weight"})
    void aBodyWeightIsNoSurveyWeight(String name) {
        double[] kilograms = new double[60];
        Arrays.setAll(kilograms, i -> 48.5 + i);
        assertThat(columns(notes(Fixtures.numbers(name, kilograms)), DatasetNote.Kind.WEIGHT))
                .isEmpty();
        double[] normalised = new double[60];
        Arrays.setAll(normalised, i -> 0.5 + i / 60.0);
        assertThat(columns(notes(Fixtures.numbers(name, normalised)), DatasetNote.Kind.WEIGHT))
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "dosage", "sexton", "trace", "image", "package_id_note"})
    void wordsInsideOtherWordsMarkNothing(String name) {
        double[] values = new double[60];
        Arrays.setAll(values, i -> i % 7);
        assertThat(columns(notes(Fixtures.numbers(name, values)), DatasetNote.Kind.PROTECTED))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "Age", "AgeYears", "age_at_diagnosis", "patientAge"})
    void agesAreFoundHoweverTheyAreWritten(String name) {
        double[] values = new double[80];
        Arrays.setAll(values, i -> 18.5 + i);
        assertThat(columns(notes(Fixtures.numbers(name, values)), DatasetNote.Kind.PROTECTED))
                .containsExactly(name);
    }

    @Test
    void anEmptyTableHasNoNotes() {
        assertThat(notes(Fixtures.numbers("x"))).isEmpty();
        assertThat(notes(new Dataset("t", Part.WHOLE, new Schema(List.of()), List.of()))).isEmpty();
    }

    @Test
    void theAreaUnderTheCurveCountsPairsAndTies() {
        // Positives 3, 2, 1 against negatives 2, 0: wins 2 + 1½ + 1 of 6 pairs.
        BinaryOutcome outcome = new BinaryOutcome("y", "1", new byte[] {1, 1, 1, 0, 0, -1, 1});
        double[] values = {3, 2, 1, 2, 0, 9, Double.NaN};
        assertThat(Separation.auc(values, outcome)).isCloseTo(4.5 / 6, within(1e-15));
        assertThat(Separation.auc(values, new BinaryOutcome("y", "1", new byte[7]))).isNaN();
    }

    @Test
    void aSuggestedChangeKeepsTheRestOfTheColumn() {
        Dataset data =
                Fixtures.table(
                        ColumnInfo.of("sex", ColumnType.CATEGORY).withLabel("Sex at birth"),
                        codes(List.of("F", "M"), 0, 1, 1));
        assertThat(change(notes(data), "sex"))
                .isEqualTo(
                        new ColumnInfo(
                                "sex",
                                ColumnType.CATEGORY,
                                Role.PROTECTED,
                                MeasurementLevel.NOMINAL,
                                "",
                                "Sex at birth",
                                Optional.empty(),
                                Optional.empty()));
    }
}
