package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A learned copula.
final class FittedCopula implements FittedSynthesizer {
    private static final int CHUNK = 1024;

    /// Attempts at one row before it is given up, and rows given up in a row before the chunk is.
    private static final int ATTEMPTS = 1000;

    private static final int MOST_GIVEN_UP = 3;

    private final String name;
    private final Schema schema;
    private final List<Variable> variables;
    private final Dependence dependence;
    private final List<String> notes;

    FittedCopula(
            Dataset training, List<Variable> variables, Dependence dependence, List<String> notes) {
        this.name = training.name();
        this.schema = training.schema();
        this.variables = variables;
        this.dependence = dependence;
        this.notes = notes;
    }

    /// Rows drawn for one chunk: one array per column, NaN where missing.
    private record Chunk(int made, double[][] columns) {}

    @Override
    public List<String> notes() {
        return notes;
    }

    /// How the latent numbers go together: those of columns, then of patterns of missing values.
    Dependence dependence() {
        return dependence;
    }

    List<Variable> variables() {
        return variables;
    }

    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        List<Chunk> chunks = new ArrayList<>();
        List<Synthesis.Shortfall> shortfalls = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            Target target = targets.get(t);
            Progress part = progress.part((double) t / targets.size(), (t + 1.0) / targets.size());
            CellCondition condition = CellCondition.of(target.cell(), variables, dependence.size());
            if (!condition.possible()) {
                shortfalls.add(new Synthesis.Shortfall(target, 0, condition.problem()));
                continue;
            }
            long targetSeed = Streams.derive(seed, "target " + t);
            List<Chunk> drawn = draw(condition, target.rows(), targetSeed, part);
            int made = drawn.stream().mapToInt(Chunk::made).sum();
            if (made < target.rows()) {
                shortfalls.add(
                        new Synthesis.Shortfall(
                                target,
                                made,
                                "The copula gives this group next to no probability: "
                                        + ATTEMPTS
                                        + " attempts at a row all failed."));
            }
            chunks.addAll(drawn);
        }
        return new Synthesis(assemble(chunks), shortfalls);
    }

    private List<Chunk> draw(CellCondition condition, int rows, long seed, Progress progress) {
        Dependence.Sampler sampler = dependence.within(condition.from(), condition.to());
        return Parallel.map(
                (rows + CHUNK - 1) / CHUNK,
                progress,
                "Drawing rows",
                chunk ->
                        drawChunk(
                                condition,
                                sampler,
                                Math.min(CHUNK, rows - chunk * CHUNK),
                                Streams.of(seed, chunk),
                                progress));
    }

    private Chunk drawChunk(
            CellCondition condition,
            Dependence.Sampler sampler,
            int rows,
            RandomGenerator random,
            Progress progress) {
        double[][] columns = new double[variables.size()][rows];
        double[] z = new double[dependence.size()];
        double[] work = new double[sampler.workSize()];
        double[] row = new double[variables.size()];
        int made = 0;
        int givenUp = 0;
        while (made + givenUp < rows && givenUp < MOST_GIVEN_UP) {
            int attempts = 0;
            boolean accepted = false;
            while (!accepted && attempts < ATTEMPTS) {
                if (attempts % 64 == 0) {
                    progress.check();
                }
                attempts++;
                if (sampler.draw(z, work, random)) {
                    fill(row, z);
                    accepted = condition.holds(row);
                }
            }
            if (accepted) {
                for (int column = 0; column < row.length; column++) {
                    columns[column][made] = row[column];
                }
                made++;
            } else {
                givenUp++;
            }
        }
        return new Chunk(made, columns);
    }

    private void fill(double[] row, double[] z) {
        for (int column = 0; column < row.length; column++) {
            row[column] = variables.get(column).value(z);
        }
        for (int column = 0; column < row.length; column++) {
            boolean missing =
                    switch (variables.get(column).missing()) {
                        case Missing.Never _ -> false;
                        case Missing.Always _ -> true;
                        case Missing.Indicator i -> z[i.latent()] < i.threshold();
                        case Missing.Given given ->
                                given.at()[
                                        variables
                                                .get(given.column())
                                                .steps()
                                                .position(row[given.column()])];
                    };
            if (missing) {
                row[column] = Double.NaN;
            }
        }
    }

    private Dataset assemble(List<Chunk> chunks) {
        int rows = chunks.stream().mapToInt(Chunk::made).sum();
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < variables.size(); column++) {
            double[] all = new double[rows];
            int at = 0;
            for (Chunk chunk : chunks) {
                System.arraycopy(chunk.columns()[column], 0, all, at, chunk.made());
                at += chunk.made();
            }
            columns.add(variables.get(column).axis().column(all));
        }
        return new Dataset(name, Part.SYNTHETIC, schema, columns);
    }
}
