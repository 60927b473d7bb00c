package org.counterpoise.report;

import java.util.List;
import java.util.SortedMap;

/// A report before it is rendered.
///
/// @param title of the report
/// @param subtitle what it is about, one line
/// @param project the project's name
/// @param date of the last step told, e.g. "23 November 2026"
/// @param version of Counterpoise that did the last step told
/// @param metrics documented name to number, NaN where undefined
public record Document(
        String title,
        String subtitle,
        String project,
        String date,
        String version,
        SortedMap<String, Double> metrics,
        List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// The headings of sections and their parts, for contents and bookmarks.
    public List<Block.Heading> contents() {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() <= 2)
                .toList();
    }
}
