package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;

import java.util.List;

/// Learns how latent numbers go together.
interface DependenceFit {

    /// What was learned.
    ///
    /// @param summary ends the sentence "Learned from … rows and … columns: one marginal each and"
    /// @param notes what else there is to say, one sentence each
    record Learned(Dependence dependence, String summary, List<String> notes) {
        public Learned {
            notes = List.copyOf(notes);
        }
    }

    /// @param latents the scores of each latent number, NaN where a row has none
    Learned learn(List<Scored> latents, Progress progress);

    /// Whether columns may go together at all; if not, each is missing by itself.
    default boolean associated() {
        return true;
    }
}
