package org.counterpoise.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Runs independent chunks of work on the machine's cores and returns their results in order.
///
/// Results are combined by chunk index, so they do not depend on the number of threads. The calling
/// thread takes part and helpers are limited for the whole program, so calls may be nested freely.
public final class Parallel {
    /// Property that fixes the number of threads; by default the number of cores.
    public static final String THREADS_PROPERTY = "counterpoise.threads";

    private static volatile int threads =
            Math.max(
                    1,
                    Integer.getInteger(
                            THREADS_PROPERTY, Runtime.getRuntime().availableProcessors()));

    private static final ExecutorService HELPERS =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("counterpoise-engine-", 0).factory());

    private static final AtomicInteger BUSY_HELPERS = new AtomicInteger();

    private Parallel() {}

    public static int threads() {
        return threads;
    }

    /// Sets the number of threads used from now on, at least 1.
    public static void setThreads(int count) {
        threads = Math.max(1, count);
    }

    /// Computes `work.apply(0)` to `work.apply(chunks - 1)` and returns the results by index.
    ///
    /// @param progress checked before each chunk; told the fraction of chunks done, with `phrase`
    /// @throws CancelledException if the user stopped the work
    /// @throws RuntimeException the first failure of `work`, after the other threads have stopped
    public static <T> List<T> map(
            int chunks, Progress progress, String phrase, IntFunction<? extends T> work) {
        Object[] results = new Object[chunks];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker =
                () -> {
                    int chunk = next.getAndIncrement();
                    while (chunk < chunks) {
                        try {
                            progress.check();
                            results[chunk] = work.apply(chunk);
                        } catch (RuntimeException | Error failure) {
                            next.set(chunks);
                            throw failure;
                        }
                        progress.report((double) done.incrementAndGet() / chunks, phrase);
                        chunk = next.getAndIncrement();
                    }
                };
        List<Future<?>> helpers = new ArrayList<>();
        try {
            while (helpers.size() < chunks - 1 && claimHelper()) {
                helpers.add(HELPERS.submit(() -> runAndRelease(worker)));
            }
            worker.run();
        } finally {
            next.set(chunks);
            await(helpers);
        }
        @SuppressWarnings("unchecked")
        List<T> list = (List<T>) Arrays.asList(results);
        return list;
    }

    private static boolean claimHelper() {
        int busy = BUSY_HELPERS.get();
        while (busy < threads - 1) {
            if (BUSY_HELPERS.compareAndSet(busy, busy + 1)) {
                return true;
            }
            busy = BUSY_HELPERS.get();
        }
        return false;
    }

    private static void runAndRelease(Runnable worker) {
        try {
            worker.run();
        } finally {
            BUSY_HELPERS.decrementAndGet();
        }
    }

    private static void await(List<Future<?>> helpers) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (Future<?> helper : helpers) {
            boolean waiting = true;
            while (waiting) {
                try {
                    helper.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    waiting = false;
                    if (e.getCause() instanceof Error error) {
                        throw error;
                    }
                    failure = (RuntimeException) e.getCause();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
