package org.counterpoise.engine.audit.molecule;

/// What is measured of a molecule.
enum Property {
    /// Molar mass of the natural isotopes, g/mol.
    WEIGHT("molecular weight", "g/mol"),
    /// Logarithm of the octanol–water partition coefficient, by XLogP (Wang, Fu and Lai 1997,
    /// doi:10.1021/ci960169p).
    LOG_P("logP", ""),
    /// Topological polar surface area (Ertl, Rohde and Selzer 2000, doi:10.1021/jm000942e).
    POLAR_AREA("TPSA", "Å²"),
    /// Hydrogens on nitrogen and oxygen, as Lipinski counts donors.
    DONORS("H-bond donors", ""),
    /// Nitrogens and oxygens, as Lipinski counts acceptors.
    ACCEPTORS("H-bond acceptors", ""),
    /// Single bonds outside rings between heavy atoms that are not at an end, amides left out.
    ROTATABLE("rotatable bonds", "");

    private final String title;
    private final String unit;

    Property(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /// With its unit.
    String title() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    String shortTitle() {
        return title;
    }
}
