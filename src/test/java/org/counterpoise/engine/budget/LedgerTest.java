package org.counterpoise.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.budget.Composition.Guarantee;
import org.counterpoise.engine.budget.Ledger.Entry;
import org.counterpoise.engine.budget.Ledger.Spent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LedgerTest {
    private static final double DELTA = 1e-5;

    private static double epsilon(String accountant, List<Spent> spent) {
        return Ledger.bounds(spent, DELTA).stream()
                .filter(bound -> bound.accountant().equals(accountant))
                .findFirst()
                .orElseThrow()
                .guarantee()
                .epsilon();
    }

    /// The noise for ε = 1 is that of Balle and Wang's analytic mechanism, 3.7306; the others solve
    /// their equation with SciPy.
    @ParameterizedTest
    @CsvSource({"3.730631634815946, 1", "1, 4.377178095681225", "10, 0.3406693646843284", "1e9, 0"})
    void gaussianNoiseKeepsItsExactGuarantee(double sigma, double epsilon) {
        assertThat(Composition.gaussianEpsilon(sigma, DELTA)).isCloseTo(epsilon, within(1e-9));
    }

    /// Integrals of the densities' powers by the midpoint rule.
    @ParameterizedTest
    @CsvSource({
        "2, 1, 0.6191236206225109",
        "1.5, 2, 0.15597786886173734",
        "10, 0.5, 1.9286829028714685",
        "5, 10, 0.02345470171007162"
    })
    void laplaceNoiseHasTheDivergenceOfItsDensities(double alpha, double scale, double expected) {
        assertThat(new Laplace(scale).renyi(alpha)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void compositionFollowsTheTheorems() {
        // 100 uses at ε = 0.1: 10 together; √(200 ln 10⁵)·0.1 + 10(e^0.1 − 1) with δ′ = 10⁻⁵.
        List<Spent> hundred = List.of(new Spent(new Laplace(10), 100));
        assertThat(epsilon("basic composition", hundred)).isCloseTo(10, within(1e-9));
        assertThat(epsilon("advanced composition", hundred))
                .isCloseTo(5.850235092944558, within(1e-9));
        Guarantee both =
                Composition.basic(List.of(new Guarantee(1, 1e-6), new Guarantee(0.5, 2e-6)));
        assertThat(both.epsilon()).isEqualTo(1.5);
        assertThat(both.delta()).isCloseTo(3e-6, within(1e-18));
        assertThat(Composition.advanced(new Guarantee(0.1, 1e-7), 100, DELTA).delta())
                .isCloseTo(2e-5, within(1e-15));
    }

    @Test
    void theRenyiAccountantIsNoLooserThanAdvancedCompositionAndNoTighterThanTheTruth() {
        List<Spent> laplace = List.of(new Spent(new Laplace(10), 100));
        assertThat(epsilon("Rényi accountant", laplace))
                .isLessThan(epsilon("advanced composition", laplace));
        // 100 uses of σ = 10 are one of σ = 1, whose exact ε is known.
        List<Spent> gaussian = List.of(new Spent(new SampledGaussian(1, 10), 100));
        assertThat(epsilon("exact Gaussian", gaussian)).isCloseTo(4.377178095681225, within(1e-9));
        assertThat(epsilon("Rényi accountant", gaussian))
                .isCloseTo(4.728507067217623, within(1e-9));
        assertThat(Ledger.best(gaussian, DELTA).orElseThrow().accountant())
                .isEqualTo("exact Gaussian");
    }

    @Test
    void onlyTheoremsThatApplyAreUsed() {
        List<Spent> mixed =
                List.of(
                        new Spent(new Laplace(2), 1),
                        new Spent(new SampledGaussian(0.01, 1.1), 1000));
        assertThat(Ledger.bounds(mixed, DELTA))
                .extracting(Ledger.Bound::accountant)
                .containsExactly("Rényi accountant");
        // Pure ε = 0.5 and no less than either alone.
        assertThat(Ledger.best(mixed, DELTA).orElseThrow().guarantee().epsilon())
                .isGreaterThan(
                        Ledger.best(mixed.subList(1, 2), DELTA)
                                .orElseThrow()
                                .guarantee()
                                .epsilon());
    }

    @Test
    void oneUnprotectedModelLeavesNoGuarantee() {
        Entry noisy = new Entry("a", List.of(new Spent(new Laplace(1), 1)));
        Entry plain = new Entry("b", List.of());
        assertThat(new Ledger(List.of(noisy)).total(DELTA)).isPresent();
        assertThat(new Ledger(List.of(noisy, plain)).total(DELTA)).isEmpty();
        assertThat(new Ledger(List.of()).guaranteed()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Laplace(0)).hasMessageContaining("scale");
        assertThatThrownBy(() -> new Spent(new Laplace(1), 0)).hasMessageContaining("steps");
        assertThatThrownBy(() -> Composition.gaussianEpsilon(1, 1)).hasMessageContaining("delta");
        assertThatThrownBy(() -> Composition.advanced(new Guarantee(1, 0), 1, 0))
                .hasMessageContaining("slack");
    }
}
