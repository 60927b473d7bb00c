package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.rule.Constraint;

import java.util.List;
import java.util.Optional;

/// A synthesizer that has learned and can be drawn from, any number of times.
public interface FittedSynthesizer {

    /// Draws rows for each target.
    ///
    /// Every row is in the cell of its target. A target's condition is aimed at as well as the
    /// model can; rows may miss it, and [Drawing] throws those away.
    ///
    /// @param targets who is wanted; an empty cell means anyone
    /// @return rows in the order of the targets, with the types and levels of the training set;
    ///     what could not be reached is said, never silently missing
    Synthesis sample(List<Target> targets, long seed, Progress progress);

    /// What was learned and what was left out, one plain sentence each, for the report.
    List<String> notes();

    /// The model itself, learned if that was put off; to be asked before anything else is asked.
    default FittedSynthesizer ready(Progress progress) {
        return this;
    }

    /// Whether rows are made at all. A method that only takes rows out answers no, is not asked to
    /// sample, and has a [#cleaning()].
    default boolean makesRows() {
        return true;
    }

    /// What takes rows out of an augmented result, if the method does that.
    default Optional<Cleaning> cleaning() {
        return Optional.empty();
    }

    /// Whether this model keeps a rule by the way it was made, so that hardly a row breaks it.
    default boolean keeps(Constraint rule) {
        return false;
    }
}
