package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// How predicted and observed classes agree in one group, for more than two classes.
///
/// @param counts rows by observed class, then by predicted class
public record ClassConfusion(long[][] counts) {

    /// The confusion of each group in one pass.
    ///
    /// @param observed class per row, -1 for none
    /// @param predicted class per row, -1 for none
    /// @param classes how many classes
    /// @param groups group per row, -1 for none; rows lacking any of the three do not count
    /// @param count how many groups
    public static ClassConfusion[] perGroup(
            int[] observed, int[] predicted, int classes, int[] groups, int count) {
        ClassConfusion[] confusions = new ClassConfusion[count];
        for (int g = 0; g < count; g++) {
            confusions[g] = new ClassConfusion(new long[classes][classes]);
        }
        for (int row = 0; row < observed.length; row++) {
            if ((observed[row] | predicted[row] | groups[row]) >= 0) {
                confusions[groups[row]].counts[observed[row]][predicted[row]]++;
            }
        }
        return confusions;
    }

    public long n() {
        long n = 0;
        for (long[] row : counts) {
            n += sum(row);
        }
        return n;
    }

    private static long sum(long[] row) {
        long sum = 0;
        for (long count : row) {
            sum += count;
        }
        return sum;
    }

    /// One class against all others.
    public Confusion against(int level) {
        long hits = counts[level][level];
        long observed = sum(counts[level]);
        long predicted = 0;
        for (long[] row : counts) {
            predicted += row[level];
        }
        return new Confusion(
                hits, predicted - hits, n() - observed - predicted + hits, observed - hits);
    }

    /// The share of rows with the right class, with Wilson's interval.
    public Estimate accuracy(double confidence) {
        long right = 0;
        for (int c = 0; c < counts.length; c++) {
            right += counts[c][c];
        }
        Proportion p = new Proportion(right, n());
        return new Estimate(p.value(), p.count(), p.n(), p.wilson(confidence));
    }

    /// The mean of the classes' recalls (balanced accuracy), over classes that occur. The recalls
    /// are independent, so their Wilson limits are combined by squared distances (MOVER; Zou and
    /// Donner 2008).
    public Estimate macroRecall(double confidence) {
        double sum = 0;
        double below = 0;
        double above = 0;
        int occurring = 0;
        for (int c = 0; c < counts.length; c++) {
            Proportion recall = against(c).tpr();
            if (recall.n() > 0) {
                Interval wilson = recall.wilson(confidence);
                occurring++;
                sum += recall.value();
                below = Math.hypot(below, recall.value() - wilson.lower());
                above = Math.hypot(above, wilson.upper() - recall.value());
            }
        }
        if (occurring == 0) {
            return Estimate.undefined(confidence, "MOVER");
        }
        double mean = sum / occurring;
        return new Estimate(
                mean,
                n(),
                n(),
                new Interval(
                        Math.max(0, mean - below / occurring),
                        Math.min(1, mean + above / occurring),
                        confidence,
                        "MOVER"));
    }

    /// The mean of the classes' F1, over classes that occur, with the multinomial delta-method
    /// standard error and an interval of its logit (Takahashi et al., Appl Intell 2022,
    /// doi:10.1007/s10489-021-02635-5).
    public Estimate macroF1(double confidence) {
        int k = counts.length;
        long n = n();
        double[] weight = new double[k];
        double[] f1 = new double[k];
        double mean = 0;
        int occurring = 0;
        for (int c = 0; c < k; c++) {
            Confusion one = against(c);
            if (one.positives() > 0) {
                occurring++;
                weight[c] = (double) n / (one.positives() + one.selected());
                f1[c] = 2 * one.truePositives() * weight[c] / n;
                mean += f1[c];
            }
        }
        if (occurring == 0) {
            return Estimate.undefined(confidence, "delta");
        }
        double squares = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                // One row more of observed i and predicted j: what each class's F1 gains.
                double influence =
                        (i == j ? 2 * weight[i] : 0) - f1[i] * weight[i] - f1[j] * weight[j];
                influence /= occurring;
                squares += counts[i][j] * influence * influence;
            }
        }
        double error = Math.sqrt(squares) / n;
        return Estimate.share(
                mean / occurring, error > 0 ? error : Double.NaN, n, confidence, "delta");
    }
}
