package org.counterpoise.engine.validate.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.KeyColumn;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.attack.PlantedLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ReleaseDisclosureTest {
    private static final ReleaseDisclosure VALIDATOR = new ReleaseDisclosure();

    /// A release held against itself.
    private static Validation of(Dataset release, ReleaseSettings settings) {
        return VALIDATOR.run(
                new ValidationInput(
                        release.withPart(Part.TRAINING),
                        Optional.empty(),
                        release.withPart(Part.SYNTHETIC)),
                settings,
                1,
                Progress.NONE);
    }

    private static double metric(Validation validation, String name) {
        Double value = validation.assessment().metrics().get("release/" + name);
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static String[] words(String text) {
        return text.split(" ");
    }

    /// Sweeney 2002, figure 2: k = 2 over race, birth, gender and ZIP code.
    private static Dataset sweeney() {
        return Tables.of(Part.SYNTHETIC)
                .words(
                        "race",
                        Role.QUASI_IDENTIFIER,
                        words("black black black black black black white white white white white"))
                .words(
                        "birth",
                        Role.QUASI_IDENTIFIER,
                        words("1965 1965 1965 1965 1964 1964 1964 1964 1964 1967 1967"))
                .words("gender", Role.QUASI_IDENTIFIER, words("m m f f f f m m m m m"))
                .words(
                        "zip",
                        Role.QUASI_IDENTIFIER,
                        words(
                                "0214* 0214* 0213* 0213* 0213* 0213* 0213* 0213* 0213* 0213*"
                                        + " 0213*"))
                .words(
                        "problem",
                        Role.SENSITIVE,
                        words(
                                "breath chest hypertension hypertension obesity chest chest obesity"
                                        + " breath chest chest"))
                .table();
    }

    @Test
    void kAnonymityIsThatOfSweeney() {
        Validation validation = of(sweeney(), VALIDATOR.defaults());
        assertThat(metric(validation, "k")).isEqualTo(2);
        assertThat(metric(validation, "k/single")).isZero();
        // Two pairs have one problem only.
        assertThat(metric(validation, "l-distinct/problem")).isEqualTo(1);
        assertThat(metric(validation, "uniform/problem")).isEqualTo(4.0 / 11);
        assertThat(metric(validation, "k-map")).isEqualTo(2);
    }

    /// Machanavajjhala et al. 2007, figure 3, a 3-diverse table of twelve patients.
    @Test
    void lDiversityIsThatOfMachanavajjhala() {
        Dataset table =
                Tables.of(Part.SYNTHETIC)
                        .words(
                                "zip",
                                Role.QUASI_IDENTIFIER,
                                words(
                                        "1305* 1305* 1305* 1305* 1485* 1485* 1485* 1485* 1306* 1306*"
                                                + " 1306* 1306*"))
                        .words(
                                "condition",
                                Role.SENSITIVE,
                                words(
                                        "heart viral cancer cancer cancer heart viral viral heart"
                                                + " viral cancer cancer"))
                        .table();
        Validation validation = of(table, VALIDATOR.defaults());
        assertThat(metric(validation, "k")).isEqualTo(4);
        assertThat(metric(validation, "l-distinct/condition")).isEqualTo(3);
        // Two, one and one of four: an entropy of 1.5 bits.
        assertThat(metric(validation, "l-entropy/condition"))
                .isCloseTo(Math.pow(2, 1.5), within(1e-12));
    }

    /// Li et al. 2007, table 3: salaries of 3, 4 and 5 thousand lie 0.375 from those of 3 to 11,
    /// and of 6, 8 and 11 thousand 0.167 (§4.3).
    @Test
    void tClosenessIsThatOfLi() {
        Tables table =
                Tables.of(Part.SYNTHETIC)
                        .words("zip", Role.QUASI_IDENTIFIER, words("a a a b b b c c c"))
                        .numbers("salary", 3, 4, 5, 6, 11, 8, 7, 9, 10);
        Dataset release = table.table();
        Dataset marked =
                release.withSchema(
                        release.schema().with("salary", info -> info.withRole(Role.SENSITIVE)));
        assertThat(metric(of(marked, VALIDATOR.defaults()), "t/salary"))
                .isCloseTo(0.375, within(1e-12));
        SecretsInClasses.Everyone all =
                SecretsInClasses.Everyone.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(all.steps(new int[] {3, 5, 8})).isCloseTo(0.167, within(0.0005));
        // Without an order, two thirds of the mass must move.
        assertThat(all.moved(new int[] {0, 1, 2})).isCloseTo(2.0 / 3, within(1e-12));
        // Values of unlike frequency, one of them twice in the class: shares ⅔, 0, ⅓ against
        // ½, ¼, ¼ cumulate to ⅔, ⅔ against ½, ¾.
        SecretsInClasses.Everyone uneven = SecretsInClasses.Everyone.of(new int[] {0, 0, 1, 2});
        assertThat(uneven.steps(new int[] {0, 0, 2})).isCloseTo(0.125, within(1e-12));
        assertThat(uneven.moved(new int[] {0, 0, 2})).isCloseTo(0.25, within(1e-12));
    }

    private static PopulationMatches matches(int people, String release, String population) {
        Dataset released = Tables.of(Part.SYNTHETIC).words("class", words(release)).table();
        Dataset all = Tables.of(Part.TRAINING).words("class", words(population)).table();
        var aligned = org.counterpoise.engine.validate.AlignedTables.of(List.of(released, all));
        KeyClasses classes =
                KeyClasses.of(
                        List.of(KeyColumn.exact(aligned.columns().getFirst())),
                        aligned.rows(),
                        Progress.NONE);
        return PopulationMatches.of(classes, 0, people, 1);
    }

    /// Nergiz et al. 2007: of nine people, six Americans of whom three are in the release and
    /// three Europeans of whom two are: (1/2, 2/3)-present.
    @Test
    void presenceIsThatOfNergiz() {
        PopulationMatches matches =
                matches(
                        5,
                        "america america america europe europe",
                        "america america america america america america europe europe europe");
        assertThat(matches.least()).isEqualTo(0.5);
        assertThat(matches.most()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(matches.fewest()).isEqualTo(3);
    }

    /// Five released people of the five aged 10 to 19 and one of the ten aged 40 to 49: 5-map
    /// holds, but all of the former are known to be there.
    @Test
    void aMapMayHoldWherePresenceIsCertain() {
        PopulationMatches matches =
                matches(
                        6,
                        "10s 10s 10s 10s 10s 40s",
                        "10s 10s 10s 10s 10s 40s 40s 40s 40s 40s 40s 40s 40s 40s 40s 30s");
        assertThat(matches.fewest()).isEqualTo(5);
        assertThat(matches.least()).isZero();
        assertThat(matches.most()).isEqualTo(1);
        assertThat(matches.alone()).isZero();
    }

    @Test
    void aRowThatMatchesNobodyIsCountedApart() {
        PopulationMatches matches = matches(3, "a b c", "a b b");
        assertThat(matches.fewest()).isEqualTo(1);
        assertThat(matches.alone()).isEqualTo(1);
        assertThat(matches.nobody()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsDemandedDecides() {
        ReleaseSettings defaults = VALIDATOR.defaults();
        Validation free = of(sweeney(), defaults);
        assertThat(free.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(free.assessment().findings())
                .extracting(Finding::severity)
                .containsOnly(Severity.NOTE);
        SettingsType<ReleaseSettings> type = SettingsType.of(defaults);
        assertThat(of(sweeney(), type.with(defaults, "k", "2")).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        Validation five = of(sweeney(), type.with(defaults, "k", "5"));
        assertThat(five.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(five.sentence()).contains("k is 2 where 5 was demanded");
        assertThat(of(sweeney(), type.with(defaults, "l", "2")).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(sweeney(), type.with(defaults, "t", "0.9")).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void bandsOfTheDataStepAreTheKeys() {
        Dataset ages = Tables.of(Part.SYNTHETIC).numbers("age", 41, 47, 52, 58).table();
        Dataset banded =
                ages.withSchema(
                        ages.schema()
                                .with(
                                        "age",
                                        info ->
                                                info.withRole(Role.QUASI_IDENTIFIER)
                                                        .withBinning(
                                                                Optional.of(
                                                                        new Binning(
                                                                                List.of(50.0))))));
        assertThat(metric(of(banded, VALIDATOR.defaults()), "k")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.3})
    void leaksAreCaught(double changed) {
        assertThat(PlantedLeaks.judged(VALIDATOR, 1000, changed, 3).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFreshSampleOfCoarseKeysIsNotAccusedAndWarningsHoldTheirLevel() {
        int warned = 0;
        for (int seed = 0; seed < 200; seed++) {
            Validation validation = coarse(seed);
            assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
            warned +=
                    validation.assessment().findings().stream()
                                    .anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)
                            ? 1
                            : 0;
        }
        // 99.9 % of Binomial(200, 0.05) lies under 21.
        assertThat(warned).isLessThan(21);
    }

    /// People in 400 cells of unlike size, of whom many are alone and many are met by chance.
    private static Validation coarse(int seed) {
        RandomGenerator random = Streams.of(seed, 5);
        Dataset[] tables = new Dataset[3];
        for (int t = 0; t < 3; t++) {
            String[] cells = new String[300];
            for (int i = 0; i < cells.length; i++) {
                double u = random.nextDouble();
                cells[i] = "c" + (int) (400 * u * u);
            }
            tables[t] =
                    Tables.of(Part.values()[t]).words("cell", Role.QUASI_IDENTIFIER, cells).table();
        }
        return VALIDATOR.run(
                new ValidationInput(
                        tables[0].withPart(Part.TRAINING),
                        Optional.of(tables[1].withPart(Part.HOLDOUT)),
                        tables[2].withPart(Part.SYNTHETIC)),
                VALIDATOR.defaults(),
                1,
                Progress.NONE);
    }
}
