package org.counterpoise.engine.synth.resample;

import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.Shared;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.Feature;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The 20 points on which imbalanced-learn 0.14.2 was run: class 0 has 8 of them, class 1 has 12.
final class Fixture20 {
    private Fixture20() {}

    static Dataset read() throws IOException {
        List<double[]> rows =
                Files.readAllLines(Shared.file("methods/expected/imblearn_fixture20.csv")).stream()
                        .skip(1)
                        .map(
                                line ->
                                        Arrays.stream(line.split(","))
                                                .mapToDouble(Double::parseDouble)
                                                .toArray())
                        .toList();
        return table(
                real("x0"),
                numbers(rows.stream().mapToDouble(r -> r[0]).toArray()),
                real("x1"),
                numbers(rows.stream().mapToDouble(r -> r[1]).toArray()),
                category("y").withRole(Role.OUTCOME),
                codes(List.of("0", "1"), rows.stream().mapToInt(r -> (int) r[2]).toArray()));
    }

    /// One class of a table whose last column is the outcome and the others are numbers.
    static ClassRows members(Dataset data, int c) {
        int[] y = data.codes("y").codes();
        List<Feature> features =
                IntStream.range(0, data.schema().size())
                        .mapToObj(f -> Feature.of(data, f))
                        .toList();
        int[] rows = IntStream.range(0, y.length).filter(i -> y[i] == c).toArray();
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        boolean[] fixed = new boolean[features.size()];
        fixed[features.size() - 1] = true;
        return new ClassRows(
                features,
                fixed,
                new boolean[features.size()],
                rows,
                rows,
                IntStream.range(0, y.length).filter(i -> y[i] != c).toArray(),
                ones,
                CategoryDistance.mismatch(1),
                text -> {});
    }
}
