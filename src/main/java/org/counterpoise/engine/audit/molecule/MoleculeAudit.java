package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Do a few scaffolds carry most molecules, and how narrow is what they span?
///
/// Metrics are named `molecule/…`: `molecules`, `broken`, `missing`, `without-ring`, `scaffolds`,
/// `singletons`, `gini`, `effective-number`, `top-share`; `lipinski`, `veber` (shares that keep the
/// limits), `PROPERTY/median`; `similarity/random-pairs`, `similarity/to-popular`,
/// `similarity/alike`.
public final class MoleculeAudit implements Audit<MoleculeSettings> {
    private static final int MOST_NAMED = 3;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "molecule",
                "Molecules",
                "Do a few scaffolds carry most of the molecules?",
                "Reads structures from SMILES, counts their Murcko scaffolds, holds properties"
                        + " against the limits of Lipinski and Veber, and tells how like the popular"
                        + " molecules the others are.",
                "For collections of molecules: screening decks, training sets, literature.",
                List.of(
                        "shows the habit in what is made and tested",
                        "names the broken structures with their rows",
                        "draws the popular scaffolds"),
                List.of(
                        "scaffolds are a view of structure, not of effect",
                        "logP is computed, not measured",
                        "salts and mixtures are measured as they are written"),
                "Bemis and Murcko, The properties of known drugs, Journal of Medicinal Chemistry"
                        + " 39:2887 (1996), doi:10.1021/jm9602928; Willighagen et al., The Chemistry"
                        + " Development Kit v2.0, Journal of Cheminformatics 9:33 (2017),"
                        + " doi:10.1186/s13321-017-0220-4");
    }

    @Override
    public MoleculeSettings defaults() {
        return new MoleculeSettings(20, 80, 0.4);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return input.data().schema().withRole(Role.MOLECULE).isEmpty()
                ? Applicability.missing("Mark the column that holds SMILES as molecule.")
                : Applicability.READY;
    }

    @Override
    public Assessment run(
            AuditInput input, MoleculeSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        String column =
                data.schema().namesWithRole(Role.MOLECULE).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "No column holds molecules.",
                                                data.name(),
                                                "Mark the column that holds SMILES as molecule."));
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows.", data.name(), "Open a file that holds molecules.");
        }
        int index = data.schema().indexOf(column);
        List<String> cells =
                IntStream.range(0, data.rows()).mapToObj(row -> data.text(row, index)).toList();
        MoleculeReader.Read read = MoleculeReader.all(cells, progress.part(0, 0.9));
        if (read.molecules().isEmpty()) {
            throw new UserProblem(
                    "No cell of \""
                            + column
                            + "\" can be read as a molecule"
                            + read.broken().stream()
                                    .findFirst()
                                    .map(b -> ": \"" + b.smiles() + "\", " + b.why())
                                    .orElse("."),
                    data.name() + ", column " + column,
                    "Mark a column that holds SMILES, such as CC(=O)Oc1ccccc1C(=O)O.");
        }
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("molecule/molecules", (double) read.molecules().size());
        metrics.put("molecule/broken", (double) read.broken().size());
        metrics.put("molecule/missing", (double) read.missing());
        List<Finding> findings = new ArrayList<>();
        Scaffolds scaffolds = Scaffolds.of(read.molecules());
        if (scaffolds.concentration().choices() > 0) {
            ScaffoldFinding popular = new ScaffoldFinding(scaffolds, settings);
            popular.measure(metrics);
            findings.add(popular.finding());
        }
        PropertyFinding properties = new PropertyFinding(read.molecules());
        properties.measure(metrics);
        findings.add(properties.finding());
        SimilarityFinding.of(
                        read.molecules(),
                        scaffolds,
                        settings,
                        Streams.derive(seed, "pairs"),
                        progress.part(0.9, 1))
                .ifPresent(
                        similarity -> {
                            similarity.measure(metrics);
                            findings.add(similarity.finding());
                        });
        return new Assessment(
                card().id(), "Molecules of " + data.name(), findings, metrics, notes(read, column));
    }

    private static List<String> notes(MoleculeReader.Read read, String column) {
        List<String> notes = new ArrayList<>();
        int broken = read.broken().size();
        if (broken > 0) {
            notes.add(
                    broken
                            + (broken == 1 ? " cell of \"" : " cells of \"")
                            + column
                            + "\" cannot be read as a molecule and "
                            + (broken == 1 ? "was" : "were")
                            + " left out.");
            read.broken().stream()
                    .limit(MOST_NAMED)
                    .map(b -> "Row " + (b.row() + 1) + ", \"" + b.smiles() + "\": " + b.why())
                    .forEach(notes::add);
        }
        if (read.missing() > 0) {
            notes.add(
                    read.missing() + (read.missing() == 1 ? " cell is" : " cells are") + " empty.");
        }
        return notes;
    }
}
