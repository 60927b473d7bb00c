package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Numbers and dates read from bytes are exactly what the JDK reads from text.
class NumberTextTest {

    private static double parse(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return NumberText.parse(bytes, 1, bytes.length - 1, (byte) '.');
    }

    private static double date(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return MomentText.date(bytes, 0, bytes.length);
    }

    private static double moment(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return MomentText.dateTime(bytes, 0, bytes.length);
    }

    @Test
    void everyNumberIsRoundedAsTheJdkRoundsIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text =
                    switch (i % 4) {
                        case 0 -> Double.toString(value);
                        case 1 -> Double.toString(random.nextDouble());
                        case 2 -> Long.toString(random.nextLong()) + "." + random.nextInt(999);
                        default -> (random.nextInt() / 1e3) + "";
                    };
            double expected = Double.parseDouble(text);
            if (Double.isFinite(expected)) {
                assertThat(parse(text)).as(text).isEqualTo(expected + 0.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "+5, 5",
        "-.5, -0.5",
        "5., 5",
        "1e3, 1000",
        "1E-2, 0.01",
        "007, 7",
        "-0, 0"
    })
    void allUsualFormsAreRead(String text, double value) {
        assertThat(parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "+.",
                "1e",
                "1e+",
                "e5",
                "1,5",
                "1.2.3",
                "0x10",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                "1e999",
                "1 2",
                "--1",
                "1-",
                "٣"
            })
    void nothingElseIsANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void everyDayOfFourCenturiesIsRead() {
        for (long day = LocalDate.of(1799, 12, 25).toEpochDay(); day < 92_000; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(date(date.toString())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "1900-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-01-32",
                "2024-1-1",
                "2024-01/01",
                "03/04/2024",
                "2024-01-01x",
                "abcd-ef-gh"
            })
    void impossibleAndAmbiguousDatesAreNotRead(String text) {
        assertThat(date(text)).isNaN();
    }

    @Test
    void timesAreReadWithSecondsFractionsAndOffsets() {
        assertThat(date("31.12.1999")).isEqualTo(date("1999/12/31")).isEqualTo(10956);
        assertThat(moment("1970-01-01T00:01")).isEqualTo(60);
        assertThat(moment("1970-01-01 00:00:01.5")).isEqualTo(1.5);
        assertThat(moment("1970-01-01T01:00:00+01:00")).isZero();
        assertThat(moment("1970-01-01T00:00:00-0130")).isEqualTo(5400);
        assertThat(moment("1970-01-02")).isEqualTo(86_400);
        assertThat(moment("1970-01-01T00:00:00Z")).isZero();
        assertThat(moment("1970-01-01T24:00")).isNaN();
        assertThat(moment("1970-01-01T00:00:60")).isNaN();
        assertThat(moment("1970-01-01T00:00 o'clock")).isNaN();
        assertThat(moment("1970-01-01T0")).isNaN();
    }
}
