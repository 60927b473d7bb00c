package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Cleaning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// NearMiss-1: of every larger class as many rows stay as the smallest has, those with the least
/// mean distance to their `neighbours` nearest rows of it.
record NearestKept(int neighbours, SmoteSettings.Scaling scaling) implements Cleaning {
    @Override
    public Kept keep(Dataset table, List<String> columns, long seed, Progress progress) {
        Classes classes = Classes.of(table, columns, scaling);
        boolean[] gone = new boolean[table.rows()];
        int[] least = classes.rows(classes.smallest());
        for (int c = 0; c < classes.count(); c++) {
            if (c != classes.smallest()) {
                int[] rows = classes.rows(c);
                double[] mean =
                        distances(
                                classes,
                                rows,
                                least,
                                progress.part(
                                        (double) c / classes.count(), (c + 1.0) / classes.count()));
                IntStream.range(0, rows.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> mean[i]))
                        .skip(least.length)
                        .forEach(i -> gone[rows[i]] = true);
            }
        }
        return classes.without(gone, "others of their class were nearer to the smallest class");
    }

    private double[] distances(Classes classes, int[] rows, int[] least, Progress progress) {
        int[][] near = classes.nearestAmong(rows, least, neighbours, progress);
        return IntStream.range(0, rows.length)
                .mapToDouble(
                        i ->
                                Arrays.stream(near[i])
                                        .mapToDouble(
                                                row ->
                                                        Math.sqrt(
                                                                classes.metric()
                                                                        .squared(rows[i], row)))
                                        .average()
                                        .orElse(0))
                .toArray();
    }
}
