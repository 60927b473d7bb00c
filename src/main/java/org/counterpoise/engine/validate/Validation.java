package org.counterpoise.engine.validate;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;

import java.util.Optional;

/// What one pillar came to.
///
/// @param verdict against the threshold
/// @param measure the number the verdict rests on, with its interval where one exists
/// @param threshold what it was held against
/// @param sentence the verdict in one plain sentence
/// @param assessment findings, figures and metrics behind it
public record Validation(
        Pillar pillar,
        Verdict verdict,
        Optional<Measure> measure,
        Optional<Threshold> threshold,
        String sentence,
        Assessment assessment) {

    /// How a pillar stands.
    public enum Verdict {
        /// The whole interval meets the threshold.
        PASS,
        /// The interval straddles the threshold: more data would settle it.
        UNDECIDED,
        /// The whole interval misses the threshold.
        FAIL,
        /// Not judged; the sentence says why.
        LEFT_OUT
    }
}
