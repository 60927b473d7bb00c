package org.counterpoise.workbench.shell;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One piece of work that runs off the FX thread. Its properties change on the FX thread only.
///
/// @param <T> what it makes
public final class Job<T> {
    private final Jobs.Work<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper phrase;
    private final RemainingTime remaining = new RemainingTime();
    private final Reported reported = new Reported();
    private long startedNanos;

    Job(String phrase, Jobs.Work<T> work) {
        this.phrase = new ReadOnlyStringWrapper(phrase);
        this.work = work;
        this.reported.phrase = phrase;
    }

    /// Work done, 0 to 1; -1 while it cannot be told.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// What is being done now.
    public ReadOnlyStringProperty phrase() {
        return phrase.getReadOnlyProperty();
    }

    /// How long it will take from now, once that can be told.
    public Optional<Duration> remaining() {
        return startedNanos == 0
                ? Optional.empty()
                : remaining.estimate(fraction.get(), System.nanoTime() - startedNanos);
    }

    /// What came of it. Completed on the FX thread; a failure is the work's own exception, and
    /// [CancelledException] after [#cancel()].
    public CompletableFuture<T> result() {
        return result;
    }

    /// Asks the work to stop. Its result will be [CancelledException], even if it ends well.
    public void cancel() {
        reported.cancelled = true;
    }

    public boolean cancelled() {
        return reported.cancelled;
    }

    /// Runs the work on the calling thread and completes the result on the FX thread.
    void execute(Runnable whenDone) {
        startedNanos = System.nanoTime();
        try {
            reported.check();
            T value = work.run(reported);
            reported.check();
            onFx(whenDone, () -> result.complete(value));
        } catch (RuntimeException | Error failure) {
            onFx(
                    whenDone,
                    () ->
                            result.completeExceptionally(
                                    reported.cancelled ? new CancelledException() : failure));
        }
    }

    /// Counts as cancelled without ever running. On the FX thread.
    void refuse() {
        result.completeExceptionally(new CancelledException());
    }

    private static void onFx(Runnable first, Runnable then) {
        Platform.runLater(
                () -> {
                    first.run();
                    then.run();
                });
    }

    /// Copies what the work last reported into the properties; called at a steady, low rate.
    void refresh() {
        fraction.set(reported.fraction);
        phrase.set(reported.phrase);
    }

    /// Written by the work's threads at any rate, read by the FX thread at its own.
    private static final class Reported implements Progress {
        private volatile double fraction = -1;
        private volatile String phrase = "";
        private volatile boolean cancelled;

        @Override
        public void report(double newFraction, String newPhrase) {
            fraction = Math.clamp(newFraction, 0, 1);
            phrase = newPhrase;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
