package org.counterpoise.session.store;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/// What can be wrong with a project file, in words for people.
final class StoreProblems {
    // Error codes of org.h2.api.ErrorCode.
    private static final int ALREADY_OPEN = 90020;
    private static final int WRONG_PASSWORD = 28000;
    private static final int ENCRYPTION = 90049;
    private static final int OTHER_FORMAT = 90048;
    private static final int INPUT_OUTPUT = 90031;
    private static final int OUT_OF_SPACE = 90100;

    private StoreProblems() {}

    /// What a failure of the database means for the user.
    static UserProblem of(Throwable failure, Path file) {
        int code = 0;
        boolean full = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (code == 0 && cause instanceof SQLException sql) {
                code = sql.getErrorCode();
            }
            full |= cause instanceof IOException && full(String.valueOf(cause.getMessage()));
        }
        if (full) {
            return problem(
                    "There is no space left to save the step.",
                    file,
                    "Free some space and run the step again; everything before it is saved.",
                    failure);
        }
        return switch (code) {
            case ALREADY_OPEN -> locked(file, failure);
            case WRONG_PASSWORD, ENCRYPTION ->
                    problem(
                            "The password does not open this project.",
                            file,
                            "Try again; upper and lower case count.",
                            failure);
            case OTHER_FORMAT -> newer(file, failure);
            case INPUT_OUTPUT, OUT_OF_SPACE ->
                    problem(
                            "The project file could not be read or written.",
                            file,
                            "Check the disk and the connection to it, then open the project again.",
                            failure);
            default -> damaged(file, failure);
        };
    }

    private static boolean full(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("disk full")
                || text.contains("quota exceeded");
    }

    static UserProblem semicolon(Path file) {
        return new UserProblem(
                "A project's path must not contain a semicolon.",
                file.toString(),
                "Rename the file or folder, or choose another.");
    }

    static UserProblem missing(Path file) {
        return new UserProblem(
                "There is no project at this place.",
                file.toString(),
                "Check the name; project files end in .counterpoise.mv.db.");
    }

    static UserProblem directory(Path file) {
        return new UserProblem(
                "This is a folder, not a project.",
                file.toString(),
                "Choose a file that ends in .counterpoise.mv.db.");
    }

    static UserProblem notOurs(Path file) {
        return new UserProblem(
                "This file is not a Counterpoise project.",
                file.toString(),
                "Choose a file that ends in .counterpoise.mv.db; to read a table, import it.");
    }

    static UserProblem exists(Path file) {
        return new UserProblem(
                "There is already a project at this place.",
                file.toString(),
                "Open it, or choose another name for the new one.");
    }

    static UserProblem readOnly(Path file) {
        return new UserProblem(
                "This project may only be read, not changed.",
                file.toString(),
                "Copy it to a folder in which you may write, and open the copy.");
    }

    static UserProblem unreadable(Path file) {
        return new UserProblem(
                "You are not allowed to read this file.",
                file.toString(),
                "Ask its owner for permission, or choose another file.");
    }

    static UserProblem passwordNeeded(Path file) {
        return new UserProblem(
                "This project is protected by a password.",
                file.toString(),
                "Open it again and give the password.");
    }

    static UserProblem locked(Path file, Throwable cause) {
        return problem(
                "This project is open elsewhere.",
                file,
                "Close it in the other window or program, then open it here.",
                cause);
    }

    static UserProblem openHere(Path file) {
        return new UserProblem(
                "This project is already open.", file.toString(), "Go to its window.");
    }

    static UserProblem newer(Path file, Throwable cause) {
        return problem(
                "This project was made by a newer version of Counterpoise.",
                file,
                "Install the newer version to open it; the file was not changed.",
                cause);
    }

    static UserProblem newer(Path file) {
        return newer(file, new IllegalStateException("unknown migration"));
    }

    static UserProblem damaged(Path file, Throwable cause) {
        return problem(
                "This project file is damaged.",
                file,
                "Keep it, and rescue what can be read into a new project.",
                cause);
    }

    private static UserProblem problem(String what, Path file, String remedy, Throwable cause) {
        return new UserProblem(what, file.toString(), remedy, cause);
    }
}
