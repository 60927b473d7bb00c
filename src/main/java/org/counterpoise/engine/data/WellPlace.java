package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place on a microtitre plate.
///
/// @param row 0 to 31
/// @param column 0 to 47
public record WellPlace(int row, int column) {
    /// The rows of the largest plate, A to AF.
    public static final int MOST_ROWS = 32;

    /// The columns of the largest plate, 1 to 48.
    public static final int MOST_COLUMNS = 48;

    private static final Pattern NAME = Pattern.compile("([A-Za-z]{1,2})[-_: ]?0*(\\d{1,3})");

    /// The place that a name such as "A1", "a01" or "AF48" stands for.
    ///
    /// @return empty if it is no such name
    /// @throws UserProblem if it is one, but beyond the largest plate
    static Optional<WellPlace> of(String name, String where) {
        Matcher matcher = NAME.matcher(name.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = Integer.parseInt(matcher.group(2)) - 1;
        return Optional.of(checked(row(matcher.group(1)), column, name, where));
    }

    /// The row that a letter such as "A" or "AF" or a number from 1 stands for; -1 if none.
    static int row(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.matches("\\d{1,3}")) {
            return Integer.parseInt(name) - 1;
        } else if (!name.matches("[A-Z]{1,2}")) {
            return -1;
        }
        int row = 0;
        for (char letter : name.toCharArray()) {
            row = 26 * row + letter - 'A' + 1;
        }
        return row - 1;
    }

    /// @throws UserProblem if the place is beyond the largest plate
    static WellPlace checked(int row, int column, String name, String where) {
        if (row < 0 || row >= MOST_ROWS || column < 0 || column >= MOST_COLUMNS) {
            throw new UserProblem(
                    "Well \"" + name + "\" is beyond the largest plate.",
                    where,
                    "Plates have up to 1,536 wells, A01 to AF48; correct the well's name.");
        }
        return new WellPlace(row, column);
    }

    /// The letters of a row, e.g. "A" for 0 and "AF" for 31.
    public static String letters(int row) {
        String last = String.valueOf((char) ('A' + row % 26));
        return row < 26 ? last : letters(row / 26 - 1) + last;
    }

    /// The usual name, e.g. "B07".
    public String name() {
        return letters(row) + (column < 9 ? "0" : "") + (column + 1);
    }
}
