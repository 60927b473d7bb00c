package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.hipparchus.special.Gamma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another feature under whose values choices were tried: a category's levels that occur, or the
/// tenths of a number's range.
///
/// @param column the feature
/// @param values names of its values
/// @param records per choice, in the order of the levels, and value: how many
/// @param perChoice records per choice with a known value
/// @param perValue records per value
record Condition(
        ColumnInfo column,
        List<String> values,
        int[][] records,
        long[] perChoice,
        long[] perValue) {
    private static final int MOST_VALUES = 50;
    private static final int TENTHS = 10;

    /// Empty for texts, and for features with one value or more than 50.
    static Optional<Condition> of(Dataset data, Choices choices, ColumnInfo info) {
        List<String> names = new ArrayList<>();
        int[] values =
                switch (data.column(info.name())) {
                    case Column.Codes codes -> dense(codes, names);
                    case Column.Numbers numbers -> tenths(numbers.values(), names);
                    case Column.Texts _ -> new int[0];
                };
        if (names.size() < 2 || names.size() > MOST_VALUES) {
            return Optional.empty();
        }
        int[][] records = new int[choices.levels().size()][names.size()];
        long[] perChoice = new long[records.length];
        long[] perValue = new long[names.size()];
        for (int row = 0; row < values.length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && values[row] >= 0) {
                records[choice][values[row]]++;
                perChoice[choice]++;
                perValue[values[row]]++;
            }
        }
        return Optional.of(new Condition(info, names, records, perChoice, perValue));
    }

    /// Levels that occur, numbered in their own order.
    private static int[] dense(Column.Codes codes, List<String> names) {
        long[] counts = codes.counts();
        int[] number = new int[counts.length];
        for (int level = 0; level < counts.length; level++) {
            number[level] = names.size();
            if (counts[level] > 0) {
                names.add(codes.levels().get(level));
            }
        }
        return Arrays.stream(codes.codes()).map(code -> code < 0 ? -1 : number[code]).toArray();
    }

    /// Tenths of the range, those that hold no record left out.
    private static int[] tenths(double[] values, List<String> names) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double width = (high - low) / TENTHS;
        if (!(width > 0) || !Double.isFinite(width)) {
            return new int[0];
        }
        int[] tenths = new int[values.length];
        boolean[] used = new boolean[TENTHS];
        for (int row = 0; row < tenths.length; row++) {
            boolean known = Double.isFinite(values[row]);
            tenths[row] = known ? Math.min(TENTHS - 1, (int) ((values[row] - low) / width)) : -1;
            if (known) {
                used[tenths[row]] = true;
            }
        }
        int[] number = new int[TENTHS];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            number[tenth] = names.size();
            if (used[tenth]) {
                names.add(
                        NumberText.short3(low + tenth * width)
                                + " to "
                                + NumberText.short3(low + (tenth + 1) * width));
            }
        }
        return Arrays.stream(tenths).map(tenth -> tenth < 0 ? -1 : number[tenth]).toArray();
    }

    /// How many choices have so many records or more.
    private int choices(int least) {
        return (int) Arrays.stream(perChoice).filter(n -> n >= least).count();
    }

    /// Pairs of choice and value that could have been tried.
    long pairs() {
        return (long) choices(1) * values.size();
    }

    /// How many choices have two records or more.
    int repeated() {
        return choices(2);
    }

    /// Share of the choices with two records or more that were tried under one value only.
    double single() {
        int single = 0;
        for (int choice = 0; choice < records.length; choice++) {
            single += perChoice[choice] >= 2 && tried(choice) == 1 ? 1 : 0;
        }
        return repeated() == 0 ? Double.NaN : (double) single / repeated();
    }

    private long tried(int choice) {
        return Arrays.stream(records[choice]).filter(n -> n > 0).count();
    }

    /// Share of pairs that were never tried.
    double untried() {
        long tried = 0;
        for (int choice = 0; choice < records.length; choice++) {
            tried += tried(choice);
        }
        return pairs() == 0 ? Double.NaN : 1 - (double) tried / pairs();
    }

    /// What share of pairs would never have been tried had the same records been dealt out at
    /// random, and its standard deviation, pairs taken as independent (which makes it too large
    /// rather than too small).
    ///
    /// A choice with n of N records misses a value with m records with the chance
    /// `C(N − m, n) / C(N, n)`.
    Chance chance() {
        long all = Arrays.stream(perValue).sum();
        Map<Long, double[]> bySize = new HashMap<>();
        double mean = 0;
        double variance = 0;
        for (long n : perChoice) {
            if (n == 0) {
                continue;
            }
            double[] sums = bySize.computeIfAbsent(n, size -> missed(size, all));
            mean += sums[0];
            variance += sums[1];
        }
        return new Chance(mean / pairs(), Math.sqrt(variance) / pairs());
    }

    /// @param share expected
    /// @param deviation its standard deviation
    record Chance(double share, double deviation) {}

    /// Sums over the values of the chance q to be missed, and of q(1 − q).
    private double[] missed(long n, long all) {
        double mean = 0;
        double variance = 0;
        for (long m : perValue) {
            double q = m + n > all ? 0 : Math.exp(logChoose(all - m, n) - logChoose(all, n));
            mean += q;
            variance += q * (1 - q);
        }
        return new double[] {mean, variance};
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    /// Whether fewer pairs were tried than chance would have it, beyond two standard deviations.
    boolean narrow() {
        Chance chance = chance();
        return untried() > chance.share() + 2 * chance.deviation();
    }
}
