package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// The bias of one measurement against another, and the limits between which most differences lie.
public sealed interface AgreementLimits permits BlandAltman, ReplicatedAgreement {

    /// Pairs.
    int n();

    /// Mean difference, NaN without pairs.
    double bias();

    /// Standard deviation of a difference.
    double deviation();

    /// How many standard deviations the limits lie from the bias.
    double z();

    default double lower() {
        return bias() - z() * deviation();
    }

    default double upper() {
        return bias() + z() * deviation();
    }

    Interval biasInterval(double confidence);

    Interval lowerInterval(double confidence, BlandAltman.Limits how);

    Interval upperInterval(double confidence, BlandAltman.Limits how);

    /// Two-sided p of no bias; NaN if undefined.
    double p();
}
