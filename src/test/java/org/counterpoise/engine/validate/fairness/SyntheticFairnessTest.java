package org.counterpoise.engine.validate.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class SyntheticFairnessTest {
    private static final int N = 1200;

    private static ValidationInput input(FairnessPeople real, FairnessPeople made, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        return new ValidationInput(
                real.draw(Part.TRAINING, N, random),
                Optional.of(real.draw(Part.HOLDOUT, N, random)),
                made.draw(Part.SYNTHETIC, N, random));
    }

    private static FairnessSettings quick() {
        SyntheticFairness fairness = new SyntheticFairness();
        FairnessSettings few = fairness.settings().with(fairness.defaults(), "refits", "8");
        return fairness.settings().with(few, "replicates", "60");
    }

    private static Validation run(ValidationInput input) {
        return new SyntheticFairness().run(input, quick(), 1, Progress.NONE);
    }

    private static Validation run(FairnessPeople real, FairnessPeople made, long seed) {
        return run(input(real, made, seed));
    }

    private static Finding finding(Validation validation, String id) {
        return validation.assessment().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFreshSampleRaisesNoWarning() {
        Validation validation = run(FairnessPeople.PLAIN, FairnessPeople.PLAIN, 1);
        assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
        assertThat(validation.assessment().severity()).isLessThan(Severity.WARNING);
        assertThat(validation.assessment().metrics())
                .containsKeys(
                        "fairness/trtr/tpr/sex=F",
                        "fairness/tstr/calibration-slope/sex=M",
                        "fairness/augmented/auc/overall",
                        "fairness/tstr-better/auc/sex=F/lower",
                        "fairness/tstr/equalized-odds-difference/sex",
                        "fairness/share/synthetic/sex=F",
                        "fairness/proxy-auc/source/sex=F",
                        "fairness/largest-worsening/upper");
    }

    @Test
    void aGroupWhoseRiskIsMistakenIsServedWorseAndTheOtherIsNot() {
        FairnessPeople real = new FairnessPeople(0.4, 1.5, 1.5, 2, 0.5);
        FairnessPeople made = new FairnessPeople(0.4, 1.5, 1.5, -2, 0.5);
        Validation validation = run(real, made, 2);
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(validation, "groups").headline())
                .contains("sex=F")
                .doesNotContain("sex=M");
        assertThat(finding(validation, "groups").evidence().rows())
                .anySatisfy(
                        row -> assertThat(row).contains("sex=F", "true positive rate", "worse"));
        assertThat(finding(validation, "amplification").evidence().rows()).isNotEmpty();
    }

    @Test
    void syntheticRowsWithoutTheSignalFail() {
        FairnessPeople noise = new FairnessPeople(0.4, -1, -1, 0, 0.5);
        Validation validation = run(FairnessPeople.PLAIN, noise, 3);
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(validation, "groups").headline()).contains("sex=F").contains("sex=M");
        assertThat(finding(validation, "groups").remedies()).isNotEmpty();
    }

    @Test
    void aGroupThatIsLostIsNamedUnlessTheTargetPopulationWantsIt() {
        FairnessPeople fewWomen = new FairnessPeople(0.2, 1.5, 1.5, 0, 0.5);
        ValidationInput input = input(FairnessPeople.PLAIN, fewWomen, 4);
        assertThat(finding(run(input), "representation"))
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
                .satisfies(f -> assertThat(f.headline()).contains("sex=F"));
        Benchmark target =
                new Benchmark(
                        "census",
                        List.of(
                                new Benchmark.Table(
                                        List.of("sex"),
                                        Map.of(List.of("F"), 0.2, List.of("M"), 0.8))));
        Validation validation =
                run(
                        new ValidationInput(
                                input.training(),
                                input.holdout(),
                                input.synthetic(),
                                Optional.of(target)));
        assertThat(finding(validation, "representation").severity()).isEqualTo(Severity.OK);
        assertThat(validation.assessment().metrics())
                .containsEntry("fairness/share/target/sex=F", 0.2);
    }

    @Test
    void rowsThatCompleteRealOnesAreJudgedTogetherWithThem() {
        // Every woman is positive: alone they teach just that, with real rows they do little.
        FairnessPeople positive = new FairnessPeople(0.4, 0, 0, 9, 0.5);
        RandomGenerator random = Streams.of(12, 0);
        Dataset training = FairnessPeople.PLAIN.draw(Part.TRAINING, N, random);
        Dataset holdout = FairnessPeople.PLAIN.draw(Part.HOLDOUT, N, random);
        Dataset made = positive.draw(Part.SYNTHETIC, 60, random);
        Validation completing =
                run(
                        new ValidationInput(
                                training, Optional.of(holdout), made, Optional.empty(), true));
        Validation alone = run(new ValidationInput(training, Optional.of(holdout), made));
        assertThat(alone.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(completing.verdict()).isNotEqualTo(Verdict.FAIL);
        assertThat(completing.sentence()).contains("real and synthetic data together");
        assertThat(completing.assessment().metrics().get("fairness/largest-worsening"))
                .isLessThan(0.1);
        assertThat(finding(completing, "alone").severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void theSentenceNamesWhereTheWorseningIs() {
        FairnessPeople real = new FairnessPeople(0.4, 1.5, 1.5, 2, 0.5);
        FairnessPeople made = new FairnessPeople(0.4, 1.5, 1.5, -2, 0.5);
        Validation validation = run(real, made, 2);
        Map<String, Double> metrics = validation.assessment().metrics();
        String tpr =
                String.format(
                        Locale.ROOT,
                        "(true positive rate of sex=F, %.3f rather than %.3f)",
                        metrics.get("fairness/tstr/tpr/sex=F"),
                        metrics.get("fairness/trtr/tpr/sex=F"));
        assertThat(validation.sentence()).contains(tpr);
    }

    @Test
    void aLabelTiedMoreCloselyToAGroupIsNamed() {
        FairnessPeople tied = new FairnessPeople(0.4, 1.5, 1.5, 1.5, 0.5);
        Finding finding = finding(run(FairnessPeople.PLAIN, tied, 5), "label-association");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.headline()).contains("sex=F");
        // The other way round the tie is weakened, which is no harm.
        assertThat(finding(run(tied, FairnessPeople.PLAIN, 5), "label-association").severity())
                .isEqualTo(Severity.OK);
    }

    @Test
    void columnsThatGiveAGroupAwayMoreAreNoticed() {
        FairnessPeople proxy = new FairnessPeople(0.4, 1.5, 1.5, 0, 2);
        Validation validation = run(FairnessPeople.PLAIN, proxy, 6);
        assertThat(finding(validation, "proxies").severity()).isEqualTo(Severity.WARNING);
        // Two normal distributions d apart: the AUC is Φ(d/√2), here 0.638 and 0.921.
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics.get("fairness/proxy-auc/source/sex=F")).isCloseTo(0.638, within(0.04));
        assertThat(metrics.get("fairness/proxy-auc/synthetic/sex=F"))
                .isCloseTo(0.921, within(0.02));
    }

    @Test
    void anUndecidedVerdictSaysHowManyRowsItNeeds() {
        RandomGenerator random = Streams.of(7, 0);
        ValidationInput input =
                new ValidationInput(
                        FairnessPeople.PLAIN.draw(Part.TRAINING, 5000, random),
                        Optional.of(FairnessPeople.PLAIN.draw(Part.HOLDOUT, 150, random)),
                        FairnessPeople.PLAIN.draw(Part.SYNTHETIC, 5000, random));
        SyntheticFairness fairness = new SyntheticFairness();
        Validation validation =
                fairness.run(
                        input,
                        fairness.settings().with(quick(), "margin", "0.08"),
                        1,
                        Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("It needs n ≥ ").contains("there are 150");
    }

    @Test
    void aMetricThatSaysNothingOfBetterOrWorseIsRefused() {
        FairnessSettings settings =
                new SyntheticFairness()
                        .settings()
                        .with(FairnessSettings.DEFAULTS, "metrics", "prevalence");
        assertThatThrownBy(
                        () ->
                                new SyntheticFairness()
                                        .run(
                                                input(
                                                        FairnessPeople.PLAIN,
                                                        FairnessPeople.PLAIN,
                                                        8),
                                                settings,
                                                1,
                                                Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("prevalence");
    }

    @Test
    void withoutAProtectedAttributeItIsLeftOut() {
        ValidationInput input = input(FairnessPeople.PLAIN, FairnessPeople.PLAIN, 9);
        Dataset plain =
                input.training()
                        .withSchema(
                                input.training()
                                        .schema()
                                        .with("sex", info -> info.withRole(Role.FEATURE)));
        assertThat(
                        new SyntheticFairness()
                                .applicability(
                                        new ValidationInput(
                                                plain, input.holdout(), input.synthetic()))
                                .reason())
                .contains("no column is marked as a protected attribute");
    }
}
