package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.KeyColumn;

import java.util.Arrays;

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
            KeyClasses classes,
            KeyColumn secret,
            int table,
            boolean ordered,
            Progress progress) {
        int[] codes = secret.codes()[table];
        int missing = secret.levels() - 1;
        // Only the values that occur are steps between others.
        int[] places = places(codes, missing);
        int values = Arrays.stream(places).max().orElse(-1) + 1;
        double[] all = new double[values];
        int[] rows = new int[codes.length];
        int known = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != missing) {
                all[places[codes[row]]]++;
                rows[known++] = row;
            }
        }
        if (known == 0) {
            return new SecretsInClasses(Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
        int[][] members = members(classes, table, rows, known);
        double distinct = Double.POSITIVE_INFINITY;
        double entropy = Double.POSITIVE_INFINITY;
        double closeness = 0;
        long uniform = 0;
        double[] counts = new double[values];
        for (int[] group : members) {
            progress.check();
            if (group.length == 0) {
                continue;
            }
            Arrays.fill(counts, 0);
            for (int row : group) {
                counts[places[codes[row]]]++;
            }
            int here = (int) Arrays.stream(counts).filter(count -> count > 0).count();
            distinct = Math.min(distinct, here);
            uniform += here == 1 && values > 1 ? group.length : 0;
            entropy = Math.min(entropy, Math.exp(entropy(counts, group.length)));
            closeness = Math.max(closeness, distance(counts, group.length, all, known, ordered));
        }
        return new SecretsInClasses(distinct, entropy, closeness, uniform, known);
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

    private static int[][] members(KeyClasses classes, int table, int[] rows, int known) {
        int[] sizes = new int[classes.count()];
        for (int i = 0; i < known; i++) {
            sizes[classes.of()[table][rows[i]]]++;
        }
        int[][] members = new int[classes.count()][];
        for (int c = 0; c < members.length; c++) {
            members[c] = new int[sizes[c]];
        }
        for (int i = 0; i < known; i++) {
            int c = classes.of()[table][rows[i]];
            members[c][--sizes[c]] = rows[i];
        }
        return members;
    }

    private static double entropy(double[] counts, double n) {
        double sum = 0;
        for (double count : counts) {
            sum -= count > 0 ? count / n * Math.log(count / n) : 0;
        }
        return sum;
    }

    /// The earth mover's distance between two distributions over the same values.
    static double distance(double[] a, double n, double[] b, double m, boolean ordered) {
        double moved = 0;
        double carried = 0;
        for (int i = 0; i < a.length; i++) {
            double surplus = a[i] / n - b[i] / m;
            carried += surplus;
            moved += Math.abs(ordered ? carried : surplus);
        }
        if (ordered) {
            return a.length < 2 ? 0 : moved / (a.length - 1);
        }
        return moved / 2;
    }
}
