package org.counterpoise.workbench.data;

import javafx.collections.ObservableListBase;

import java.util.RandomAccess;

/// The rows of a table as a list of positions in the dataset; holds no row itself. Never changes: a
/// new order is a new list.
final class GridRows extends ObservableListBase<Integer> implements RandomAccess {
    private final int[] positions;

    GridRows(int[] positions) {
        this.positions = positions;
    }

    int[] positions() {
        return positions;
    }

    @Override
    public Integer get(int index) {
        return positions[index];
    }

    @Override
    public int size() {
        return positions.length;
    }
}
