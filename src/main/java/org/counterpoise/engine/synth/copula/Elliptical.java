package org.counterpoise.engine.synth.copula;

/// A Gaussian or Student-t dependence.
///
/// @param correlation positive definite, ones on the diagonal
record Elliptical(double[][] correlation, Mixing mixing) implements Dependence {

    @Override
    public int size() {
        return correlation.length;
    }

    @Override
    public Sampler within(double[] from, double[] to) {
        return new LatentSampler(correlation, mixing, from, to);
    }
}
