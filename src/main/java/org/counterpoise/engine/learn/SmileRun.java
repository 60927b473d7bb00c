package org.counterpoise.engine.learn;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;

import smile.math.MathEx;
import smile.util.IterativeAlgorithmController;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs Smile code so that its result depends on the seed alone, and so that it can be stopped.
///
/// Smile draws from a generator per thread and sums in parallel streams, whose splits depend on the
/// size of the pool. Here each run has a pool of one thread, seeded first. To use more cores, run
/// several at once through [org.counterpoise.engine.Parallel].
public final class SmileRun {
    private static final int POLL_MILLIS = 25;

    /// Held, because loggers are collected otherwise. Smile logs a line per tree at level INFO.
    private static final Logger SMILE_LOG = Logger.getLogger("smile");

    static {
        SMILE_LOG.setLevel(Level.WARNING);
    }

    private SmileRun() {}

    /// Calls `work` in a thread of its own after `MathEx.setSeed(seed)` there.
    ///
    /// Returns within a few milliseconds of a cancellation; work that has no place to ask for it is
    /// then left to finish by itself, its result unused.
    ///
    /// @param work must not throw a checked exception
    /// @throws CancelledException if the user stopped it
    public static <T> T call(long seed, Progress progress, Callable<? extends T> work) {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            Future<T> future =
                    pool.submit(
                            () -> {
                                MathEx.setSeed(seed);
                                return work.call();
                            });
            return await(future, progress);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T await(Future<T> future, Progress progress) {
        while (true) {
            progress.check();
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // Still running: look whether the user wants it to stop, then wait again.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw unwrapped(e);
            }
        }
    }

    /// What `work` threw. A fork-join pool wraps it once more in one of the same class.
    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof RuntimeException
                && cause.getCause() != null
                && cause.getClass() == cause.getCause().getClass()) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(cause);
    }

    /// A controller for Smile's iterative algorithms that stops them when the user does.
    ///
    /// @param iterations how many there will be at most, for the fraction reported
    public static <T> IterativeAlgorithmController<T> controller(
            Progress progress, int iterations, String phrase) {
        return new IterativeAlgorithmController<>() {
            private int done;

            @Override
            public void submit(T status) {
                progress.check();
                progress.report((double) ++done / iterations, phrase);
            }
        };
    }
}
