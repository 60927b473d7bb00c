package org.counterpoise.workbench.data;

import javafx.scene.Node;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.DuplicateRows;
import org.counterpoise.engine.data.MissingPatterns;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;

/// The tabs about what is missing and what is there twice.
final class Gaps {
    private static final int MOST = 200;

    private Gaps() {}

    static LazyTab<MissingPatterns> missing(DataModel model) {
        return new LazyTab<>(
                model,
                "Looking for gaps …",
                MissingPatterns::of,
                patterns -> missing(model, patterns));
    }

    private static List<Node> missing(DataModel model, MissingPatterns patterns) {
        List<List<Object>> rows = new ArrayList<>();
        for (MissingPatterns.Pattern pattern :
                patterns.patterns().subList(0, Math.min(MOST, patterns.patterns().size()))) {
            rows.add(
                    List.of(
                            pattern.columns().isEmpty()
                                    ? "nothing missing"
                                    : String.join(", ", pattern.columns()),
                            pattern.columns().size(),
                            pattern.count(),
                            NumberText.percent((double) pattern.count() / patterns.rows())));
        }
        String headline =
                NumberText.percent(patterns.complete()) + " of the rows have nothing missing";
        return List.of(
                Texts.heading(headline),
                Texts.muted(
                        "Each line is a set of columns that are missing together. A set that is"
                                + " frequent in one group and rare in another is a bias of its own."),
                new EvidenceTable(
                        model.workspace(),
                        new Evidence(
                                "Columns missing together",
                                List.of("missing together", "columns", "rows", "share"),
                                rows)));
    }

    static LazyTab<DuplicateRows> duplicates(DataModel model) {
        return new LazyTab<>(
                model,
                "Looking for duplicate rows …",
                DuplicateRows::of,
                duplicates -> duplicates(model, duplicates));
    }

    private static List<Node> duplicates(DataModel model, DuplicateRows duplicates) {
        int count = duplicates.pairs().size();
        if (count == 0) {
            return List.of(
                    Texts.heading("No row repeats an earlier one"),
                    Texts.muted("All rows differ in at least one column."));
        }
        return List.of(
                Texts.heading(
                        NumberText.count(count)
                                + (count == 1 ? " row repeats" : " rows repeat")
                                + " an earlier one"),
                Texts.muted(
                        "They are equal in every column. Copies that end on both sides of a split"
                                + " make a model look better than it is."
                                + (count > MOST ? " The first " + MOST + " are listed." : "")),
                new EvidenceTable(
                        model.workspace(),
                        model.dataset()
                                .map(data -> evidence(data, duplicates))
                                .orElse(Evidence.none())));
    }

    private static Evidence evidence(Dataset data, DuplicateRows duplicates) {
        List<String> columns = new ArrayList<>(List.of("row", "equals row"));
        columns.addAll(data.schema().names());
        List<List<Object>> rows = new ArrayList<>();
        for (DuplicateRows.Pair pair :
                duplicates.pairs().subList(0, Math.min(MOST, duplicates.pairs().size()))) {
            List<Object> row = new ArrayList<>(List.of(pair.row() + 1, pair.first() + 1));
            for (int i = 0; i < data.schema().size(); i++) {
                row.add(GridModel.shown(data, pair.row(), i));
            }
            rows.add(row);
        }
        return new Evidence("Rows that repeat an earlier one", columns, rows);
    }
}
