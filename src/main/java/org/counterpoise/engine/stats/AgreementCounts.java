package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Agreement of any number of raters on categories, some ratings missing: the share of agreeing
/// pairs of ratings, Fleiss' kappa (Psychol Bull 1971, doi:10.1037/h0031619) and Gwet's AC1 (Br J
/// Math Stat Psychol 2008, doi:10.1348/000711006X126600).
///
/// Standard errors are Gwet's linearised ones: units are drawn from many, raters are fixed. Units
/// with a single rating count in the shares of categories, not in the agreement.
///
/// @param counts ratings by unit, then by category
public record AgreementCounts(int[][] counts) {

    /// How much agreement is expected by chance.
    private interface Chance {
        /// The chance agreement of a category with this share, per unit of the category's rating.
        double of(double share, int categories);
    }

    /// @param codes category by rater, then by unit; -1 for none
    public static AgreementCounts of(int[][] codes, int categories) {
        int[][] counts = new int[codes[0].length][categories];
        for (int[] rater : codes) {
            for (int unit = 0; unit < rater.length; unit++) {
                if (rater[unit] >= 0) {
                    counts[unit][rater[unit]]++;
                }
            }
        }
        return new AgreementCounts(counts);
    }

    /// The share of agreeing pairs among the ratings of each unit; NaN with fewer than two.
    public double[] agreements() {
        return Arrays.stream(counts).mapToDouble(AgreementCounts::agreement).toArray();
    }

    private static double agreement(int[] unit) {
        long n = 0;
        long pairs = 0;
        for (int count : unit) {
            n += count;
            pairs += (long) count * (count - 1);
        }
        return n < 2 ? Double.NaN : (double) pairs / (n * (n - 1));
    }

    /// Units with at least two ratings.
    public int units() {
        return (int) Arrays.stream(agreements()).filter(a -> !Double.isNaN(a)).count();
    }

    /// Observed agreement, not corrected for chance.
    public Estimate observed(double confidence) {
        return corrected((share, categories) -> 0, 0, confidence, "linearised");
    }

    public Estimate fleissKappa(double confidence) {
        return corrected((share, categories) -> share, -1, confidence, "linearised, Gwet");
    }

    public Estimate gwetAc1(double confidence) {
        return corrected(
                (share, categories) -> (1 - share) / (categories - 1),
                -1,
                confidence,
                "linearised, Gwet");
    }

    private Estimate corrected(Chance chance, double lowest, double confidence, String method) {
        double[] agreement = agreements();
        double[] shares = shares();
        int categories = shares.length;
        int rated = 0;
        int paired = 0;
        double observed = 0;
        for (int unit = 0; unit < counts.length; unit++) {
            rated += Arrays.stream(counts[unit]).sum() > 0 ? 1 : 0;
            if (!Double.isNaN(agreement[unit])) {
                paired++;
                observed += agreement[unit];
            }
        }
        observed /= paired;
        double expected = 0;
        for (double share : shares) {
            expected += share * chance.of(share, categories);
        }
        double value = (observed - expected) / (1 - expected);
        double squares = 0;
        for (int unit = 0; unit < counts.length; unit++) {
            int n = Arrays.stream(counts[unit]).sum();
            if (n > 0) {
                double own = 0;
                for (int c = 0; c < categories; c++) {
                    own += chance.of(shares[c], categories) * counts[unit][c] / n;
                }
                double score =
                        n < 2
                                ? 0
                                : (double) rated
                                        / paired
                                        * (agreement[unit] - expected)
                                        / (1 - expected);
                double influence =
                        score - 2 * (1 - value) * (own - expected) / (1 - expected) - value;
                squares += influence * influence;
            }
        }
        double error = Math.sqrt(squares / rated / (rated - 1));
        return Estimate.normal(
                value, error > 0 ? error : Double.NaN, paired, lowest, 1, confidence, method);
    }

    /// The mean over rated units of each category's share.
    private double[] shares() {
        double[] shares = new double[counts.length == 0 ? 0 : counts[0].length];
        int rated = 0;
        for (int[] unit : counts) {
            int n = Arrays.stream(unit).sum();
            if (n > 0) {
                rated++;
                for (int c = 0; c < unit.length; c++) {
                    shares[c] += (double) unit[c] / n;
                }
            }
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= rated;
        }
        return shares;
    }

    /// Some of the units.
    public AgreementCounts within(int[] units) {
        return new AgreementCounts(
                Arrays.stream(units).mapToObj(unit -> counts[unit]).toArray(int[][]::new));
    }
}
