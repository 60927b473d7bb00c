package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.synth.Synthesizer;

/// What the resampling methods have in common: a card, and settings to start from.
abstract class Resampler<S extends Record> implements Synthesizer<S> {
    private final MethodCard card;
    private final S defaults;

    Resampler(MethodCard card, S defaults) {
        this.card = card;
        this.defaults = defaults;
    }

    @Override
    public final MethodCard card() {
        return card;
    }

    @Override
    public final S defaults() {
        return defaults;
    }
}
