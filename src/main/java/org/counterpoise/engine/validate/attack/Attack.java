package org.counterpoise.engine.validate.attack;

/// What one kind of attack came to.
///
/// @param id in metric names
/// @param title in sentences
/// @param training success on rows that were learned from
/// @param control success on unseen rows; without any, of no attack
/// @param baseline share of successes of guessing without the synthetic data, 0 to 1
record Attack(String id, String title, SuccessRate training, SuccessRate control, double baseline) {

    ResidualRisk risk() {
        return new ResidualRisk(training, control);
    }

    /// Whether the attack certainly does better than guessing; if not, the synthetic data are of no
    /// use to it, and its risk says nothing.
    boolean works() {
        return training.value() - training.error() > baseline;
    }
}
