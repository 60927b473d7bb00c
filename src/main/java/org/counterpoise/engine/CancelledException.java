package org.counterpoise.engine;

import java.io.Serial;

/// Thrown by [Progress#check()] to unwind work that the user has stopped. Not a problem to show.
public final class CancelledException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
