package org.counterpoise.workbench.generate;

import org.counterpoise.engine.synth.Traits.Quality;

import java.util.List;
import java.util.Set;

/// A question that helps to choose a synthesizer.
///
/// @param id stable name of its control
/// @param answers the first wants nothing in particular
record Need(String id, String question, List<Answer> answers) {

    /// @param wanted what a method should do well
    record Answer(String text, Set<Quality> wanted) {
        @Override
        public String toString() {
            return text;
        }
    }

    Need {
        answers = List.copyOf(answers);
    }

    static final List<Need> ALL =
            List.of(
                    new Need(
                            "purpose",
                            "What are the new rows for?",
                            List.of(
                                    new Answer("Not sure yet", Set.of()),
                                    new Answer(
                                            "A whole table to share or test with",
                                            Set.of(Quality.WHOLE_TABLE)),
                                    new Answer(
                                            "Fill up small groups before training a model",
                                            Set.of(Quality.MORE_CASES)))),
                    new Need(
                            "source",
                            "What is there to learn from?",
                            List.of(
                                    new Answer("Records: one row per person", Set.of()),
                                    new Answer(
                                            "Only summaries of them", Set.of(Quality.NO_RECORDS)))),
                    new Need(
                            "shape",
                            "What must the new rows get right?",
                            List.of(
                                    new Answer("Nothing special", Set.of()),
                                    new Answer(
                                            "Mixed numbers and categories",
                                            Set.of(Quality.MIXED_TYPES)),
                                    new Answer(
                                            "Extremes that come together", Set.of(Quality.TAILS)),
                                    new Answer(
                                            "Effects that differ between groups",
                                            Set.of(Quality.INTERACTIONS)))),
                    new Need(
                            "weight",
                            "What matters most?",
                            List.of(
                                    new Answer("All alike", Set.of()),
                                    new Answer("Small groups", Set.of(Quality.SMALL_GROUPS)),
                                    new Answer("Privacy", Set.of(Quality.PRIVACY)),
                                    new Answer("Speed", Set.of(Quality.SPEED)))));
}
