package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.PlantedMarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Simulates how often each audit flags a table with a planted mark and a clean one, and prints the
/// table of src/docs/guide/uncertainty.md; of the audits named, e.g. `SLICE`, or of all.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.PlantedMarkSimulation`
public final class PlantedMarkSimulation {
    private static final int[] SIZES = {200, 500, 1_000, 2_000};

    private PlantedMarkSimulation() {}

    public static void main(String[] args) {
        System.out.println("| audit | mark | 200 rows | 500 | 1,000 | 2,000 |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        List<PlantedMarks> kinds =
                args.length == 0
                        ? List.of(PlantedMarks.values())
                        : Arrays.stream(args).map(PlantedMarks::valueOf).toList();
        for (PlantedMarks kind : kinds) {
            for (double mark : new double[] {0, 0.1, 0.2, 0.3}) {
                StringBuilder row = new StringBuilder();
                for (int size : SIZES) {
                    row.append(String.format(" %.3f |", share(kind, size, mark)));
                }
                System.out.printf(
                        "| %s | %.2f |%s%n", kind.name().toLowerCase(Locale.ROOT), mark, row);
            }
        }
    }

    private static double share(PlantedMarks kind, int rows, double mark) {
        int repeats = repeats(kind);
        long found =
                Parallel.map(
                                repeats,
                                Progress.NONE,
                                "",
                                repeat -> kind.found(rows, mark, 10_000 + repeat))
                        .stream()
                        .filter(Boolean::booleanValue)
                        .count();
        return (double) found / repeats;
    }

    /// Fewer of what takes longer.
    private static int repeats(PlantedMarks kind) {
        return switch (kind) {
            case PERFORMANCE, RANKING, QUANTITY, CLASSES, SURVIVAL, SLICE, NOISE -> 300;
            case PROXY -> 100;
            default -> 1_000;
        };
    }
}
