package org.counterpoise.engine.validate;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// Seeks the closest reference points of queries, exactly, by a tree of boxes.
///
/// Equal reference points are kept once with their number, so that coarse tables cost no more than
/// their distinct rows. The tree halves the distinct points by the column in which they differ
/// most, and a box that lies beyond the second closest point found so far is left out whole
/// (Friedman, Bentley and Finkel 1977, doi:10.1145/355744.355745, with the truncated city-block
/// distance of [Points]). In the boxes that remain a lower bound of each distance is computed
/// column by column in whole numbers, many points at once; only points that it does not rule out
/// are compared exactly.
final class NeighbourSearch {
    private static final int LEAF = 256;

    /// Points by which a column is judged when a box is halved.
    private static final int SAMPLE = 128;

    /// Columns between two questions how many points of a leaf are left.
    private static final int STRIDE = 4;

    /// Once fewer than one in so many are left they are compared exactly.
    private static final int FEW = 128;

    /// Whole units to a distance of 1 in the lower bound, which is off by a unit per column at
    /// most.
    private static final int UNIT = 1 << 16;

    /// Coordinates beyond this are drawn in for the lower bound, which brings points only closer
    /// together and keeps differences within an `int`.
    private static final double REACH = 1 << 13;

    private final int dimensions;

    /// Distinct reference points in the order of the tree, row by row.
    private final double[] coordinates;

    /// The same in whole units, per leaf and column. One array each, read and summed at one index,
    /// is what the compiler turns into vector instructions.
    private final int[][][] units;

    /// Where the members of each distinct point begin in `members`, and one past the last.
    private final int[] starts;

    /// Reference points by distinct point, ascending within each.
    private final int[] members;

    /// Per node and column the least and the greatest coordinate. Node `i` has the children
    /// `2i + 1` and `2i + 2`; its points are a range that is halved at every level.
    private final double[] least;

    private final double[] greatest;
    private final int levels;

    /// @param reference any number of points
    NeighbourSearch(Points reference, Progress progress) {
        dimensions = reference.dimensions();
        members = DistinctPoints.order(reference, progress);
        int[] begins = DistinctPoints.begins(reference, members);
        int distinct = begins.length - 1;
        int depth = 0;
        while (distinct >> depth > LEAF) {
            depth++;
        }
        levels = depth;
        int nodes = (1 << (levels + 1)) - 1;
        least = new double[nodes * dimensions];
        greatest = new double[nodes * dimensions];
        coordinates = new double[distinct * dimensions];
        for (int i = 0; i < distinct; i++) {
            System.arraycopy(
                    reference.coordinates(),
                    members[begins[i]] * dimensions,
                    coordinates,
                    i * dimensions,
                    dimensions);
        }
        int[] order = new int[distinct];
        Arrays.setAll(order, i -> i);
        if (distinct > 0) {
            build(0, 0, order, 0, distinct, progress);
        }
        starts = rearrange(order, begins);
        units = new int[1 << levels][][];
        if (distinct > 0) {
            fill(0, 0, 0, distinct);
        }
    }

    private void fill(int node, int level, int from, int to) {
        if (level < levels) {
            int middle = (from + to) >>> 1;
            fill(2 * node + 1, level + 1, from, middle);
            fill(2 * node + 2, level + 1, middle, to);
            return;
        }
        int[][] leaf = new int[dimensions][to - from];
        for (int d = 0; d < dimensions; d++) {
            for (int i = from; i < to; i++) {
                leaf[d][i - from] = units(coordinates[i * dimensions + d]);
            }
        }
        units[leaf(node)] = leaf;
    }

    private int leaf(int node) {
        return node - ((1 << levels) - 1);
    }

    private static int units(double coordinate) {
        return (int) Math.rint(Math.clamp(coordinate, -REACH, REACH) * UNIT);
    }

