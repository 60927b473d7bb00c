package org.counterpoise.workbench.shell;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;
import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Runs work for a live preview: waits until the input rests, cancels what has been superseded, and
/// shows only what belongs to the latest input. Use on the FX thread.
///
/// @param <I> what the preview depends on
/// @param <O> what is shown
public final class LatestOnly<I, O> {
    private final Jobs jobs;
    private final String phrase;
    private final BiFunction<I, Progress, O> work;
    private final Consumer<O> show;
    private final Consumer<Throwable> failed;
    private final PauseTransition rest;
    private @Nullable I waiting;
    private @Nullable Job<O> current;

    /// @param restMillis how long the input must rest before work begins
    /// @param failed told of failures of the latest request only, never of cancelling
    public LatestOnly(
            Jobs jobs,
            int restMillis,
            BiFunction<I, Progress, O> work,
            Consumer<O> show,
            Consumer<Throwable> failed) {
        this(jobs, "", restMillis, work, show, failed);
    }

    /// @param phrase what the jobs bar says while it works; empty for what takes an instant
    public LatestOnly(
            Jobs jobs,
            String phrase,
            int restMillis,
            BiFunction<I, Progress, O> work,
            Consumer<O> show,
            Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.phrase = phrase;
        this.work = work;
        this.show = show;
        this.failed = failed;
        this.rest = new PauseTransition(Duration.millis(restMillis));
        rest.setOnFinished(_ -> start());
    }

    /// Asks for the preview of this input, superseding all earlier ones.
    public void request(I input) {
        cancel();
        waiting = input;
        rest.playFromStart();
    }

    /// Forgets whatever was asked for.
    public void cancel() {
        rest.stop();
        waiting = null;
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    private void start() {
        I input = waiting;
        if (input == null) {
            return;
        }
        Jobs.Work<O> latest = progress -> work.apply(input, progress);
        Job<O> job = phrase.isEmpty() ? jobs.quietly(latest) : jobs.beside(phrase, latest);
        current = job;
        job.result().whenComplete((value, failure) -> finished(job, value, failure));
    }

    private void finished(Job<O> job, @Nullable O value, @Nullable Throwable failure) {
        if (job != current) {
            return;
        }
        current = null;
        if (failure == null && value != null) {
            show.accept(value);
        } else if (failure != null && !(failure instanceof CancelledException)) {
            failed.accept(failure);
        }
    }
}
