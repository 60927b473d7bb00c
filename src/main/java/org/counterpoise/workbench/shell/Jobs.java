package org.counterpoise.workbench.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.Progress;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// Runs everything that computes, reads or writes, so that the FX thread never does.
///
/// Use on the FX thread. Two lanes: work on the project goes in order, one at a time; everything
/// else goes beside it on a small pool. Their threads, and those that the engine starts for them,
/// yield to the FX thread.
public final class Jobs implements AutoCloseable {
    private static final int HERTZ = 20;

    /// Something to compute.
    @FunctionalInterface
    public interface Work<T> {
        /// @param progress to report to; says when to stop
        T run(Progress progress);
    }

    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(threads("project"));
    private final ExecutorService beside = Executors.newFixedThreadPool(2, threads("job"));
    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final ObservableList<Job<?>> shown = FXCollections.unmodifiableObservableList(running);
    private final Timeline refresh =
            new Timeline(
                    new KeyFrame(
                            javafx.util.Duration.millis(1000.0 / HERTZ),
                            _ -> running.forEach(Job::refresh)));

    /// Jobs queued or running, the quiet ones too.
    private int open;

    public Jobs() {
        refresh.setCycleCount(Animation.INDEFINITE);
    }

    /// The lowest priority, because on few cores a window that must wait for its turn feels frozen.
    @SuppressWarnings("ThreadPriorityCheck") // for comfort only: nothing is wrong without it
    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("counterpoise-" + name + "-", 0)
                .factory();
    }

    /// Work shown in the jobs bar, queued or running, oldest first.
    public ObservableList<Job<?>> running() {
        return shown;
    }

    /// Whether nothing is queued or running, listed or not.
    public boolean idle() {
        return open == 0;
    }

    /// Runs after all work handed in before it by this method.
    public <T> Job<T> inOrder(String phrase, Work<T> work) {
        return start(inOrder, true, phrase, work);
    }

    /// Runs beside other work.
    public <T> Job<T> beside(String phrase, Work<T> work) {
        return start(beside, true, phrase, work);
    }

    /// Runs beside other work without a line in the jobs bar: for what takes an instant.
    public <T> Job<T> quietly(Work<T> work) {
        return start(beside, false, "", work);
    }

    private <T> Job<T> start(ExecutorService lane, boolean listed, String phrase, Work<T> work) {
        Job<T> job = new Job<>(phrase, work);
        if (lane.isShutdown()) {
            job.refuse();
            return job;
        }
        open++;
        if (listed) {
            running.add(job);
            refresh.play();
        }
        lane.execute(() -> job.execute(() -> forget(job)));
        return job;
    }

    private void forget(Job<?> job) {
        open--;
        running.remove(job);
        if (running.isEmpty()) {
            refresh.stop();
        }
    }

    /// Cancels all work and takes no more: what is handed in later counts as cancelled.
    @Override
    public void close() {
        running.forEach(Job::cancel);
        inOrder.shutdown();
        beside.shutdown();
    }
}
