package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.finding.Figure.Structures.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.layout.StructureDiagramGenerator;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

import java.util.ArrayList;
import java.util.List;

/// Lays structures out in the plane, so that whoever draws them needs no chemistry.
final class StructureDrawing {
    private StructureDrawing() {}

    /// @param smiles of a molecule that can be read
    static Structure of(String smiles, String caption) {
        try {
            IAtomContainer molecule =
                    new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            new StructureDiagramGenerator().generateCoordinates(molecule);
            int n = molecule.getAtomCount();
            double[] x = new double[n];
            double[] y = new double[n];
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                IAtom atom = molecule.getAtom(i);
                x[i] = atom.getPoint2d().x;
                y[i] = atom.getPoint2d().y;
                labels.add(label(atom));
            }
            List<int[]> bonds = new ArrayList<>();
            for (IBond bond : molecule.bonds()) {
                bonds.add(
                        new int[] {
                            bond.getBegin().getIndex(), bond.getEnd().getIndex(), order(bond)
                        });
            }
            return new Structure(smiles, caption, x, y, labels, bonds);
        } catch (CDKException e) {
            throw new IllegalArgumentException(smiles, e);
        }
    }

    /// Carbons are corners without a name.
    private static String label(IAtom atom) {
        String symbol = atom.getSymbol();
        Integer charge = atom.getFormalCharge();
        boolean charged = charge != null && charge != 0;
        if (symbol.equals("C") && !charged) {
            return "";
        }
        Integer count = atom.getImplicitHydrogenCount();
        int hydrogens = count == null ? 0 : count;
        String shown = symbol + (hydrogens == 0 ? "" : hydrogens == 1 ? "H" : "H" + hydrogens);
        return charged ? shown + (charge > 0 ? "+" : "−") : shown;
    }

    private static int order(IBond bond) {
        return switch (bond.getOrder()) {
            case DOUBLE -> 2;
            case TRIPLE -> 3;
            default -> 1;
        };
    }
}
