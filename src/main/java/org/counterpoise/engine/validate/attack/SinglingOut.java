package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.validate.attack.Query.Condition;
import org.counterpoise.engine.validate.attack.Query.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Writes queries from what is rare in the synthetic table and counts those that pick exactly one
/// real person (Giomi et al. 2023, §4.1).
///
/// How often exactly one row is picked depends on the size of a table, and training and control
/// differ in size. So both are brought to the smaller: of a query that picks `m` of `N` rows, the
/// chance that a random part of `n` rows holds exactly one of them is hypergeometric, and that
/// chance is what counts. Rows that occur twice count once.
final class SinglingOut {
    /// Attempts per query wanted.
    private static final int ATTEMPTS = 50;

    private final AttackTables tables;
    private final OrderedTable[] distinct;
    private final AttackSettings settings;
    private final double confidence;
    private final long seed;

    /// @param confidence of each attack
    SinglingOut(AttackTables tables, AttackSettings settings, double confidence, long seed) {
        this.confidence = confidence;
        this.tables = tables;
        this.settings = settings;
        this.seed = seed;
        this.distinct = new OrderedTable[tables.values().length];
        for (int t = 0; t < distinct.length; t++) {
            distinct[t] = new OrderedTable(distinct(tables.values()[t], tables.rows(t)));
        }
    }

    private static double[][] distinct(double[][] columns, int rows) {
        Set<List<Double>> seen = new HashSet<>();
        int[] kept =
                IntStream.range(0, rows)
                        .filter(
                                row ->
                                        seen.add(
                                                Arrays.stream(columns)
                                                        .map(column -> column[row])
                                                        .toList()))
                        .toArray();
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(kept).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    /// All queries of one column that pick one synthetic row: values that occur once, the ends of
    /// numbers, a sole gap.
    List<Query> univariate() {
        List<Query> queries = new ArrayList<>();
        for (int c = 0; c < tables.columns(); c++) {
            double[] column = distinct[AttackTables.SYNTHETIC].columns()[c];
            Map<Double, Integer> counts = new HashMap<>();
            int gaps = 0;
            for (double value : column) {
                if (Double.isNaN(value)) {
                    gaps++;
                } else {
                    // Adding 0 makes -0.0 and 0.0 one value.
                    counts.merge(value + 0.0, 1, Integer::sum);
                }
            }
            int at = c;
            if (gaps == 1) {
                queries.add(new Query(List.of(new Condition(at, Test.MISSING, 0))));
            }
            if (tables.numeric()[c] && !counts.isEmpty()) {
                double low = counts.keySet().stream().mapToDouble(v -> v).min().orElseThrow();
                double high = counts.keySet().stream().mapToDouble(v -> v).max().orElseThrow();
                if (counts.getOrDefault(low, 0) == 1) {
                    queries.add(new Query(List.of(new Condition(at, Test.AT_MOST, low))));
                }
                if (counts.getOrDefault(high, 0) == 1) {
                    queries.add(new Query(List.of(new Condition(at, Test.AT_LEAST, high))));
                }
            }
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue() == 1)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(
                            value ->
                                    queries.add(
                                            new Query(
                                                    List.of(
                                                            new Condition(
                                                                    at, Test.EQUAL, value)))));
        }
        return queries;
    }

    /// The attack by single columns.
    Attack byColumn(Progress progress) {
        List<Query> all = univariate();
        RandomGenerator random = Streams.of(Streams.derive(seed, "univariate"), 0);
        for (int i = all.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Query swapped = all.get(i);
            all.set(i, all.get(j));
            all.set(j, swapped);
        }
        List<Query> some = all.subList(0, Math.min(settings.attacks(), all.size()));
        return attack("singling-out-univariate", "singling out by one value", some, 1, progress);
    }

    /// The attack by several columns at once.
    Attack byColumns(Progress progress) {
        int width = Math.min(settings.columns(), tables.columns());
        return attack(
                "singling-out-multivariate",
                "singling out by " + width + " columns",
                multivariate(width, progress.part(0, .5)),
                width,
                progress.part(.5, 1));
    }

