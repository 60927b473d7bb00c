package org.counterpoise.cli;

import org.counterpoise.engine.Progress;

import java.io.PrintStream;
import java.util.Locale;

/// One line on a terminal that is written over as work goes on, and wiped at the end.
final class TerminalProgress implements Progress {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int WIDTH = 78;
    private static final String WIPE = "\r\u001B[K";

    private final PrintStream err;
    private long last = System.nanoTime();

    TerminalProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void report(double fraction, String phrase) {
        long now = System.nanoTime();
        if (fraction >= 1) {
            err.print(WIPE);
            err.flush();
        } else if (now - last >= PAUSE_NANOS) {
            last = now;
            String line = String.format(Locale.ROOT, "%3.0f %%  %s", 100 * fraction, phrase);
            err.print(WIPE + line.substring(0, Math.min(WIDTH, line.length())));
            err.flush();
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
