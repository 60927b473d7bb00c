package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Cleaning;

import java.util.Arrays;
import java.util.List;

/// Takes Tomek links out: rows of different class that are each other's nearest.
record LinkCleaning(Scope scope, SmoteSettings.Scaling scaling) implements Cleaning {
    @Override
    public Kept keep(Dataset table, List<String> columns, long seed, Progress progress) {
        Classes classes = Classes.of(table, columns, scaling);
        boolean[] gone = new boolean[table.rows()];
        for (int row : links(classes, progress)) {
            gone[row] = classes.mayLose(classes.code(row), scope);
        }
        return classes.without(gone, "they and a row of another class were each other's nearest");
    }

    /// The rows in links, ascending.
    static int[] links(Classes classes, Progress progress) {
        int[] rows = classes.rows();
        int[][] nearest = classes.nearest(rows, 1, progress);
        int[] partner = new int[classes.tableRows()];
        for (int i = 0; i < rows.length; i++) {
            partner[rows[i]] = nearest[i].length == 0 ? rows[i] : nearest[i][0];
        }
        return Arrays.stream(rows)
                .filter(
                        row ->
                                partner[partner[row]] == row
                                        && classes.code(row) != classes.code(partner[row]))
                .toArray();
    }
}
