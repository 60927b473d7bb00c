package org.counterpoise.workbench.audit.pairs;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// Points sorted into the cells of a grid, row by row, so that those of any window lie together and
/// a frame touches no others.
///
/// Places are positions in this order; [#order] leads from a place back to the point.
final class PairGrid {
    private static final int POINTS_PER_CELL = 16;
    private static final int MOST_CELLS_ACROSS = 512;

    private final Window bounds;
    private final int side;
    private final int[] starts;
    private final int[] order;
    private final double[] x;
    private final double[] y;

    private PairGrid(Window bounds, int side, int[] starts, int[] order, double[] x, double[] y) {
        this.bounds = bounds;
        this.side = side;
        this.starts = starts;
        this.order = order;
        this.x = x;
        this.y = y;
    }

    /// @param x finite, at least one
    /// @param y finite, as many
    static PairGrid of(double[] x, double[] y, Progress progress) {
        Window bounds =
                new Window(
                        Arrays.stream(x).min().orElse(0),
                        Arrays.stream(x).max().orElse(0),
                        Arrays.stream(y).min().orElse(0),
                        Arrays.stream(y).max().orElse(0));
        int n = x.length;
        int side = Math.clamp((int) Math.sqrt((double) n / POINTS_PER_CELL), 1, MOST_CELLS_ACROSS);
        int[] cells = new int[n];
        int[] starts = new int[side * side + 1];
        for (int i = 0; i < n; i++) {
            cells[i] = row(y[i], bounds, side) * side + column(x[i], bounds, side);
            starts[cells[i] + 1]++;
        }
        progress.check();
        for (int cell = 0; cell < side * side; cell++) {
            starts[cell + 1] += starts[cell];
        }
        int[] next = starts.clone();
        int[] order = new int[n];
        double[] sortedX = new double[n];
        double[] sortedY = new double[n];
        for (int i = 0; i < n; i++) {
            int place = next[cells[i]]++;
            order[place] = i;
            sortedX[place] = x[i];
            sortedY[place] = y[i];
        }
        progress.check();
        return new PairGrid(bounds, side, starts, order, sortedX, sortedY);
    }

    private static int column(double x, Window bounds, int side) {
        return cell((x - bounds.left()) / bounds.width(), side);
    }

    private static int row(double y, Window bounds, int side) {
        return cell((y - bounds.bottom()) / bounds.height(), side);
    }

    /// Points beyond the grid count to its edge; without any width all are in the first cell.
    private static int cell(double share, int side) {
        return Double.isNaN(share) ? 0 : (int) Math.clamp(share * side, 0, side - 1.0);
    }

    int size() {
        return order.length;
    }

    /// The smallest window that holds all points; without width or height if they have none.
    Window bounds() {
        return bounds;
    }

    /// The point at a place.
    int point(int place) {
        return order[place];
    }

    double x(int place) {
        return x[place];
    }

    double y(int place) {
        return y[place];
    }

    /// Told of places that lie together.
    interface Run {
        /// @param from the first place
        /// @param to after the last
        void of(int from, int to);
    }

    /// Visits the places of all points in a window, and of some around it.
    void visit(Window window, Run run) {
        if (window.right() < bounds.left()
                || window.left() > bounds.right()
                || window.top() < bounds.bottom()
                || window.bottom() > bounds.top()) {
            return;
        }
        int first = column(window.left(), bounds, side);
        int last = column(window.right(), bounds, side);
        int highest = row(window.top(), bounds, side);
        for (int row = row(window.bottom(), bounds, side); row <= highest; row++) {
            run.of(starts[row * side + first], starts[row * side + last + 1]);
        }
    }
}
