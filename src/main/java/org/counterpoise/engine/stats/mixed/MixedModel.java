package org.counterpoise.engine.stats.mixed;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A linear mixed model y = Xβ + Zb + e, with b and e normal (Laird and Ware 1982,
/// doi:10.2307/2529876): a random intercept, if wanted with a random slope, and a second grouping
/// that may cross the first. The likelihood is profiled to the relative covariance factors (Bates
/// et al. 2015, doi:10.18637/jss.v067.i01).
public final class MixedModel {
    private final MixedSums sums;
    private final boolean restricted;
    private final double[] parameters;
    private final int[] all;
    private final MixedFit fit;

    /// By term, root mean square of its slope's covariate, by which it was divided.
    private final double[] units;

    private final Satterthwaite satterthwaite;

    private MixedModel(
            MixedSums sums, boolean restricted, double[] parameters, int[] all, double[] units) {
        this.sums = sums;
        this.restricted = restricted;
        this.parameters = parameters;
        this.all = all;
        this.units = units;
        fit = sums.predicted(parameters);
        satterthwaite =
                new Satterthwaite(
                        sums, parameters, search(restricted).moving(parameters, all), restricted);
    }

    /// Fits.
    ///
    /// @param restricted whether by restricted maximum likelihood (REML), else by maximum
    ///     likelihood
    /// @throws IllegalArgumentException if columns of fixed effects are linearly dependent, or
    ///     there are no more rows than columns
    public static MixedModel fit(MixedDesign design, boolean restricted, Progress progress) {
        if (design.rows() <= design.columns()) {
            throw new IllegalArgumentException("no more rows than fixed effects");
        }
        double[] units = new double[design.terms().size()];
        List<RandomTerm> terms = new ArrayList<>();
        for (RandomTerm term : design.terms()) {
            units[terms.size()] = unit(term);
            terms.add(scaled(term, unit(term)));
        }
        MixedSums sums = new MixedSums(new MixedDesign(design.x(), design.y(), terms), progress);
        int[] all = IntStream.range(0, sums.scale().size()).toArray();
        double[] start =
                Arrays.stream(all).mapToDouble(i -> sums.scale().angle(i) ? 0 : 1).toArray();
        MixedSearch search =
                new MixedSearch(
                        sums.scale(),
                        at -> {
                            progress.check();
                            return sums.at(at).deviance(restricted);
                        });
        return new MixedModel(sums, restricted, search.minimum(start, all), all, units);
    }

    private static double unit(RandomTerm term) {
        return term.slope()
                .map(s -> Math.sqrt(Arrays.stream(s).map(v -> v * v).average().orElse(1)))
                .filter(u -> u > 0)
                .orElse(1.0);
    }

    private static RandomTerm scaled(RandomTerm term, double unit) {
        Optional<double[]> slope =
                term.slope().map(s -> Arrays.stream(s).map(v -> v / unit).toArray());
        return new RandomTerm(term.groups(), term.count(), slope);
    }

    private MixedSearch search(boolean byRestricted) {
        return new MixedSearch(sums.scale(), at -> sums.at(at).deviance(byRestricted));
    }

    // ---- fixed effects ----------------------------------------------------------------------

    /// β, one per column.
    public double[] beta() {
        return fit.beta().clone();
    }

    /// One of β.
    public Contrast effect(int effect) {
        double[] weights = new double[sums.columns()];
        weights[effect] = 1;
        return contrast(weights);
    }

    /// A weighted sum of β.
    public Contrast contrast(double[] weights) {
        double value = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            value += weights[i] * fit.beta()[i];
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * fit.inverse()[i][j] * weights[j];
            }
        }
        return new Contrast(
                value,
                Math.sqrt(variance * fit.variance(restricted)),
                satterthwaite.freedom(weights));
    }

    /// Whether none of several contrasts differs from 0.
    ///
    /// @param contrasts linearly independent, each as long as β
    public FTest test(double[][] contrasts) {
        return FTest.of(
                contrasts, fit.beta(), fit.inverse(), fit.variance(restricted), satterthwaite);
    }

    // ---- random effects ---------------------------------------------------------------------

    /// Standard deviation of the residuals.
    public double residual() {
        return Math.sqrt(fit.variance(restricted));
    }

    /// Standard deviation of a term's intercepts.
    public double intercept(int term) {
        return Math.abs(parameters[sums.scale().from(term)]) * residual();
    }

    /// Standard deviation of a term's slopes, per unit of the covariate.
    public double slope(int term) {
        return Math.abs(parameters[sums.scale().from(term) + 1]) * residual() / units[term];
    }

    /// Correlation of a term's intercepts and slopes.
    public double correlation(int term) {
        double[] factor = sums.scale().factor(term, parameters);
        return factor[1] / Math.hypot(factor[1], factor[2]);
    }

    /// The share of variance that lies between the groups of a term (intraclass correlation), where
    /// no term has a slope.
    public double icc(int term) {
        double total = residual() * residual();
        for (int t = 0; t < units.length; t++) {
            total += intercept(t) * intercept(t);
        }
        return intercept(term) * intercept(term) / total;
    }

    /// Predicted intercepts of a term's groups, or intercept and slope one after the other (best
    /// linear unbiased predictions).
    public double[] predictions(int term) {
        double[] effects = fit.effects()[term].clone();
        if (sums.scale().factor(term, parameters).length > 1) {
            for (int i = 1; i < effects.length; i += 2) {
                effects[i] /= units[term];
            }
        }
        return effects;
    }

    /// Restricted or full, by how it was fitted.
    public double logLikelihood() {
        return -fit.deviance(restricted) / 2;
    }

    /// Likelihood-ratio test of no variance of a term's intercepts or, if it has slopes, of its
    /// slopes, against the mixture ½χ²₀ + ½χ²₁ or ½χ²₁ + ½χ²₂ (Self and Liang 1987,
    /// doi:10.1080/01621459.1987.10478472; Stram and Lee 1994, doi:10.2307/2533455).
    public double varianceP(int term) {
        Scale scale = sums.scale();
        int from = scale.from(term);
        boolean sloped = scale.factor(term, parameters).length > 1;
        double[] without = parameters.clone();
        without[from + (sloped ? 1 : 0)] = 0;
        int[] rest =
                IntStream.of(all)
                        .filter(i -> sloped ? i != from + 1 && i != from + 2 : i != from)
                        .toArray();
        double[] start = without.clone();
        IntStream.of(rest)
                .filter(i -> start[i] == 0 && !scale.angle(i))
                .forEach(i -> start[i] = 0.1);
        double[] null0 = search(restricted).minimum(start, rest);
        double fall = Math.max(0, sums.at(null0).deviance(restricted) - fit.deviance(restricted));
        if (fall == 0) {
            return 1;
        }
        double one = ChiSquaredDistribution.of(1).survivalProbability(fall);
        return sloped ? (one + Math.exp(-fall / 2)) / 2 : one / 2;
    }

    /// Profile-likelihood intervals of this model, by maximum likelihood however it was fitted.
    public MixedProfile profile(double confidence, Progress progress) {
        return new MixedProfile(sums, parameters, all, units, confidence, progress);
    }
}
