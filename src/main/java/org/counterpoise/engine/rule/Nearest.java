package org.counterpoise.engine.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a mistyped name may have meant.
final class Nearest {
    private static final int MOST = 12;

    private Nearest() {}

    /// "Did you mean …?" where a name is near, else the names there are.
    static String hint(String listed, String typed, List<String> names) {
        String near =
                names.stream()
                        .min(Comparator.comparingInt(name -> distance(typed, name)))
                        .filter(name -> distance(typed, name) <= Math.max(1, typed.length() / 3))
                        .filter(name -> distance(typed, name) < typed.length())
                        .orElse("");
        return near.isEmpty()
                ? listed
                        + ": "
                        + String.join(", ", names.subList(0, Math.min(MOST, names.size())))
                        + (names.size() > MOST ? ", …" : ".")
                : "Did you mean \"" + near + "\"?";
    }

    /// Levenshtein's distance, capitals aside.
    private static int distance(String typed, String name) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
