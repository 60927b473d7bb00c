package org.counterpoise.report;

import org.counterpoise.engine.finding.NumberText;

import java.util.List;

/// A numbered table: text to the left, numbers to the right, long ones cut with a note.
final class HtmlTable {
    static final int MOST_ROWS = 30;
    private static final int WIDE = 8;
    private static final int VERY_WIDE = 12;
    private static final int SHORT = 14;
    private static final int NARROW = 64;
    private static final int HASH_LENGTH = 64;
    private static final int ONE_LINE = 14;

    private final Markup html;

    HtmlTable(Markup html) {
        this.html = html;
    }

    void write(Block.Table table) {
        boolean[] numeric = numeric(table);
        int shown = table.rows().size() <= MOST_ROWS + 5 ? table.rows().size() : MOST_ROWS;
        String length = shown <= SHORT ? " short" : "";
        html.open("div", "class", style(table) + length, "id", "table-" + table.number()).line();
        html.open("table", "class", "data");
        html.open("caption");
        html.element("strong", "Table " + table.number() + ".");
        html.text(" " + Phrases.sentence(table.caption())).close().line();
        html.open("thead").open("tr");
        for (int c = 0; c < table.columns().size(); c++) {
            html.element("th", table.columns().get(c), "scope", "col", "class", align(numeric[c]));
        }
        html.close().close().line().open("tbody").line();
        for (List<Object> row : table.rows().subList(0, shown)) {
            html.open("tr");
            for (int c = 0; c < row.size(); c++) {
                cell(row.get(c), numeric[c], c == 0);
            }
            html.close().line();
        }
        html.close().close();
        if (shown < table.rows().size()) {
            html.element(
                    "p",
                    shown
                            + " of "
                            + NumberText.count(table.rows().size())
                            + " rows are shown; all are in report.json.",
                    "class",
                    "note");
        }
        html.close();
    }

    private static String style(Block.Table table) {
        int columns = table.columns().size();
        if (columns > VERY_WIDE) {
            return "table very-wide";
        } else if (columns > WIDE) {
            return "table wide";
        }
        return characters(table) < NARROW ? "table narrow" : "table";
    }

    /// How many characters the widest cells of all columns have together.
    private static int characters(Block.Table table) {
        int sum = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            int widest = table.columns().get(c).length();
            for (List<Object> row : table.rows()) {
                widest = Math.max(widest, text(row.get(c)).length());
            }
            sum += widest;
        }
        return sum;
    }

    /// @param first whether it names its row, and stays on one line if it is short
    private void cell(Object value, boolean numeric, boolean first) {
        String text = text(value);
        String whole = first && text.length() <= ONE_LINE ? " whole" : "";
        if (isHash(text)) {
            html.open("td", "class", "hash").text(text).close();
        } else {
            html.element("td", text, "class", align(numeric) + whole);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number -> NumberText.short3(number);
            case Integer number -> NumberText.count(number);
            case Long number -> NumberText.count(number);
            case Boolean yes -> yes ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static boolean isHash(String text) {
        return text.length() == HASH_LENGTH
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static String align(boolean numeric) {
        return numeric ? "n" : "t";
    }

    /// A column is numeric if most of its cells are, or look it.
    private static boolean[] numeric(Block.Table table) {
        boolean[] numeric = new boolean[table.columns().size()];
        for (int c = 0; c < numeric.length; c++) {
            int column = c;
            long numbers =
                    table.rows().stream().filter(row -> looksNumeric(row.get(column))).count();
            numeric[c] = numbers * 2 > table.rows().size();
        }
        return numeric;
    }

    private static boolean looksNumeric(Object cell) {
        return cell instanceof Number
                || (cell instanceof String text && text.matches("[−+-]?[0-9][0-9.,]*%?"));
    }
}
