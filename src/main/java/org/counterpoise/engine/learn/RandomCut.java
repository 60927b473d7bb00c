package org.counterpoise.engine.learn;

import org.counterpoise.engine.learn.ExtraTrees.Inputs;
import org.counterpoise.engine.learn.ExtraTrees.Target;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws cuts of a node and keeps the best.
final class RandomCut {
    private final Inputs inputs;
    private final Target target;
    private final RandomGenerator random;
    private final int[] columns;
    private final int tries;
    private final double[] leftSums;
    private final double[] rightSums;
    private int column;
    private double cut;
    private long sides;

    RandomCut(Inputs inputs, Target target, RandomGenerator random) {
        this.inputs = inputs;
        this.target = target;
        this.random = random;
        this.columns = new int[inputs.width()];
        Arrays.setAll(columns, c -> c);
        // As the paper recommends.
        this.tries =
                target.classes() == 0
                        ? columns.length
                        : Math.max(1, (int) Math.round(Math.sqrt(columns.length)));
        this.leftSums = new double[target.width()];
        this.rightSums = new double[target.width()];
    }

    boolean left(int row) {
        return goesLeft(inputs.values()[column][row], inputs.nominal()[column], cut, sides);
    }

    int column() {
        return column;
    }

    double cut() {
        return cut;
    }

    long sides() {
        return sides;
    }

    /// Sets column, cut and sides; whether there is a cut that parts the rows.
    boolean split(int[] order, int from, int to) {
        if (to - from < 2 || pure(order, from, to)) {
            return false;
        }
        double best = Double.NEGATIVE_INFINITY;
        int bestColumn = 0;
        double bestCut = 0;
        long bestSides = 0;
        int tried = 0;
        for (int i = 0; i < columns.length && tried < tries; i++) {
            int j = i + random.nextInt(columns.length - i);
            int drawn = columns[j];
            columns[j] = columns[i];
            columns[i] = drawn;
            if (!draw(drawn, order, from, to)) {
                continue;
            }
            tried++;
            double gain = gain(order, from, to);
            if (gain > best) {
                best = gain;
                bestColumn = column;
                bestCut = cut;
                bestSides = sides;
            }
        }
        column = bestColumn;
        cut = bestCut;
        sides = bestSides;
        return tried > 0;
    }

    private boolean pure(int[] order, int from, int to) {
        double first = target.values()[order[from]];
        for (int i = from + 1; i < to; i++) {
            if (target.values()[order[i]] != first) {
                return false;
            }
        }
        return true;
    }

    /// Draws a cut of one column that leaves rows on both sides, if it varies.
    private boolean draw(int drawn, int[] order, int from, int to) {
        column = drawn;
        double[] values = inputs.values()[drawn];
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int missing = 0;
        for (int i = from; i < to; i++) {
            double value = values[order[i]];
            if (Double.isNaN(value)) {
                missing++;
            } else {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        if (missing == to - from || (least == greatest && missing == 0)) {
            return false;
        } else if (least == greatest) {
            return apart(least);
        } else if (inputs.nominal()[drawn]) {
            return parted(least, greatest);
        }
        sides = random.nextLong();
        // Half of each, since the difference of the two may be beyond all numbers.
        double u = random.nextDouble();
        cut = 2 * ((1 - u) * (least / 2) + u * (greatest / 2));
        cut = cut >= least && cut < greatest ? cut : least;
        return true;
    }

    /// Missing values on one side, the only other value on the other.
    private boolean apart(double only) {
        cut = only;
        do {
            sides = random.nextLong();
        } while (goesLeft(only, inputs.nominal()[column], cut, sides)
                == goesLeft(Double.NaN, false, cut, sides));
        return true;
    }

    /// Two classes that occur, on different sides; the others where they fall.
    private boolean parted(double one, double other) {
        do {
            sides = random.nextLong();
        } while (goesLeft(one, true, 0, sides) == goesLeft(other, true, 0, sides));
        return true;
    }

    /// The fall of impurity but for what all cuts of the node share: Σ (sum per slot)²/n.
    private double gain(int[] order, int from, int to) {
        Arrays.fill(leftSums, 0);
        Arrays.fill(rightSums, 0);
        int lefts = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if (left(row)) {
                leftSums[target.slot(row)] += target.weight(row);
                lefts++;
            } else {
                rightSums[target.slot(row)] += target.weight(row);
            }
        }
        return squares(leftSums) / lefts + squares(rightSums) / (to - from - lefts);
    }

    private static double squares(double[] sums) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares;
    }

    /// Which child a value belongs to. Classes are put on sides by the bits of a hash, so that one
    /// never seen has a side too.
    ///
    /// @param sides drawn per node; its lowest bit is the side of missing values
    static boolean goesLeft(double value, boolean nominal, double cut, long sides) {
        if (Double.isNaN(value)) {
            return (sides & 1) == 0;
        }
        return nominal ? (mixed(sides ^ (long) value * 2) & 1) == 0 : value <= cut;
    }

    private static long mixed(long z) {
        long h = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        return h ^ (h >>> 33);
    }
}
