package org.counterpoise.engine.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Against R's nlme and lme4, and the closed forms of balanced designs.
class MixedModelTest {
    private static MixedModel fit(MixedDesign design, boolean restricted) {
        return MixedModel.fit(design, restricted, Progress.NONE);
    }

    @Test
    void railByRestrictedLikelihoodIsThatOfNlme() {
        MixedModel fit = fit(KnownTables.oneWay(KnownTables.RAIL, 3), true);
        assertThat(fit.beta()[0]).isCloseTo(66.5, within(1e-9));
        assertThat(fit.intercept(0)).isCloseTo(24.8054653131966, within(1e-6));
        assertThat(fit.residual()).isCloseTo(4.02077936290018, within(1e-8));
        // Balanced, so that mean squares give the components to every digit: 9310.5 / 5 and 194 /
        // 12.
        assertThat(fit.intercept(0))
                .isCloseTo(Math.sqrt((9310.5 / 5 - 194.0 / 12) / 3), within(1e-8));
        assertThat(fit.residual()).isCloseTo(Math.sqrt(194.0 / 12), within(1e-9));
        assertThat(fit.logLikelihood()).isCloseTo(-61.0885004042987, within(1e-11));
        assertThat(fit.predictions(0)[1]).isCloseTo(-34.5309119321869, within(1e-6));
        assertThat(fit.varianceP(0)).isLessThan(1e-6);
        Interval mean = fit.effect(0).interval(0.95);
        // t with 5 degrees of freedom: s² of the rails' means, 9310.5 / 5, over 18 rows.
        double width = 2.570581835636314 * Math.sqrt(9310.5 / 5 / 18);
        assertThat(mean.upper()).isCloseTo(66.5 + width, within(1e-3));
    }

    @Test
    void railByFullLikelihoodIsThatOfNlme() {
        MixedModel fit = fit(KnownTables.oneWay(KnownTables.RAIL, 3), false);
        assertThat(fit.intercept(0)).isCloseTo(22.6243477496147, within(1e-6));
        assertThat(fit.residual()).isCloseTo(4.02077936063512, within(1e-8));
        assertThat(fit.logLikelihood()).isCloseTo(-64.2800184692173, within(1e-11));
    }

    @Test
    void teethAreThoseOfNlme() {
        MixedModel fit = fit(KnownTables.teeth(), true);
        double[] beta = {16.340625, 0.784375, 1.032102272727274, -0.304829545454546};
        double[] errors = {
            0.9813122366803988, 0.0775011049176894, 1.5374208052977012, 0.1214208961024318
        };
        for (int i = 0; i < 4; i++) {
            assertThat(fit.beta()[i]).isCloseTo(beta[i], within(1e-10));
            assertThat(fit.effect(i).error()).isCloseTo(errors[i], within(1e-7));
        }
        assertThat(fit.intercept(0)).isCloseTo(1.81621420173893, within(1e-7));
        assertThat(fit.residual()).isCloseTo(1.38638191141837, within(1e-8));
        assertThat(fit.logLikelihood()).isCloseTo(-216.878624600568, within(1e-10));
        // Age varies within children only: 108 rows less 27 children and two slopes, nlme's DF.
        assertThat(fit.effect(1).freedom()).isCloseTo(79, within(1e-2));
        assertThat(fit.effect(3).freedom()).isCloseTo(79, within(1e-2));
        assertThat(fit.effect(3).p()).isCloseTo(1.40974506731300e-02, within(1e-5));
    }

    @Test
    void stoolsAreThoseOfNlme() {
        MixedModel fit = fit(KnownTables.stools(), true);
        double[] beta = {
            8.555555555555557, 3.888888888888890, 2.222222222222222, 0.666666666666666
        };
        for (int i = 0; i < 4; i++) {
            assertThat(fit.beta()[i]).isCloseTo(beta[i], within(1e-10));
        }
        assertThat(fit.effect(0).error()).isCloseTo(0.576012260928986, within(1e-7));
        assertThat(fit.effect(1).error()).isCloseTo(0.518683835517489, within(1e-8));
        assertThat(fit.intercept(0)).isCloseTo(1.33246500034432, within(1e-7));
        assertThat(fit.residual()).isCloseTo(1.10029457215879, within(1e-8));
        assertThat(fit.logLikelihood()).isCloseTo(-60.5653943509996, within(1e-11));
        assertThat(fit.effect(3).p()).isCloseTo(2.10951189562516e-01, within(1e-6));
    }

