package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;

import java.util.List;

/// A synthesizer that has learned and can be drawn from, any number of times.
public interface FittedSynthesizer {

    /// Draws rows for each target.
    ///
    /// @param targets who is wanted; an empty cell means anyone
    /// @return rows in the order of the targets, with the types and levels of the training set;
    ///     what could not be reached is said, never silently missing
    Synthesis sample(List<Target> targets, long seed, Progress progress);

    /// What was learned and what was left out, one plain sentence each, for the report.
    List<String> notes();
}
