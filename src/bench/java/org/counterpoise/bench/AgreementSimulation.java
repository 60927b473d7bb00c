package org.counterpoise.bench;

import org.counterpoise.engine.stats.AgreementIntervals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Simulates how often the 95 % intervals of agreement hold the truth, over 2,000 sets each, and
/// prints the table of src/docs/guide/agreement.md; of the kinds named, e.g. `KAPPA`, or of all.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.AgreementSimulation`
public final class AgreementSimulation {
    private static final int SETS = Integer.getInteger("sets", 2_000);
    private static final int[] SIZES = {30, 100, 300};

    private AgreementSimulation() {}

    public static void main(String[] args) {
        List<AgreementIntervals> kinds =
                args.length == 0
                        ? List.of(AgreementIntervals.values())
                        : Arrays.stream(args).map(AgreementIntervals::valueOf).toList();
        System.out.println("| interval | n = 30 | 100 | 300 |");
        System.out.println("|---|---:|---:|---:|");
        for (AgreementIntervals kind : kinds) {
            long start = System.nanoTime();
            Map<String, String[]> table = new LinkedHashMap<>();
            for (int size = 0; size < SIZES.length; size++) {
                int column = size;
                kind.held(SIZES[size], SETS)
                        .forEach(
                                (name, held) ->
                                        table.computeIfAbsent(name, _ -> new String[] {"", "", ""})[
                                                        column] =
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f %%",
                                                        100.0 * held / SETS));
            }
            table.forEach(
                    (name, shares) ->
                            System.out.println(
                                    "| " + name + " | " + String.join(" | ", shares) + " |"));
            System.err.printf(
                    Locale.ROOT, "%s took %.1f s%n", kind, (System.nanoTime() - start) / 1e9);
        }
    }
}
