package org.counterpoise.report;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A document in the making: counts sections, figures, tables and works cited.
final class Draft {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> works = new ArrayList<>();
    private final Map<Evidence, Integer> tables = new HashMap<>();
    private final Map<Evidence, Integer> figures = new HashMap<>();
    private final SortedMap<String, Double> metrics = new TreeMap<>();
    private int section;
    private int part;
    private int finding;

    List<Block> blocks() {
        return blocks;
    }

    SortedMap<String, Double> metrics() {
        return metrics;
    }

    void section(String title) {
        section++;
        part = 0;
        blocks.add(
                new Block.Heading(
                        1, Integer.toString(section), title, "s" + section, Optional.empty()));
    }

    void part(String title) {
        part++;
        String number = section + "." + part;
        blocks.add(
                new Block.Heading(2, number, title, "s" + section + "-" + part, Optional.empty()));
    }

    void finding(String headline, Severity severity) {
        finding++;
        blocks.add(new Block.Heading(3, "", headline, "f" + finding, Optional.of(severity)));
    }

    void paragraph(String text) {
        paragraph("", text);
    }

    void paragraph(String lead, String text) {
        if (!text.isBlank()) {
            blocks.add(new Block.Paragraph(lead, text));
        }
    }

    /// A line in bold over what follows.
    void lead(String text) {
        blocks.add(new Block.Paragraph(text, ""));
    }

    void note(String text) {
        if (!text.isBlank()) {
            blocks.add(new Block.Note(text));
        }
    }

    void callout(Severity severity, String headline, String text) {
        blocks.add(new Block.Callout(severity, headline, text));
    }

    void facts(List<Block.Fact> facts) {
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
    }

    void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Bullets(items));
        }
    }

    /// Adds a table, or points to it if the same one was shown before.
    void table(Evidence table) {
        if (table.rows().isEmpty()) {
            return;
        }
        Integer before = tables.get(table);
        if (before != null) {
            note("The numbers are in Table " + before + ".");
            return;
        }
        int number = tables.size() + 1;
        tables.put(table, number);
        blocks.add(new Block.Table(number, table.caption(), table.columns(), table.rows()));
    }

    /// Adds a figure, or points to it if the same one was shown before.
    void figure(Figure figure) {
        Evidence data = figure.data();
        Integer before = figures.get(data);
        if (before != null) {
            note("See Figure " + before + ".");
            return;
        }
        int number = figures.size() + 1;
        figures.put(data, number);
        blocks.add(new Block.Picture(number, figure));
    }

    /// Notes a work and gives the mark that cites it, e.g. " [2]"; empty for no work.
    String cite(String work) {
        if (work.isBlank()) {
            return "";
        }
        int index = works.indexOf(work);
        if (index < 0) {
            works.add(work);
            index = works.size() - 1;
        }
        return " [" + (index + 1) + "]";
    }

    List<String> works() {
        return works;
    }
}
