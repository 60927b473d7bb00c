package org.counterpoise.engine.synth.resample;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Rows cut into ever smaller parts, so that a search can leave out parts that lie too far away: a
/// k-d tree (Friedman, Bentley and Finkel 1977, doi:10.1145/355744.355745) over numbers and
/// categories.
///
/// Each node knows the smallest box around its numbers, and for each category which levels it
/// holds. A part is cut where its rows differ most: a number at its median, a category into its
/// most frequent level and the others, or halfway through its levels if none is frequent. Equal
/// rows stay in ascending order.
final class RowTree {
    /// Rows of a leaf at most.
    static final int LEAF = 32;

    /// A sample of a part decides where it is cut.
    private static final int SAMPLE = 128;

    /// A level rarer than this is no part of its own, lest the tree become a list.
    private static final double LEAST_SHARE = 0.125;

    private final double[][] numbers;
    private final int[][] codes;
    private final double penalty;
    private final int[] order;

    private int nodes;
    private int[] from = {};
    private int[] to = {};
    private int[] right = {};
    private int[] first = {};
    private double[] boxes = {};
    private boolean[] gaps = {};
    private long[] levels = {};

    /// @param numbers by feature and row; NaN where missing
    /// @param codes by feature and row, 0 where missing
    /// @param penalty what two levels that differ are apart, in squares of the numbers' unit
    /// @param rows their number
    RowTree(double[][] numbers, int[][] codes, double penalty, int rows) {
        this.numbers = numbers;
        this.codes = codes;
        this.penalty = penalty;
        this.order = new int[rows];
        Arrays.setAll(order, i -> i);
        room(4 * (rows / LEAF + 1));
        grow(0, rows);
    }

    /// The rows in the order of the leaves.
    int[] order() {
        return order;
    }

    int from(int node) {
        return from[node];
    }

    int to(int node) {
        return to[node];
    }

    /// The left child is the next node.
    boolean leaf(int node) {
        return right[node] == 0;
    }

    int right(int node) {
        return right[node];
    }

    /// The earliest row of a node.
    int first(int node) {
        return first[node];
    }

    double low(int node, int feature) {
        return boxes[2 * (node * numbers.length + feature)];
    }

    double high(int node, int feature) {
        return boxes[2 * (node * numbers.length + feature) + 1];
    }

    /// Whether a number is missing in some row of a node.
    boolean gap(int node, int feature) {
        return gaps[node * numbers.length + feature];
    }

    /// Whether a node may hold a level; never false if it does.
    boolean holds(int node, int feature, int code) {
        return (levels[node * codes.length + feature] >>> code & 1) != 0;
    }

    private void room(int most) {
        from = Arrays.copyOf(from, most);
        to = Arrays.copyOf(to, most);
        right = Arrays.copyOf(right, most);
        first = Arrays.copyOf(first, most);
        boxes = Arrays.copyOf(boxes, most * 2 * numbers.length);
        gaps = Arrays.copyOf(gaps, most * numbers.length);
        levels = Arrays.copyOf(levels, most * codes.length);
    }

    private int grow(int start, int end) {
        if (nodes == from.length) {
            room(2 * nodes);
        }
        int node = nodes++;
        from[node] = start;
        to[node] = end;
        enclose(node);
        if (end - start > LEAF) {
            int middle = cut(start, end);
            grow(start, middle);
            right[node] = grow(middle, end);
        }
        return node;
    }

    private void enclose(int node) {
        int least = Integer.MAX_VALUE;
        for (int i = from[node]; i < to[node]; i++) {
            least = Math.min(least, order[i]);
        }
        first[node] = least;
        for (int f = 0; f < numbers.length; f++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            boolean gap = false;
            for (int i = from[node]; i < to[node]; i++) {
                double value = numbers[f][order[i]];
                low = value < low ? value : low;
                high = value > high ? value : high;
                gap |= Double.isNaN(value);
            }
            boxes[2 * (node * numbers.length + f)] = low;
            boxes[2 * (node * numbers.length + f) + 1] = high;
            gaps[node * numbers.length + f] = gap;
        }
        for (int f = 0; f < codes.length; f++) {
            long held = 0;
            for (int i = from[node]; i < to[node]; i++) {
                held |= 1L << codes[f][order[i]];
            }
            levels[node * codes.length + f] = held;
        }
    }

