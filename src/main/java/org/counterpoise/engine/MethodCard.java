package org.counterpoise.engine;

import java.util.List;

/// The entry of a method in the catalogue, in words a bench or clinical scientist would use.
///
/// @param id stable name, lower case with hyphens
/// @param name the field's standard name
/// @param question the question it answers, for audits; what it makes, for synthesizers
/// @param summary what it does, one or two sentences
/// @param whenToUse one sentence
/// @param strengths short phrases
/// @param limits short phrases; for a synthesizer, one says what it does to minority groups
/// @param citation the publication the method follows, with a DOI where there is one
public record MethodCard(
        String id,
        String name,
        String question,
        String summary,
        String whenToUse,
        List<String> strengths,
        List<String> limits,
        String citation) {

    public MethodCard {
        strengths = List.copyOf(strengths);
        limits = List.copyOf(limits);
    }
}
