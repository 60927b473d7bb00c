package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.CellTest;
import org.counterpoise.engine.synth.DrawnRows;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Grown trees, ready to draw rows.
///
/// Groups are drawn by rejection: a row is given up at the first column that is not as the group
/// asks.
///
/// @param order position of the column at each place of the visit
/// @param predictors by place
/// @param trees by place
record FittedSequential(
        Dataset training,
        List<Feature> features,
        int[] order,
        List<Predictor> predictors,
        List<ColumnTrees> trees,
        List<String> notes)
        implements FittedSynthesizer {
    private static final int CHUNK = 1024;

    /// Attempts per row wanted before a chunk is given up.
    private static final int ATTEMPTS = 1000;

    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        List<DrawnRows> chunks = new ArrayList<>();
        List<Synthesis.Shortfall> shortfalls = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            progress.check();
            Target target = targets.get(t);
            CellTest test = CellTest.of(training, features, target.cell());
            if (!test.problem().isEmpty()) {
                shortfalls.add(new Synthesis.Shortfall(target, 0, test.problem()));
                continue;
            }
            long targetSeed = Streams.derive(seed, "target " + t);
            int rows = target.rows();
            Progress part = progress.part((double) t / targets.size(), (t + 1.0) / targets.size());
            List<DrawnRows> drawn =
                    Parallel.map(
                            (rows + CHUNK - 1) / CHUNK,
                            part,
                            "Drawing rows",
                            chunk ->
                                    draw(
                                            test,
                                            Math.min(CHUNK, rows - chunk * CHUNK),
                                            Streams.of(targetSeed, chunk),
                                            part));
            int made = drawn.stream().mapToInt(DrawnRows::made).sum();
            if (made < rows) {
                shortfalls.add(
                        new Synthesis.Shortfall(
                                target,
                                made,
                                "The trees hardly ever make such a row: "
                                        + ATTEMPTS
                                        + " attempts per row were not enough."));
            }
            chunks.addAll(drawn);
        }
        return new Synthesis(DrawnRows.assemble(training, features, chunks), shortfalls);
    }

    private DrawnRows draw(CellTest test, int rows, RandomGenerator random, Progress progress) {
        double[][] columns = new double[order.length][rows];
        char[][] bins = new char[order.length][1];
        int made = 0;
        long left = (long) rows * ATTEMPTS;
        while (made < rows && left > 0) {
            if (left % 16 == 0) {
                progress.check();
            }
            left--;
            if (drawRow(test, bins, columns, made, random)) {
                made++;
            }
        }
        return new DrawnRows(made, columns);
    }

    private boolean drawRow(
            CellTest test, char[][] bins, double[][] columns, int at, RandomGenerator random) {
        for (int place = 0; place < order.length; place++) {
            int column = order[place];
            double value = trees.get(place).draw(features.get(column), bins, 0, random);
            if (!test.holds(column, value)) {
                return false;
            }
            columns[column][at] = value;
            bins[place][0] = predictors.get(place).bin(value);
        }
        return true;
    }
}
