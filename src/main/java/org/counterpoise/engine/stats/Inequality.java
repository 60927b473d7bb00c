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

    /// The generalised entropy index for `alpha` 2 of the decisions of one group, with a normal
    /// interval by the delta method.
    public static Estimate entropy(Confusion c, double confidence) {
        Benefits b = new Benefits(c);
        double index = (b.square / (b.mean * b.mean) - 1) / 2;
        return b.estimate(
                index,
                x ->
                        (x * x - b.square) / (2 * b.mean * b.mean)
                                - b.square * (x - b.mean) / Math.pow(b.mean, 3),
                confidence);
    }

    /// The Theil index of the decisions of one group, with a normal interval by the delta method.
    public static Estimate theil(Confusion c, double confidence) {
        Benefits b = new Benefits(c);
        double entropy = b.shareOfTwo * 2 * Math.log(2);
        double index = entropy / b.mean - Math.log(b.mean);
        return b.estimate(
                index,
                x ->
                        ((x == 0 ? 0 : x * Math.log(x)) - entropy) / b.mean
                                - (entropy / (b.mean * b.mean) + 1 / b.mean) * (x - b.mean),
                confidence);
    }

    /// What of the generalised entropy index for `alpha` 2 lies between groups: the index if
    /// everyone had the mean benefit of their group.
    ///
    /// @return NaN without rows, or if nobody benefits
    public static double betweenGroups(Confusion[] groups) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (Confusion group : groups) {
            if (group.n() > 0) {
                double mean = new Benefits(group).mean;
                n += group.n();
                sum += group.n() * mean;
                squares += group.n() * mean * mean;
            }
        }
        return sum > 0 ? (squares * n / (sum * sum) - 1) / 2 : Double.NaN;
    }

    /// Moments of the benefits of one group: 0 if missed, 2 if a false alarm, else 1.
    private static final class Benefits {
        final long n;
        final double shareOfNone;
        final double shareOfTwo;
        final double mean;
        final double square;

        Benefits(Confusion c) {
            n = c.n();
            shareOfNone = (double) c.falseNegatives() / n;
            shareOfTwo = (double) c.falsePositives() / n;
            mean = 1 - shareOfNone + shareOfTwo;
            square = 1 - shareOfNone + 3 * shareOfTwo;
        }

        /// @param influence of one individual with a benefit on the index
        Estimate estimate(
                double index, java.util.function.DoubleUnaryOperator influence, double confidence) {
            if (n == 0 || mean == 0) {
                return Estimate.undefined(confidence, "delta");
            }
            double variance =
                    shareOfNone * square(influence.applyAsDouble(0))
                            + (1 - shareOfNone - shareOfTwo) * square(influence.applyAsDouble(1))
                            + shareOfTwo * square(influence.applyAsDouble(2));
            double error = variance > 0 ? Math.sqrt(variance / n) : Double.NaN;
            return Estimate.normal(
                    index, error, n, 0, Double.POSITIVE_INFINITY, confidence, "delta");
        }

        private static double square(double x) {
            return x * x;
        }
    }
}
