package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Cleaning;

import java.util.List;

/// Takes out rows whose nearest rows are of other classes.
record EditCleaning(
        int editors, EditedSettings.Rule rule, Scope scope, SmoteSettings.Scaling scaling)
        implements Cleaning {
    @Override
    public Kept keep(Dataset table, List<String> columns, long seed, Progress progress) {
        Classes classes = Classes.of(table, columns, scaling);
        int[] rows = classes.rows();
        int[][] nearest = classes.nearest(rows, editors, progress);
        boolean[] gone = new boolean[table.rows()];
        for (int i = 0; i < rows.length; i++) {
            int own = classes.code(rows[i]);
            gone[rows[i]] =
                    classes.mayLose(own, scope)
                            && nearest[i].length > 0
                            && !agree(classes, own, nearest[i]);
        }
        return classes.without(
                gone,
                rule == EditedSettings.Rule.ALL
                        ? "not all of their " + editors + " nearest rows were of their class"
                        : "most of their " + editors + " nearest rows were of another class");
    }

    /// Of equally frequent classes the first counts, as in imbalanced-learn.
    private boolean agree(Classes classes, int own, int[] near) {
        int[] votes = new int[classes.count()];
        for (int row : near) {
            votes[classes.code(row)]++;
        }
        if (rule == EditedSettings.Rule.ALL) {
            return votes[own] == near.length;
        }
        int best = 0;
        for (int c = 1; c < votes.length; c++) {
            best = votes[c] > votes[best] ? c : best;
        }
        return best == own;
    }
}
