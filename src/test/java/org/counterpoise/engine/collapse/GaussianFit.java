package org.counterpoise.engine.collapse;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Target;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One column "x" by mean and maximum-likelihood variance of a Gaussian: the model for which theory
/// says what collapses.
final class GaussianFit implements Synthesizer<GaussianFit.None> {
    record None() {}

    static Dataset table(double[] x) {
        return new Dataset(
                "gauss",
                Part.TRAINING,
                new Schema(List.of(ColumnInfo.of("x", ColumnType.REAL))),
                List.of(new Column.Numbers(x)));
    }

    @Override
    public MethodCard card() {
        return new MethodCard("gauss", "Gaussian", "", "", "", List.of(), List.of(), "closed form");
    }

    @Override
    public None defaults() {
        return new None();
    }

    @Override
    public FittedSynthesizer fit(Dataset training, None settings, long seed, Progress progress) {
        double[] x = training.numbers("x");
        double mean = Arrays.stream(x).average().orElseThrow();
        double deviation =
                Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        return new FittedSynthesizer() {
            @Override
            public Synthesis sample(List<Target> targets, long drawing, Progress part) {
                RandomGenerator random = Streams.of(drawing, 0);
                double[] made = new double[targets.stream().mapToInt(Target::rows).sum()];
                Arrays.setAll(made, i -> mean + deviation * random.nextGaussian());
                return new Synthesis(table(made), List.of(), List.of());
            }

            @Override
            public List<String> notes() {
                return List.of();
            }
        };
    }
}
