package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// Takes rows out of an augmented table after it has been put together: rows in the overlap of
/// classes, or rows of a class that is too large.
///
/// Rows are only left out, never changed, so a real row that stays is the row that was observed.
public interface Cleaning {

    /// What is left.
    ///
    /// @param rows positions that stay, ascending
    /// @param notes how many rows went, of which class and why; one plain sentence each
    record Kept(int[] rows, List<String> notes) {
        public Kept {
            notes = List.copyOf(notes);
        }
    }

    /// Chooses the rows that stay.
    ///
    /// @param table real rows and, below them, those that were made
    /// @param columns whose groups are the classes; empty for the outcome
    /// @throws org.counterpoise.engine.UserProblem if there are no classes
    Kept keep(Dataset table, List<String> columns, long seed, Progress progress);
}
