package org.counterpoise.engine.synth.copula;

/// What was learned of one column.
///
/// @param axis its line of numbers or levels
/// @param marginal from latent number to place on the axis
/// @param latent index of its latent number, -1 for a constant or all-missing column
/// @param missing when it is missing
/// @param steps its distinct values
record Variable(Axis axis, Marginal marginal, int latent, Missing missing, StepScores steps) {

    String name() {
        return axis.info().name();
    }

    /// The value of a row with these latent numbers, before missing values are taken out.
    double value(double[] z) {
        return marginal.value(latent < 0 ? 0 : z[latent]);
    }
}
