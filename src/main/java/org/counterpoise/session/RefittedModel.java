package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// A model of a reopened project: fitted again, with the same result, when it is first drawn from.
final class RefittedModel implements FittedSynthesizer {
    private final List<String> notes;
    private final Function<Progress, FittedSynthesizer> fitting;
    private @Nullable FittedSynthesizer fitted;

    RefittedModel(List<String> notes, Function<Progress, FittedSynthesizer> fitting) {
        this.notes = notes;
        this.fitting = fitting;
    }

    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        return ready(progress.part(0, 0.5)).sample(targets, seed, progress.part(0.5, 1));
    }

    @Override
    public synchronized FittedSynthesizer ready(Progress progress) {
        FittedSynthesizer model = fitted;
        if (model == null) {
            model = fitting.apply(progress);
            fitted = model;
        }
        return model;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public synchronized boolean keeps(Constraint rule) {
        FittedSynthesizer model = fitted;
        return model != null && model.keeps(rule);
    }
}
