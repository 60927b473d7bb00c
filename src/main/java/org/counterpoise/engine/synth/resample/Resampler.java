package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.Set;

/// What the resampling methods have in common: a card, and settings to start from.
abstract class Resampler<S extends Record> implements Synthesizer<S> {
    /// Of methods that add rows to groups.
    static final Traits ADDS =
            new Traits(
                    "Resampling: adding rows",
                    Set.of(
                            Traits.Quality.MORE_CASES,
                            Traits.Quality.MIXED_TYPES,
                            Traits.Quality.SMALL_GROUPS,
                            Traits.Quality.SPEED),
                    Set.of(
                            Traits.Quality.WHOLE_TABLE,
                            Traits.Quality.PRIVACY,
                            Traits.Quality.NO_RECORDS));

    /// Of methods that only take rows away.
    static final Traits REMOVES =
            new Traits(
                    "Resampling: removing rows",
                    Set.of(Traits.Quality.MIXED_TYPES, Traits.Quality.SPEED),
                    Set.of(
                            Traits.Quality.WHOLE_TABLE,
                            Traits.Quality.MORE_CASES,
                            Traits.Quality.PRIVACY,
                            Traits.Quality.NO_RECORDS));

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
    public Traits traits() {
        return ADDS;
    }

    @Override
    public final S defaults() {
        return defaults;
    }
}
