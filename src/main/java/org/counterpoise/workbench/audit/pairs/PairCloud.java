package org.counterpoise.workbench.audit.pairs;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.agreement.PairDensity;
import org.counterpoise.engine.audit.agreement.PairedRows;
import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The pairs of two measurements made ready to be drawn: sorted into a grid, with the groups of
/// every attribute beside them. Made once; a frame only reads.
///
/// @param rows what the pairs are
/// @param colourings by attribute, those with few enough groups
/// @param jitter that suits the pairs
/// @param tied whether many pairs share their place with others
record PairCloud(
        PairedRows rows, PairGrid grid, List<Colouring> colourings, Jitter jitter, boolean tied) {
    /// More groups than this cannot be told apart.
    static final int MOST_GROUPS = 8;

    /// Where fewer places than this share of the pairs differ, many lie on top of others.
    private static final double TIED = 0.8;

    /// The groups of one attribute.
    ///
    /// @param labels of its groups
    /// @param counts pairs of each group
    /// @param codes group of each place in the grid; as many as there are labels for none
    record Colouring(String attribute, List<String> labels, int[] counts, byte[] codes) {}

    static PairCloud of(PairedRows rows, Progress progress) {
        PairGrid grid = PairGrid.of(rows.means(), rows.differences(), progress);
        List<Colouring> colourings = new ArrayList<>();
        for (Grouping grouping : rows.groupings()) {
            progress.check();
            if (grouping.groups().size() <= MOST_GROUPS) {
                colourings.add(colouring(grouping, rows.rows(), grid));
            }
        }
        progress.check();
        return new PairCloud(
                rows,
                grid,
                colourings,
                Jitter.of(rows.means(), rows.differences()),
                distinct(rows) < TIED * grid.size());
    }

    private static Colouring colouring(Grouping grouping, int[] rows, PairGrid grid) {
        int groups = grouping.groups().size();
        byte[] codes = new byte[grid.size()];
        int[] counts = new int[groups];
        for (int place = 0; place < codes.length; place++) {
            int code = grouping.codes()[rows[grid.point(place)]];
            codes[place] = (byte) (code < 0 ? groups : code);
            if (code >= 0) {
                counts[code]++;
            }
        }
        return new Colouring(
                grouping.columns().getFirst(),
                grouping.groups().stream().map(Grouping.Group::label).toList(),
                counts,
                codes);
    }

    private static long distinct(PairedRows rows) {
        return IntStream.range(0, rows.rows().length)
                .mapToLong(
                        i ->
                                (long) Float.floatToIntBits((float) rows.means()[i]) << 32
                                        | Float.floatToIntBits((float) rows.differences()[i])
                                                & 0xFFFFFFFFL)
                .sorted()
                .distinct()
                .count();
    }

    /// The position of the colouring by the attribute that the finding is about; −1 for none.
    int about() {
        if (rows.about() >= 0) {
            String attribute = rows.groupings().get(rows.about()).columns().getFirst();
            for (int i = 0; i < colourings.size(); i++) {
                if (colourings.get(i).attribute().equals(attribute)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// A window that holds all points, and all lines where there are points.
    Window whole() {
        Window points = grid.bounds();
        double[] ends =
                PairDensity.around(
                        new double[] {points.left(), points.right(), points.bottom(), points.top()},
                        rows.lines());
        return new Window(ends[0], ends[1], ends[2], ends[3]);
    }

    /// The pairs in a window, where they are shown.
    ///
    /// @return their rows in the dataset, ascending
    int[] rowsIn(Window window, Jitter shown) {
        IntStream.Builder found = IntStream.builder();
        visit(window, shown, place -> found.add(rows.rows()[grid.point(place)]));
        return found.build().sorted().toArray();
    }

    /// The place of the pair nearest to a point, distances taken in units of `across` and `up`; −1
    /// if none lies within one unit.
    int nearest(double x, double y, double across, double up, Jitter shown) {
        int[] best = {-1};
        double[] least = {1};
        visit(
                new Window(x - across, x + across, y - up, y + up),
                shown,
                place -> {
                    int point = grid.point(place);
                    double dx = (shown.x(grid.x(place), point) - x) / across;
                    double dy = (shown.y(grid.y(place), point) - y) / up;
                    double distance = dx * dx + dy * dy;
                    if (distance < least[0]) {
                        least[0] = distance;
                        best[0] = place;
                    }
                });
        return best[0];
    }

    /// Visits the places of all pairs that are shown in a window.
    void visit(Window window, Jitter shown, IntConsumer each) {
        Window wider =
                new Window(
                        window.left() - shown.across(),
                        window.right() + shown.across(),
                        window.bottom() - shown.up(),
                        window.top() + shown.up());
        grid.visit(
                wider,
                (from, to) -> {
                    for (int place = from; place < to; place++) {
                        int point = grid.point(place);
                        if (window.contains(
                                shown.x(grid.x(place), point), shown.y(grid.y(place), point))) {
                            each.accept(place);
                        }
                    }
                });
    }
}
