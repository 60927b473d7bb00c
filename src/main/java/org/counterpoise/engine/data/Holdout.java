package org.counterpoise.engine.data;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Locks a part of the rows away before anything is fitted.
///
/// Within each stratum (a group of the crossing of the stratifying columns; rows where one of them
/// is missing are a stratum of their own) the rows are shuffled and the first are held out. With an
/// identifier, all rows of one value go together and have the stratum of their first row.
public final class Holdout {

    /// What is drawn together: one row, or all rows of one person.
    ///
    /// @param of row to unit
    /// @param stratum of each unit
    /// @param size rows of each unit
    private record Units(int[] of, int[] stratum, int[] size) {}

    private Holdout() {}

    /// Cuts a dataset. Both sides keep the order of the rows.
    ///
    /// Without an identifier, the holdout's rows of each stratum are within one of its share, and
    /// their total within one of the whole share. With one, whole persons are added until the
    /// stratum's share is passed or met most closely.
    ///
    /// @param share of the rows held out, between 0 and 1
    /// @param stratify columns to cross; empty for none
    /// @param identifier column whose values stay on one side; empty for none. A row without an
    ///     identifier stands for itself
    /// @param seed the same seed gives the same halves
    /// @throws UserProblem if the share is not between 0 and 1, a side would be empty, a column is
    ///     not there, or the dataset is not real and whole
    public static Halves split(
            Dataset data, double share, List<String> stratify, String identifier, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new UserProblem(
                    "The share to hold out is " + share + ".",
                    data.name(),
                    "Choose a share between 0 and 1, such as 0.25.");
        }
        if (data.part() != Part.WHOLE) {
            throw new UserProblem(
                    "Only real data that has not been split can be split.",
                    data.name(),
                    "Choose the imported dataset.");
        }
        Units units = units(data, stratify, identifier);
        boolean[] held = draw(units, share, seed);
        int[] holdout = rows(units, held, true);
        int[] training = rows(units, held, false);
        if (holdout.length == 0 || training.length == 0) {
            throw new UserProblem(
                    "With "
                            + data.rows()
                            + " rows and a share of "
                            + share
                            + ", one side of the"
                            + " split would be empty.",
                    data.name(),
                    "Choose another share, or go on without a holdout.");
        }
        return new Halves(
                data.select(training).withPart(Part.TRAINING),
                data.select(holdout).withPart(Part.HOLDOUT));
    }

    private static Units units(Dataset data, List<String> stratify, String identifier) {
        Grouping strata = Grouping.of(data, stratify);
        int missing = strata.groups().size();
        int[] stratumOfRow =
                Arrays.stream(strata.codes()).map(code -> code < 0 ? missing : code).toArray();
        if (identifier.isEmpty()) {
            int[] ones = new int[data.rows()];
            Arrays.fill(ones, 1);
            return new Units(IntStream.range(0, data.rows()).toArray(), stratumOfRow, ones);
        }
        Column.Codes persons = data.codes(identifier);
        int[] unitOfPerson = new int[persons.levels().size()];
        Arrays.fill(unitOfPerson, -1);
        int[] of = new int[data.rows()];
        int[] stratum = new int[data.rows()];
        int[] size = new int[data.rows()];
        int count = 0;
        for (int row = 0; row < of.length; row++) {
            int person = persons.codes()[row];
            int unit = person < 0 ? -1 : unitOfPerson[person];
            if (unit < 0) {
                unit = count++;
                stratum[unit] = stratumOfRow[row];
                if (person >= 0) {
                    unitOfPerson[person] = unit;
                }
            }
            of[row] = unit;
            size[unit]++;
        }
        return new Units(of, Arrays.copyOf(stratum, count), Arrays.copyOf(size, count));
    }

    /// Which units are held out.
    ///
    /// The fractions of a row that the strata cannot give are carried on from one to the next, from
    /// a random start (systematic sampling), so that many tiny strata together still give their
    /// share and each of them has its chance.
    private static boolean[] draw(Units units, double share, long seed) {
        boolean[] held = new boolean[units.stratum().length];
        double owed = Streams.of(Streams.derive(seed, "start"), 0).nextDouble() - 0.5;
        int[][] members = members(units);
        for (int stratum = 0; stratum < members.length; stratum++) {
            int[] shuffled = members[stratum];
            shuffle(shuffled, Streams.of(seed, stratum));
            double size = Arrays.stream(shuffled).mapToLong(unit -> units.size()[unit]).sum();
            double wanted = owed + share * size;
            double taken = 0;
            for (int unit : shuffled) {
                int rows = units.size()[unit];
                if (Math.abs(taken + rows - wanted) < Math.abs(taken - wanted)) {
                    held[unit] = true;
                    taken += rows;
                }
            }
            owed = wanted - taken;
        }
        return held;
    }

    private static int[][] members(Units units) {
        int strata = Arrays.stream(units.stratum()).max().orElse(-1) + 1;
        int[] counts = new int[strata];
        for (int stratum : units.stratum()) {
            counts[stratum]++;
        }
        int[][] members = new int[strata][];
        for (int stratum = 0; stratum < strata; stratum++) {
            members[stratum] = new int[counts[stratum]];
        }
        for (int unit = units.stratum().length - 1; unit >= 0; unit--) {
            int stratum = units.stratum()[unit];
            members[stratum][--counts[stratum]] = unit;
        }
        return members;
    }

    /// Fisher and Yates, in the order of Durstenfeld (1964).
    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    private static int[] rows(Units units, boolean[] held, boolean side) {
        return IntStream.range(0, units.of().length)
                .filter(row -> held[units.of()[row]] == side)
                .toArray();
    }
}
