package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// UCI Adult (CC BY 4.0) against AIF360: statistical parity difference, disparate impact and
/// smoothed empirical differential fairness.
class AdultConformanceTest {
    private static final int RACE = 8;
    private static final int SEX = 9;
    private static final int INCOME = 14;

    private static List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Shared.file("data/conformance/" + file))) {
            String[] cells = line.split(", ");
            if (cells.length == 15) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<String[]> completeRows() throws IOException {
        List<String[]> all = rows("adult.data");
        all.addAll(rows("adult.test"));
        return all.stream().filter(row -> !List.of(row).contains("?")).toList();
    }

    /// Rows per group, and those of them with an income over 50 K.
    private static Map<String, long[]> counts(
            List<String[]> rows, Function<String[], String> group) {
        Map<String, long[]> counts = new TreeMap<>();
        for (String[] row : rows) {
            long[] count = counts.computeIfAbsent(group.apply(row), _ -> new long[2]);
            count[0]++;
            count[1] += row[INCOME].startsWith(">50K") ? 1 : 0;
        }
        return counts;
    }

    private static double share(Map<String, long[]> counts, String group) {
        long[] count = counts.getOrDefault(group, new long[2]);
        return new Proportion(count[1], count[0]).value();
    }

    @Test
    void parityOfTheTrainingFileIsAif360s() throws IOException {
        Map<String, long[]> bySex = counts(rows("adult.data"), row -> row[SEX]);
        double women = share(bySex, "Female");
        double men = share(bySex, "Male");
        assertThat(women - men).isCloseTo(-0.196275987793614, within(1e-14));
        assertThat(women / men).isCloseTo(0.358022549681351, within(1e-14));
    }

    @Test
    void parityOfTheCompleteRowsIsAif360s() throws IOException {
        List<String[]> complete = completeRows();
        assertThat(complete).hasSize(45_222);
        Map<String, long[]> bySex = counts(complete, row -> row[SEX]);
        assertThat(share(bySex, "Female") - share(bySex, "Male"))
                .isCloseTo(-0.198901432678815, within(1e-14));
    }

    @Test
    void differentialFairnessOfSexAndRaceIsAif360s() throws IOException {
        Map<String, long[]> groups = counts(completeRows(), row -> row[SEX] + "," + row[RACE]);
        long[] sizes = groups.values().stream().mapToLong(count -> count[0]).toArray();
        long[] positives = groups.values().stream().mapToLong(count -> count[1]).toArray();
        assertThat(DifferentialFairness.smoothedEmpirical(positives, sizes))
                .isCloseTo(1.7547611985549287, within(1e-13));
    }
}
