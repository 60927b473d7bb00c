package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class JsonTest {
    private static final double[] AWKWARD = {
        0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -0.0, 1.0 / 3
    };

    static List<Figure> figures() {
        return List.of(
                new Figure.Histogram(
                        "t",
                        "s",
                        "x",
                        AWKWARD,
                        List.of(new Figure.Histogram.Series("a", Hue.REAL, AWKWARD))),
                new Figure.Bars(
                        "t",
                        "s",
                        "v",
                        true,
                        List.of("F", "<60"),
                        List.of(
                                new Figure.Bars.Series(
                                        "a", Hue.TARGET, AWKWARD, AWKWARD, new double[0]))),
                new Figure.Intervals(
                        "t",
                        "s",
                        "v",
                        false,
                        List.of(new Figure.Intervals.Row("F", Double.NaN, 0, 1, 5, true)),
                        Optional.of(new Figure.Intervals.Reference(0.5, "r")),
                        Optional.empty()),
                new Figure.Curves(
                        "t",
                        "s",
                        "x",
                        "y",
                        true,
                        List.of(new Figure.Curves.Series("a", Hue.GROUP, AWKWARD, AWKWARD, true))),
                new Figure.Heatmap(
                        "t",
                        "s",
                        "l",
                        List.of("r"),
                        List.of("c"),
                        new double[][] {AWKWARD, AWKWARD},
                        -1,
                        1,
                        true),
                new Figure.Scatter(
                        "t",
                        "s",
                        "x",
                        "y",
                        List.of(new Figure.Scatter.Series("a", Hue.SYNTHETIC, AWKWARD, AWKWARD))),
                new Figure.Agreement(
                        "t",
                        "s",
                        "x",
                        "y",
                        AWKWARD,
                        AWKWARD,
                        List.of(new Figure.Agreement.Line("bias", 1, 0, Double.NaN, 2, true)),
                        Optional.of(
                                new Figure.Agreement.Crowd(
                                        new int[AWKWARD.length],
                                        1,
                                        2,
                                        new int[AWKWARD.length],
                                        List.of("F"),
                                        new double[] {0, 1, 0, 1}))),
                new Figure.PlateMap(
                        "t",
                        "s",
                        "l",
                        1,
                        AWKWARD.length,
                        List.of(new Figure.PlateMap.Plate("p", AWKWARD, List.of(0), List.of(0))),
                        -1,
                        1),
                new Figure.Structures(
                        "t",
                        "s",
                        List.of(
                                new Figure.Structures.Structure(
                                        "C=O",
                                        "one",
                                        AWKWARD,
                                        AWKWARD,
                                        List.of("", "O"),
                                        List.of(new int[] {0, 1, 2})))));
    }

    @Test
    void everyKindOfFigureIsTried() {
        assertThat(figures()).hasSameSizeAs(Figure.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figuresReadBackToTheLastBit(Figure figure) throws JsonProcessingException {
        String text = Json.write(figure);
        Figure read = Json.read(text, Figure.class);
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(figure);
        assertThat(Json.write(read)).isEqualTo(text);
    }

    @Test
    void aScorecardReadsBack() throws JsonProcessingException {
        Measure measure =
                Measure.of("AUC", 0.75, new Interval(0.7, Double.NaN, 0.95, "DeLong"), 120)
                        .withTest("permutation", 0.03, 0.06);
        Threshold threshold = new Threshold(0.1, "at most 0.1", "founding guide");
        Finding finding =
                new Finding(
                        "tpr/sex=F",
                        Severity.WARNING,
                        "Women are missed.",
                        "More often than men.",
                        Optional.of(measure),
                        Optional.of(threshold),
                        List.of(
                                new Remedy(
                                        "Generate",
                                        Remedy.Action.GENERATE,
                                        List.of("sex"),
                                        Map.of("sex", "F"))),
                        new Evidence(
                                "c",
                                List.of("a", "b", "c", "d"),
                                List.of(List.of("undefined (n = 0)", 1.5, 7, true))),
                        figures());
        Assessment assessment =
                new Assessment(
                        "performance",
                        "title",
                        List.of(finding),
                        new TreeMap<>(Map.of("a", Double.NaN, "b", 1.0 / 3)),
                        List.of("note"));
        Artifact.Scorecard card =
                new Artifact.Scorecard(
                        List.of(
                                new Validation(
                                        Pillar.UTILITY,
                                        Validation.Verdict.UNDECIDED,
                                        Optional.of(measure),
                                        Optional.empty(),
                                        "sentence",
                                        assessment)),
                        "verdict");
        Artifact.Scorecard read = Json.read(Json.write(card), Artifact.Scorecard.class);
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(card);
        assertThat(ArtifactHash.of(read)).isEqualTo(ArtifactHash.of(card));
    }

    @Test
    void stepsAndProtocolsReadBackAndHoldNoData() throws JsonProcessingException {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.runAll(project);
            Protocol protocol = Protocol.of(project);
            String text = protocol.toJson();
            assertThat(Json.read(text, Protocol.class)).isEqualTo(protocol);
            // Every row has its own "obs"; times of follow-up run to 3434 days.
            assertThat(text).doesNotContain("3434").doesNotContain("3275");
        }
    }
}
