package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.stats.LogisticFit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The nearest row on the other side of the cut that differs in one or two columns (after Wachter,
/// Mittelstadt and Russell 2018, arXiv:1711.00399).
///
/// All values of a grid are tried in every column that may change, then in every two; so the result
/// is the nearest of these. Near is by Gower's distance: the change of a number over its range, 1
/// for another level.
///
/// @param changes column to value
/// @param distance sum over the columns changed
/// @param probability after the changes
record Counterfactual(Map<String, String> changes, double distance, double probability) {
    private static final int MOST_VALUES = 12;

    /// @param changeable positions of columns
    /// @return empty if no change of two columns is enough
    static Optional<Counterfactual> of(
            Explained explained, int row, List<Integer> changeable, double cut, Progress progress) {
        boolean positive = explained.probability(row) >= cut;
        List<Move> moves = new ArrayList<>();
        for (int column : changeable) {
            progress.check();
            moves.addAll(moves(explained, row, column));
        }
        Optional<Counterfactual> best = Optional.empty();
        for (int i = 0; i < moves.size(); i++) {
            progress.check();
            for (int j = i; j < moves.size(); j++) {
                Move first = moves.get(i);
                Move second = moves.get(j);
                boolean single = i == j;
                if (single || first.column() != second.column()) {
                    double distance = first.distance() + (single ? 0 : second.distance());
                    if (best.isEmpty() || distance < best.get().distance()) {
                        double p = probability(explained, row, first, second);
                        if (p >= cut != positive) {
                            best = Optional.of(found(explained, first, second, distance, p));
                        }
                    }
                }
            }
        }
        return best;
    }

    private record Move(int column, int donor, String value, double distance) {}

    private static List<Move> moves(Explained explained, int row, int column) {
        String name = explained.columns().get(column).name();
        Grid grid = Grid.of(explained.data(), name, MOST_VALUES);
        List<Move> moves = new ArrayList<>();
        for (int v = 0; v < grid.rows().length; v++) {
            double distance = 1;
            if (explained.data().column(name) instanceof Column.Numbers numbers) {
                double range = grid.values()[grid.values().length - 1] - grid.values()[0];
                double own = numbers.values()[row];
                distance =
                        Double.isNaN(own) || range == 0
                                ? 1
                                : Math.abs(grid.values()[v] - own) / range;
            } else if (explained.data().codes(name).codes()[row]
                    == explained.data().codes(name).codes()[grid.rows()[v]]) {
                distance = 0;
            }
            if (distance > 0) {
                moves.add(new Move(column, grid.rows()[v], grid.labels().get(v), distance));
            }
        }
        return moves;
    }

    private static double probability(Explained explained, int row, Move first, Move second) {
        return LogisticFit.logistic(
                explained
                        .model()
                        .score(
                                explained.table(),
                                row,
                                new int[] {first.column(), second.column()},
                                new int[] {first.donor(), second.donor()}));
    }

    private static Counterfactual found(
            Explained explained, Move first, Move second, double distance, double p) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Move move : List.of(first, second)) {
            changes.put(explained.columns().get(move.column()).name(), move.value());
        }
        return new Counterfactual(changes, distance, p);
    }
}
