package org.counterpoise.workbench.shell;

import org.counterpoise.engine.UserProblem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something to tell the user, shown as a banner above the page.
///
/// @param what what happened
/// @param where file, line, column or setting; may be empty
/// @param remedy what to do; may be empty
/// @param details for a bug: what to send to the developers; else empty
public record Notice(Kind kind, String what, String where, String remedy, String details) {

    public enum Kind {
        INFO,
        /// The user can mend it.
        PROBLEM,
        /// Ours to mend.
        BUG
    }

    public static Notice info(String what) {
        return new Notice(Kind.INFO, what, "", "", "");
    }

    /// A failure in the words it deserves: a [UserProblem] in its own, anything else as a bug.
    public static Notice of(Throwable failure) {
        if (failure instanceof UserProblem problem) {
            return new Notice(Kind.PROBLEM, problem.what(), problem.where(), problem.remedy(), "");
        }
        return new Notice(
                Kind.BUG,
                "Something went wrong inside Counterpoise. Your project is as it was before.",
                failure.getClass().getSimpleName(),
                "Copy the details and send them to the developers.",
                trace(failure));
    }

    private static String trace(Throwable failure) {
        String frames =
                Stream.of(failure.getStackTrace())
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
        Throwable cause = failure.getCause();
        return failure + frames + (cause == null ? "" : "\ncaused by " + trace(cause));
    }
}
