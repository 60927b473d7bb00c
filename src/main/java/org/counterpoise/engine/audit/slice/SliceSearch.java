package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The worst slices of a table, found level by level: first single literals, then pairs, then
/// triples. A slice is looked at only if all slices it lies in are large and bad enough that it
/// could still be among the best.
///
/// The result is that of looking at every conjunction. One pass over the rows of a parent counts
/// all its extensions by one feature; parents are divided among the cores.
///
/// @param best the slices with the highest scores over 0, best first
/// @param evaluated how many slices were counted
record SliceSearch(List<Slice> best, long evaluated) {
    /// Rounding must not cost a slice whose score equals the bound.
    private static final double SLACK = 1e-9;

    private static final int PARENTS_PER_CHUNK = 16;

    /// @param table levels per feature; slices are made of its literals
    /// @param errors per row, at least 0 and finite; the sum over 0
    /// @param score with the number of rows and the sum of `errors`
    /// @param k how many slices are wanted
    /// @param most literals per slice, 1 to 3
    static SliceSearch of(
            LiteralTable table,
            double[] errors,
            SliceScore score,
            int k,
            int most,
            Progress progress) {
        int[] everyone = IntStream.range(0, errors.length).toArray();
        Level root = new Level(table, errors, score, k, Double.NEGATIVE_INFINITY);
        Slice all = new Slice(new int[0], errors.length, score.errorSum(), max(errors), 0);
        List<Slice> best = new ArrayList<>();
        List<Slice> parents = List.of(all);
        long evaluated = 0;
        for (int order = 1; order <= most && !parents.isEmpty(); order++) {
            Level level = order == 1 ? root : root.with(parents, threshold(best, k));
            List<Slice> expanded = parents;
            boolean last = order == most;
            int chunks = (parents.size() + PARENTS_PER_CHUNK - 1) / PARENTS_PER_CHUNK;
            double from = (order - 1.0) / most;
            List<Found> found =
                    Parallel.map(
                            chunks,
                            progress.part(from, from + 1.0 / most),
                            "Searching slices of "
                                    + order
                                    + (order == 1 ? " condition" : " conditions"),
                            chunk -> level.expand(expanded, chunk, everyone, last, progress));
            for (Found part : found) {
                best.addAll(part.best());
                evaluated += part.evaluated();
            }
            best = new ArrayList<>(best.stream().sorted(Slice.BEST_FIRST).limit(k).toList());
            parents = survivors(found, score, threshold(best, k));
        }
        return new SliceSearch(List.copyOf(best), evaluated);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    /// The score to beat: 0, or that of the worst of `k` slices.
    private static double threshold(List<Slice> best, int k) {
        return best.size() < k ? 0 : best.getLast().score();
    }

    private static boolean hopeless(double bound, double threshold) {
        return bound <= 0 || bound < threshold - SLACK * Math.max(1, Math.abs(threshold));
    }

    private static List<Slice> survivors(List<Found> found, SliceScore score, double threshold) {
        return found.stream()
                .flatMap(part -> part.parents().stream())
                .filter(
                        slice ->
                                !hopeless(
                                        score.bound(
                                                slice.size(), slice.errorSum(), slice.maxError()),
                                        threshold))
                .sorted(Comparator.comparingLong(Slice::key))
                .toList();
    }

    /// What came of some parents.
    private record Found(List<Slice> best, List<Slice> parents, long evaluated) {}

    /// One level of the search: the slices of one literal fewer, by ascending key.
    private record Level(
            LiteralTable table,
            double[] errors,
            SliceScore score,
            int k,
            double threshold,
            long[] keys,
            List<Slice> slices) {

        Level(LiteralTable table, double[] errors, SliceScore score, int k, double threshold) {
            this(table, errors, score, k, threshold, new long[0], List.of());
        }

        Level with(List<Slice> parents, double newThreshold) {
            long[] ascending = parents.stream().mapToLong(Slice::key).toArray();
            return new Level(table, errors, score, k, newThreshold, ascending, parents);
        }

        Found expand(List<Slice> parents, int chunk, int[] everyone, boolean last, Progress p) {
            List<Slice> best = new ArrayList<>();
            List<Slice> next = new ArrayList<>();
            long evaluated = 0;
            int[] stem = new int[0];
            int[] stemRows = everyone;
            int end = Math.min(parents.size(), (chunk + 1) * PARENTS_PER_CHUNK);
            for (int i = chunk * PARENTS_PER_CHUNK; i < end; i++) {
                Slice parent = parents.get(i);
                int[] literals = parent.literals();
                int from = literals.length == 0 ? 0 : after(literals[literals.length - 1]);
                // Neighbours differ in their last literal: what they share is selected once.
                int[] shared = Arrays.copyOf(literals, Math.max(0, literals.length - 1));
                if (!Arrays.equals(shared, stem)) {
                    stem = shared;
                    stemRows = table.rows(shared, everyone);
                }
                Counter counter = new Counter(table.rows(literals, stemRows), errors);
                for (int f = from; f < table.features(); f++) {
                    p.check();
                    boolean[] alive = alive(parent, f);
                    if (alive.length == 0) {
                        continue;
                    }
                    counter.count(table.codes()[f], alive.length);
                    for (int level = 0; level < alive.length; level++) {
                        if (alive[level] && counter.sizes[level] >= score.support()) {
                            evaluated++;
                            keep(
                                    counter.slice(parent, table.first()[f], level, score),
                                    best,
                                    next,
                                    last);
                        }
                    }
                }
            }
            List<Slice> top = best.stream().sorted(Slice.BEST_FIRST).limit(k).toList();
            return new Found(top, next, evaluated);
        }

        private int after(int literal) {
            return table.featureOf(literal) + 1;
        }

        private void keep(Slice slice, List<Slice> best, List<Slice> next, boolean last) {
            if (slice.score() > 0 && slice.score() >= threshold) {
                best.add(slice);
            }
            if (!last && slice.errorSum() > 0) {
                next.add(slice);
            }
        }

        /// Which extensions by a feature's levels could be among the best, given everything known
        /// of the slices they lie in; empty if none.
        private boolean[] alive(Slice parent, int feature) {
            int levels = table.levels(feature);
            boolean[] alive = new boolean[levels];
            boolean any = false;
            for (int level = 0; level < levels; level++) {
                alive[level] =
                        parent.literals().length == 0
                                || promising(parent, table.first()[feature] + level);
                any |= alive[level];
            }
            return any ? alive : new boolean[0];
        }

        private boolean promising(Slice parent, int literal) {
            double size = parent.size();
            double sum = parent.errorSum();
            double max = parent.maxError();
            int[] literals = parent.with(literal);
            for (int omitted = 0; omitted < literals.length - 1; omitted++) {
                int position = Arrays.binarySearch(keys, Slice.key(literals, omitted));
                if (position < 0) {
                    return false;
                }
                Slice other = slices.get(position);
                size = Math.min(size, other.size());
                sum = Math.min(sum, other.errorSum());
                max = Math.min(max, other.maxError());
            }
            return !hopeless(score.bound(size, sum, max), threshold);
        }
    }

    /// Sizes, error sums and largest errors of a parent's rows by the levels of one feature.
    private static final class Counter {
        private final int[] rows;
        private final double[] errors;
        private int[] sizes = new int[0];
        private double[] sums = new double[0];
        private double[] maxima = new double[0];

        Counter(int[] rows, double[] errors) {
            this.rows = rows;
            this.errors = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                this.errors[i] = errors[rows[i]];
            }
        }

        void count(int[] codes, int levels) {
            sizes = new int[levels];
            sums = new double[levels];
            maxima = new double[levels];
            for (int i = 0; i < rows.length; i++) {
                int code = codes[rows[i]];
                if (code >= 0) {
                    sizes[code]++;
                    sums[code] += errors[i];
                    maxima[code] = Math.max(maxima[code], errors[i]);
                }
            }
        }

        Slice slice(Slice parent, int firstLiteral, int level, SliceScore score) {
            return new Slice(
                    parent.with(firstLiteral + level),
                    sizes[level],
                    sums[level],
                    maxima[level],
                    score.of(sizes[level], sums[level]));
        }
    }
}
