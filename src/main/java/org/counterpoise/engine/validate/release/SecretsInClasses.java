package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.KeyColumn;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How varied a secret is within the equivalence classes of a table.
///
/// Rows without the secret do not count, nor do classes that consist of such rows.
///
/// @param distinct l of distinct l-diversity: the fewest different values in a class
///     (Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam 2007, doi:10.1145/1217299.1217302)
/// @param entropy l of entropy l-diversity: exp of the least Shannon entropy of a class (same)
/// @param closeness t of t-closeness: the greatest earth mover's distance between the values of a
///     class and those of the whole table, 0 to 1 (Li, Li and Venkatasubramanian 2007,
///     doi:10.1109/ICDE.2007.367856). Categories lie one apart (half the sum of absolute
///     differences); numbers as many steps as their ranks differ, over the number of distinct
///     values less one
/// @param uniform number of rows in classes where all have the same value, if there is more than
///     one value in the table: the secret of their people is given away (homogeneity)
/// @param rows number of rows with the secret
/// All are NaN, or 0, if no row has the secret.
record SecretsInClasses(
        double distinct, double entropy, double closeness, long uniform, long rows) {

    /// @param ordered whether codes are the ranks of numbers
    static SecretsInClasses of(
            KeyClasses classes, KeyColumn secret, int table, boolean ordered, Progress progress) {
        int[] codes = secret.codes()[table];
        int missing = secret.levels() - 1;
        // Only the values that occur are steps between others.
        int[] places = places(codes, missing);
        int[] rows = IntStream.range(0, codes.length).filter(r -> codes[r] != missing).toArray();
        if (rows.length == 0) {
            return new SecretsInClasses(Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
        Everyone everyone =
                Everyone.of(Arrays.stream(rows).map(row -> places[codes[row]]).toArray());
        double distinct = Double.POSITIVE_INFINITY;
        double entropy = Double.POSITIVE_INFINITY;
        double closeness = 0;
        long uniform = 0;
        for (int[] members : members(classes, table, rows)) {
            progress.check();
            if (members.length == 0) {
                continue;
            }
            int[] values = Arrays.stream(members).map(row -> places[codes[row]]).sorted().toArray();
            int here = (int) Arrays.stream(values).distinct().count();
            distinct = Math.min(distinct, here);
            uniform += here == 1 && everyone.shares().length > 1 ? values.length : 0;
            entropy = Math.min(entropy, Math.exp(entropy(values)));
            closeness =
                    Math.max(closeness, ordered ? everyone.steps(values) : everyone.moved(values));
        }
        return new SecretsInClasses(distinct, entropy, closeness, uniform, rows.length);
    }

    /// Per code its place among those that occur.
    private static int[] places(int[] codes, int missing) {
        boolean[] occurs = new boolean[missing + 1];
        for (int code : codes) {
            occurs[code] = true;
        }
        int[] places = new int[missing];
        int next = 0;
        for (int code = 0; code < missing; code++) {
            places[code] = occurs[code] ? next++ : -1;
        }
        return places;
    }

    private static int[][] members(KeyClasses classes, int table, int[] rows) {
        int[] sizes = new int[classes.count()];
        for (int row : rows) {
            sizes[classes.of()[table][row]]++;
        }
        int[][] members = new int[classes.count()][];
        for (int c = 0; c < members.length; c++) {
            members[c] = new int[sizes[c]];
        }
        for (int row : rows) {
            int c = classes.of()[table][row];
            members[c][--sizes[c]] = row;
        }
        return members;
    }

    /// @param values ascending
    private static double entropy(int[] values) {
        double sum = 0;
        int from = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[from]) {
                double share = (double) (i - from) / values.length;
                sum -= share * Math.log(share);
                from = i;
            }
        }
        return sum;
    }

    /// The distribution over all values, prepared for distances from it that take time only with
    /// the size of a class.
    ///
    /// @param shares per value
    /// @param below share of rows with this value or a lower one
    /// @param sums of `below` over all lower values, one more than there are values
    record Everyone(double[] shares, double[] below, double[] sums) {

        /// @param values of all rows, 0 to the number of distinct values less one
        static Everyone of(int[] values) {
            int count = Arrays.stream(values).max().orElse(-1) + 1;
            double[] shares = new double[count];
            for (int value : values) {
                shares[value] += 1.0 / values.length;
            }
            double[] below = new double[count];
            double[] sums = new double[count + 1];
            for (int i = 0; i < count; i++) {
                below[i] = (i == 0 ? 0 : below[i - 1]) + shares[i];
                sums[i + 1] = sums[i] + below[i];
            }
            return new Everyone(shares, below, sums);
        }

        /// The mass that must be moved to another value: half the sum of absolute differences.
        ///
        /// @param values of a class, ascending
        double moved(int[] values) {
            double moved = 1;
            int from = 0;
            for (int i = 1; i <= values.length; i++) {
                if (i == values.length || values[i] != values[from]) {
                    double share = (double) (i - from) / values.length;
                    double all = shares[values[from]];
                    moved += Math.abs(share - all) - all;
                    from = i;
                }
            }
            return Math.max(0, moved / 2);
        }

        /// The mass times the steps it must be carried, over the greatest number of steps: the sum
        /// of absolute differences of the cumulated shares.
        ///
        /// @param values of a class, ascending
        double steps(int[] values) {
            int count = shares.length;
            if (count < 2) {
                return 0;
            }
            double carried = between(0, values[0], 0);
            for (int i = 0; i < values.length; i++) {
                int to = i + 1 < values.length ? values[i + 1] : count;
                carried += between(values[i], to, (i + 1.0) / values.length);
            }
            return carried / (count - 1);
        }

        /// Σ|share − below| over values from `from` to one before `to`.
        private double between(int from, int to, double share) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (below[middle] < share) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return share * (low - from)
                    - (sums[low] - sums[from])
                    + (sums[to] - sums[low])
                    - share * (to - low);
        }
    }
}
