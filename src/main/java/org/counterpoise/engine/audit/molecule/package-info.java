/// Molecules: which scaffolds are popular, what properties the collection spans, how like the
/// popular ones the rest is.
///
/// The Chemistry Development Kit reads and measures structures, in [MoleculeReader] and
/// [StructureDrawing] only. Start reading at [MoleculeAudit].
@NullMarked
package org.counterpoise.engine.audit.molecule;

import org.jspecify.annotations.NullMarked;
