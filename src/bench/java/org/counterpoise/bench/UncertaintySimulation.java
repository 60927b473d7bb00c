package org.counterpoise.bench;

import org.counterpoise.engine.stats.GapSimulation;
import org.counterpoise.engine.stats.SimulatedMetric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Simulates whether intervals and tests hold their level, and prints the tables of
/// src/docs/guide/uncertainty.md.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.UncertaintySimulation`; with arguments only the parts named.
public final class UncertaintySimulation {
    private static final int REPEATS = 2_000;
    private static final int REPLICATES = 1_000;
    private static final long SEED = 2026;
    private static final int[] SIZES = {30, 100, 300, 1_000};

    /// The first 3 or 5 of these.
    private static final int[] MIXED = {1_000, 30, 100, 30, 300};

    private UncertaintySimulation() {}

    public static void main(String[] args) {
        Map<String, Runnable> parts = new LinkedHashMap<>();
        parts.put("gaps", UncertaintySimulation::gaps);
        parts.put("metrics", UncertaintySimulation::gapsOfMetrics);
        parts.put("rates", UncertaintySimulation::rates);
        parts.put("differences", UncertaintySimulation::differences);
        parts.put("areas", UncertaintySimulation::areas);
        parts.forEach(
                (name, part) -> {
                    if (args.length == 0 || List.of(args).contains(name)) {
                        part.run();
                    }
                });
    }

    private static void gaps() {
        System.out.println(
                "| groups | true gap | n per group | coverage | false alarms or power | mean width |"
                        + " oracle's coverage | oracle's width | bootstrap's coverage |"
                        + " bootstrap's width |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int groups : new int[] {3, 5}) {
            for (double gap : new double[] {0, 0.05, 0.1, 0.2}) {
                for (int n : SIZES) {
                    double[] rates = new double[groups];
                    Arrays.setAll(rates, g -> 0.3 + gap * g / (groups - 1));
                    int[] sizes = new int[groups];
                    Arrays.fill(sizes, n);
                    GapSimulation.Outcome o =
                            GapSimulation.largestGap(rates, sizes, REPEATS, REPLICATES, SEED);
                    System.out.printf(
                            "| %d | %.2f | %,d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                            groups,
                            gap,
                            n,
                            o.coverage(),
                            o.alarms(),
                            o.width(),
                            o.oracleCoverage(),
                            o.oracleWidth(),
                            o.bootstrapCoverage(),
                            o.bootstrapWidth());
                }
            }
        }
    }

    /// Groups of equal size, then of the sizes in `MIXED`.
    private static void gapsOfMetrics() {
        System.out.printf(
                "%n| metric | groups | true gap | 30 | 100 | 300 | 1,000 | mixed |"
                        + " width at 300 | oracle's width |%n");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (SimulatedMetric metric : SimulatedMetric.values()) {
            for (int groups : new int[] {3, 5}) {
                gapsOf(metric, groups, 0);
                if (metric.gap() > 0) {
                    gapsOf(metric, groups, metric.gap());
                }
            }
        }
    }

    private static void gapsOf(SimulatedMetric metric, int groups, double gap) {
        System.out.printf("| %s | %d | %.2f |", metric.title(), groups, gap);
        for (int n : SIZES) {
            int[] sizes = new int[groups];
            Arrays.fill(sizes, n);
            System.out.printf(" %.3f |", held(metric, gap, sizes).coverage());
        }
        System.out.printf(" %.3f |", held(metric, gap, Arrays.copyOf(MIXED, groups)).coverage());
        int[] sizes = new int[groups];
        Arrays.fill(sizes, 300);
        GapSimulation.Held at = held(metric, gap, sizes);
        System.out.printf(" %.3f | %.3f |%n", at.width(), at.oracleWidth());
    }

    private static GapSimulation.Held held(SimulatedMetric metric, double gap, int[] sizes) {
        return GapSimulation.largestGap(metric, gap, sizes, REPEATS, SEED);
    }

    private static void rates() {
        heading("rate");
        for (double rate : new double[] {0.05, 0.2, 0.5}) {
            for (int n : SIZES) {
                row("%.2f", rate, n, GapSimulation.wilson(rate, n, REPEATS, SEED));
            }
        }
    }

    private static void differences() {
        heading("difference from 0.30");
        for (double difference : new double[] {0, 0.1, 0.3}) {
            for (int n : SIZES) {
                row(
                        "%.2f",
                        difference,
                        n,
                        GapSimulation.newcombe(0.3 + difference, 0.3, n, REPEATS, SEED));
            }
        }
    }

    private static void areas() {
        heading("area under the ROC curve");
        for (double area : new double[] {0.6, 0.75, 0.9, 0.97}) {
            for (int n : SIZES) {
                row("%.2f", area, n, GapSimulation.deLong(area, n, REPEATS, SEED));
            }
        }
    }

    private static void heading(String truth) {
        System.out.printf("%n| %s | n | coverage | mean width |%n|---:|---:|---:|---:|%n", truth);
    }

    private static void row(String format, double truth, int n, GapSimulation.Coverage c) {
        System.out.printf(
                "| " + format + " | %,d | %.3f | %.3f |%n", truth, n, c.coverage(), c.width());
    }
}
