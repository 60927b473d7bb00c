package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.util.List;

/// An outcome, a prediction or any two-level column as yes and no.
///
/// @param column its name
/// @param positive the level that counts as yes
/// @param values 1 for yes, 0 for no, -1 where missing, per row
public record BinaryOutcome(String column, String positive, byte[] values) {

    /// Reads a column by its marked positive level. Without one, the later of two levels in order
    /// counts ("1" over "0", "yes" over "no", "true" over "false").
    ///
    /// @throws UserProblem if no level is marked and there are not exactly two, or the marked one
    ///     does not occur among the levels
    public static BinaryOutcome of(Dataset data, String column) {
        Column.Codes codes = data.codes(column);
        List<String> levels = codes.levels();
        String positive =
                data.schema().column(column).positive().orElseGet(() -> laterOfTwo(column, levels));
        int code = levels.indexOf(positive);
        if (code < 0) {
            throw new UserProblem(
                    "\"" + positive + "\" is not a value of \"" + column + "\".",
                    data.name(),
                    "Mark one of these as positive: " + shown(levels) + ".");
        }
        byte[] values = new byte[codes.size()];
        for (int row = 0; row < values.length; row++) {
            int value = codes.codes()[row];
            values[row] = (byte) (value < 0 ? -1 : value == code ? 1 : 0);
        }
        return new BinaryOutcome(column, positive, values);
    }

    private static String laterOfTwo(String column, List<String> levels) {
        if (levels.size() != 2) {
            throw new UserProblem(
                    "\""
                            + column
                            + "\" has "
                            + levels.size()
                            + (levels.size() == 1 ? " value" : " values")
                            + ", and none is positive.",
                    "roles",
                    "Mark which value is the positive one: " + shown(levels) + ".");
        }
        return levels.getFirst().compareToIgnoreCase(levels.getLast()) <= 0
                ? levels.getLast()
                : levels.getFirst();
    }

    private static String shown(List<String> levels) {
        return String.join(", ", levels.subList(0, Math.min(10, levels.size())))
                + (levels.size() > 10 ? ", …" : "");
    }
}
