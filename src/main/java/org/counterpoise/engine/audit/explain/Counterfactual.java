package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The nearest row on the other side of the cut that differs in one or two columns (after Wachter,
/// Mittelstadt and Russell 2018, arXiv:1711.00399).
///
/// All values of a grid are tried in every column that may change, then in every two; so the result
/// is the nearest of these. Near is by Gower's distance: the change of a number over its range, 1
/// for another level.
///
/// @param changes column to value
/// @param distance sum over the columns changed
/// @param value what the model says after the changes
record Counterfactual(Map<String, String> changes, double distance, double value) {
    private static final int MOST_VALUES = 12;

    /// Positions of the columns that may change: all but protected and immutable ones.
    static List<Integer> changeable(Fitted fitted, ExplainSettings settings) {
        return IntStream.range(0, fitted.columns().size())
                .filter(c -> fitted.columns().get(c).role() != Role.PROTECTED)
                .filter(c -> !settings.immutable().contains(fitted.columns().get(c).name()))
                .boxed()
                .toList();
    }

    /// @param changeable positions of columns
    /// @return empty if no change of two columns is enough
    static Optional<Counterfactual> of(
            Fitted fitted,
            Fitted.Place place,
            List<Integer> changeable,
            double cut,
            Progress progress) {
        boolean positive = fitted.value(place.table(), place.row()) >= cut;
        List<Move> moves = new ArrayList<>();
        for (int column : changeable) {
            progress.check();
            moves.addAll(moves(fitted, place, column));
        }
        Optional<Counterfactual> best = Optional.empty();
        for (int i = 0; i < moves.size(); i++) {
            progress.report((double) i / moves.size(), "Looking for the nearest other outcome");
            progress.check();
            for (int j = i; j < moves.size(); j++) {
                Move first = moves.get(i);
                Move second = moves.get(j);
                boolean single = i == j;
                if (single || first.column() != second.column()) {
                    double distance = first.distance() + (single ? 0 : second.distance());
                    if (best.isEmpty() || distance < best.get().distance()) {
                        double value = value(fitted, place, first, second);
                        if (value >= cut != positive) {
                            best = Optional.of(found(fitted, first, second, distance, value));
                        }
                    }
                }
            }
        }
        return best;
    }

    /// @param donor row that has the value
    private record Move(int column, int donor, String value, double distance) {}

    private static List<Move> moves(Fitted fitted, Fitted.Place place, int column) {
        String name = fitted.columns().get(column).name();
        Grid grid = Grid.of(fitted.data(), name, MOST_VALUES);
        List<Move> moves = new ArrayList<>();
        for (int v = 0; v < grid.rows().length; v++) {
            double distance = distance(place, name, grid, v);
            if (distance > 0) {
                moves.add(new Move(column, grid.rows()[v], grid.labels().get(v), distance));
            }
        }
        return moves;
    }

    private static double distance(Fitted.Place place, String name, Grid grid, int v) {
        if (place.data().column(name) instanceof Column.Numbers numbers) {
            double own = numbers.values()[place.row()];
            double range = grid.values()[grid.values().length - 1] - grid.values()[0];
            return Double.isFinite(own) && range > 0 ? Math.abs(grid.values()[v] - own) / range : 1;
        }
        int[] codes = place.data().codes(name).codes();
        return codes[place.row()] == codes[grid.rows()[v]] ? 0 : 1;
    }

    private static double value(Fitted fitted, Fitted.Place place, Move first, Move second) {
        return fitted.target()
                .value(
                        fitted.model()
                                .score(
                                        place.table(),
                                        place.row(),
                                        new int[] {first.column(), second.column()},
                                        new int[] {first.donor(), second.donor()}));
    }

    private static Counterfactual found(
            Fitted fitted, Move first, Move second, double distance, double value) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Move move : List.of(first, second)) {
            changes.put(fitted.columns().get(move.column()).name(), move.value());
        }
        return new Counterfactual(changes, distance, value);
    }
}
