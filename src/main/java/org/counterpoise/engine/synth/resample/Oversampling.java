package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;

/// Decides from which rows of a class new rows are made.
interface Oversampling {

    /// @param members at least two rows
    /// @param count how many rows are to be made, exactly
    Draft draft(ClassRows members, int count, long seed, Progress progress);
}
