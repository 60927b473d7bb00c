package org.counterpoise.workbench.shell;

import org.counterpoise.engine.data.Dataset;

/// A dataset of the open project.
///
/// @param id the artifact's id, e.g. "data-2"
public record DataEntry(String id, Dataset dataset) {

    /// The name and what part of the truth it is, e.g. "flchain · training".
    public String title() {
        String part =
                switch (dataset.part()) {
                    case WHOLE -> "all rows";
                    case TRAINING -> "training";
                    case HOLDOUT -> "locked holdout";
                    case SYNTHETIC -> "synthetic";
                    case AUGMENTED -> "augmented";
                };
        return dataset.name() + " · " + part;
    }
}
