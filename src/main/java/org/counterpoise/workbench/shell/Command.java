package org.counterpoise.workbench.shell;

import org.kordamp.ikonli.Ikon;

/// Something Ctrl+K can find and do.
///
/// @param title what to search for and what it does, e.g. "Audit: representation"
/// @param detail a few more words, also searched; may be empty
/// @param kind the heading it stands under: "Page", "Action", "Method", "Column" or "Finding"
/// @param run called on the FX thread
public record Command(String title, String detail, String kind, Ikon icon, Runnable run) {

    /// How well this command answers a query: 0 not at all, higher is better. Every word of the
    /// query must occur in the title or the detail.
    int score(String query) {
        String inTitle = title.toLowerCase(java.util.Locale.ROOT);
        String inDetail = (detail + " " + kind).toLowerCase(java.util.Locale.ROOT);
        int score = 1;
        for (String word : query.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+")) {
            if (inTitle.startsWith(word)) {
                score += 8;
            } else if (inTitle.contains(" " + word)) {
                score += 5;
            } else if (inTitle.contains(word)) {
                score += 3;
            } else if (inDetail.contains(word)) {
                score += 1;
            } else {
                return 0;
            }
        }
        return score;
    }
}
