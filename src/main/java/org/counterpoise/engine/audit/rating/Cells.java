package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The scores of those systems that every source scored often enough.
///
/// @param title of what is compared
/// @param id of what is compared, for metrics
/// @param systems names
/// @param table their scores
/// @param system of each score
record Cells(String title, String id, List<String> systems, RatingTable table, int[] system) {
    /// Systems by sources; each costs a column of the model.
    private static final int MOST_CELLS = 60;

    /// @param title of the attribute or column
    static Cells of(
            RatingTable all, Strata strata, String title, int smallest, List<String> notes) {
        int[] codes = IntStream.of(all.row()).map(row -> strata.codes()[row]).toArray();
        int sources = all.sources().size();
        long[][] counts = new long[strata.names().size()][sources];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                counts[codes[i]][all.source()[i]]++;
            }
        }
        int[] enough =
                IntStream.range(0, counts.length)
                        .filter(k -> Arrays.stream(counts[k]).allMatch(c -> c >= smallest))
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(
                                        (Integer k) -> -Arrays.stream(counts[k]).sum()))
                        .limit(MOST_CELLS / sources)
                        .sorted()
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (enough.length < counts.length) {
            notes.add(
                    NumberText.count((long) counts.length - enough.length)
                            + " of "
                            + NumberText.count(counts.length)
                            + " levels of "
                            + title
                            + " were left out: under "
                            + smallest
                            + " scores from one of the sources, or too many to compare at once.");
        }
        int[] places = new int[counts.length];
        Arrays.fill(places, -1);
        List<String> names = new ArrayList<>();
        for (int k : enough) {
            places[k] = names.size();
            names.add(strata.names().get(k));
        }
        int[] kept =
                IntStream.range(0, codes.length)
                        .filter(i -> codes[i] >= 0 && places[codes[i]] >= 0)
                        .toArray();
        return new Cells(
                title,
                strata.id(),
                names,
                all.select(kept),
                IntStream.of(kept).map(i -> places[codes[i]]).toArray());
    }

    int sources() {
        return table.sources().size();
    }

    long count(int source, int system) {
        return IntStream.range(0, this.system.length)
                .filter(i -> this.system[i] == system && table.source()[i] == source)
                .count();
    }

    /// Mean scores by source, then by system, of items counted so often.
    double[][] means(int[] weights) {
        double[][] sums = new double[sources()][systems.size()];
        long[][] counts = new long[sources()][systems.size()];
        for (int i = 0; i < system.length; i++) {
            int weight = weights[table.item()[i]];
            sums[table.source()[i]][system[i]] += weight * table.scores()[i];
            counts[table.source()[i]][system[i]] += weight;
        }
        for (int s = 0; s < sums.length; s++) {
            for (int k = 0; k < sums[s].length; k++) {
                sums[s][k] /= counts[s][k];
            }
        }
        return sums;
    }

    // ---- the design of score ~ source × system ----------------------------------------------

    private int source(int s) {
        return s;
    }

    private int interaction(int s, int k) {
        int systemsAfter = sources() + systems.size() - 1;
        return systemsAfter + (s - 1) * (systems.size() - 1) + k - 1;
    }

    private int width() {
        return sources() * systems.size();
    }

    /// Columns: 1, sources but the first, systems but the first, their products.
    double[][] columns() {
        double[][] x = new double[width()][system.length];
        Arrays.fill(x[0], 1);
        for (int i = 0; i < system.length; i++) {
            int s = table.source()[i];
            int k = system[i];
            if (s > 0) {
                x[source(s)][i] = 1;
            }
            if (k > 0) {
                x[sources() + k - 1][i] = 1;
            }
            if (s > 0 && k > 0) {
                x[interaction(s, k)][i] = 1;
            }
        }
        return x;
    }

    /// How much more a source gives to a system than the first source does.
    double[] difference(int s, int k) {
        double[] weights = new double[width()];
        weights[source(s)] = 1;
        if (k > 0) {
            weights[interaction(s, k)] = 1;
        }
        return weights;
    }

    /// The same, on average over systems.
    double[] average(int s) {
        double[] weights = new double[width()];
        weights[source(s)] = 1;
        for (int k = 1; k < systems.size(); k++) {
            weights[interaction(s, k)] = 1.0 / systems.size();
        }
        return weights;
    }

    /// How much the difference in one system exceeds the average.
    double[] favour(int s, int k) {
        double[] weights = difference(s, k);
        double[] average = average(s);
        Arrays.setAll(weights, i -> weights[i] - average[i]);
        return weights;
    }

    /// All products, as contrasts.
    double[][] interactions() {
        List<double[]> all = new ArrayList<>();
        for (int s = 1; s < sources(); s++) {
            for (int k = 1; k < systems.size(); k++) {
                double[] weights = new double[width()];
                weights[interaction(s, k)] = 1;
                all.add(weights);
            }
        }
        return all.toArray(double[][]::new);
    }

    /// All average differences, as contrasts.
    double[][] averages() {
        return IntStream.range(1, sources()).mapToObj(this::average).toArray(double[][]::new);
    }
}
