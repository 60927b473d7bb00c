package org.counterpoise.engine.synth.copula.vine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the columns of a vine in an order in which they can be drawn, by taking off last columns.
///
/// A column that only one edge of the last tree holds is a leaf in every tree: it is drawn last,
/// given the partners of its edges, and the vine without it is a vine again. There are always at
/// least two such columns, so that any one column can be kept until it is drawn first.
final class Peeling {

    /// A column with the edges it is drawn by.
    ///
    /// @param edges one per tree, first tree first
    record Peeled(int column, List<VineTrees.Edge> edges) {}

    private final List<List<VineTrees.Edge>> trees = new ArrayList<>();
    private final List<Integer> remaining = new ArrayList<>();
    private final List<Integer> early;

    /// @param early columns that should come first, in order of preference
    Peeling(Vine vine, List<Integer> early) {
        vine.trees().forEach(tree -> trees.add(new ArrayList<>(tree)));
        for (int column = 0; column < vine.columns(); column++) {
            remaining.add(column);
        }
        this.early = early;
    }

    List<Peeled> order() {
        List<Peeled> order = new ArrayList<>();
        while (!remaining.isEmpty()) {
            Integer column = next();
            List<VineTrees.Edge> edges = new ArrayList<>();
            for (List<VineTrees.Edge> tree : trees) {
                tree.stream().filter(edge -> edge.all().get(column)).forEach(edges::add);
                tree.removeAll(edges);
            }
            remaining.remove(column);
            order.add(new Peeled(column, List.copyOf(edges)));
        }
        return order.reversed();
    }

    /// Of the columns that can come last, the one that is least wanted early.
    private Integer next() {
        while (!trees.isEmpty() && trees.getLast().isEmpty()) {
            trees.removeLast();
        }
        return remaining.stream()
                .filter(this::leaf)
                .max(Comparator.comparingInt(this::rank))
                .orElseThrow();
    }

    private boolean leaf(int column) {
        return trees.isEmpty()
                || trees.getLast().stream().filter(edge -> edge.all().get(column)).count() == 1;
    }

    private int rank(int column) {
        int place = early.indexOf(column);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
