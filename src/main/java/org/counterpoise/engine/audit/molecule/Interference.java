package org.counterpoise.engine.audit.molecule;

/// Classes of molecules that light up in assay after assay for reasons of their own: the worst
/// offenders of Baell and Walters (2014, doi:10.1038/513481a), each as a substructure drawn up here
/// from the class's name. They are fewer and broader than the 480 filters of Baell and Holloway
/// (2010, doi:10.1021/jm901137j): a match is a reason to look, not a verdict.
enum Interference {
    /// 2-Thioxothiazolidin-4-ones.
    RHODANINE("rhodanine", "[#8]=[#6]1[#6][#16][#6](=[#16])[#7]1"),
    /// 1,4- and 1,2-benzoquinones, alone or fused.
    QUINONE(
            "quinone",
            "[$([#8]=[#6]1[#6;X3]~[#6;X3][#6](=[#8])[#6;X3]~[#6;X3]1),"
                    + "$([#8]=[#6]1[#6](=[#8])[#6;X3]~[#6;X3]~[#6;X3]~[#6;X3]1)]"),
    /// Benzenes with two hydroxyls side by side.
    CATECHOL("catechol", "[OX2;H1]c:c[OX2;H1]"),
    /// Open-chain α,β-unsaturated ketones, as in chalcones.
    ENONE("open-chain enone", "[#6][CX3;!R](=O)[CX3;!R]=[CX3]"),
    /// Hydrazones of hydroxybenzaldehydes and hydroxyphenyl ketones.
    HYDROXYPHENYL_HYDRAZONE("hydroxyphenyl hydrazone", "[OX2;H1]c:c[CX3]=[NX2][NX3]"),
    /// 4-Sulphonamidophenols.
    PHENOL_SULPHONAMIDE("phenol-sulphonamide", "[OX2;H1]c:c:c:c[NX3;H1][SX4](=O)=O"),
    /// Isothiazol-3-ones, alone or fused.
    ISOTHIAZOLONE("isothiazolone", "[#8]=[#6]1[#6]~[#6][#16][#7]1"),
    /// Two styryls joined by a 1,3-dicarbonyl, keto or enol.
    CURCUMINOID("curcuminoid", "c[CX3]=[CX3][#6](~[#8])~[#6]~[#6](~[#8])[CX3]=[CX3]c"),
    /// Pyrimido[5,4-e][1,2,4]triazine-5,7-diones.
    TOXOFLAVIN("toxoflavin", "[#8]=[#6]1~[#7]~[#6](=[#8])~[#6]2~[#7]~[#6]~[#7]~[#7]~[#6]~2~[#7]~1");

    private final String title;
    private final String smarts;

    Interference(String title, String smarts) {
        this.title = title;
        this.smarts = smarts;
    }

    String title() {
        return title;
    }

    /// The substructure.
    String smarts() {
        return smarts;
    }
}
