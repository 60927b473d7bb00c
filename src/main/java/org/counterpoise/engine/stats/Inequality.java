package org.counterpoise.engine.stats;

/// Inequality of benefits among individuals (Speicher et al., KDD 2018,
/// doi:10.1145/3219819.3220046). 0 if all benefit alike.
public final class Inequality {
    private Inequality() {}

    /// Generalised entropy index.
    ///
    /// @param benefits at least 0; for a decision `prediction − outcome + 1`, which is 0 for a
    ///     missed case, 1 for a right decision and 2 for a false alarm
    /// @param alpha 1 is the Theil index, 0 the mean log deviation, 2 half the squared coefficient
    ///     of variation
    /// @return NaN without benefits, or if their mean is 0
    public static double generalizedEntropy(double[] benefits, double alpha) {
        double mean = 0;
        for (double benefit : benefits) {
            mean += benefit / benefits.length;
        }
        if (benefits.length == 0 || mean == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (double benefit : benefits) {
            double relative = benefit / mean;
            if (alpha == 1) {
                // The limit of x ln x at 0 is 0.
                sum += relative == 0 ? 0 : relative * Math.log(relative);
            } else if (alpha == 0) {
                sum -= Math.log(relative);
            } else {
                sum += (Math.pow(relative, alpha) - 1) / (alpha * (alpha - 1));
            }
        }
        return sum / benefits.length;
    }

    /// The Theil index, which is the generalised entropy index for `alpha` 1.
    public static double theil(double[] benefits) {
        return generalizedEntropy(benefits, 1);
    }

    /// The benefit of each decision: `prediction − outcome + 1`.
    ///
    /// @param outcome 1 or 0 per individual
    /// @param prediction 1 or 0 per individual
    public static double[] benefits(byte[] outcome, byte[] prediction) {
        double[] benefits = new double[outcome.length];
        for (int i = 0; i < benefits.length; i++) {
            benefits[i] = prediction[i] - outcome[i] + 1;
        }
        return benefits;
    }
}
