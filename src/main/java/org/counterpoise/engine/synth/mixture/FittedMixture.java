package org.counterpoise.engine.synth.mixture;

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

/// A learned mixture.
///
/// @param features of the training set, in order
/// @param scales of the numbers of the mixture
/// @param gaps which features are missing in each pattern, by its code
record FittedMixture(
        Dataset training,
        List<Feature> features,
        List<MixtureTable.Scale> scales,
        List<boolean[]> gaps,
        Mixture mixture,
        List<String> notes)
        implements FittedSynthesizer {
    private static final int CHUNK = 1024;

    /// Attempts per row wanted before a chunk is given up.
    private static final int ATTEMPTS = 1000;

    /// Draws of one row's numbers before those out of the range seen are put at its ends.
    private static final int REDRAWS = 20;

    FittedMixture {
        notes = List.copyOf(notes);
    }

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
            ConditionedShares shares = ConditionedShares.of(mixture, features, test);
            int rows = shares.possible() ? target.rows() : 0;
            long targetSeed = Streams.derive(seed, "target " + t);
            Progress part = progress.part((double) t / targets.size(), (t + 1.0) / targets.size());
            List<DrawnRows> drawn =
                    Parallel.map(
                            (rows + CHUNK - 1) / CHUNK,
                            part,
                            "Drawing rows",
                            chunk ->
                                    new Drawer(shares, test, Streams.of(targetSeed, chunk))
                                            .draw(Math.min(CHUNK, rows - chunk * CHUNK), part));
            int made = drawn.stream().mapToInt(DrawnRows::made).sum();
            if (made < target.rows()) {
                shortfalls.add(
                        new Synthesis.Shortfall(
                                target,
                                made,
                                "The mixture hardly ever makes such a row: "
                                        + ATTEMPTS
                                        + " attempts per row were not enough."));
            }
            chunks.addAll(drawn);
        }
        return new Synthesis(DrawnRows.assemble(training, features, chunks), shortfalls);
    }

    /// Draws the rows of one chunk.
    private final class Drawer {
        private final ConditionedShares shares;
        private final CellTest test;
        private final RandomGenerator random;
        private final double[] row = new double[features.size()];
        private final double[] z = new double[scales.size()];

        Drawer(ConditionedShares shares, CellTest test, RandomGenerator random) {
            this.shares = shares;
            this.test = test;
            this.random = random;
        }

        DrawnRows draw(int rows, Progress progress) {
            double[][] columns = new double[features.size()][rows];
            int made = 0;
            long left = (long) rows * ATTEMPTS;
            while (made < rows && left > 0) {
                if (left % 64 == 0) {
                    progress.check();
                }
                left--;
                if (drawRow()) {
                    for (int column = 0; column < row.length; column++) {
                        columns[column][made] = row[column];
                    }
                    made++;
                }
            }
            return new DrawnRows(made, columns);
        }

        private boolean drawRow() {
            int k = shares.component(random);
            int category = 0;
            for (int column = 0; column < row.length; column++) {
                switch (features.get(column)) {
                    case Feature.Categorical _ -> {
                        int code = shares.code(k, category++, random);
                        row[column] = code == 0 ? Double.NaN : code - 1;
                    }
                    case Feature.Continuous number -> row[column] = constant(number);
                }
            }
            int pattern = shares.code(k, category, random);
            drawNumbers(k);
            boolean[] missing = gaps.get(pattern);
            boolean holds = true;
            for (int column = 0; column < row.length; column++) {
                if (missing[column]) {
                    row[column] = Double.NaN;
                }
                holds &= test.holds(column, row[column]);
            }
            return holds;
        }

        private void drawNumbers(int k) {
            boolean inRange = false;
            for (int attempt = 0; attempt < REDRAWS && !inRange; attempt++) {
                inRange = true;
                for (int i = 0; i < z.length; i++) {
                    z[i] = random.nextGaussian();
                    MixtureTable.Scale scale = scales.get(i);
                    double x = mixture.means()[k][i];
                    for (int j = 0; j <= i; j++) {
                        x += shares.factor(k)[i][j] * z[j];
                    }
                    row[scale.column()] = scale.value(x);
                    inRange &= scale.inRange(row[scale.column()]);
                }
            }
            for (MixtureTable.Scale scale : scales) {
                row[scale.column()] = Math.clamp(row[scale.column()], scale.low(), scale.high());
            }
        }
    }

    /// The only value of a column that does not vary; NaN if it has none.
    private static double constant(Feature.Continuous number) {
        for (double value : number.values()) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }
}
