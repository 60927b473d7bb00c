package org.counterpoise.engine.synth;

import java.util.Set;

/// What a synthesizer is made for, in a form that can be searched and ranked. The words are on its
/// [org.counterpoise.engine.MethodCard].
///
/// @param family under which heading the gallery lists it, e.g. "Copulas"
/// @param good what it does well
/// @param poor what it does badly; what is in neither set is neither
public record Traits(String family, Set<Quality> good, Set<Quality> poor) {

    /// Of a method that says nothing about itself.
    public static final Traits UNSTATED = new Traits("Other methods", Set.of(), Set.of());

    /// Something a user may want of a synthesizer.
    public enum Quality {
        WHOLE_TABLE("whole new tables"),
        MORE_CASES("filling up groups of a real table"),
        NO_RECORDS("learning from summaries without any record"),
        MIXED_TYPES("numbers and categories together"),
        TAILS("extreme values that come together"),
        INTERACTIONS("effects that differ between groups"),
        SMALL_GROUPS("small groups"),
        PRIVACY("privacy"),
        SPEED("speed");

        private final String words;

        Quality(String words) {
            this.words = words;
        }

        /// In plain words, to stand in a sentence.
        public String words() {
            return words;
        }
    }

    public Traits {
        good = Set.copyOf(good);
        poor = Set.copyOf(poor);
        if (good.stream().anyMatch(poor::contains)) {
            throw new IllegalArgumentException("good and poor at once: " + good + poor);
        }
    }
}
