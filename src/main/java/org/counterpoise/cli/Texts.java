package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Names as people type them.
final class Texts {
    private Texts() {}

    /// The parts of a comma-separated list, stripped, empty ones left out.
    static List<String> list(String text) {
        return java.util.Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// @throws UserProblem if the dataset has no such column, naming a similar one
    static String column(Dataset data, String name, String option) {
        if (!data.schema().has(name)) {
            throw unknown(
                    "There is no column called \"" + name + "\".",
                    data.name() + ", option " + option,
                    name,
                    data.schema().names());
        }
        return name;
    }

    /// A problem with a name that does not exist, with what it may have been meant to be.
    static UserProblem unknown(
            String what, String where, String name, Collection<String> candidates) {
        String nearest = "";
        int distance = Math.max(2, name.length() / 3) + 1;
        for (String candidate : candidates) {
            int d = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (d < distance) {
                distance = d;
                nearest = candidate;
            }
        }
        return new UserProblem(
                what,
                where,
                nearest.isEmpty()
                        ? "Use one of: " + shown(candidates) + "."
                        : "Did you mean \"" + nearest + "\"?");
    }

    private static String shown(Collection<String> candidates) {
        int most = 40;
        String first = String.join(", ", candidates.stream().limit(most).toList());
        return candidates.size() > most ? first + ", …" : first;
    }

    /// Levenshtein's distance: insertions, deletions and replacements.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
