package org.counterpoise.workbench.shell;

/// Rows of a dataset that were picked in one view, for the other views of that dataset.
///
/// @param artifactId of the dataset
/// @param shown what was picked, in a few words, e.g. "12 wells of P1"
/// @param rows their positions, from 0, in any order
public record PickedRows(String artifactId, String shown, int[] rows) {

    public PickedRows {
        rows = rows.clone();
    }
}