    /// Brings points and members into the order of the tree.
    private int[] rearrange(int[] order, int[] begins) {
        double[] points = coordinates.clone();
        int[] rows = members.clone();
        int[] positions = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            int from = begins[order[i]];
            int count = begins[order[i] + 1] - from;
            System.arraycopy(rows, from, members, positions[i], count);
            positions[i + 1] = positions[i] + count;
            System.arraycopy(
                    points, order[i] * dimensions, coordinates, i * dimensions, dimensions);
        }
        return positions;
    }

    private void build(int node, int level, int[] order, int from, int to, Progress progress) {
        progress.check();
        int base = node * dimensions;
        Arrays.fill(least, base, base + dimensions, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, base, base + dimensions, Double.NEGATIVE_INFINITY);
        for (int i = from; i < to; i++) {
            int point = order[i] * dimensions;
            for (int d = 0; d < dimensions; d++) {
                least[base + d] = Math.min(least[base + d], coordinates[point + d]);
                greatest[base + d] = Math.max(greatest[base + d], coordinates[point + d]);
            }
        }
        if (level < levels) {
            int middle = (from + to) >>> 1;
            halve(order, from, to, middle, telling(order, from, to, base));
            build(2 * node + 1, level + 1, order, from, middle, progress);
            build(2 * node + 2, level + 1, order, middle, to, progress);
        }
    }

    /// The column whose halving rules out most: how far a point lies from the other half on
    /// average, times the share of all points that the box does not rule out by that column
    /// already. Both are judged by a few points.
    private int telling(int[] order, int from, int to, int base) {
        int best = 0;
        double most = -1;
        double[] some = new double[Math.min(SAMPLE, to - from)];
        for (int d = 0; d < dimensions; d++) {
            if (greatest[base + d] > least[base + d]) {
                for (int i = 0; i < some.length; i++) {
                    int at = from + (int) ((long) i * (to - from) / some.length);
                    some[i] = coordinates[order[at] * dimensions + d];
                }
                Arrays.sort(some);
                double gain = separation(some) * within(least[base + d], greatest[base + d], d);
                if (gain > most) {
                    most = gain;
                    best = d;
                }
            }
        }
        return best;
    }

    /// @param sorted values of a column, at least two
    private static double separation(double[] sorted) {
        int middle = sorted.length / 2;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            double other = sorted[i < middle ? middle : middle - 1];
            sum += Math.min(Math.abs(sorted[i] - other), 1);
        }
        return sum / sorted.length;
    }

    private double within(double low, double high, int d) {
        int distinct = coordinates.length / dimensions;
        int size = Math.min(SAMPLE, distinct);
        int count = 0;
        for (int i = 0; i < size; i++) {
            double x = coordinates[(int) ((long) i * distinct / size) * dimensions + d];
            count += x >= low && x <= high ? 1 : 0;
        }
        return (double) count / size;
    }

    /// Hoare's selection: afterwards no point before `middle` exceeds one after it in the column.
    private void halve(int[] order, int from, int to, int middle, int column) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            double pivot = coordinates[order[(low + high) >>> 1] * dimensions + column];
            int i = low;
            int j = high;
            while (i <= j) {
                while (coordinates[order[i] * dimensions + column] < pivot) {
                    i++;
                }
                while (coordinates[order[j] * dimensions + column] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
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

    /// Adds the distances in one column to the lower bounds of the points of a leaf.
    private static void add(int x, int[] column, int[] sums) {
        for (int i = 0; i < column.length; i++) {
            sums[i] += Math.min(Math.abs(x - column[i]), UNIT);
        }
    }

    private static int countAtMost(int limit, int[] sums, int size) {
        int more = 0;
        for (int i = 0; i < size; i++) {
            more += (limit - sums[i]) >>> 31;
        }
        return size - more;
    }

    /// The closest points to one query. Reuse one object for many queries.
    Nearest nearest() {
        return new Nearest();
    }

    /// The closest points to the query sought last.
    final class Nearest {
        private final int[] sums = new int[LEAF];
        private final int[] inUnits = new int[dimensions];
        private double[] query = new double[0];
        private int offset;
        private double closest = Double.POSITIVE_INFINITY;
        private double second = Double.POSITIVE_INFINITY;
        private int[] tied = new int[4];
        private int ties;

        private Nearest() {}

        /// @param row the query among `queries`
        void seek(Points queries, int row) {
            query = queries.coordinates();
            offset = row * dimensions;
            for (int d = 0; d < dimensions; d++) {
                inUnits[d] = units(query[offset + d]);
            }
            closest = Double.POSITIVE_INFINITY;
            second = Double.POSITIVE_INFINITY;
            ties = 0;
            if (starts.length > 1) {
                visit(0, 0, 0, starts.length - 1);
            }
        }

        private void visit(int node, int level, int from, int to) {
            if (level == levels) {
                scan(units[leaf(node)], from, to);
                return;
            }
            int middle = (from + to) >>> 1;
            double left = bound(2 * node + 1);
            double right = bound(2 * node + 2);
            if (left <= right) {
                enter(left, 2 * node + 1, level + 1, from, middle);
                enter(right, 2 * node + 2, level + 1, middle, to);
            } else {
                enter(right, 2 * node + 2, level + 1, middle, to);
                enter(left, 2 * node + 1, level + 1, from, middle);
            }
        }

        private void enter(double bound, int node, int level, int from, int to) {
            if (bound <= second) {
                visit(node, level, from, to);
            }
        }

        /// No point of the box is closer than this; beyond the second closest point found so far it
        /// is not added up to the end. Rounding keeps order, and terms are added in
        /// the same order as those of a distance, so this holds to the last bit.
        private double bound(int node) {
            int base = node * dimensions;
            double sum = 0;
            for (int d = 0; d < dimensions && sum <= second; ) {
                int stop = Math.min(dimensions, d + STRIDE);
                for (; d < stop; d++) {
                    double x = query[offset + d];
                    double low = least[base + d];
                    double high = greatest[base + d];
                    double outside = x < low ? low - x : x > high ? x - high : 0;
                    sum += outside < 1 ? outside : 1;
                }
            }
            return sum;
        }

        private void scan(int[][] leaf, int from, int to) {
            int count = to - from;
            Arrays.fill(sums, 0, count, 0);
            int d = 0;
            int left = count;
            while (d < dimensions && left > count / FEW) {
                int stop = Math.min(dimensions, d + STRIDE);
                for (; d < stop; d++) {
                    add(inUnits[d], leaf[d], sums);
                }
                left = countAtMost(limit(), sums, count);
            }
            int limit = limit();
            for (int i = 0; i < count && left > 0; i++) {
                if (sums[i] <= limit) {
                    compare(from + i);
                    limit = limit();
                }
            }
        }

        /// The largest lower bound that a point within the second smallest distance may have.
        private int limit() {
            return (int) Math.min(second * UNIT + dimensions + 1, Integer.MAX_VALUE);
        }

        private void compare(int point) {
            double sum = 0;
            int base = point * dimensions;
            int d = 0;
            while (d < dimensions && sum <= second) {
                int stop = Math.min(dimensions, d + STRIDE);
                for (; d < stop; d++) {
                    sum += Math.min(Math.abs(query[offset + d] - coordinates[base + d]), 1);
                }
            }
            if (d == dimensions && sum <= second) {
                found(point, sum);
            }
        }

        private void found(int point, double distance) {
            boolean several = starts[point + 1] - starts[point] > 1;
            if (distance < closest) {
                second = several ? distance : closest;
                closest = distance;
                ties = 0;
                keep(point);
            } else {
                second = Math.min(second, distance);
                if (distance == closest) {
                    keep(point);
                }
            }
        }

        private void keep(int point) {
            if (ties == tied.length) {
                tied = Arrays.copyOf(tied, 2 * ties);
            }
            tied[ties++] = point;
        }

        /// Mean distance over the columns, 0 to 1, infinite without a reference point.
        double closest() {
            return closest / dimensions;
        }

        double second() {
            return second / dimensions;
        }

        /// How many reference points lie at the closest distance.
        int ties() {
            int count = 0;
            for (int i = 0; i < ties; i++) {
                count += starts[tied[i] + 1] - starts[tied[i]];
            }
            return count;
        }

        /// Gives `vote` to each reference point at the closest distance, in `votes` by distinct
        /// point; [NeighbourSearch#addVotes] brings them to the reference points.
        void vote(double vote, double[] votes) {
            for (int i = 0; i < ties; i++) {
                votes[tied[i]] += vote;
            }
        }
    }

    /// Number of distinct reference points.
    int distinct() {
        return starts.length - 1;
    }

    /// Adds the votes of distinct points to each of their members.
    ///
    /// @param votes of [Nearest#vote]
    /// @param all by reference point, from `offset`
    void addVotes(double[] votes, double[] all, int offset) {
        for (int point = 0; point < votes.length; point++) {
            for (int i = starts[point]; i < starts[point + 1]; i++) {
                all[offset + members[i]] += votes[point];
            }
        }
    }
}
