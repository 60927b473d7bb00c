package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.engine.stats.plate.Scores;
import org.counterpoise.engine.stats.plate.Wells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Simulated screens of known truth: how many hits each correction finds and how many it invents,
/// how often the right model of bias is named, and what happens to plates without bias.
///
/// Plates of 384 wells, readouts N(100, 10²), 1 % hits 60 lower; on each biased plate two rows and
/// two columns, the same ones on every plate of a screen. Additive bias of strength s adds ±10·s,
/// multiplicative bias multiplies by 1 ± 0.1·s. Hits are wells with a robust z of −3 or less after
/// the correction. The table in the guide was made by this program.
public final class SimulatedScreens {
    private static final int PLATES = 100;
    private static final int ROWS = 16;
    private static final int COLUMNS = 24;
    private static final double MEAN = 100;
    private static final double DEVIATION = 10;
    private static final double ALPHA = PlateLook.perLine(0.01, ROWS, COLUMNS);
    private static final double[] STRENGTHS = {1, 2, 3, 4};

    private enum Bias {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    private record Screen(List<Wells> plates, List<boolean[]> hits) {}

    private SimulatedScreens() {}

    public static void main(String[] args) {
        run(Bias.NONE, 0);
        for (double strength : STRENGTHS) {
            run(Bias.ADDITIVE, strength);
            run(Bias.MULTIPLICATIVE, strength);
        }
        for (int round = 0; round < 3; round++) {
            time();
        }
    }

    private static void run(Bias bias, double strength) {
        Screen screen = screen(bias, strength, PLATES, 2026);
        List<PlateLook> looks =
                PlateLook.all(screen.plates, ALPHA, ModelTest.SPREAD, Progress.NONE);
        long touched = looks.stream().filter(look -> look.lines().any()).count();
        long[] named = new long[ModelChoice.Model.values().length];
        looks.forEach(look -> named[look.choice().model().ordinal()]++);
        System.out.printf(
                Locale.ROOT,
                "%n%s, strength %.0f: %d of %d plates flagged; per plate additive %d,"
                        + " multiplicative %d, undecided %d; screen: %s%n",
                bias,
                strength,
                touched,
                PLATES,
                named[ModelChoice.Model.ADDITIVE.ordinal()],
                named[ModelChoice.Model.MULTIPLICATIVE.ordinal()],
                named[ModelChoice.Model.UNDECIDED.ordinal()],
                ModelChoice.pooled(looks.stream().map(PlateLook::choice).toList()));
        int right = 0;
        int screens = 0;
        for (int first = 0; first + 10 <= PLATES; first += 10) {
            ModelChoice.Model model =
                    ModelChoice.pooled(
                            looks.subList(first, first + 10).stream()
                                    .map(PlateLook::choice)
                                    .toList());
            right += model.name().equals(bias.name()) ? 1 : 0;
            screens++;
        }
        System.out.println("  screens of 10 plates named rightly: " + right + " of " + screens);
        report("raw readouts", screen, screen.plates.stream().map(Wells::values).toList());
        for (PlateMethod method : PlateMethod.values()) {
            report(method.label(), screen, method.correct(looks, 0.3, Progress.NONE));
        }
    }

    private static void report(String label, Screen screen, List<double[]> corrected) {
        int found = 0;
        int hits = 0;
        int invented = 0;
        for (int plate = 0; plate < corrected.size(); plate++) {
            double[] z = Scores.robustZ(screen.plates.get(plate).with(corrected.get(plate)));
            for (int well = 0; well < z.length; well++) {
                boolean called = z[well] <= -3;
                boolean hit = screen.hits.get(plate)[well];
                hits += hit ? 1 : 0;
                found += hit && called ? 1 : 0;
                invented += !hit && called ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "  %-60s %4d of %4d found, %5d false%n", label, found, hits, invented);
    }

    private static Screen screen(Bias bias, double strength, int plates, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        int[] rows = {random.nextInt(ROWS / 2), ROWS / 2 + random.nextInt(ROWS / 2)};
        int[] columns = {random.nextInt(COLUMNS / 2), COLUMNS / 2 + random.nextInt(COLUMNS / 2)};
        List<Wells> all = new ArrayList<>();
        List<boolean[]> hits = new ArrayList<>();
        for (int plate = 0; plate < plates; plate++) {
            double[] values = new double[ROWS * COLUMNS];
            boolean[] hit = new boolean[values.length];
            for (int well = 0; well < values.length; well++) {
                values[well] = MEAN + DEVIATION * random.nextGaussian();
                hit[well] = random.nextDouble() < 0.01;
                values[well] -= hit[well] ? 6 * DEVIATION : 0;
            }
            for (int i = 0; i < 2; i++) {
                double sign = i == 0 ? 1 : -1;
                for (int column = 0; column < COLUMNS; column++) {
                    bias(values, rows[i] * COLUMNS + column, bias, sign * strength);
                }
                for (int row = 0; row < ROWS; row++) {
                    bias(values, row * COLUMNS + columns[i], bias, sign * strength);
                }
            }
            all.add(Wells.of(ROWS, COLUMNS, values));
            hits.add(hit);
        }
        return new Screen(all, hits);
    }

    private static void bias(double[] values, int well, Bias bias, double strength) {
        switch (bias) {
            case NONE -> {}
            case ADDITIVE -> values[well] += DEVIATION * strength;
            case MULTIPLICATIVE -> values[well] *= 1 + DEVIATION / MEAN * strength;
        }
    }

    private static void time() {
        Screen screen = screen(Bias.ADDITIVE, 2, 1000, 7);
        long start = System.nanoTime();
        List<PlateLook> looks =
                PlateLook.all(screen.plates, ALPHA, ModelTest.SPREAD, Progress.NONE);
        List<double[]> corrected = PlateMethod.PMP_FITTING.correct(looks, 0.3, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n1,000 plates of 384 wells detected and corrected in %.2f s (checksum %.3f)%n",
                seconds,
                corrected.stream().mapToDouble(x -> Arrays.stream(x).sum()).sum());
    }
}
