package org.counterpoise.engine.audit.molecule;

import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

import java.util.BitSet;
import java.util.Optional;

/// The Murcko scaffold: rings and what links them, with the atoms that are double-bonded to either;
/// side chains taken off and hydrogens put in their place (Bemis and Murcko 1996,
/// doi:10.1021/jm9602928).
final class Murcko {
    private Murcko() {}

    /// Empty for a molecule without rings.
    static Optional<IAtomContainer> scaffold(IAtomContainer molecule) {
        BitSet core = core(molecule);
        if (core.isEmpty()) {
            return Optional.empty();
        }
        BitSet kept = (BitSet) core.clone();
        for (IBond bond : molecule.bonds()) {
            boolean doubled = bond.getOrder() != IBond.Order.SINGLE && !bond.isAromatic();
            if (doubled && core.get(bond.getBegin().getIndex())) {
                kept.set(bond.getEnd().getIndex());
            } else if (doubled && core.get(bond.getEnd().getIndex())) {
                kept.set(bond.getBegin().getIndex());
            }
        }
        return Optional.of(part(molecule, kept));
    }

    /// What is left when ends are taken off until there are none.
    private static BitSet core(IAtomContainer molecule) {
        int n = molecule.getAtomCount();
        int[] neighbours = new int[n];
        BitSet core = new BitSet(n);
        core.set(0, n);
        for (IAtom atom : molecule.atoms()) {
            neighbours[atom.getIndex()] = atom.getBondCount();
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int i = core.nextSetBit(0); i >= 0; i = core.nextSetBit(i + 1)) {
                if (neighbours[i] <= 1) {
                    core.clear(i);
                    more = true;
                    for (IBond bond : molecule.getAtom(i).bonds()) {
                        neighbours[bond.getOther(molecule.getAtom(i)).getIndex()]--;
                    }
                }
            }
        }
        return core;
    }

    private static IAtomContainer part(IAtomContainer molecule, BitSet kept) {
        try {
            IAtomContainer part = molecule.clone();
            kept.stream().forEach(i -> saturate(part.getAtom(i), kept));
            for (int i = part.getAtomCount() - 1; i >= 0; i--) {
                if (!kept.get(i)) {
                    part.removeAtom(part.getAtom(i));
                }
            }
            return part;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts hydrogens where side chains will be taken off.
    private static void saturate(IAtom atom, BitSet kept) {
        Integer own = atom.getImplicitHydrogenCount();
        int hydrogens = own == null ? 0 : own;
        for (IBond bond : atom.bonds()) {
            if (!kept.get(bond.getOther(atom).getIndex())) {
                hydrogens += bond.getOrder().numeric();
            }
        }
        atom.setImplicitHydrogenCount(hydrogens);
    }
}
