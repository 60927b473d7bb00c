package org.counterpoise.bench;

import org.counterpoise.engine.stats.GapSimulation;

import java.util.Arrays;

/// Simulates whether intervals and tests hold their level, and prints the tables of
/// src/docs/guide/uncertainty.md.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.UncertaintySimulation`
public final class UncertaintySimulation {
    private static final int REPEATS = 2_000;
    private static final int REPLICATES = 1_000;
    private static final long SEED = 2026;
    private static final int[] SIZES = {30, 100, 300, 1_000};

    private UncertaintySimulation() {}

    public static void main(String[] args) {
        gaps();
        rates();
        differences();
        areas();
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
