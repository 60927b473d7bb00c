package org.counterpoise.engine.synth.sequential;

import java.util.Arrays;

/// The best division of a node by one predictor.
///
/// Rows are put in the order of their bins by counting; one sweep then tries every cut. The bins of
/// a nominal predictor are first put in order: by their mean response, which is optimal for numbers
/// and two classes (Breiman et al. 1984, §4.2.2 and §8.8), and for more classes by the first
/// principal component of their class shares (Coppersmith, Hong and Hosking 1999,
/// doi:10.1023/A:1009869804967).
final class SplitSearch {
    private static final int POWER_STEPS = 3;

    private final Response response;
    private final int minimumLeaf;
    private final int[] counts;
    private final double[] sums;
    private final double[] scores;
    private final int[] order;
    private final int[] starts;
    private final int[] sorted;
    private final int[] leftClasses;
    private final int[] nodeClasses;
    private final double[] direction;
    private final double[] turned;

    /// Gain of the best cut so far; 0 for none.
    private double gain;

    /// The last position of `order` that goes left.
    private int cut;

    /// @param bins the most bins of any predictor
    /// @param rows the most rows of any node
    SplitSearch(Response response, int minimumLeaf, int bins, int rows) {
        this.response = response;
        this.minimumLeaf = minimumLeaf;
        counts = new int[bins];
        sums = new double[bins];
        scores = new double[bins];
        order = new int[bins];
        starts = new int[bins];
        int classes = response instanceof Response.Classes c ? c.count() : 0;
        sorted = new int[classes == 0 ? 0 : rows];
        leftClasses = new int[classes];
        nodeClasses = new int[classes];
        direction = new double[classes];
        turned = new double[classes];
    }

    /// The sum of squared deviations, or for classes the rows times the Gini index, of some rows.
    double impurity(int[] rows, int from, int to) {
        int n = to - from;
        return switch (response) {
            case Response.Values numbers -> {
                double sum = 0;
                double squares = 0;
                for (int i = from; i < to; i++) {
                    double y = numbers.values()[rows[i]];
                    sum += y;
                    squares += y * y;
                }
                yield Math.max(0, squares - sum * sum / n);
            }
            case Response.Classes classes -> {
                countClasses(classes, rows, from, to);
                double squares = 0;
                for (int count : nodeClasses) {
                    squares += (double) count * count;
                }
                yield n - squares / n;
            }
        };
    }

    private void countClasses(Response.Classes classes, int[] rows, int from, int to) {
        Arrays.fill(nodeClasses, 0);
        for (int i = from; i < to; i++) {
            nodeClasses[classes.classes()[rows[i]]]++;
        }
    }

    /// Looks for a cut; call [#impurity] for the same rows before.
    ///
    /// @return the impurity it takes away; 0 if there is no cut that leaves enough rows on each
    ///     side
    double search(Predictor predictor, int[] rows, int from, int to) {
        gain = 0;
        cut = -1;
        switch (response) {
            case Response.Values numbers -> {
                sum(predictor, numbers.values(), rows, from, to);
                int used = predictor.nominal() ? orderByScore(predictor.count()) : natural();
                sweep(used, to - from);
            }
            case Response.Classes classes -> {
                count(predictor, rows, from, to);
                int used;
                if (predictor.nominal()) {
                    score(predictor, classes, rows, from, to);
                    used = orderByScore(predictor.count());
                } else {
                    used = natural();
                }
                sweep(predictor, classes, used, rows, from, to);
            }
        }
        return gain;
    }

    /// Whether a bin goes left, after a search that found a cut. `bits` gets one bit per bin.
    void sides(long[] bits, int start) {
        for (int i = 0; i <= cut; i++) {
            bits[start + (order[i] >> 6)] |= 1L << order[i];
        }
    }

    /// The last bin of an ordered predictor that goes left, after a search that found a cut.
    int lastLeft() {
        return order[cut];
    }

    private void sum(Predictor predictor, double[] values, int[] rows, int from, int to) {
        int bins = predictor.count();
        Arrays.fill(counts, 0, bins, 0);
        Arrays.fill(sums, 0, bins, 0);
        char[] bin = predictor.bins();
        for (int i = from; i < to; i++) {
            int row = rows[i];
            counts[bin[row]]++;
            sums[bin[row]] += values[row];
        }
        used = bins;
        if (predictor.nominal()) {
            for (int b = 0; b < bins; b++) {
                scores[b] = counts[b] == 0 ? 0 : sums[b] / counts[b];
            }
        }
    }

    private void count(Predictor predictor, int[] rows, int from, int to) {
        used = predictor.count();
        Arrays.fill(counts, 0, used, 0);
        char[] bin = predictor.bins();
        for (int i = from; i < to; i++) {
            counts[bin[rows[i]]]++;
        }
    }

    /// Bins of the predictor looked at.
    private int used;

