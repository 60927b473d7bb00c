package org.counterpoise.engine.stats;

/// Confident learning: which labels given disagree with what a model is confident of, and the joint
/// distribution of given and latent labels (Northcutt, Jiang and Chuang, J Artif Intell Res 2021,
/// doi:10.1613/jair.1.12125).
///
/// A model is confident of a class for a row if its probability reaches the mean probability of
/// that class among the rows given it; of several such classes the most probable counts.
///
/// @param thresholds by class; NaN for a class that no row is given
/// @param suggested by row: the class that the model is confident of, -1 for none
/// @param counts rows by given class and suggested class
public record ConfidentJoint(double[] thresholds, int[] suggested, long[][] counts) {

    /// @param given class from 0 per row, -1 for a row that does not count
    /// @param probabilities by row and class, of a model that has not seen the row
    public static ConfidentJoint of(int[] given, double[][] probabilities, int classes) {
        double[] thresholds = new double[classes];
        long[] members = new long[classes];
        for (int row = 0; row < given.length; row++) {
            if (given[row] >= 0) {
                thresholds[given[row]] += probabilities[row][given[row]];
                members[given[row]]++;
            }
        }
        for (int c = 0; c < classes; c++) {
            thresholds[c] /= members[c];
        }
        int[] suggested = new int[given.length];
        long[][] counts = new long[classes][classes];
        for (int row = 0; row < given.length; row++) {
            suggested[row] = -1;
            if (given[row] >= 0) {
                suggested[row] = suggested(probabilities[row], thresholds);
                if (suggested[row] >= 0) {
                    counts[given[row]][suggested[row]]++;
                }
            }
        }
        return new ConfidentJoint(thresholds, suggested, counts);
    }

    private static int suggested(double[] probabilities, double[] thresholds) {
        int best = -1;
        for (int c = 0; c < thresholds.length; c++) {
            if (probabilities[c] >= thresholds[c]
                    && (best < 0 || probabilities[c] > probabilities[best])) {
                best = c;
            }
        }
        return best;
    }

    /// The joint distribution: each row of counts is scaled to how many are given that class, then
    /// all to 1.
    ///
    /// @param counts by given and suggested class
    /// @param given how many are given each class; a class without confident rows counts as right
    /// @return by given and latent class
    public static double[][] joint(long[][] counts, long[] given) {
        double total = 0;
        for (long one : given) {
            total += one;
        }
        double[][] joint = new double[given.length][given.length];
        for (int i = 0; i < given.length; i++) {
            double sum = 0;
            for (long count : counts[i]) {
                sum += count;
            }
            for (int j = 0; j < given.length; j++) {
                double share = sum > 0 ? counts[i][j] / sum : i == j ? 1 : 0;
                joint[i][j] = share * given[i] / total;
            }
        }
        return joint;
    }

    /// The share off the diagonal of a joint distribution.
    public static double noise(double[][] joint) {
        double sum = 0;
        for (int i = 0; i < joint.length; i++) {
            for (int j = 0; j < joint.length; j++) {
                sum += i == j ? 0 : joint[i][j];
            }
        }
        return sum;
    }
}
