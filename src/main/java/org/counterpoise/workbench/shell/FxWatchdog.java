package org.counterpoise.workbench.shell;

import javafx.application.Platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how long the FX thread takes to answer: knocks every 20 ms and notes the longest wait.
public final class FxWatchdog implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("counterpoise-watchdog").factory());
    private final AtomicLong knockedAt = new AtomicLong();
    private final AtomicLong worstNanos = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();

    /// Starts to measure at once.
    public FxWatchdog() {
        clock.scheduleAtFixedRate(this::knock, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void knock() {
        if (knockedAt.compareAndSet(0, System.nanoTime())) {
            Platform.runLater(this::answer);
        }
    }

    private void answer() {
        note(System.nanoTime() - knockedAt.get());
        knockedAt.set(0);
        answers.incrementAndGet();
    }

    private void note(long nanos) {
        worstNanos.accumulateAndGet(nanos, Math::max);
    }

    /// The longest wait so far, counting one that is not over yet.
    public Duration worst() {
        long since = knockedAt.get();
        if (since != 0) {
            note(System.nanoTime() - since);
        }
        return Duration.ofNanos(worstNanos.get());
    }

    /// How often the FX thread has answered.
    public long answers() {
        return answers.get();
    }

    /// Begins a new measurement.
    public void reset() {
        worstNanos.set(0);
        answers.set(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
