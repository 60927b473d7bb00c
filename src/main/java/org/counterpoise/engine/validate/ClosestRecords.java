package org.counterpoise.engine.validate;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.List;

/// The distances of each query point to its closest and second closest reference point.
///
/// @param closest 0 to 1 per query, infinite without a reference point
/// @param second 0 to 1 per query, infinite with fewer than two reference points
public record ClosestRecords(double[] closest, double[] second) {
    private static final int CHUNKS = 64;

    /// Queries between two questions whether the work should stop.
    private static final int BATCH = 32;

    private static ClosestRecords ofSize(int size) {
        return new ClosestRecords(new double[size], new double[size]);
    }

    /// Seeks the closest reference points of every query.
    public static ClosestRecords of(
            Points queries, Points reference, Progress progress, String phrase) {
        NeighbourSearch search = new NeighbourSearch(reference, progress);
        ClosestRecords all = ofSize(queries.size());
        Parallel.map(
                CHUNKS,
                progress,
                phrase,
                chunk -> {
                    NeighbourSearch.Nearest nearest = search.nearest();
                    int to = start(queries, chunk + 1);
                    for (int query = start(queries, chunk); query < to; query++) {
                        if (query % BATCH == 0) {
                            progress.check();
                        }
                        nearest.seek(queries, query);
                        all.take(nearest, query);
                    }
                    return chunk;
                });
        return all;
    }

    private static int start(Points queries, int chunk) {
        return (int) ((long) queries.size() * chunk / CHUNKS);
    }

    private void take(NeighbourSearch.Nearest nearest, int query) {
        closest[query] = nearest.closest();
        second[query] = nearest.second();
    }

    /// The same queries against two sets of reference points.
    ///
    /// @param votes per reference point, those of `first` before those of `second`: every query
    ///     gives one vote to the point closest to it, in equal parts if several are
    public record Pair(ClosestRecords first, ClosestRecords second, double[] votes) {

        /// What one chunk of queries gave to the distinct points of both sets.
        private record Votes(double[] first, double[] second) {}

        public static Pair of(
                Points queries, Points first, Points second, Progress progress, String phrase) {
            NeighbourSearch inFirst = new NeighbourSearch(first, progress);
            NeighbourSearch inSecond = new NeighbourSearch(second, progress);
            ClosestRecords toFirst = ofSize(queries.size());
            ClosestRecords toSecond = ofSize(queries.size());
            List<Votes> parts =
                    Parallel.map(
                            CHUNKS,
                            progress,
                            phrase,
                            chunk -> {
                                Votes votes =
                                        new Votes(
                                                new double[inFirst.distinct()],
                                                new double[inSecond.distinct()]);
                                NeighbourSearch.Nearest a = inFirst.nearest();
                                NeighbourSearch.Nearest b = inSecond.nearest();
                                int to = start(queries, chunk + 1);
                                for (int q = start(queries, chunk); q < to; q++) {
                                    if (q % BATCH == 0) {
                                        progress.check();
                                    }
                                    a.seek(queries, q);
                                    b.seek(queries, q);
                                    toFirst.take(a, q);
                                    toSecond.take(b, q);
                                    vote(a, b, votes);
                                }
                                return votes;
                            });
            double[] votes = new double[first.size() + second.size()];
            for (Votes part : parts) {
                inFirst.addVotes(part.first(), votes, 0);
                inSecond.addVotes(part.second(), votes, first.size());
            }
            return new Pair(toFirst, toSecond, votes);
        }

        private static void vote(
                NeighbourSearch.Nearest a, NeighbourSearch.Nearest b, Votes votes) {
            boolean toFirst = a.closest() <= b.closest();
            boolean toSecond = b.closest() <= a.closest();
            double vote = 1.0 / ((toFirst ? a.ties() : 0) + (toSecond ? b.ties() : 0));
            if (toFirst) {
                a.vote(vote, votes.first());
            }
            if (toSecond) {
                b.vote(vote, votes.second());
            }
        }
    }
}
