package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;

import java.util.List;

/// Nothing goes together.
final class Independence implements DependenceFit {

    @Override
    public Learned learn(List<Scored> latents, Progress progress) {
        double[][] identity = new double[latents.size()][latents.size()];
        for (int i = 0; i < identity.length; i++) {
            identity[i][i] = 1;
        }
        return new Learned(
                new Elliptical(identity, Mixing.NONE),
                "no associations",
                List.of("Every column is drawn, and is missing, by itself."));
    }

    @Override
    public boolean associated() {
        return false;
    }
}
