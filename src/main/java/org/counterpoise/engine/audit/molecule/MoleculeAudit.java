package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Do a few scaffolds carry most molecules, and how narrow is what they span?
///
/// Metrics are named `molecule/…`: `molecules`, `broken`, `missing`, `without-ring`, `scaffolds`,
/// `singletons`, `gini`, `effective-number`, `top-share`; `lipinski`, `veber` (shares that keep the
/// limits), `PROPERTY/median`, `interfering` and `interfering/CLASS`; `similarity/random-pairs`,
/// `similarity/to-popular`, `similarity/alike`. Those of the scaffolds' popularity are named
/// `popularity/murcko_scaffold/…`, as by the audit of popularity.
public final class MoleculeAudit implements Audit<MoleculeSettings> {
    private static final int MOST_NAMED = 3;

    /// Fewer scaffolds have no popularity to speak of.
    private static final int FEWEST_SCAFFOLDS = 3;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "molecule",
                "Molecules",
                "Do a few scaffolds carry most of the molecules?",
                "Reads structures from SMILES, counts their Murcko scaffolds and asks of them what"
                        + " is asked of any choice, holds properties against the limits of Lipinski"
                        + " and Veber, names molecules of classes that interfere with assays, and"
                        + " tells how like the popular molecules the others are.",
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
    public int version() {
        return 2;
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
        MoleculeReader.Read read = MoleculeReader.all(cells, progress.part(0, 0.7));
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
        FilterFinding filters = new FilterFinding(read.molecules(), cells);
        filters.measure(metrics);
        findings.add(filters.finding());
        SimilarityFinding.of(
                        read.molecules(),
                        scaffolds,
                        settings,
                        Streams.derive(seed, "pairs"),
                        progress.part(0.7, 0.8))
                .ifPresent(
                        similarity -> {
                            similarity.measure(metrics);
                            findings.add(similarity.finding());
                        });
        List<String> notes = notes(read, column);
        if (scaffolds.ranked().size() >= FEWEST_SCAFFOLDS) {
            Assessment popularity =
                    scaffoldPopularity(
                            input,
                            scaffolds,
                            Streams.derive(seed, "popularity"),
                            progress.part(0.8, 1));
            metrics.putAll(popularity.metrics());
            notes.addAll(popularity.notes());
            popularity.findings().stream()
                    .filter(finding -> !finding.id().equals("spread"))
                    .map(MoleculeAudit::ofScaffolds)
                    .forEach(findings::add);
        }
        return new Assessment(card().id(), "Molecules of " + data.name(), findings, metrics, notes);
    }

    /// The questions about popularity, asked of the scaffolds: their law, success, time,
    /// conditions.
    private static Assessment scaffoldPopularity(
            AuditInput input, Scaffolds scaffolds, long seed, Progress progress) {
        Dataset data = input.data();
        String name = "murcko_scaffold";
        while (data.schema().has(name)) {
            name = "_" + name;
        }
        int[] codes = new int[data.rows()];
        Arrays.fill(codes, -1);
        List<String> levels = new ArrayList<>();
        for (Scaffolds.Scaffold scaffold : scaffolds.ranked()) {
            scaffold.rows().forEach(row -> codes[row] = levels.size());
            levels.add(scaffold.smiles());
        }
        Dataset with =
                data.with(
                        ColumnInfo.of(name, ColumnType.CATEGORY).withLabel("scaffold"),
                        new Column.Codes(codes, levels));
        Audit<?> popularity = Catalogue.find(Audit.class, "popularity");
        return ask(popularity, new AuditInput(with, input.benchmark()), name, seed, progress);
    }

    private static <S extends Record> Assessment ask(
            Audit<S> audit, AuditInput input, String column, long seed, Progress progress) {
        S settings = audit.settings().with(audit.defaults(), "column", column);
        return audit.run(input, settings, seed, progress);
    }

    private static Finding ofScaffolds(Finding finding) {
        return new Finding(
                "scaffold-" + finding.id(),
                finding.severity(),
                finding.headline(),
                finding.explanation(),
                finding.measure(),
                finding.threshold(),
                finding.remedies(),
                finding.evidence(),
                finding.figures());
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
