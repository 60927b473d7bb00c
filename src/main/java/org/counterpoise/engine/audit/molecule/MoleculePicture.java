package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.finding.Figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Structures of SMILES as a figure, for those who show molecules outside a finding.
public final class MoleculePicture {
    private MoleculePicture() {}

    /// Lays structures out; takes milliseconds each, the first much longer.
    ///
    /// @param smiles what is drawn; texts that are no SMILES are left out
    /// @return nothing if none can be drawn
    public static Optional<Figure.Structures> of(List<String> smiles) {
        List<Figure.Structures.Structure> structures = new ArrayList<>();
        for (String one : smiles) {
            try {
                if (!one.isBlank()) {
                    structures.add(StructureDrawing.of(one.strip(), ""));
                }
            } catch (IllegalArgumentException e) {
                // No SMILES: the molecule audit says why, a picture cannot.
                continue;
            }
        }
        return structures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure.Structures("Structure", "", structures));
    }
}