    /// Randomised blocks: the F test is that of the analysis of variance, with 3 and 24 degrees of
    /// freedom.
    @Test
    void theTestOfStoolsIsTheAnalysisOfVariance() {
        double[] y = KnownTables.STOOLS;
        double mean = Arrays.stream(y).average().orElseThrow();
        double between = 0;
        double total = 0;
        double subjects = 0;
        double[] bySubject = new double[9];
        double[] byType = new double[4];
        for (int i = 0; i < y.length; i++) {
            bySubject[i / 4] += y[i] / 4;
            byType[i % 4] += y[i] / 9;
            total += (y[i] - mean) * (y[i] - mean);
        }
        for (double m : byType) {
            between += 9 * (m - mean) * (m - mean);
        }
        for (double m : bySubject) {
            subjects += 4 * (m - mean) * (m - mean);
        }
        FTest test =
                fit(KnownTables.stools(), true)
                        .test(new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        assertThat(test.f())
                .isCloseTo(between / 3 / ((total - between - subjects) / 24), within(1e-6));
        assertThat(test.numerator()).isEqualTo(3);
        assertThat(test.denominator()).isCloseTo(24, within(1e-2));
    }

    /// lmerTest's freedom of sleepstudy with a random intercept.
    @Test
    void freedomIsThatOfLmerTest() {
        MixedModel fit = fit(KnownTables.sleep(false), true);
        assertThat(fit.effect(0).error()).isCloseTo(9.7467163, within(1e-6));
        assertThat(fit.effect(1).error()).isCloseTo(0.8042214, within(1e-7));
        assertThat(fit.effect(0).freedom()).isCloseTo(22.8102, within(1e-3));
        assertThat(fit.effect(1).freedom()).isCloseTo(161, within(1e-2));
    }

    /// lme4's sleepstudy with random slopes, by maximum likelihood (also in the tests of
    /// MixedModels.jl) and by REML.
    @Test
    void randomSlopesAreThoseOfLme4() {
        MixedModel full = fit(KnownTables.sleep(true), false);
        assertThat(-2 * full.logLikelihood()).isCloseTo(1751.939344, within(1e-6));
        double sigma = full.residual();
        assertThat(sigma).isCloseTo(25.59181, within(1e-4));
        assertThat(full.intercept(0) / sigma).isCloseTo(0.929214, within(2e-5));
        assertThat(full.slope(0) / sigma).isCloseTo(Math.hypot(0.018172, 0.222645), within(2e-5));
        assertThat(full.correlation(0)).isCloseTo(0.08133, within(1e-4));
        MixedModel fit = fit(KnownTables.sleep(true), true);
        assertThat(-2 * fit.logLikelihood()).isCloseTo(1743.6283, within(1e-4));
        assertThat(fit.intercept(0)).isCloseTo(24.7407, within(1e-3));
        assertThat(fit.slope(0)).isCloseTo(5.9221, within(1e-3));
        assertThat(fit.correlation(0)).isCloseTo(0.0656, within(1e-4));
        assertThat(fit.residual()).isCloseTo(25.5918, within(1e-4));
        assertThat(fit.effect(0).error()).isCloseTo(6.8246, within(1e-4));
        assertThat(fit.effect(1).error()).isCloseTo(1.5458, within(1e-4));
        assertThat(fit.effect(1).freedom()).isCloseTo(17, within(1e-2));
        assertThat(fit.varianceP(0)).isLessThan(1e-6);
    }

    /// lme4's Penicillin, crossed; and the mean squares of a balanced table.
    @Test
    void crossedGroupingsAreThoseOfLme4() {
        MixedModel full = fit(KnownTables.penicillin(), false);
        assertThat(-2 * full.logLikelihood()).isCloseTo(332.18834867227616, within(1e-7));
        assertThat(full.intercept(0) / full.residual()).isCloseTo(1.537577, within(2e-5));
        assertThat(full.intercept(1) / full.residual()).isCloseTo(3.219751, within(5e-5));
        MixedModel fit = fit(KnownTables.penicillin(), true);
        assertThat(-2 * fit.logLikelihood()).isCloseTo(330.8606, within(1e-4));
        // 0.84671, 1.93157 and 0.54992 in lme4, as far as its search went; here by mean squares.
        double residual = meanSquare(-1);
        assertThat(fit.intercept(0))
                .isCloseTo(Math.sqrt((meanSquare(0) - residual) / 6), within(1e-7))
                .isCloseTo(0.84671, within(2e-5));
        assertThat(fit.intercept(1))
                .isCloseTo(Math.sqrt((meanSquare(1) - residual) / 24), within(1e-7))
                .isCloseTo(1.93157, within(2e-5));
        assertThat(fit.residual()).isCloseTo(Math.sqrt(residual), within(1e-8));
        assertThat(fit.effect(0).error()).isCloseTo(0.8086, within(1e-4));
        assertThat(fit.beta()[0]).isCloseTo(22.9722, within(1e-4));
    }

    /// Of plates (0), samples (1) or the residual (-1).
    private static double meanSquare(int of) {
        double[] y = KnownTables.PENICILLIN;
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] plates = new double[24];
        double[] samples = new double[6];
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            plates[i / 6] += (y[i] - mean) / 6;
            samples[i % 6] += (y[i] - mean) / 24;
            total += (y[i] - mean) * (y[i] - mean);
        }
        double byPlate = 6 * Arrays.stream(plates).map(v -> v * v).sum();
        double bySample = 24 * Arrays.stream(samples).map(v -> v * v).sum();
        return switch (of) {
            case 0 -> byPlate / 23;
            case 1 -> bySample / 5;
            default -> (total - byPlate - bySample) / (23 * 5);
        };
    }

    /// Which term is eliminated makes no difference; slopes on either side.
    @Test
    void theOrderOfTheTermsDoesNotMatter() {
        RandomGenerator random = Streams.of(3, 3);
        int n = 400;
        int[] many = new int[n];
        int[] few = new int[n];
        double[] x = new double[n];
        double[] y = new double[n];
        double[] a = random.doubles(60).toArray();
        double[] b = random.doubles(60).toArray();
        double[] c = random.doubles(9).toArray();
        for (int i = 0; i < n; i++) {
            many[i] = random.nextInt(60);
            few[i] = random.nextInt(9);
            x[i] = random.nextGaussian();
            y[i] = 4 * a[many[i]] + 3 * b[many[i]] * x[i] + 3 * c[few[i]] + random.nextGaussian();
        }
        double[][] fixed = {KnownTables.column(n, i -> 1), x};
        RandomTerm slopes = RandomTerm.slope(many, 60, x);
        RandomTerm plain = RandomTerm.intercept(few, 9);
        MixedModel one = fit(new MixedDesign(fixed, y, List.of(slopes, plain)), true);
        // As many empty groups as make the second term the larger.
        MixedModel two =
                fit(
                        new MixedDesign(fixed, y, List.of(slopes, RandomTerm.intercept(few, 61))),
                        true);
        assertThat(two.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-8));
        assertThat(two.slope(0)).isCloseTo(one.slope(0), within(1e-6));
        assertThat(two.intercept(1)).isCloseTo(one.intercept(1), within(1e-6));
        assertThat(two.effect(1).freedom()).isCloseTo(one.effect(1).freedom(), within(1e-2));
        for (int g = 0; g < 9; g++) {
            assertThat(two.predictions(1)[g]).isCloseTo(one.predictions(1)[g], within(1e-6));
        }
        for (int g = 0; g < 120; g++) {
            assertThat(two.predictions(0)[g]).isCloseTo(one.predictions(0)[g], within(1e-6));
        }
    }

    /// One way, balanced: Satterthwaite's freedom of the mean is that of rails, 6 − 1.
    @Test
    void freedomOfTheMeanOfABalancedDesignIsGroupsLessOne() {
        assertThat(fit(KnownTables.oneWay(KnownTables.RAIL, 3), true).effect(0).freedom())
                .isCloseTo(5, within(1e-4));
    }

    /// Groups whose means differ less than chance makes them: the variance between is 0, and what
    /// is left is Student's.
    @Test
    void noVarianceBetweenGroupsIsNone() {
        double[] y = {1, 5, 2, 4, 0, 6, 3, 3};
        MixedModel fit = fit(KnownTables.oneWay(y, 2), true);
        assertThat(fit.intercept(0)).isZero();
        assertThat(fit.varianceP(0)).isEqualTo(1);
        assertThat(fit.effect(0).error()).isCloseTo(Math.sqrt(28.0 / 7 / 8), within(1e-12));
        assertThat(fit.effect(0).freedom()).isCloseTo(7, within(1e-9));
    }

    /// confint of lme4's fits of Dyestuff (Bates 2010, chapter 1) and sleepstudy (Bates et al.
    /// 2015), which interpolates between points of the profile.
    @Test
    void profileIntervalsAreThoseOfLme4() {
        MixedProfile dyestuff =
                fit(KnownTables.oneWay(KnownTables.DYESTUFF, 5), false)
                        .profile(0.95, Progress.NONE);
        near(dyestuff.intercept(0), 12.201753, 84.06289, 1e-2);
        near(dyestuff.residual(), 38.22998, 67.65770, 2e-3);
        near(dyestuff.effect(0), 1486.451500, 1568.548494, 1e-2);
        MixedProfile sleep = fit(KnownTables.sleep(true), true).profile(0.95, Progress.NONE);
        near(sleep.intercept(0), 14.3815, 37.7160, 2e-2);
        near(sleep.slope(0), 3.8012, 8.7534, 2e-2);
        near(sleep.residual(), 22.8983, 28.8580, 2e-3);
        near(sleep.effect(1), 7.3587, 13.5759, 2e-3);
    }

    private static void near(Interval interval, double lower, double upper, double by) {
        assertThat(interval.lower()).isCloseTo(lower, within(by));
        assertThat(interval.upper()).isCloseTo(upper, within(by));
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        double[] y = Arrays.stream(KnownTables.RAIL).map(v -> v + 1e8).toArray();
        MixedModel fit = fit(KnownTables.oneWay(y, 3), true);
        assertThat(fit.residual()).isCloseTo(Math.sqrt(194.0 / 12), within(1e-6));
    }

    @Test
    void dependentColumnsAreRefused() {
        double[] ones = KnownTables.column(18, i -> 1);
        MixedDesign design =
                new MixedDesign(
                        new double[][] {ones, ones},
                        KnownTables.RAIL,
                        KnownTables.oneWay(KnownTables.RAIL, 3).terms());
        assertThatThrownBy(() -> fit(design, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
