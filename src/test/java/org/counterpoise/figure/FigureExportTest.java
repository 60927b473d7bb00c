package org.counterpoise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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
}
