package org.counterpoise.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class FigureExportTest {
    static Stream<Arguments> usual() {
        return SampleFigures.usual().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Arguments> awkward() {
        return SampleFigures.awkward().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("usual")
    void everyKindIsDrawnLightAndDark(String name, Figure figure) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        Size size = Size.suiting(figure);
        Files.write(folder.resolve(name + ".png"), FigureExport.png(figure, size, 144));
        Files.write(
                folder.resolve(name + "-dark.png"),
                FigureExport.png(FigureCharts.chart(figure, Look.DARK), size, 96));
        Files.writeString(folder.resolve(name + ".svg"), FigureExport.svg(figure, size, "f1"));
        try (var out = Files.newOutputStream(folder.resolve(name + ".pdf"))) {
            FigureExport.pdf(figure, size, out);
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void nothingAndTooMuchAreDrawnToo(String name, Figure figure) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        Size size = Size.suiting(figure);
        Files.write(folder.resolve("odd-" + name + ".png"), FigureExport.png(figure, size, 96));
        assertThat(FigureExport.svg(figure, size, "f1")).contains("<desc");
    }

    @Test
    void theSameFigureGivesTheSameSvgAndIdsCarryThePrefix() {
        Figure figure = SampleFigures.intervals();
        Size size = new Size(120, 80);
        assertThat(FigureExport.svg(figure, size, "a"))
                .isEqualTo(FigureExport.svg(figure, size, "a"));
        assertThat(FigureExport.svg(figure, size, "b"))
                .contains("role=\"img\"")
                .contains("women over 80")
                .doesNotContain("id='a")
                .doesNotContain("#a-");
    }

    @Test
    void pdfIsOnePageOfVectorsWithSearchableText() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureExport.pdf(SampleFigures.intervals(), new Size(100, 60), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(100 / 25.4f * 72, within(0.1f));
            assertThat(new PDFTextStripper().getText(document)).contains("F, 80+", "0.805");
        }
    }

    @Test
    void pngHasTheSizeAndResolutionAskedFor() throws IOException {
        byte[] png = FigureExport.png(SampleFigures.bars(), new Size(50.8, 25.4), 300);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(300);
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("pHYs");
    }

    @Test
    void csvQuotesWhatNeedsItAndKeepsFullPrecision() {
        Figure figure =
                new Figure.Bars(
                        "t",
                        "s",
                        "v",
                        false,
                        List.of("a, \"b\"", "plain"),
                        List.of(
                                new Figure.Bars.Series(
                                        "one",
                                        Hue.REAL,
                                        new double[] {1.0 / 3, Double.NaN},
                                        new double[0],
                                        new double[0])));
        assertThat(FigureExport.csv(figure))
                .isEqualTo(
                        "category,one\r\n\"a, \"\"b\"\"\",0.3333333333333333\r\n"
                                + "plain,undefined (n = 0)\r\n");
        assertThat(FigureExport.tsv(figure)).startsWith("category\tone\r\n");
    }

    @Test
    void aSizeOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Size(5, 80)).isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> new Size(Double.NaN, 80)).isInstanceOf(UserProblem.class);
    }

    @Test
    void everyCharacterTheProgramWritesIsInTheFont() {
        for (Fonts.Weight weight : Fonts.Weight.values()) {
            assertThat(Fonts.of(weight, 12).canDisplayUpTo("–−≥≤×Δχ²⁻³✓●◆▲→…·[]%“”")).isEqualTo(-1);
        }
    }

    @Test
    void digitsAreEquallyWide() {
        double one = TextFit.width("1111", Fonts.of(Fonts.Weight.REGULAR, 100));
        assertThat(TextFit.width("8888", Fonts.of(Fonts.Weight.REGULAR, 100))).isEqualTo(one);
    }
}
