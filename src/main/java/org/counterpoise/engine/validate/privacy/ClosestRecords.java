package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.List;

/// The distances of each query point to its closest and second closest reference point.
///
/// @param closest 0 to 1 per query, infinite without a reference point
/// @param second 0 to 1 per query, infinite with fewer than two reference points
record ClosestRecords(double[] closest, double[] second) {
    private static final int CHUNKS = 64;

    private static ClosestRecords ofSize(int size) {
        return new ClosestRecords(new double[size], new double[size]);
    }

    /// Compares every query with every reference point.
    static ClosestRecords of(Points queries, Points reference, Progress progress, String phrase) {
        int chunk = chunk(queries);
        ClosestRecords all = ofSize(queries.size());
        Parallel.map(
                (queries.size() + chunk - 1) / chunk,
                progress,
                phrase,
                index -> {
                    int from = index * chunk;
                    int to = Math.min(queries.size(), from + chunk);
                    for (int start = from; start < to; start += NeighbourSearch.BATCH) {
                        int end = Math.min(to, start + NeighbourSearch.BATCH);
                        NeighbourSearch search = new NeighbourSearch(queries, start, end, false);
                        search.scan(reference, progress);
                        all.take(search, start, end);
                    }
                    return index;
                });
        return all;
    }

    private static int chunk(Points queries) {
        int batches = (queries.size() + NeighbourSearch.BATCH - 1) / NeighbourSearch.BATCH;
        return NeighbourSearch.BATCH * Math.max(1, (batches + CHUNKS - 1) / CHUNKS);
    }

    private void take(NeighbourSearch search, int start, int end) {
        for (int query = start; query < end; query++) {
            closest[query] = search.closest(query - start);
            second[query] = search.second(query - start);
        }
    }

    /// The same queries against two sets of reference points.
    ///
    /// @param votes per reference point, those of `first` before those of `second`: every query
    ///     gives one vote to the point closest to it, in equal parts if several are
    record Pair(ClosestRecords first, ClosestRecords second, double[] votes) {

        static Pair of(
                Points queries, Points first, Points second, Progress progress, String phrase) {
            int chunk = chunk(queries);
            ClosestRecords toFirst = ofSize(queries.size());
            ClosestRecords toSecond = ofSize(queries.size());
            List<double[]> parts =
                    Parallel.map(
                            (queries.size() + chunk - 1) / chunk,
                            progress,
                            phrase,
                            index -> {
                                double[] votes = new double[first.size() + second.size()];
                                int from = index * chunk;
                                int to = Math.min(queries.size(), from + chunk);
                                for (int start = from; start < to; start += NeighbourSearch.BATCH) {
                                    int end = Math.min(to, start + NeighbourSearch.BATCH);
                                    NeighbourSearch a =
                                            new NeighbourSearch(queries, start, end, true);
                                    NeighbourSearch b =
                                            new NeighbourSearch(queries, start, end, true);
                                    a.scan(first, progress);
                                    b.scan(second, progress);
                                    toFirst.take(a, start, end);
                                    toSecond.take(b, start, end);
                                    vote(a, b, end - start, first.size(), votes);
                                }
                                return votes;
                            });
            double[] votes = new double[first.size() + second.size()];
            for (double[] part : parts) {
                Arrays.setAll(votes, i -> votes[i] + part[i]);
            }
            return new Pair(toFirst, toSecond, votes);
        }

        private static void vote(
                NeighbourSearch a, NeighbourSearch b, int queries, int offset, double[] votes) {
            for (int i = 0; i < queries; i++) {
                int[] near = a.closest(i) <= b.closest(i) ? a.tied(i) : new int[0];
                int[] far = b.closest(i) <= a.closest(i) ? b.tied(i) : new int[0];
                double vote = 1.0 / (near.length + far.length);
                for (int point : near) {
                    votes[point] += vote;
                }
                for (int point : far) {
                    votes[offset + point] += vote;
                }
            }
        }
    }
}
