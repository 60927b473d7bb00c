package org.counterpoise.engine.audit.molecule;

import java.util.BitSet;
import java.util.Collections;
import java.util.Set;

/// A molecule that could be read.
///
/// @param row of the table, from 0
/// @param scaffold its Murcko scaffold as canonical SMILES; empty where there is no ring
/// @param properties in the order of [Property]
/// @param fingerprint circular, of diameter 4 (ECFP4), folded to 1,024 bits
/// @param interferences the classes that interfere with assays it belongs to
record Molecule(
        int row,
        String scaffold,
        double[] properties,
        BitSet fingerprint,
        Set<Interference> interferences) {

    Molecule {
        interferences = Collections.unmodifiableSet(interferences);
    }

    double property(Property property) {
        return properties[property.ordinal()];
    }

    /// How many of Lipinski's four limits it breaks (Lipinski et al. 1997,
    /// doi:10.1016/S0169-409X(96)00423-1).
    int lipinskiBreaches() {
        return (property(Property.WEIGHT) > 500 ? 1 : 0)
                + (property(Property.LOG_P) > 5 ? 1 : 0)
                + (property(Property.DONORS) > 5 ? 1 : 0)
                + (property(Property.ACCEPTORS) > 10 ? 1 : 0);
    }

    /// Whether it keeps Veber's limits (Veber et al. 2002, doi:10.1021/jm020017n).
    boolean keepsVeber() {
        return property(Property.ROTATABLE) <= 10 && property(Property.POLAR_AREA) <= 140;
    }

    /// Shared bits over all bits, 0 to 1; 0 for two empty fingerprints.
    static double tanimoto(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        int shared = both.cardinality();
        int all = a.cardinality() + b.cardinality() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
