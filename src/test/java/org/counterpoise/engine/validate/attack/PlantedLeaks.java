package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Synthetic tables that leak their training rows by a known measure.
public final class PlantedLeaks {
    private PlantedLeaks() {}

    /// People with four correlated numbers and two categories.
    static double[][] people(int n, RandomGenerator random) {
        double[][] columns = new double[6][n];
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                columns[c][i] = 60 + 10 * (common + random.nextGaussian());
            }
            columns[4][i] = random.nextInt(2);
            columns[5][i] = random.nextInt(12);
        }
        return columns;
    }

    static Dataset table(Part part, double[][] columns) {
        Tables table = Tables.of(part);
        for (int c = 0; c < 4; c++) {
            table.numbers("x" + c, columns[c]);
        }
        for (int c = 4; c < 6; c++) {
            table.words(
                    "g" + c,
                    Arrays.stream(columns[c]).mapToObj(v -> "l" + (int) v).toArray(String[]::new));
        }
        return table.table();
    }

    /// @param changed the share of cells of training rows that come from another row; 1 or more for
    ///     a fresh sample of the same population
    static Validation attacked(int n, double changed, long seed) {
        return judged(new PrivacyAttacks(), n, changed, seed);
    }

    /// How a validator of privacy judges synthetic rows that were made of training rows.
    public static <S extends Record> Validation judged(
            Validator<S> validator, int n, double changed, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        double[][] training = people(n, random);
        double[][] control = people(n, random);
        double[][] synthetic = people(n, random);
        for (int c = 0; c < 6 && changed < 1; c++) {
            for (int i = 0; i < n; i++) {
                synthetic[c][i] =
                        training[c][random.nextDouble() < changed ? random.nextInt(n) : i];
            }
        }
        return validator.run(
                new ValidationInput(
                        table(Part.TRAINING, training),
                        Optional.of(table(Part.HOLDOUT, control)),
                        table(Part.SYNTHETIC, synthetic)),
                validator.defaults(),
                seed,
                Progress.NONE);
    }
}
