package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.synth.Cleaning;

import java.util.List;
import java.util.stream.IntStream;

/// Keeps a random part of every class that is more than `times` as large as the smallest.
record RandomKept(double times) implements Cleaning {
    @Override
    public Kept keep(Dataset table, List<String> columns, long seed, Progress progress) {
        Grouping grouping = Classes.grouping(table, columns);
        int least = grouping.groups().stream().mapToInt(Grouping.Group::count).min().orElse(0);
        int most = (int) Math.min(table.rows(), Math.floor(times * least));
        boolean[] gone = new boolean[table.rows()];
        for (int c = 0; c < grouping.groups().size(); c++) {
            progress.check();
            int[] rows = grouping.rows(c);
            if (rows.length > most) {
                IntStream.of(rows).forEach(row -> gone[row] = true);
                IntStream.of(Shuffle.some(rows, most, Streams.derive(seed, "class " + c)))
                        .forEach(row -> gone[row] = false);
            }
        }
        return Classes.without(grouping, gone, "their class was larger than wanted");
    }
}