    private List<Query> multivariate(int width, Progress progress) {
        OrderedTable synthetic = distinct[AttackTables.SYNTHETIC];
        int rows = synthetic.rows();
        double[] medians = new double[tables.columns()];
        for (int c = 0; c < medians.length; c++) {
            double[] present = synthetic.present(c);
            medians[c] = present.length == 0 ? 0 : median(present);
        }
        int batches = 16;
        List<List<Query>> found =
                Parallel.map(
                        batches,
                        progress,
                        "Writing queries",
                        batch -> {
                            RandomGenerator random =
                                    Streams.of(Streams.derive(seed, "multivariate"), batch);
                            int wanted =
                                    settings.attacks() * (batch + 1) / batches
                                            - settings.attacks() * batch / batches;
                            List<Query> queries = new ArrayList<>();
                            for (int i = 0;
                                    i < ATTEMPTS * wanted && queries.size() < wanted && rows > 0;
                                    i++) {
                                progress.check();
                                Query query = query(random, random.nextInt(rows), width, medians);
                                if (synthetic.count(query, 1) == 1) {
                                    queries.add(query);
                                }
                            }
                            return queries;
                        });
        Set<Query> all = new LinkedHashSet<>();
        found.forEach(all::addAll);
        return List.copyOf(all);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private Query query(RandomGenerator random, int row, int width, double[] medians) {
        int[] columns = IntStream.range(0, tables.columns()).toArray();
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int j = i + random.nextInt(columns.length - i);
            int c = columns[j];
            columns[j] = columns[i];
            columns[i] = c;
            double value = distinct[AttackTables.SYNTHETIC].columns()[c][row];
            Test test =
                    Double.isNaN(value)
                            ? Test.MISSING
                            : !tables.numeric()[c]
                                    ? Test.EQUAL
                                    : value > medians[c] ? Test.AT_LEAST : Test.AT_MOST;
            conditions.add(new Condition(c, test, Double.isNaN(value) ? 0 : value));
        }
        conditions.sort(Comparator.comparingInt(Condition::column));
        return new Query(conditions);
    }

    private Attack attack(
            String id, String title, List<Query> queries, int width, Progress progress) {
        int training = distinct[AttackTables.TRAINING].rows();
        int control = tables.controlled() ? distinct[AttackTables.CONTROL].rows() : 0;
        int size = control == 0 ? training : Math.min(training, control);
        double onTraining = successes(queries, AttackTables.TRAINING, size, progress.part(0, .4));
        double onControl =
                control == 0
                        ? 0
                        : successes(queries, AttackTables.CONTROL, size, progress.part(.4, .8));
        List<Query> guesses = guesses(Math.min(settings.attacks(), 500), width);
        double guessed =
                successes(guesses, AttackTables.TRAINING, size, progress.part(.8, 1))
                        / Math.max(1, guesses.size());
        return new Attack(
                id,
                title,
                new SuccessRate(onTraining, queries.size(), confidence),
                new SuccessRate(onControl, control == 0 ? 0 : queries.size(), confidence),
                guessed);
    }

    /// Queries without the synthetic table: columns, values within their range and comparisons all
    /// at random.
    private List<Query> guesses(int count, int width) {
        RandomGenerator random = Streams.of(Streams.derive(seed, "guesses"), width);
        List<Query> queries = new ArrayList<>();
        OrderedTable synthetic = distinct[AttackTables.SYNTHETIC];
        for (int i = 0; i < count && synthetic.rows() > 0; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int w = 0; w < width; w++) {
                int c = random.nextInt(tables.columns());
                double[] present = synthetic.present(c);
                if (present.length == 0) {
                    conditions.add(new Condition(c, Test.MISSING, 0));
                    continue;
                }
                double low = present[0];
                double high = present[present.length - 1];
                double value = low + random.nextDouble() * (high - low);
                conditions.add(
                        tables.numeric()[c]
                                ? new Condition(
                                        c,
                                        random.nextBoolean() ? Test.AT_LEAST : Test.AT_MOST,
                                        value)
                                : new Condition(c, Test.EQUAL, Math.rint(value)));
            }
            queries.add(new Query(conditions));
        }
        return queries;
    }

    /// Expected number of queries that pick exactly one row of a random part of a table.
    private double successes(List<Query> queries, int table, int size, Progress progress) {
        OrderedTable asked = distinct[table];
        int rows = asked.rows();
        int most = rows == size ? 1 : rows;
        int chunk = 64;
        return Parallel.map(
                        (queries.size() + chunk - 1) / chunk,
                        progress,
                        "Asking queries",
                        part -> {
                            double sum = 0;
                            int end = Math.min(queries.size(), (part + 1) * chunk);
                            for (int q = part * chunk; q < end; q++) {
                                progress.check();
                                sum += exactlyOne(asked.count(queries.get(q), most), rows, size);
                            }
                            return sum;
                        })
                .stream()
                .mapToDouble(s -> s)
                .sum();
    }

    /// The chance that a random part of `size` of `rows` rows holds exactly one of `picked`:
    /// `m · C(N − m, n − 1) / C(N, n)`.
    static double exactlyOne(int picked, int rows, int size) {
        if (picked == 0 || size == 0 || size - 1 > rows - picked) {
            return 0;
        }
        // Without the first factor, the chance that the other size - 1 rows are none of those
        // picked.
        double chance = (double) picked * size / rows;
        for (int i = 0; i < picked - 1; i++) {
            chance *= (double) (rows - size - i) / (rows - 1 - i);
        }
        return chance;
    }

    /// The single-column queries that pick exactly one training row, for tests.
    long hits(List<Query> queries) {
        return queries.stream()
                .filter(query -> distinct[AttackTables.TRAINING].count(query, 1) == 1)
                .count();
    }
}
