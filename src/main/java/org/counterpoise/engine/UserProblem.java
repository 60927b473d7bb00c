package org.counterpoise.engine;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/// Something the user can understand and mend: what happened, where, and what to do about it.
///
/// Shown as three short lines, never with a stack trace. Any other exception is a bug.
public final class UserProblem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String remedy;

    /// @param what what happened, one sentence
    /// @param where file, line, column or setting; empty if it does not apply
    /// @param remedy what the user can do, one sentence
    public UserProblem(String what, String where, String remedy) {
        this(what, where, remedy, null);
    }

    public UserProblem(String what, String where, String remedy, @Nullable Throwable cause) {
        super(where.isEmpty() ? what + " " + remedy : what + " (" + where + ") " + remedy, cause);
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }
}
