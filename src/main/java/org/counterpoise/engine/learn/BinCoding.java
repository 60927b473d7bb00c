package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Quantiles;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How the values of one column become bins from 0 to 63, so that any split of them is a mask of 64
/// bits. Bin 0 holds the missing values.
sealed interface BinCoding {
    /// At most this many bins, with the one for missing values.
    int MOST = 64;

    String name();

    /// Whether bins have no order.
    boolean nominal();

    /// The bin of each row.
    byte[] bins(Dataset data);

    /// The coding of a column. Free text has a single bin.
    static BinCoding of(Dataset data, String name) {
        return switch (data.column(name)) {
            case Column.Numbers numbers -> Cut.of(name, numbers.values());
            case Column.Codes codes -> Levels.of(name, codes);
            case Column.Texts _ -> new Cut(name, new double[0]);
        };
    }

    /// Numbers cut between neighbouring values if these are few, else into bins of equal size.
    ///
    /// @param edges ascending; a value lies in the bin after the last edge that does not exceed it
    record Cut(String name, double[] edges) implements BinCoding {
        private static final int CUTS = MOST - 2;

        static Cut of(String name, double[] values) {
            double[] sorted = Quantiles.sortedFinite(values);
            double[] distinct = Arrays.stream(sorted).distinct().limit(CUTS + 2L).toArray();
            int count = Math.min(distinct.length - 1, CUTS + 1);
            if (distinct.length <= CUTS + 1) {
                double[] edges = new double[Math.max(0, count)];
                Arrays.setAll(edges, i -> distinct[i] + (distinct[i + 1] - distinct[i]) / 2);
                return new Cut(name, edges);
            }
            double[] edges =
                    IntStream.rangeClosed(1, CUTS)
                            .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / (CUTS + 1))])
                            .distinct()
                            .toArray();
            return new Cut(name, edges);
        }

        @Override
        public boolean nominal() {
            return false;
        }

        @Override
        public byte[] bins(Dataset data) {
            byte[] bins = new byte[data.rows()];
            if (data.column(name) instanceof Column.Numbers numbers) {
                double[] values = numbers.values();
                for (int row = 0; row < bins.length; row++) {
                    bins[row] = bin(values[row]);
                }
            }
            return bins;
        }

        private byte bin(double value) {
            if (Double.isNaN(value)) {
                return 0;
            }
            int low = 0;
            int high = edges.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (edges[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return (byte) (low + 1);
        }
    }

    /// Categories, each of the most frequent in a bin of its own and the rest in the last.
    record Levels(String name, Map<String, Integer> positions, int other) implements BinCoding {

        static Levels of(String name, Column.Codes column) {
            long[] counts = column.counts();
            List<Integer> present =
                    IntStream.range(0, counts.length)
                            .filter(level -> counts[level] > 0)
                            .boxed()
                            .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                            .limit(MOST - 2L)
                            .toList();
            Map<String, Integer> positions = new HashMap<>();
            for (int level : present) {
                positions.put(column.levels().get(level), positions.size() + 1);
            }
            return new Levels(name, positions, positions.size() + 1);
        }

        @Override
        public boolean nominal() {
            return true;
        }

        @Override
        public byte[] bins(Dataset data) {
            Column.Codes column = data.codes(name);
            byte[] recoded = new byte[column.levels().size()];
            for (int level = 0; level < recoded.length; level++) {
                recoded[level] =
                        (byte) (int) positions.getOrDefault(column.levels().get(level), other);
            }
            byte[] bins = new byte[column.size()];
            for (int row = 0; row < bins.length; row++) {
                int code = column.codes()[row];
                bins[row] = code < 0 ? 0 : recoded[code];
            }
            return bins;
        }
    }
}
