package org.counterpoise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A progress that counts how often it is asked whether to stop, and says so from one of the
/// questions on. Cancelling is tested by counting, never by a clock.
public final class CountedProgress implements Progress {
    private final AtomicLong asked = new AtomicLong();
    private final long stopAt;

    private CountedProgress(long stopAt) {
        this.stopAt = stopAt;
    }

    @Override
    public void report(double fraction, String phrase) {}

    @Override
    public boolean cancelled() {
        return asked.incrementAndGet() >= stopAt;
    }

    /// How often the whole work asks whether to stop.
    public static long questions(Consumer<Progress> work) {
        CountedProgress counting = new CountedProgress(Long.MAX_VALUE);
        work.accept(counting);
        return counting.asked.get();
    }

    /// Stops the work at its first, a middle and its last question: each time it must end as
    /// cancelled, with each thread asking at most once more.
    ///
    /// @param least how often the whole work must ask at least
    public static void assertStops(long least, Consumer<Progress> work) {
        long questions = questions(work);
        assertThat(questions).as("questions during the whole work").isGreaterThanOrEqualTo(least);
        for (long stopAt : new long[] {1, questions / 3, questions}) {
            CountedProgress stopping = new CountedProgress(Math.max(1, stopAt));
            Throwable thrown = catchThrowable(() -> work.accept(stopping));
            if (stopAt == questions && stopping.asked.get() < stopAt) {
                continue; // who waits for another thread by the clock may ask less often this time
            }
            assertThat(thrown)
                    .as("stopped at question " + stopAt + " of " + questions)
                    .isInstanceOf(CancelledException.class);
            assertThat(stopping.asked.get() - Math.max(1, stopAt))
                    .as("questions after the answer to stop at " + stopAt)
                    .isLessThanOrEqualTo(Parallel.threads());
        }
    }
}
