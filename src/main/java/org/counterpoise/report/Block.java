package org.counterpoise.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Severity;

import java.util.List;
import java.util.Optional;

/// A piece of a document, in reading order. Text is plain; whoever renders it escapes it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Block.Callout.class, name = "callout"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Bullets.class, name = "bullets"),
    @JsonSubTypes.Type(value = Block.References.class, name = "references"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Picture.class, name = "figure")
})
public sealed interface Block {

    /// @param level 1 for a section, 2 for a part of it, 3 for a finding
    /// @param number e.g. "3.1"; empty for findings
    /// @param severity for a finding
    record Heading(int level, String number, String text, String id, Optional<Severity> severity)
            implements Block {}

    /// @param lead set in bold before the text; may be empty
    record Paragraph(String lead, String text) implements Block {}

    /// A remark in small type.
    record Note(String text) implements Block {}

    /// A verdict or a key finding that stands out.
    record Callout(Severity severity, String headline, String text) implements Block {}

    /// Pairs of label and value.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String label, String value) {}

    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// The list of works cited, the first numbered 1.
    record References(List<String> works) implements Block {
        public References {
            works = List.copyOf(works);
        }
    }

    /// A numbered table, complete; whoever renders it may leave rows out and say so.
    ///
    /// @param rows cells as in [org.counterpoise.engine.finding.Evidence]
    record Table(int number, String caption, List<String> columns, List<List<Object>> rows)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().<List<Object>>map(List::copyOf).toList();
        }
    }

    /// A numbered figure; its title and summary are the caption.
    record Picture(int number, Figure figure) implements Block {}
}
