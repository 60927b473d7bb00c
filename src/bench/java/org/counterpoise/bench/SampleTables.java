package org.counterpoise.bench;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.WellPlace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Writes the two simulated sample tables, `screen_plates.csv` and `amine_reactions.csv`, whose
/// truth is told in `sample-data/NOTICES.md`. Run with the folder to write to.
public final class SampleTables {
    private static final long SEED = 2026;
    private static final int PLATES = 8;
    private static final int ROWS = 16;
    private static final int COLUMNS = 24;
    private static final int REACTIONS = 4_000;
    private static final int AMINES = 415;

    private SampleTables() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        write(folder.resolve("screen_plates.csv"), plates());
        write(folder.resolve("amine_reactions.csv"), reactions());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Readouts N(100, 8²); 1 % of the samples inhibit and read 60 lower. Plates 3, 5 and 6 are
    /// crooked: rows A and P read 0.7 times, column 12 reads 1.4 times as much. A few wells are
    /// missing.
    private static String plates() {
        RandomGenerator random = Streams.of(SEED, 1);
        StringBuilder text = new StringBuilder("plate,well,content,compound,signal\n");
        int compound = 0;
        for (int plate = 1; plate <= PLATES; plate++) {
            boolean crooked = plate == 3 || plate == 5 || plate == 6;
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    boolean low = column == 0 && row % 2 == 0 || column == 23 && row % 2 == 1;
                    boolean control = column == 0 || column == 23;
                    double value = 100 + 8 * random.nextGaussian();
                    boolean hit = random.nextInt(100) == 0;
                    value -= control ? (low ? 80 : 0) : hit ? 60 : 0;
                    if (crooked && !control) {
                        value *= row == 0 || row == ROWS - 1 ? 0.7 : 1;
                        value *= column == 11 ? 1.4 : 1;
                    }
                    boolean missing = random.nextInt(256) == 0;
                    text.append(
                            String.format(
                                    Locale.ROOT,
                                    "plate %d,%s,%s,%s,%s%n",
                                    plate,
                                    new WellPlace(row, column).name(),
                                    control ? (low ? "positive" : "negative") : "sample",
                                    control ? "" : String.format(Locale.ROOT, "C%05d", ++compound),
                                    missing ? "" : String.format(Locale.ROOT, "%.2f", value)));
                }
            }
        }
        return text.toString();
    }

    /// Amines picked in proportion to a power of their rank, so that few make most of the records;
    /// success has the same chance for all but three of the seldom picked ones, which do better.
    private static String reactions() {
        RandomGenerator random = Streams.of(SEED, 2);
        double[] cumulative = new double[AMINES];
        double sum = 0;
        for (int amine = 0; amine < AMINES; amine++) {
            sum += Math.pow(amine + 1.0, -1.05);
            cumulative[amine] = sum;
        }
        StringBuilder text =
                new StringBuilder("reaction,date,amine,metal,temperature,ph,crystal\n");
        String[] metals = {"vanadium", "molybdenum", "zinc", "copper"};
        LocalDate first = LocalDate.of(2012, 1, 2);
        for (int reaction = 1; reaction <= REACTIONS; reaction++) {
            double place = random.nextDouble() * sum;
            int amine = 0;
            while (cumulative[amine] < place) {
                amine++;
            }
            boolean good = amine == 60 || amine == 75 || amine == 90;
            boolean success = random.nextDouble() < (good ? 0.75 : 0.35);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%s,amine %03d,%s,%d,%.1f,%s%n",
                            reaction,
                            first.plusDays(reaction),
                            amine + 1,
                            metals[Math.min(3, (int) (4 * Math.pow(random.nextDouble(), 2)))],
                            90 + 10 * random.nextInt(9),
                            1 + 8 * random.nextDouble(),
                            success ? "yes" : "no"));
        }
        return text.toString();
    }
}
