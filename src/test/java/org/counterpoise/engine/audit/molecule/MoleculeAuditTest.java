package org.counterpoise.engine.audit.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Molecules whose properties are in the literature, and the collection that RDKit has counted.
class MoleculeAuditTest {

    private static Dataset molecules(String... smiles) {
        String[][] cells =
                Arrays.stream(smiles).map(s -> new String[] {s, "1"}).toArray(String[][]::new);
        return CsvTable.roles(
                CsvTable.of("molecules", new String[] {"smiles", "n"}, cells),
                Role.MOLECULE,
                "smiles");
    }

    private static Assessment audit(Dataset data) {
        MoleculeAudit audit = new MoleculeAudit();
        return audit.run(
                new AuditInput(data, Optional.empty()), audit.defaults(), 1, Progress.NONE);
    }

    private static Molecule one(String smiles) {
        return MoleculeReader.all(List.of(smiles), Progress.NONE).molecules().getFirst();
    }

    /// Weights from the formula; TPSA from PubChem's Cactvs values, which follow Ertl; logP within
    /// 0.7 of the measured values (Sangster): the model is not exact.
    @ParameterizedTest
    @CsvSource({
        "aspirin, CC(=O)Oc1ccccc1C(=O)O, 180.16, 63.6, 1, 4, 3, 1.19",
        "benzene, c1ccccc1, 78.11, 0, 0, 0, 0, 2.13",
        "caffeine, Cn1cnc2c1c(=O)n(C)c(=O)n2C, 194.19, 58.4, 0, 6, 0, -0.07",
        "phenol, Oc1ccccc1, 94.11, 20.2, 1, 1, 0, 1.46"
    })
    void propertiesAreThoseOfTheLiterature(
            String name,
            String smiles,
            double weight,
            double area,
            double donors,
            double acceptors,
            double rotatable,
            double logP) {
        Molecule molecule = one(smiles);
        assertThat(molecule.property(Property.WEIGHT)).as(name).isEqualTo(weight, within(0.02));
        assertThat(molecule.property(Property.POLAR_AREA)).as(name).isEqualTo(area, within(0.1));
        assertThat(molecule.property(Property.DONORS)).as(name).isEqualTo(donors);
        assertThat(molecule.property(Property.ACCEPTORS)).as(name).isEqualTo(acceptors);
        assertThat(molecule.property(Property.ROTATABLE)).as(name).isEqualTo(rotatable);
        assertThat(molecule.property(Property.LOG_P)).as(name).isEqualTo(logP, within(0.7));
    }

    @ParameterizedTest
    @CsvSource({
        "CC(=O)Oc1ccccc1C(=O)O, c1ccccc1",
        "CCCC, ''",
        "c1ccc(cc1)CCc1ccncc1CC, c1ccc(cc1)CCc2ccncc2"
    })
    void sideChainsAreTakenOff(String smiles, String scaffold) {
        String expected = scaffold.isEmpty() ? "" : one(scaffold).scaffold();
        assertThat(one(smiles).scaffold()).isEqualTo(expected);
    }

    @Test
    void equalMoleculesAreAlikeAndTheMassOfCholesterolBreaksOneLimit() {
        Molecule aspirin = one("CC(=O)Oc1ccccc1C(=O)O");
        Molecule again = one("OC(=O)c1ccccc1OC(C)=O");
        assertThat(Molecule.tanimoto(aspirin.fingerprint(), again.fingerprint())).isEqualTo(1);
        assertThat(Molecule.tanimoto(aspirin.fingerprint(), one("CCCC").fingerprint()))
                .isLessThan(0.2);
        Molecule cholesterol = one("CC(C)CCCC(C)C1CCC2C1(CCC3C2CC=C4C3(CCC(C4)O)C)C");
        assertThat(cholesterol.lipinskiBreaches()).isEqualTo(1);
    }

    @Test
    void brokenCellsAreNamedWithTheirRow() {
        Assessment assessment = audit(molecules("c1ccccc1", "C1CC", "", "CCO", "c1ccccc1C"));
        assertThat(assessment.metrics())
                .containsEntry("molecule/molecules", 3.0)
                .containsEntry("molecule/broken", 1.0)
                .containsEntry("molecule/missing", 1.0)
                .containsEntry("molecule/scaffolds", 1.0)
                .containsEntry("molecule/without-ring", 1.0);
        assertThat(assessment.notes()).anyMatch(note -> note.contains("Row 2, \"C1CC\""));
    }

    @Test
    void aColumnOfWordsIsAnsweredPlainly() {
        Dataset data = molecules("hello world", "!!");
        assertThatThrownBy(() -> audit(data))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("hello world")
                .hasMessageContaining("SMILES");
    }

