package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Reference data of the paper (Clauset, Shalizi and Newman 2009): its table 6.1 gives xmin 7, α
/// 1.95 and a tail of 2958 for the words of Moby Dick, 12 and 2.4 for terrorism, 230 thousand and
/// 2.3 for blackouts; the further digits are those of methods.md §3.
class PowerLawTest {

    private static double[] reference(String name) throws IOException {
        return Files.readAllLines(Shared.file("data/conformance/" + name)).stream()
                .filter(line -> !line.isBlank())
                .mapToDouble(line -> Double.parseDouble(line.strip()))
                .toArray();
    }

    private static Tally tally(String name) throws IOException {
        return Tally.of(Arrays.stream(reference(name)).mapToLong(Math::round).toArray());
    }

    /// ζ(2, 1) = π²/6, ζ(4, 1) = π⁴/90, ζ(s, q + 1) = ζ(s, q) − q^−s, and Catalan's constant:
    /// ζ(2, ¼) is not in range, so ζ(2, 5/4) = π² + 8G − 16.
    @Test
    void zetaHasItsClosedForms() {
        assertThat(HurwitzZeta.value(2, 1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(HurwitzZeta.value(4, 1)).isCloseTo(Math.pow(Math.PI, 4) / 90, within(1e-14));
        assertThat(HurwitzZeta.value(2, 1.25))
                .isCloseTo(Math.PI * Math.PI + 8 * 0.915965594177219015 - 16, within(1e-13));
        assertThat(HurwitzZeta.value(1.7, 43))
                .isCloseTo(HurwitzZeta.value(1.7, 42) - Math.pow(42, -1.7), within(1e-14));
    }

    /// ζ'(2) = −0.937548254315843753702574, ζ''(2) = 1.98928023429890102342086 (OEIS A073002,
    /// A201994).
    @Test
    void zetaHasItsDerivatives() {
        double[] zeta = HurwitzZeta.derivatives(2, 1);
        assertThat(zeta[0]).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(zeta[1]).isCloseTo(-0.9375482543158438, within(1e-13));
        assertThat(zeta[2]).isCloseTo(1.989280234298901, within(1e-12));
    }

    @Test
    void wordsOfMobyDick() throws IOException {
        PowerLaw law = PowerLaw.fit(tally("words.txt")).orElseThrow();
        assertThat(law.size()).isEqualTo(18_855);
        assertThat(law.xmin()).isEqualTo(7);
        assertThat(law.tail()).isEqualTo(2958);
        assertThat(law.alpha()).isCloseTo(1.95273, within(5e-6));
        assertThat(law.ks()).isCloseTo(0.008253, within(5e-7));
        assertThat(law.standardError()).isCloseTo(0.0175, within(6e-4));
    }

    @Test
    void terrorism() throws IOException {
        PowerLaw law = PowerLaw.fit(tally("terrorism.txt")).orElseThrow();
        assertThat(law.xmin()).isEqualTo(12);
        assertThat(law.tail()).isEqualTo(547);
        assertThat(law.alpha()).isCloseTo(2.36995, within(5e-6));
        assertThat(law.ks()).isCloseTo(0.017686, within(5e-7));
    }

    @Test
    void blackouts() throws IOException {
        ContinuousPowerLaw law = ContinuousPowerLaw.fit(reference("blackouts.txt")).orElseThrow();
        assertThat(law.xmin()).isEqualTo(230_000);
        assertThat(law.tail()).isEqualTo(59);
        assertThat(law.alpha()).isCloseTo(2.27264, within(5e-6));
        assertThat(law.ks()).isCloseTo(0.060674, within(5e-7));
    }

    @Test
    void concentrationOfWords() throws IOException {
        Concentration words =
                Concentration.of(
                        Arrays.stream(reference("words.txt")).mapToLong(Math::round).toArray());
        assertThat(words.recordsOfTop(0.17)).isCloseTo(0.86481, within(1e-4));
        assertThat(words.gini()).isCloseTo(0.84495, within(5e-6));
    }

    /// Four equal choices: Gini 0, effective number 4, Simpson ¼. Counts 4, 3, 2, 1: Gini ¼.
    @Test
    void concentrationHasItsClosedForms() {
        Concentration equal = Concentration.of(new long[] {5, 5, 0, 5, 5});
        assertThat(equal.gini()).isCloseTo(0, within(1e-15));
        assertThat(equal.effectiveNumber()).isCloseTo(4, within(1e-12));
        assertThat(equal.simpson()).isCloseTo(0.25, within(1e-15));
        Concentration steps = Concentration.of(new long[] {1, 4, 2, 3});
        assertThat(steps.gini()).isCloseTo(0.25, within(1e-15));
        assertThat(steps.recordsOfTop(0.5)).isCloseTo(0.7, within(1e-15));
        assertThat(steps.choicesFor(0.7)).isEqualTo(2);
        assertThat(steps.lorenz()).containsExactly(0, 0.1, 0.3, 0.6, 1);
    }

    /// Counts of 415 choices with α = 2: within two standard errors in at least 95 of 100 samples.
    /// The error from the information alone, which takes xmin as known, would be too small.
    @Test
    void theExponentOfSimulatedChoicesIsRecovered() {
        PowerLaw planted = new PowerLaw(1, 2, 0, 0, 415, 415);
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            Tally sample = planted.sample(Tally.of(new long[0]), Streams.of(seed, 1));
            PowerLaw law = PowerLaw.fit(sample).orElseThrow();
            double error = law.plausibility(sample, 100, seed, Progress.NONE).alphaError();
            within += Math.abs(law.alpha() - 2) <= 2 * error ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(95);
    }

    /// Counts around 20 that end sharply: no tail of them is a power law.
    @Test
    void aPowerLawIsPlausibleAndABellIsNot() {
        RandomGenerator random = Streams.of(3, 0);
        Tally law = new PowerLaw(1, 2.2, 0, 0, 2000, 2000).sample(Tally.of(new long[0]), random);
        assertThat(plausibility(law)).isGreaterThan(0.1);
        long[] bell = new long[2000];
        Arrays.setAll(bell, i -> Math.max(1, Math.round(20 + 3 * random.nextGaussian())));
        assertThat(plausibility(Tally.of(bell))).isLessThanOrEqualTo(0.1);
    }

    private static double plausibility(Tally tally) {
        return PowerLaw.fit(tally).orElseThrow().plausibility(tally, 200, 5, Progress.NONE).p();
    }

    @Test
    void plausibilityDoesNotDependOnThreads() {
        Tally law =
                new PowerLaw(1, 2.2, 0, 0, 800, 800)
                        .sample(Tally.of(new long[0]), Streams.of(4, 0));
        int threads = Parallel.threads();
        try {
            Parallel.setThreads(1);
            double one = plausibility(law);
            Parallel.setThreads(2);
            assertThat(plausibility(law)).isEqualTo(one);
        } finally {
            Parallel.setThreads(threads);
        }
    }

    @Test
    void nothingIsFittedToOneDistinctCount() {
        assertThat(PowerLaw.fit(Tally.of(new long[] {3, 3, 3}))).isEmpty();
        assertThat(PowerLaw.fit(Tally.of(new long[] {}))).isEmpty();
    }
}
