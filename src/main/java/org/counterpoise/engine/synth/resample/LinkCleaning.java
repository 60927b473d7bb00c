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
    ///
    /// One end of a link is not of the largest class, so only such rows are looked from, and back
    /// from those that are their nearest.
    static int[] links(Classes classes, Progress progress) {
        int largest = classes.largest();
        int[] ends =
                Arrays.stream(classes.rows()).filter(row -> classes.code(row) != largest).toArray();
        int[] partner = new int[classes.tableRows()];
        Arrays.fill(partner, -1);
        find(classes, ends, partner, progress.part(0, 0.7));
        int[] others =
                Arrays.stream(ends)
                        .map(row -> partner[row])
                        .filter(row -> row >= 0 && partner[row] < 0)
                        .distinct()
                        .toArray();
        find(classes, others, partner, progress.part(0.7, 1));
        return Arrays.stream(classes.rows())
                .filter(
                        row ->
                                partner[row] >= 0
                                        && partner[partner[row]] == row
                                        && classes.code(row) != classes.code(partner[row]))
                .toArray();
    }

    private static void find(Classes classes, int[] rows, int[] partner, Progress progress) {
        int[][] nearest = classes.nearest(rows, 1, progress);
        for (int i = 0; i < rows.length; i++) {
            partner[rows[i]] = nearest[i].length == 0 ? -1 : nearest[i][0];
        }
    }
}
