package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.RotatableBondsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.XLogPDescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IDescriptorResult;
import org.openscience.cdk.qsar.result.IntegerResult;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.SmartsPattern;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads SMILES and measures what they describe. One per thread: the toolkit's parts are not safe
/// to share.
final class MoleculeReader {
    private static final int CHUNK = 64;
    private static final int BITS = 1024;
    private static final int NITROGEN = 7;
    private static final int OXYGEN = 8;

    /// What came of a column.
    ///
    /// @param molecules those that could be read, in the order of the table
    /// @param broken those that could not
    /// @param missing how many cells are empty
    record Read(List<Molecule> molecules, List<Broken> broken, int missing) {}

    /// A cell that is no molecule.
    ///
    /// @param row of the table, from 0
    /// @param why what is wrong with it
    record Broken(int row, String smiles, String why) {}

    private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    private final SmilesGenerator generator =
            new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.UseAromaticSymbols);
    private final SmilesGenerator plain = new SmilesGenerator(SmiFlavor.Unique);
    private final Aromaticity aromaticity =
            new Aromaticity(Aromaticity.Model.CDK_AtomTypes, Cycles.cdkAromaticSet());
    private final CircularFingerprinter fingerprinter =
            new CircularFingerprinter(CircularFingerprinter.CLASS_ECFP4, BITS);
    private final IMolecularDescriptor logP = new XLogPDescriptor();
    private final IMolecularDescriptor area = new TPSADescriptor();
    private final IMolecularDescriptor rotatable = new RotatableBondsCountDescriptor();
    private final Map<Interference, SmartsPattern> patterns = patterns();

    /// Reads a column, in parallel; the result does not depend on how many threads there are.
    ///
    /// @param cells empty where missing
    static Read all(List<String> cells, Progress progress) {
        int chunks = (cells.size() + CHUNK - 1) / CHUNK;
        List<Read> parts =
                Parallel.map(
                        chunks,
                        progress,
                        "Reading molecules",
                        chunk ->
                                new MoleculeReader()
                                        .part(
                                                cells,
                                                chunk * CHUNK,
                                                Math.min(cells.size(), (chunk + 1) * CHUNK)));
        List<Molecule> molecules = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int missing = 0;
        for (Read part : parts) {
            molecules.addAll(part.molecules());
            broken.addAll(part.broken());
            missing += part.missing();
        }
        return new Read(molecules, broken, missing);
    }

    private Read part(List<String> cells, int from, int to) {
        List<Molecule> molecules = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int missing = 0;
        for (int row = from; row < to; row++) {
            String smiles = cells.get(row).strip();
            if (smiles.isEmpty()) {
                missing++;
                continue;
            }
            try {
                molecules.add(measure(row, parser.parseSmiles(smiles)));
            } catch (InvalidSmilesException e) {
                broken.add(new Broken(row, smiles, firstLine(e)));
            } catch (CDKException e) {
                broken.add(new Broken(row, smiles, "it could not be measured: " + firstLine(e)));
            }
        }
        return new Read(molecules, broken, missing);
    }

    private static String firstLine(Exception e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("it is no SMILES");
        return message.lines().findFirst().orElse("it is no SMILES");
    }

    private Molecule measure(int row, IAtomContainer molecule) throws CDKException {
        AtomContainerManipulator.percieveAtomTypesAndConfigureAtoms(molecule);
        Cycles.markRingAtomsAndBonds(molecule);
        aromaticity.apply(molecule);
        double[] values = new double[Property.values().length];
        values[Property.WEIGHT.ordinal()] =
                AtomContainerManipulator.getMass(molecule, AtomContainerManipulator.MolWeight);
        values[Property.LOG_P.ordinal()] = value(logP, molecule);
        values[Property.POLAR_AREA.ordinal()] = value(area, molecule);
        values[Property.ROTATABLE.ordinal()] = value(rotatable, molecule);
        for (IAtom atom : molecule.atoms()) {
            Integer element = atom.getAtomicNumber();
            if (element != null && (element == NITROGEN || element == OXYGEN)) {
                Integer hydrogens = atom.getImplicitHydrogenCount();
                values[Property.DONORS.ordinal()] += hydrogens == null ? 0 : hydrogens;
                values[Property.ACCEPTORS.ordinal()]++;
            }
        }
        return new Molecule(
                row,
                Murcko.scaffold(molecule).map(this::canonical).orElse(""),
                values,
                fingerprinter.getBitFingerprint(molecule).asBitSet(),
                interferences(molecule));
    }

    private Set<Interference> interferences(IAtomContainer molecule) {
        Set<Interference> found = EnumSet.noneOf(Interference.class);
        patterns.forEach(
                (kind, pattern) -> {
                    if (pattern.matches(molecule)) {
                        found.add(kind);
                    }
                });
        return found;
    }

    private static Map<Interference, SmartsPattern> patterns() {
        Map<Interference, SmartsPattern> patterns = new EnumMap<>(Interference.class);
        for (Interference kind : Interference.values()) {
            // Rings and aromatic atoms are marked on every molecule before it is measured.
            patterns.put(kind, SmartsPattern.create(kind.smarts()).setPrepare(false));
        }
        return patterns;
    }

    /// With aromatic symbols; without them where an element has none, such as chromium.
    private String canonical(IAtomContainer scaffold) {
        try {
            return generator.create(scaffold);
        } catch (IllegalArgumentException | CDKException e) {
            try {
                return plain.create(scaffold);
            } catch (CDKException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static double value(IMolecularDescriptor descriptor, IAtomContainer molecule) {
        IDescriptorResult result = descriptor.calculate(molecule).getValue();
        return switch (result) {
            case DoubleResult real -> real.doubleValue();
            case IntegerResult whole -> whole.intValue();
            default -> Double.NaN;
        };
    }
}
