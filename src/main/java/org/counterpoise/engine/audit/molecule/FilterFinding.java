package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which filters catch which molecules: the limits of oral drugs and the classes that interfere
/// with assays.
///
/// @param cells the column the molecules were read from
record FilterFinding(List<Molecule> molecules, List<String> cells) {
    private static final double CONFIDENCE = 0.95;
    private static final int DRAWN = 12;
    private static final int MOST_LISTED = 500;

    private List<Molecule> interfering() {
        return molecules.stream().filter(m -> !m.interferences().isEmpty()).toList();
    }

    private long caught(Interference kind) {
        return molecules.stream().filter(m -> m.interferences().contains(kind)).count();
    }

    void measure(Map<String, Double> metrics) {
        metrics.put("molecule/interfering", (double) interfering().size() / molecules.size());
        for (Interference kind : Interference.values()) {
            metrics.put(
                    "molecule/interfering/"
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    (double) caught(kind) / molecules.size());
        }
    }

    Finding finding() {
        List<Molecule> caught = interfering();
        Proportion share = new Proportion(caught.size(), molecules.size());
        return new Finding(
                "filters",
                Severity.NOTE,
                caught.isEmpty()
                        ? "No molecule belongs to a class known to interfere with assays."
                        : NumberText.percent(share.value())
                                + " of the molecules belong to a class known to interfere with"
                                + " assays.",
                classes()
                        + "Such molecules react, bind metal, colour or cluster, and light up whatever"
                        + " the target: their activity is often an artefact. The classes are the"
                        + " worst offenders of Baell and Walters (2014), drawn broadly: a match is a"
                        + " reason to look at the molecule, not to drop it.",
                Optional.of(
                        Measure.of(
                                "share in a class that interferes",
                                share.value(),
                                share.wilson(CONFIDENCE),
                                molecules.size())),
                Optional.empty(),
                List.of(),
                table(),
                caught.isEmpty() ? List.of() : List.of(structures(caught)));
    }

    /// The classes that occur, the most frequent first.
    private String classes() {
        List<String> counts = new ArrayList<>();
        List.of(Interference.values()).stream()
                .filter(kind -> caught(kind) > 0)
                .sorted((a, b) -> Long.compare(caught(b), caught(a)))
                .forEach(kind -> counts.add(kind.title() + " " + NumberText.count(caught(kind))));
        return counts.isEmpty() ? "" : "They are: " + String.join(", ", counts) + ". ";
    }

    /// Every molecule that a filter catches.
    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        int all = 0;
        for (Molecule molecule : molecules) {
            List<String> filters = filters(molecule);
            if (filters.isEmpty()) {
                continue;
            }
            all++;
            if (rows.size() < MOST_LISTED) {
                rows.add(
                        List.of(
                                molecule.row() + 1,
                                cells.get(molecule.row()).strip(),
                                String.join(", ", filters)));
            }
        }
        return new Evidence(
                "Molecules that a filter catches"
                        + (all > rows.size()
                                ? ", the first " + rows.size() + " of " + NumberText.count(all)
                                : ""),
                List.of("row", "molecule", "caught by"),
                rows);
    }

    private static List<String> filters(Molecule molecule) {
        List<String> filters = new ArrayList<>();
        if (molecule.lipinskiBreaches() > 1) {
            filters.add("Lipinski");
        }
        if (!molecule.keepsVeber()) {
            filters.add("Veber");
        }
        molecule.interferences().forEach(kind -> filters.add(kind.title()));
        return filters;
    }

    private Figure structures(List<Molecule> caught) {
        return new Figure.Structures(
                "Molecules of classes that interfere with assays",
                "The first of them, with their classes.",
                caught.stream()
                        .limit(DRAWN)
                        .map(
                                m ->
                                        StructureDrawing.of(
                                                cells.get(m.row()).strip(),
                                                String.join(
                                                        ", ",
                                                        m.interferences().stream()
                                                                .map(Interference::title)
                                                                .toList())))
                        .toList());
    }
}
