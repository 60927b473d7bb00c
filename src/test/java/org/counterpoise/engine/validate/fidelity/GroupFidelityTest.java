package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

class GroupFidelityTest {

    /// People of three groups, one of 8 %, and two sexes.
    ///
    /// @param shift by how much the measured value of the small group lies higher
    /// @param kept which share of the small group is kept
    private static Dataset people(
            Part part, int n, double shift, double kept, RandomGenerator random) {
        String[] group = new String[n];
        String[] sex = new String[n];
        String[] ward = new String[n];
        double[] value = new double[n];
        double[] other = new double[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            boolean small = u < 0.08 && random.nextDouble() < kept;
            group[i] = small ? "c" : u < 0.5 ? "b" : "a";
            sex[i] = random.nextBoolean() ? "F" : "M";
            ward[i] = "w" + random.nextInt(9);
            value[i] = random.nextGaussian() + (small ? shift : 0);
            other[i] = value[i] + random.nextGaussian();
        }
        return Tables.of(part)
                .words("group", Role.PROTECTED, group)
                .words("sex", Role.PROTECTED, sex)
                .words("ward", ward)
                .numbers("value", value)
                .numbers("other", other)
                .table();
    }

    private static GroupFidelityFindings findings(Dataset real, Dataset made, boolean mayDiffer) {
        FidelitySettings settings = FidelitySettings.DEFAULTS;
        AlignedTables tables = AlignedTables.of(List.of(real, made));
        return new GroupFidelityFindings(
                GroupFidelity.of(tables, settings, 1, Progress.NONE), settings, mayDiffer);
    }

    private static Finding finding(GroupFidelityFindings findings, String id) {
        return findings.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void fewFreshSamplesRaiseAWarning() {
        int warned = 0;
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = Streams.of(5, seed);
            Dataset real = people(Part.TRAINING, 900, 0, 1, random);
            Dataset made = people(Part.SYNTHETIC, 900, 0, 1, random);
            warned +=
                    findings(real, made, false).all().stream()
                                    .anyMatch(f -> f.severity() == Severity.WARNING)
                            ? 1
                            : 0;
        }
        // Two findings at 5 % each: more than 5 of 20 have a chance of 1 %.
        assertThat(warned).isLessThanOrEqualTo(5);
    }

    @Test
    void aSmallGroupThatIsUnlikeIsNamedThoughTheAverageHidesIt() {
        RandomGenerator random = Streams.of(6, 0);
        Dataset real = people(Part.TRAINING, 1500, 2, 1, random);
        Dataset made = people(Part.SYNTHETIC, 1500, 0, 1, random);
        GroupFidelityFindings found = findings(real, made, false);
        Finding groups = finding(found, "groups");
        assertThat(groups.severity()).isEqualTo(Severity.WARNING);
        assertThat(groups.headline()).contains("group=c").contains("value").doesNotContain("=a");
        TreeMap<String, Double> metrics = new TreeMap<>();
        found.metrics(metrics);
        assertThat(metrics.getOrDefault("fidelity/quality/group=c", 1.0))
                .isLessThan(metrics.getOrDefault("fidelity/quality/group=a", 0.0));
        assertThat(metrics).containsKeys("fidelity/quality/group=a,sex=F/by-chance");
        assertThat(finding(found, "coverage").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void aGroupThatVanishesIsNamedUnlessTheTableIsMeantToHaveOtherShares() {
        RandomGenerator random = Streams.of(7, 0);
        Dataset real = people(Part.TRAINING, 1500, 0, 1, random);
        Dataset made = people(Part.SYNTHETIC, 1500, 0, 0.1, random);
        Finding coverage = finding(findings(real, made, false), "coverage");
        assertThat(coverage.severity()).isEqualTo(Severity.WARNING);
        assertThat(coverage.headline()).contains("group=c");
        assertThat(finding(findings(real, made, true), "coverage").severity())
                .isEqualTo(Severity.NOTE);
    }
}
