package org.counterpoise.engine.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One text taken apart.
///
/// @param words in lower case: runs of letters and digits, with apostrophes inside
/// @param characters letters and digits
/// @param sentences at least 1
record Words(List<String> words, int characters, int sentences) {

    static Words of(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int characters = 0;
        int ends = 0;
        boolean open = false;
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(c) || start >= 0 && joins(lower, i);
            if (inside) {
                characters += Character.isLetterOrDigit(c) ? 1 : 0;
                start = start < 0 ? i : start;
                open = true;
            } else {
                if (start >= 0) {
                    words.add(lower.substring(start, i));
                    start = -1;
                }
                boolean stop = c == '.' || c == '!' || c == '?';
                boolean last =
                        i + 1 >= lower.length() || !Character.isLetterOrDigit(lower.charAt(i + 1));
                if (stop && last && open) {
                    ends++;
                    open = false;
                }
            }
        }
        return new Words(List.copyOf(words), characters, Math.max(1, ends + (open ? 1 : 0)));
    }

    /// An apostrophe between two letters.
    private static boolean joins(String text, int i) {
        return i < text.length()
                && (text.charAt(i) == '\'' || text.charAt(i) == '’')
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i + 1));
    }

    /// Automated readability index, about the school grade a text needs (Smith and Senter 1967,
    /// AMRL-TR-66-220): 4.71 letters per word + 0.5 words per sentence − 21.43.
    double readability() {
        double n = words.size();
        return 4.71 * characters / n + 0.5 * n / sentences - 21.43;
    }
}
