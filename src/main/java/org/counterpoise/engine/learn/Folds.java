package org.counterpoise.engine.learn;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Divides rows for cross-validation.
public final class Folds {
    private Folds() {}

    /// What must stay together: one number per person, or per row without an identifier.
    public static int[] units(Dataset data) {
        List<String> identifiers = data.schema().namesWithRole(Role.IDENTIFIER);
        if (identifiers.isEmpty()) {
            return IntStream.range(0, data.rows()).toArray();
        }
        int[] codes = data.codes(identifiers.getFirst()).codes().clone();
        int next = Arrays.stream(codes).max().orElse(-1) + 1;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0) {
                codes[row] = next++;
            }
        }
        return codes;
    }

    /// The fold of each row: folds have the same share of each class, and the rows of a unit are in
    /// one fold.
    ///
    /// @param classes from 0 per row, -1 for a row that does not count
    /// @param units as of [#units(Dataset)]; a unit of several classes counts as of the highest
    /// @param count of classes
    /// @return from 0 per row, -1 for a row that does not count
    public static int[] stratified(int[] classes, int[] units, int count, int folds, long seed) {
        int[] classOfUnit = classOfUnit(classes, units);
        int[] foldOfUnit = new int[classOfUnit.length];
        Arrays.fill(foldOfUnit, -1);
        int next = 0;
        for (int c = 0; c < count; c++) {
            for (int member : shuffled(classOfUnit, c, Streams.of(seed, c))) {
                foldOfUnit[member] = next++ % folds;
            }
        }
        return IntStream.range(0, classes.length)
                .map(row -> classes[row] < 0 ? -1 : foldOfUnit[units[row]])
                .toArray();
    }

    /// All rows, or those of random people until there are about `most`.
    ///
    /// @param units as of [#units(Dataset)]
    /// @return ascending
    public static int[] sample(int[] units, int most, long seed) {
        if (units.length <= most) {
            return IntStream.range(0, units.length).toArray();
        }
        int[] sizes = new int[Arrays.stream(units).max().orElse(-1) + 1];
        for (int unit : units) {
            sizes[unit]++;
        }
        int[] order = IntStream.range(0, sizes.length).toArray();
        shuffle(order, Streams.of(seed, 0));
        boolean[] taken = new boolean[sizes.length];
        int rows = 0;
        for (int unit : order) {
            if (rows + sizes[unit] <= most) {
                taken[unit] = true;
                rows += sizes[unit];
            }
        }
        return IntStream.range(0, units.length).filter(row -> taken[units[row]]).toArray();
    }

    /// How many units the class with the fewest has.
    public static int smallestClass(int[] classes, int[] units, int count) {
        int[] members = new int[count];
        for (int c : classOfUnit(classes, units)) {
            if (c >= 0) {
                members[c]++;
            }
        }
        return Arrays.stream(members).min().orElse(0);
    }

    private static int[] classOfUnit(int[] classes, int[] units) {
        int[] classOfUnit = new int[Arrays.stream(units).max().orElse(-1) + 1];
        Arrays.fill(classOfUnit, -1);
        for (int row = 0; row < classes.length; row++) {
            classOfUnit[units[row]] = Math.max(classOfUnit[units[row]], classes[row]);
        }
        return classOfUnit;
    }

    private static int[] shuffled(int[] classes, int wanted, RandomGenerator random) {
        int[] members =
                IntStream.range(0, classes.length).filter(i -> classes[i] == wanted).toArray();
        shuffle(members, random);
        return members;
    }

    /// Puts numbers in random order, each order equally likely (Fisher and Yates).
    public static void shuffle(int[] numbers, RandomGenerator random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}