    private int natural() {
        int occurring = 0;
        for (int bin = 0; bin < used; bin++) {
            if (counts[bin] > 0) {
                order[occurring++] = bin;
            }
        }
        return occurring;
    }

    private int orderByScore(int bins) {
        int occurring = natural();
        if (bins <= 64) {
            for (int i = 1; i < occurring; i++) {
                int bin = order[i];
                int j = i;
                while (j > 0 && scores[order[j - 1]] > scores[bin]) {
                    order[j] = order[j - 1];
                    j--;
                }
                order[j] = bin;
            }
        } else {
            int[] byScore =
                    Arrays.stream(order, 0, occurring)
                            .boxed()
                            .sorted(java.util.Comparator.comparingDouble(bin -> scores[bin]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            System.arraycopy(byScore, 0, order, 0, occurring);
        }
        return occurring;
    }

    /// Scores bins by the first principal component of their class shares, found by a few power
    /// steps that start from the largest class.
    private void score(
            Predictor predictor, Response.Classes classes, int[] rows, int from, int to) {
        int largest = 0;
        for (int c = 1; c < nodeClasses.length; c++) {
            largest = nodeClasses[c] > nodeClasses[largest] ? c : largest;
        }
        Arrays.fill(direction, 0);
        direction[largest] = 1;
        int steps = occurringClasses() > 2 ? POWER_STEPS : 0;
        for (int step = 0; step <= steps; step++) {
            project(predictor, classes, rows, from, to);
            if (step < steps) {
                turn(predictor, classes, rows, from, to);
            }
        }
    }

    private int occurringClasses() {
        int occurring = 0;
        for (int count : nodeClasses) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring;
    }

    /// Scores: the mean of the direction over each bin, less that over the node.
    private void project(
            Predictor predictor, Response.Classes classes, int[] rows, int from, int to) {
        char[] bin = predictor.bins();
        Arrays.fill(sums, 0, predictor.count(), 0);
        double all = 0;
        for (int i = from; i < to; i++) {
            double d = direction[classes.classes()[rows[i]]];
            sums[bin[rows[i]]] += d;
            all += d;
        }
        double mean = all / (to - from);
        for (int b = 0; b < predictor.count(); b++) {
            scores[b] = counts[b] == 0 ? 0 : sums[b] / counts[b] - mean;
        }
    }

    private void turn(Predictor predictor, Response.Classes classes, int[] rows, int from, int to) {
        char[] bin = predictor.bins();
        Arrays.fill(turned, 0);
        for (int i = from; i < to; i++) {
            turned[classes.classes()[rows[i]]] += scores[bin[rows[i]]];
        }
        double largest = 0;
        for (double value : turned) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest > 0) {
            for (int c = 0; c < turned.length; c++) {
                direction[c] = turned[c] / largest;
            }
        }
    }

    /// Cuts between bins whose sums are known.
    private void sweep(int bins, int n) {
        double total = 0;
        for (int i = 0; i < bins; i++) {
            total += sums[order[i]];
        }
        double before = total * total / n;
        double leftSum = 0;
        int leftCount = 0;
        for (int i = 0; i < bins - 1; i++) {
            leftSum += sums[order[i]];
            leftCount += counts[order[i]];
            int rightCount = n - leftCount;
            if (leftCount >= minimumLeaf && rightCount >= minimumLeaf) {
                double rightSum = total - leftSum;
                double better =
                        leftSum * leftSum / leftCount + rightSum * rightSum / rightCount - before;
                if (better > gain) {
                    gain = better;
                    cut = i;
                }
            }
        }
    }

    /// Cuts between bins, moving one row after the other from right to left: adding a row of a
    /// class of `c` rows raises the sum of squares by `2c + 1`.
    private void sweep(
            Predictor predictor, Response.Classes classes, int bins, int[] rows, int from, int to) {
        int at = 0;
        for (int i = 0; i < bins; i++) {
            starts[order[i]] = at;
            at += counts[order[i]];
        }
        char[] bin = predictor.bins();
        for (int i = from; i < to; i++) {
            sorted[starts[bin[rows[i]]]++] = classes.classes()[rows[i]];
        }
        Arrays.fill(leftClasses, 0);
        int n = to - from;
        long right = 0;
        for (int count : nodeClasses) {
            right += (long) count * count;
        }
        double before = (double) right / n;
        long left = 0;
        int moved = 0;
        for (int i = 0; i < bins - 1; i++) {
            for (int end = moved + counts[order[i]]; moved < end; moved++) {
                int c = sorted[moved];
                int onLeft = leftClasses[c]++;
                left += 2L * onLeft + 1;
                right -= 2L * (nodeClasses[c] - onLeft) - 1;
            }
            if (moved >= minimumLeaf && n - moved >= minimumLeaf) {
                double better = (double) left / moved + (double) right / (n - moved) - before;
                if (better > gain) {
                    gain = better;
                    cut = i;
                }
            }
        }
    }
}
