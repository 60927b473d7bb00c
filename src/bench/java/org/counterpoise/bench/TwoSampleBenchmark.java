package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Correlation;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.EmpiricalDifference;
import org.counterpoise.engine.stats.TwoSampleTest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The column tests of the drift audit between two tables of a million rows, and the associations
/// of all pairs of columns of one.
///
/// Numbers: Kolmogorov–Smirnov, Anderson–Darling, Cramér–von Mises, Wasserstein, and stability and
/// divergences over 50 bins; categories: chi-square, stability and divergences. Pairs: Pearson and
/// Spearman of numbers, Cramér's V of categories. The properties `patients` and `patients.b` name
/// the tables as CSV.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3)
@Measurement(iterations = 7)
public class TwoSampleBenchmark {
    private static final int BINS = 50;

    private Dataset a = PatientsTable.of(10);
    private Dataset b = a;

    @Setup
    public void read() {
        String other = System.getProperty("patients.b", "");
        a = PatientsTable.of(1_000_000);
        b =
                other.isEmpty()
                        ? PatientsTable.others(1_000_000)
                        : DataReader.read(Path.of(other), "b", Progress.NONE);
    }

    @Benchmark
    public List<double[]> columnTests() {
        List<ColumnInfo> columns = a.schema().columns();
        return Parallel.map(
                columns.size(),
                Progress.NONE,
                "",
                c -> {
                    String name = columns.get(c).name();
                    return a.column(name) instanceof Column.Numbers x && !name.equals("outcome")
                            ? numbers(x.values(), b.numbers(name))
                            : levels(a.codes(name), b.codes(name));
                });
    }

    private static double[] numbers(double[] a, double[] b) {
        double[] x = Distances.sortedPresent(a);
        double[] y = Distances.sortedPresent(b);
        EmpiricalDifference difference = EmpiricalDifference.ofSorted(x, y);
        double from = Math.min(x[0], y[0]);
        double width = (Math.max(x[x.length - 1], y[y.length - 1]) - from) / BINS;
        return with(
                difference.kolmogorovSmirnov(),
                difference.wasserstein(),
                TwoSampleTest.KOLMOGOROV_SMIRNOV.p(difference),
                TwoSampleTest.ANDERSON_DARLING.p(difference),
                TwoSampleTest.CRAMER_VON_MISES.p(difference),
                counts(x, from, width),
                counts(y, from, width));
    }

    private static long[] counts(double[] sorted, double from, double width) {
        long[] counts = new long[BINS];
        for (double value : sorted) {
            counts[Math.min(BINS - 1, (int) ((value - from) / width))]++;
        }
        return counts;
    }

    private static double[] levels(Column.Codes a, Column.Codes b) {
        long[] before = a.counts();
        long[] after = new long[before.length];
        long[] own = b.counts();
        for (int i = 0; i < own.length; i++) {
            after[a.levels().indexOf(b.levels().get(i))] = own[i];
        }
        ChiSquare test = ChiSquare.independence(new long[][] {before, after});
        return with(test.statistic(), 0, test.p(), 0, 0, before, after);
    }

    private static double[] with(
            double statistic,
            double distance,
            double p1,
            double p2,
            double p3,
            long[] before,
            long[] after) {
        double[] p = Distances.shares(before);
        double[] q = Distances.shares(after);
        return new double[] {
            statistic,
            distance,
            p1,
            p2,
            p3,
            Distances.jensenShannonDistance(p, q),
            Distances.hellinger(p, q),
            Distances.populationStability(p, q),
            Distances.kullbackLeibler(q, p)
        };
    }

    @Benchmark
    public List<double[][]> associations() {
        List<double[]> numbers = new ArrayList<>();
        List<int[]> levels = new ArrayList<>();
        for (ColumnInfo info : a.schema().columns()) {
            if (a.column(info.name()) instanceof Column.Numbers column
                    && !info.name().equals("outcome")) {
                numbers.add(column.values());
            } else {
                levels.add(a.codes(info.name()).codes());
            }
        }
        List<double[]> ranks =
                Parallel.map(
                        numbers.size(),
                        Progress.NONE,
                        "",
                        c -> Correlation.midranks(numbers.get(c)));
        return Parallel.map(
                3,
                Progress.NONE,
                "",
                part ->
                        switch (part) {
                            case 0 -> Correlation.matrix(numbers.toArray(double[][]::new));
                            case 1 ->
                                    Correlation.rankMatrix(
                                            numbers.toArray(double[][]::new),
                                            ranks.toArray(double[][]::new));
                            default -> cramer(levels);
                        });
    }

    private static double[][] cramer(List<int[]> levels) {
        double[][] matrix = new double[levels.size()][levels.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Association.cramersV(levels.get(i), levels.get(j));
            }
        }
        return matrix;
    }
}
