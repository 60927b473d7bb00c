package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.CellTest;
import org.counterpoise.engine.synth.DrawnRows;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Precision;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Latent correlated normal numbers, ready to be turned into rows.
///
/// @param root lower triangle of the Cholesky decomposition of the latent correlations
record FittedSummary(Summary summary, String name, double[][] root, List<String> notes)
        implements FittedSynthesizer {
    private static final int CHUNK = 1024;
    private static final int ATTEMPTS = 1000;

    /// Rows by which it is told which levels and values a group may ask for.
    private static final int SHOWN = 1000;

    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        Dataset shown = assemble(List.of(draw(Rows.any(SHOWN), Streams.of(0, 0), progress)));
        List<Feature> features =
                IntStream.range(0, shown.schema().size())
                        .mapToObj(f -> Feature.of(shown, f))
                        .toList();
        List<DrawnRows> chunks = new ArrayList<>();
        List<Synthesis.Shortfall> shortfalls = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            Target target = targets.get(t);
            CellTest test = CellTest.of(shown, features, target.cell());
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
                                            new Rows(Math.min(CHUNK, rows - chunk * CHUNK), test),
                                            Streams.of(targetSeed, chunk),
                                            part));
            int made = drawn.stream().mapToInt(DrawnRows::made).sum();
            if (made < rows) {
                shortfalls.add(
                        new Synthesis.Shortfall(
                                target,
                                made,
                                "By the summary such rows hardly occur: "
                                        + ATTEMPTS
                                        + " attempts per row were not enough."));
            }
            chunks.addAll(drawn);
        }
        return new Synthesis(assemble(chunks), shortfalls);
    }

    /// How many rows of which group.
    private record Rows(int count, CellTest test) {
        static Rows any(int count) {
            return new Rows(count, new CellTest(Map.of(), ""));
        }
    }

    private DrawnRows draw(Rows wanted, RandomGenerator random, Progress progress) {
        int size = root.length;
        double[][] columns = new double[size][wanted.count()];
        double[] normal = new double[size];
        int made = 0;
        long left = (long) wanted.count() * ATTEMPTS;
        while (made < wanted.count() && left-- > 0) {
            if (left % 256 == 0) {
                progress.check();
            }
            for (int i = 0; i < size; i++) {
                normal[i] = random.nextGaussian();
            }
            boolean holds = true;
            for (int column = 0; column < size; column++) {
                double z = 0;
                for (int i = 0; i <= column; i++) {
                    z += root[column][i] * normal[i];
                }
                double value = value(summary.columns().get(column), z, random);
                columns[column][made] = value;
                holds &= wanted.test().holds(column, value);
            }
            made += holds ? 1 : 0;
        }
        return new DrawnRows(made, columns);
    }

    private static double value(Summary.Described column, double z, RandomGenerator random) {
        if (column.missing() > 0 && random.nextDouble() < column.missing()) {
            return Double.NaN;
        }
        return switch (column) {
            case Summary.Quantity quantity ->
                    new Precision(quantity.decimals()).round(quantity.marginal().value(z));
            case Summary.Factor factor -> LatentNormal.level(factor.shares(), z);
        };
    }

    private Dataset assemble(List<DrawnRows> chunks) {
        int rows = chunks.stream().mapToInt(DrawnRows::made).sum();
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < root.length; c++) {
            double[] values = new double[rows];
            int at = 0;
            for (DrawnRows chunk : chunks) {
                System.arraycopy(chunk.columns()[c], 0, values, at, chunk.made());
                at += chunk.made();
            }
            Summary.Described described = summary.columns().get(c);
            switch (described) {
                case Summary.Quantity quantity -> {
                    infos.add(
                            ColumnInfo.of(
                                            quantity.name(),
                                            quantity.decimals() == 0
                                                    ? ColumnType.INTEGER
                                                    : ColumnType.REAL)
                                    .withRole(quantity.role()));
                    columns.add(new Column.Numbers(values));
                }
                case Summary.Factor factor -> {
                    infos.add(
                            ColumnInfo.of(factor.name(), ColumnType.CATEGORY)
                                    .withRole(factor.role()));
                    columns.add(
                            new Column.Codes(
                                    Arrays.stream(values)
                                            .mapToInt(v -> Double.isNaN(v) ? -1 : (int) v)
                                            .toArray(),
                                    factor.levels()));
                }
            }
        }
        return new Dataset(name, Part.SYNTHETIC, new Schema(infos), columns);
    }
}
