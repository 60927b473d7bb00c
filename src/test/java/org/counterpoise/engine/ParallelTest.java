package org.counterpoise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Work in chunks: same result on any number of threads, no deadlock, failures come through.
class ParallelTest {
    private final int threads = Parallel.threads();

    @AfterEach
    void restoreThreads() {
        Parallel.setThreads(threads);
    }

    private static List<Double> sums() {
        return Parallel.map(
                50, Progress.NONE, "Summing", chunk -> Streams.of(7, chunk).doubles(1000).sum());
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        Parallel.setThreads(1);
        List<Double> one = sums();
        Parallel.setThreads(2);
        assertThat(sums()).isEqualTo(one);
        Parallel.setThreads(8);
        assertThat(sums()).isEqualTo(one);
    }

    @Test
    @Timeout(30)
    void nestedCallsFinish() {
        Parallel.setThreads(2);
        List<Integer> sums =
                Parallel.map(
                        8,
                        Progress.NONE,
                        "",
                        i ->
                                Parallel.map(
                                                8,
                                                Progress.NONE,
                                                "",
                                                j ->
                                                        Parallel.map(4, Progress.NONE, "", k -> k)
                                                                .stream()
                                                                .mapToInt(Integer::intValue)
                                                                .sum())
                                        .stream()
                                        .mapToInt(Integer::intValue)
                                        .sum());
        assertThat(sums).containsOnly(48).hasSize(8);
    }

    @Test
    @Timeout(30)
    void aFailureComesThroughAndStopsTheRest() {
        Parallel.setThreads(4);
        AtomicInteger started = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                Parallel.map(
                                        100_000,
                                        Progress.NONE,
                                        "",
                                        chunk -> {
                                            started.incrementAndGet();
                                            if (chunk == 10) {
                                                throw new UserProblem("No.", "chunk 10", "Stop.");
                                            }
                                            return chunk;
                                        }))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("chunk 10");
        assertThat(started.get()).isLessThan(100_000);
        assertThat(sums()).hasSize(50);
    }

    @Test
    void cancellingStopsBetweenChunks() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(double fraction, String phrase) {}

                    @Override
                    public boolean cancelled() {
                        return cancelled.get();
                    }
                };
        assertThatThrownBy(
                        () ->
                                Parallel.map(
                                        1000,
                                        progress,
                                        "",
                                        chunk -> {
                                            cancelled.set(chunk >= 20);
                                            return done.incrementAndGet();
                                        }))
                .isInstanceOf(CancelledException.class);
        assertThat(done.get()).isLessThan(1000);
    }

    @Test
    void noChunksGiveNoResults() {
        assertThat(Parallel.map(0, Progress.NONE, "", chunk -> chunk)).isEmpty();
    }

    @Test
    void streamsDifferByChunkAndByPartAndRepeat() {
        assertThat(Streams.of(1, 0).nextLong()).isEqualTo(Streams.of(1, 0).nextLong());
        long distinct =
                IntStream.range(0, 10_000)
                        .mapToLong(i -> Streams.of(i % 100, i / 100).nextLong())
                        .distinct()
                        .count();
        assertThat(distinct).isEqualTo(10_000);
        assertThat(Streams.derive(1, "folds"))
                .isNotEqualTo(Streams.derive(1, "trees"))
                .isNotEqualTo(Streams.derive(2, "folds"))
                .isEqualTo(Streams.derive(1, "folds"));
    }

    @Test
    void aPartOfTheProgressFillsItsRange() {
        double[] told = new double[1];
        Progress whole =
                new Progress() {
                    @Override
                    public void report(double fraction, String phrase) {
                        told[0] = fraction;
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };
        whole.part(0.5, 1).part(0, 0.5).report(0.5, "");
        assertThat(told[0]).isEqualTo(0.625);
        whole.part(0.2, 0.4).report(7, "");
        assertThat(told[0]).isEqualTo(0.4);
    }
}
