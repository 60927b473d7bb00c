package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.CorrelationMatrix;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.synth.copula.vine.Vine;
import org.counterpoise.engine.synth.copula.vine.VineDraw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A vine of latent numbers.
///
/// The rarest held number is drawn first, within its interval; a draw in which another held number
/// falls outside its own is given up at once.
record VineDependence(Vine vine) implements Dependence {

    static DependenceFit.Learned learn(
            List<Scored> latents, VineSettings settings, long seed, Progress progress) {
        CorrelationMatrix correlation = LatentCorrelation.estimate(latents, progress.part(0, .1));
        LatentCompletion completion =
                new LatentCompletion(
                        latents,
                        correlation.matrix(),
                        settings.learnedRows(),
                        Streams.derive(seed, "vine rows"));
        double[][] scores = completion.run(progress.part(.1, .3));
        Vine vine = Vine.learn(scores, settings.trees(), progress.part(.3, 1));
        List<String> notes = new ArrayList<>();
        if (vine.pairs() > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "Pair copulas chosen by AIC on %,d rows: %s.",
                            scores[0].length,
                            vine.families()));
        }
        return new DependenceFit.Learned(
                new VineDependence(vine),
                vine.pairs() + " pair copulas in a vine for all groups together",
                notes);
    }

    @Override
    public int size() {
        return vine.columns();
    }

    @Override
    public Sampler within(double[] from, double[] to) {
        List<Integer> held =
                IntStream.range(0, from.length)
                        .filter(i -> !Double.isInfinite(from[i]) || !Double.isInfinite(to[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> Normal.probability(from[i], to[i])))
                        .toList();
        VineDraw drawing = vine.drawing(held);
        return new Sampler() {
            @Override
            public int workSize() {
                return drawing.workSize();
            }

            @Override
            public boolean draw(double[] z, double[] work, RandomGenerator random) {
                return drawing.draw(z, work, from, to, random);
            }
        };
    }
}
