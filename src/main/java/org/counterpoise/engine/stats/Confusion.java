package org.counterpoise.engine.stats;

/// How decisions and outcomes agree in one group.
///
/// @param truePositives positive outcome, positive decision
/// @param falsePositives negative outcome, positive decision
/// @param trueNegatives negative outcome, negative decision
/// @param falseNegatives positive outcome, negative decision
public record Confusion(
        long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /// The confusion of each group in one pass.
    ///
    /// @param outcome 1, 0, or -1 for none, per row
    /// @param decision 1, 0, or -1 for none, per row
    /// @param groups group per row, -1 for none; rows lacking any of the three do not count
    /// @param count how many groups there are
    public static Confusion[] perGroup(byte[] outcome, byte[] decision, int[] groups, int count) {
        long[] cells = new long[count * 4];
        for (int row = 0; row < outcome.length; row++) {
            if ((outcome[row] | decision[row] | groups[row]) >= 0) {
                cells[groups[row] * 4 + outcome[row] * 2 + decision[row]]++;
            }
        }
        Confusion[] confusions = new Confusion[count];
        for (int g = 0; g < count; g++) {
            int at = g * 4;
            confusions[g] = new Confusion(cells[at + 3], cells[at + 1], cells[at], cells[at + 2]);
        }
        return confusions;
    }

    /// Two groups taken as one.
    public Confusion plus(Confusion other) {
        return new Confusion(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                trueNegatives + other.trueNegatives,
                falseNegatives + other.falseNegatives);
    }

    public long n() {
        return positives() + negatives();
    }

    /// Positive outcomes.
    public long positives() {
        return truePositives + falseNegatives;
    }

    /// Negative outcomes.
    public long negatives() {
        return falsePositives + trueNegatives;
    }

    /// Positive decisions.
    public long selected() {
        return truePositives + falsePositives;
    }

    /// Share of positive outcomes.
    public Proportion prevalence() {
        return new Proportion(positives(), n());
    }

    /// Share of positive decisions.
    public Proportion selectionRate() {
        return new Proportion(selected(), n());
    }

    /// True positive rate, sensitivity, recall.
    public Proportion tpr() {
        return new Proportion(truePositives, positives());
    }

    /// False negative rate, the share of positive outcomes missed.
    public Proportion fnr() {
        return new Proportion(falseNegatives, positives());
    }

    /// False positive rate, the share of negative outcomes with a false alarm.
    public Proportion fpr() {
        return new Proportion(falsePositives, negatives());
    }

    /// True negative rate, specificity.
    public Proportion tnr() {
        return new Proportion(trueNegatives, negatives());
    }

    /// Positive predictive value, precision.
    public Proportion ppv() {
        return new Proportion(truePositives, selected());
    }

    /// Negative predictive value.
    public Proportion npv() {
        return new Proportion(trueNegatives, n() - selected());
    }

    /// False discovery rate, the share of positive decisions that are wrong.
    public Proportion fdr() {
        return new Proportion(falsePositives, selected());
    }

    /// False omission rate, the share of negative decisions that are wrong.
    public Proportion falseOmissionRate() {
        return new Proportion(falseNegatives, n() - selected());
    }

    /// The correlation of decision and outcome (MCC); NaN if either is constant.
    public double correlation() {
        double product =
                (double) positives() * negatives() * ((double) selected() * (n() - selected()));
        return product == 0
                ? Double.NaN
                : ((double) truePositives * trueNegatives
                                - (double) falsePositives * falseNegatives)
                        / Math.sqrt(product);
    }

    public Proportion accuracy() {
        return new Proportion(truePositives + trueNegatives, n());
    }

    /// True positives among all that are positive by outcome or decision, of which F1 is a monotone
    /// function: F1 = 2F*/(1 + F*) (Hand, Christen and Kirielle, Mach Learn 2021,
    /// doi:10.1007/s10994-021-05964-1).
    public Proportion fStar() {
        return new Proportion(truePositives, truePositives + falsePositives + falseNegatives);
    }
}