    /// RDKit's scaffolds in the same file: 1,069 with Gini 0.6751, and 1,155 molecules without one.
    /// Which rings are aromatic, and so which scaffolds are the same, differs a little.
    @Test
    void theInstitutesMoleculesAreCounted() {
        Dataset data =
                CsvTable.roles(
                        DataReader.read(
                                Path.of("sample-data", "nci5k_smiles.csv"), "nci", Progress.NONE),
                        Role.MOLECULE,
                        "smiles");
        Assessment assessment = audit(data);
        assertThat(assessment.metrics().get("molecule/broken")).isLessThan(15);
        assertThat(assessment.metrics().get("molecule/scaffolds")).isBetween(1050.0, 1090.0);
        assertThat(assessment.metrics().get("molecule/gini")).isEqualTo(0.6751, within(0.003));
        // The scaffolds' popularity is asked as any choice's.
        assertThat(assessment.metrics()).containsKey("popularity/murcko_scaffold/power-law/alpha");
        assertThat(assessment.findings())
                .extracting(Finding::id)
                .contains("scaffold-power-law")
                .doesNotHaveDuplicates();
        Figure.Structures drawn =
                (Figure.Structures) assessment.findings().getFirst().figures().getFirst();
        assertThat(drawn.structures().getFirst().labels()).hasSize(6).containsOnly("");
    }

    @Test
    void aPictureLeavesOutWhatIsNoSmiles() {
        Figure.Structures drawn =
                MoleculePicture.of(List.of("c1ccccc1", "C1CC", "", "not one")).orElseThrow();
        assertThat(drawn.structures()).hasSize(1);
        // Benzene: six corners in a ring of six bonds, three of them double.
        assertThat(drawn.structures().getFirst().x()).hasSize(6);
        assertThat(drawn.structures().getFirst().bonds()).hasSize(6);
        assertThat(drawn.structures().getFirst().bonds()).filteredOn(b -> b[2] == 2).hasSize(3);
        assertThat(MoleculePicture.of(List.of("C1CC", " "))).isEmpty();
    }

    /// Molecules that Baell and Walters (2014) and the literature name for each class, and
    /// relatives that lack its mark.
    @ParameterizedTest
    @CsvSource({
        "rhodanine, O=C1CSC(=S)N1, RHODANINE",
        "epalrestat, CC(=Cc1ccccc1)C=C1SC(=S)N(CC(O)=O)C1=O, RHODANINE",
        "benzoquinone, O=C1C=CC(=O)C=C1, QUINONE",
        "menadione, CC1=CC(=O)c2ccccc2C1=O, QUINONE",
        "phenanthrenequinone, O=C1C(=O)c2ccccc2-c2ccccc12, QUINONE",
        "dopamine, NCCc1ccc(O)c(O)c1, CATECHOL",
        "chalcone, O=C(C=Cc1ccccc1)c1ccccc1, ENONE",
        "salicylaldehyde hydrazone, Oc1ccccc1C=NNC(=O)c1ccccc1, HYDROXYPHENYL_HYDRAZONE",
        "a sulphonamidophenol, Oc1ccc(NS(=O)(=O)c2ccccc2)cc1, PHENOL_SULPHONAMIDE",
        "methylisothiazolinone, CN1SC=CC1=O, ISOTHIAZOLONE",
        "benzisothiazolinone, O=C1NSc2ccccc12, ISOTHIAZOLONE",
        "curcumin, COc1cc(C=CC(=O)CC(=O)C=Cc2ccc(O)c(OC)c2)ccc1O, CURCUMINOID",
        "curcumin as enol, COc1cc(C=CC(=O)C=C(O)C=Cc2ccc(O)c(OC)c2)ccc1O, CURCUMINOID",
        "toxoflavin, CN1N=CN=C2C1=NC(=O)N(C)C2=O, TOXOFLAVIN"
    })
    void whatInterferesIsRecognised(String name, String smiles, Interference kind) {
        assertThat(one(smiles).interferences()).as(name).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "hydroquinone, Oc1ccc(O)cc1",
        "resorcinol, Oc1cccc(O)c1",
        "cyclohexane-1-4-dione, O=C1CCC(=O)CC1",
        "thiazolidinedione, O=C1CSC(=O)N1",
        "aspirin, CC(=O)Oc1ccccc1C(=O)O",
        "caffeine, Cn1cnc2c1c(=O)n(C)c(=O)n2C",
        "paracetamol, CC(=O)Nc1ccc(O)cc1",
        "testosterone, CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O"
    })
    void whatDoesNotIsLeftAlone(String name, String smiles) {
        assertThat(one(smiles).interferences()).as(name).isEmpty();
    }

    @Test
    void moleculesThatAFilterCatchesAreListedWithTheirRow() {
        Assessment assessment = audit(molecules("c1ccccc1", "", "NCCc1ccc(O)c(O)c1"));
        assertThat(assessment.metrics()).containsEntry("molecule/interfering", 0.5);
        assertThat(
                        assessment.findings().stream()
                                .filter(finding -> finding.id().equals("filters"))
                                .findFirst()
                                .orElseThrow()
                                .evidence()
                                .rows())
                .containsExactly(List.of(3, "NCCc1ccc(O)c(O)c1", "catechol"));
    }
}
