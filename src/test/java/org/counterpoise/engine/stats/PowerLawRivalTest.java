package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.PowerLawRival.Law;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.random.RandomGenerator;

class PowerLawRivalTest {

    /// Clauset, Shalizi and Newman 2009, table 6.3, word use. The log-normal and the stretched
    /// exponential are left out: both come as near to a power law as one likes, and where the
    /// search ends depends on how they are made discrete.
    @Test
    void wordsOfMobyDickAgainstTheOtherLaws() throws IOException {
        Tally words =
                Tally.of(
                        Files.readAllLines(Shared.file("data/conformance/words.txt")).stream()
                                .filter(line -> !line.isBlank())
                                .mapToLong(line -> Math.round(Double.parseDouble(line.strip())))
                                .toArray());
        PowerLaw law = PowerLaw.fit(words).orElseThrow();
        PowerLawRival exponential = PowerLawRival.of(law, words, Law.EXPONENTIAL);
        assertThat(exponential.normalised()).isCloseTo(9.09, within(0.1));
        assertThat(exponential.p()).isLessThan(1e-4);
        PowerLawRival truncated = PowerLawRival.of(law, words, Law.TRUNCATED_POWER_LAW);
        assertThat(truncated.ratio()).isCloseTo(-0.899, within(0.02));
        assertThat(truncated.p()).isCloseTo(0.18, within(0.01));
    }

    /// Counts of another law are recognised, and its parameters are found again.
    @Test
    void aLogNormalIsPreferredWhereItIsPlanted() {
        RandomGenerator random = Streams.of(11, 0);
        long[] counts = new long[5000];
        Arrays.setAll(counts, i -> Math.round(Math.exp(3 + random.nextGaussian())));
        PowerLawRival rival = compared(counts, Law.LOG_NORMAL);
        assertThat(rival.normalised()).isLessThan(-5);
        assertThat(rival.p()).isLessThan(1e-6);
        assertThat(rival.parameters()[0]).isCloseTo(3, within(0.05));
        assertThat(rival.parameters()[1]).isCloseTo(1, within(0.05));
    }

    @Test
    void aStretchedExponentialIsPreferredWhereItIsPlanted() {
        RandomGenerator random = Streams.of(12, 0);
        long[] counts = new long[5000];
        Arrays.setAll(
                counts, i -> (long) (Math.pow(-Math.log(1 - random.nextDouble()), 1 / 0.7) / 0.05));
        PowerLawRival rival = compared(counts, Law.STRETCHED_EXPONENTIAL);
        assertThat(rival.normalised()).isLessThan(-5);
        assertThat(rival.parameters()[0]).isCloseTo(0.05, within(0.005));
        assertThat(rival.parameters()[1]).isCloseTo(0.7, within(0.04));
    }

    /// The power law for everything from 1 on, against another law.
    private static PowerLawRival compared(long[] counts, Law other) {
        Tally tally = Tally.of(counts);
        int n = tally.size();
        double logs = Arrays.stream(counts).filter(c -> c > 0).mapToDouble(Math::log).sum();
        double alpha = PowerLaw.exponent(1, n, logs, 2);
        return PowerLawRival.of(new PowerLaw(1, alpha, 0, 0, n, n), tally, other);
    }
}