    /// Orders a part so that its two halves lie apart, and returns where the second begins.
    private int cut(int start, int end) {
        int[] sample = sample(start, end);
        double widest = 0;
        int number = -1;
        for (int f = 0; f < numbers.length; f++) {
            double variance = variance(numbers[f], sample);
            if (variance > widest) {
                widest = variance;
                number = f;
            }
        }
        int category = -1;
        double share = 0;
        for (int f = 0; f < codes.length; f++) {
            double common = share(codes[f], mostFrequent(codes[f], sample), sample);
            if (penalty * common * (1 - common) > widest) {
                widest = penalty * common * (1 - common);
                category = f;
                share = common;
            }
        }
        int middle = (start + end) >>> 1;
        if (category >= 0 && share >= LEAST_SHARE) {
            middle = gather(codes[category], mostFrequent(codes[category], sample), start, end);
        } else if (category >= 0) {
            int[] column = codes[category];
            select(row -> column[row], start, end);
        } else if (number >= 0) {
            double[] column = numbers[number];
            select(row -> column[row], start, end);
        } else {
            Arrays.sort(order, start, end);
        }
        return middle;
    }

    private static double share(int[] codes, int level, int[] rows) {
        int n = 0;
        for (int row : rows) {
            n += codes[row] == level ? 1 : 0;
        }
        return (double) n / rows.length;
    }

    private int[] sample(int start, int end) {
        int size = Math.min(SAMPLE, end - start);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = order[start + (int) ((long) i * (end - start) / size)];
        }
        return rows;
    }

    private static double variance(double[] values, int[] rows) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        double shift = Double.NaN;
        for (int row : rows) {
            if (!Double.isNaN(values[row])) {
                shift = Double.isNaN(shift) ? values[row] : shift;
                double value = values[row] - shift;
                sum += value;
                squares += value * value;
                n++;
            }
        }
        return n < 2 ? 0 : (squares - sum * sum / n) / n;
    }

    private static int mostFrequent(int[] codes, int[] rows) {
        int[] sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = codes[rows[i]];
        }
        Arrays.sort(sorted);
        int best = sorted[0];
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                best = sorted[i];
            }
        }
        return best;
    }

    /// Rows of a level first.
    private int gather(int[] column, int level, int start, int end) {
        int middle = start;
        for (int i = start; i < end; i++) {
            if (column[order[i]] == level) {
                swap(i, middle++);
            }
        }
        return middle;
    }

    /// Puts the smaller half first (Hoare's selection); missing counts as largest.
    private void select(IntToDoubleFunction value, int start, int end) {
        int middle = (start + end) >>> 1;
        int low = start;
        int high = end - 1;
        while (low < high) {
            double pivot = pivot(value, low, high);
            int i = low;
            int j = high;
            while (i <= j) {
                while (Double.compare(value.applyAsDouble(order[i]), pivot) < 0) {
                    i++;
                }
                while (Double.compare(value.applyAsDouble(order[j]), pivot) > 0) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private double pivot(IntToDoubleFunction value, int low, int high) {
        double a = value.applyAsDouble(order[low]);
        double b = value.applyAsDouble(order[(low + high) >>> 1]);
        double c = value.applyAsDouble(order[high]);
        if (Double.compare(a, b) > 0) {
            double t = a;
            a = b;
            b = t;
        }
        return Double.compare(c, b) >= 0 ? b : Double.compare(c, a) >= 0 ? c : a;
    }

    private void swap(int i, int j) {
        int t = order[i];
        order[i] = order[j];
        order[j] = t;
    }
}
