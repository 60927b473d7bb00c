package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.finding.Interval;

/// What an attack gains on the rows a synthesizer learned from beyond what it gains on rows it has
/// never seen: `(a − c) / (1 − c)` (Giomi et al. 2023, equation 2), with the error propagated from
/// both rates.
///
/// @param attack on training rows
/// @param control on unseen rows
record ResidualRisk(SuccessRate attack, SuccessRate control) {

    /// 0 to 1; NaN if the control always succeeds or nothing was attacked.
    double value() {
        return clip(raw());
    }

    private double raw() {
        double c = control.value();
        return c < 1 ? (attack.value() - c) / (1 - c) : Double.NaN;
    }

    double error() {
        double a = attack.value();
        double c = control.value();
        return Math.hypot(
                attack.error() / (1 - c), control.error() * (a - 1) / ((1 - c) * (1 - c)));
    }

    Interval interval() {
        double value = raw();
        if (Double.isNaN(value)) {
            return Interval.undefined(attack.confidence(), "residual risk");
        }
        return new Interval(
                clip(value - error()),
                clip(value + error()),
                attack.confidence(),
                "Wilson, error propagated");
    }

    private static double clip(double value) {
        return Double.isNaN(value) ? value : Math.clamp(value, 0, 1);
    }
}
