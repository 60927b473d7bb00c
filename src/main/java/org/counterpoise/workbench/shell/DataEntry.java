package org.counterpoise.workbench.shell;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;

/// A dataset of the open project.
///
/// @param id the artifact's id, e.g. "data-2"
public record DataEntry(String id, Dataset dataset) {

    /// The name and what part of the truth it is, e.g. "flchain · training", and the generation of
    /// rows that were made, e.g. "flchain · synthetic, generation 1".
    public String title() {
        String part =
                switch (dataset.part()) {
                    case WHOLE -> "all rows";
                    case TRAINING -> "training";
                    case HOLDOUT -> "locked holdout";
                    case SYNTHETIC -> "synthetic";
                    case AUGMENTED -> "augmented";
                };
        int generation = OriginColumn.generation(dataset);
        return dataset.name()
                + " · "
                + part
                + (generation == 0 ? "" : ", generation " + generation);
    }
}
