package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.synth.Cleaning;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;

import java.util.List;
import java.util.Optional;

/// A method that makes no rows but takes some out.
final class FittedCleaner implements FittedSynthesizer {
    private final Dataset none;
    private final Cleaning cleaning;
    private final List<String> notes;

    FittedCleaner(Learnable learnable, Cleaning cleaning) {
        this.none = learnable.data().select(new int[0]).withPart(Part.SYNTHETIC);
        this.cleaning = cleaning;
        this.notes = learnable.notes();
    }

    @Override
    public boolean makesRows() {
        return false;
    }

    @Override
    public Optional<Cleaning> cleaning() {
        return Optional.of(cleaning);
    }

    /// Makes nothing, and says so of every target.
    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        progress.check();
        return new Synthesis(
                none,
                targets.stream()
                        .filter(target -> target.rows() > 0)
                        .map(
                                target ->
                                        new Synthesis.Shortfall(
                                                target, 0, "This method makes no rows."))
                        .toList());
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
