package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.stats.Normal;

/// How often an attack succeeded, with Wilson's centre and half-width (Giomi et al. 2023,
/// doi:10.56553/popets-2023-0055, equation 1).
///
/// @param successes may be a fraction, where ties make a guess right only sometimes
/// @param attacks their number, at least 0
/// @param confidence of the half-width, 0 to 1
record SuccessRate(double successes, long attacks, double confidence) {

    /// Wilson's centre, 0 to 1; NaN without attacks.
    double value() {
        double z = Normal.z(confidence);
        return attacks == 0 ? Double.NaN : (successes + z * z / 2) / (attacks + z * z);
    }

    /// Wilson's half-width.
    double error() {
        double z = Normal.z(confidence);
        double spread = successes * (attacks - successes) / attacks + z * z / 4;
        return attacks == 0 ? Double.NaN : z / (attacks + z * z) * Math.sqrt(spread);
    }
}
