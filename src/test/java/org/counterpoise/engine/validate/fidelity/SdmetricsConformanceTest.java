package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Our SDMetrics mode against a run of SDMetrics 0.29 on its own example.
class SdmetricsConformanceTest {
    private static final List<String> NAMES =
            List.of(
                    "start_date",
                    "end_date",
                    "salary",
                    "duration",
                    "student_id",
                    "high_perc",
                    "high_spec",
                    "mba_spec",
                    "second_perc",
                    "gender",
                    "degree_perc",
                    "placed",
                    "experience_years",
                    "employability_perc",
                    "mba_perc",
                    "work_experience",
                    "degree_type");
    private static final String KINDS = "ddnnxnccncncnnncc";

    private static Dataset table(String which, Part part) {
        return Tables.read(
                Shared.file("data/conformance/student_placements_" + which + ".csv"),
                part,
                NAMES,
                KINDS);
    }

    private static FidelitySettings compatible() {
        Fidelity fidelity = new Fidelity();
        return fidelity.settings().with(fidelity.defaults(), "compatible", "sdmetrics");
    }

    @Test
    void qualityIsThatOfSdmetrics() {
        ValidationInput input =
                new ValidationInput(
                        table("real", Part.TRAINING),
                        Optional.empty(),
                        table("synthetic", Part.SYNTHETIC));
        Validation validation = new Fidelity().run(input, compatible(), 1, Progress.NONE);
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics.get("fidelity/quality")).isCloseTo(0.7767270753585065, within(1e-12));
        assertThat(metrics.get("fidelity/column-shapes")).isCloseTo(0.851108, within(5e-7));
        assertThat(metrics.get("fidelity/pair-trends")).isCloseTo(0.702346, within(5e-7));
        assertThat(metrics.get("fidelity/ks/experience_years"))
                .isCloseTo(1 - 0.3441860465, within(5e-11));
        assertThat(metrics).doesNotContainKey("fidelity/ks/student_id");
        assertThat(validation.measure().orElseThrow().interval().orElseThrow().defined()).isTrue();
        assertThat(QualityScore.of(input.training(), input.synthetic(), Progress.NONE))
                .isCloseTo(0.7767270753585065, within(1e-12));
    }

    /// As on the command line, without any role: the identifier is recognised, and numbers with few
    /// values stay numbers.
    @Test
    void qualityIsThatOfSdmetricsForFilesAsTheyAre() {
        Dataset real =
                DataReader.read(
                        Shared.file("data/conformance/student_placements_real.csv"),
                        "real",
                        Progress.NONE);
        Dataset synthetic =
                DataReader.readAs(
                        Shared.file("data/conformance/student_placements_synthetic.csv"),
                        real.schema(),
                        "synthetic",
                        Progress.NONE);
        Validation validation =
                new Fidelity()
                        .run(
                                new ValidationInput(real, Optional.empty(), synthetic),
                                compatible(),
                                1,
                                Progress.NONE);
        assertThat(validation.assessment().metrics().get("fidelity/quality"))
                .isCloseTo(0.7767270753585065, within(1e-12));
        assertThat(validation.assessment().notes())
                .anyMatch(note -> note.startsWith("\"student_id\" was left out"));
    }

    @Test
    void everyColumnAndPairIsThatOfSdmetrics() throws IOException {
        AlignedTables tables =
                AlignedTables.of(
                        List.of(table("real", Part.TRAINING), table("synthetic", Part.SYNTHETIC)));
        List<CutColumn> cuts = tables.columns().stream().map(CutColumn::own).toList();
        Map<String, Double> shapes = new HashMap<>();
        cuts.forEach(c -> shapes.put(c.name(), ColumnShape.of(c, true).similarity()));
        Map<String, PairTrend> pairs = new HashMap<>();
        for (PairTrend pair :
                new PairTrends(cuts, compatible(), Progress.NONE).all(Progress.NONE)) {
            pairs.put(cuts.get(pair.first()).name() + " " + cuts.get(pair.second()).name(), pair);
        }

        int columns = 0;
        int compared = 0;
        for (String line :
                Files.readAllLines(
                        Shared.file("methods/expected/sdmetrics_student_placements.txt"))) {
            String[] words = line.strip().split("\\s+");
            if (line.contains("Complement")) {
                assertThat(shapes.get(words[2])).isCloseTo(number(words[4]), within(5e-11));
                columns++;
            } else if (line.contains("Similarity") && words.length == 10) {
                check(Objects.requireNonNull(pairs.get(words[2] + " " + words[3])), words);
                compared++;
            }
        }
        assertThat(columns).isEqualTo(16);
        assertThat(compared).isEqualTo(120);
    }

    private static void check(PairTrend pair, String[] words) {
        boolean counts = words[9].equals("True");
        assertThat(pair.counted()).as(words[2] + " " + words[3]).isEqualTo(counts);
        if (words[4].equals("CorrelationSimilarity")) {
            assertThat(pair.real()).isCloseTo(number(words[6]), within(5e-11));
        } else {
            assertThat(pair.strengthReal()).isCloseTo(number(words[8]), within(5e-11));
        }
        if (counts) {
            assertThat(pair.similarity()).isCloseTo(number(words[5]), within(5e-11));
        }
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
