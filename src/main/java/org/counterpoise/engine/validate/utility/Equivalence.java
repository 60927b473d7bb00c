package org.counterpoise.engine.validate.utility;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;

/// Whether a model trained on synthetic rows is as good as one trained on real rows, within a
/// margin: two one-sided tests of the logarithm of the ratio (Schuirmann, J Pharmacokinet Biopharm
/// 1987, doi:10.1007/BF01068419).
///
/// A difference that is not significant is no proof of equality; here that the models differ by
/// more than the margin is what has to be rejected.
///
/// @param metric its position in [ModelMetric#ALL]
/// @param source what the model judged was trained on
/// @param log of how many times as good it is as the one trained on real rows
/// @param limit lowest ratio that counts as equivalent, e.g. 0.95; the highest is its inverse
record Equivalence(int metric, Source source, PairedDifference log, double limit) {

    /// What the tests came to.
    enum Outcome {
        EQUIVALENT("equivalent"),
        NOT_WORSE("not worse by more than the margin"),
        WORSE("worse by more than the margin"),
        UNDECIDED("undecided");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Equivalence of(Judged judged, Source source, int metric, double limit) {
        return new Equivalence(metric, source, judged.logRatio(source, Source.REAL, metric), limit);
    }

    /// How many times as good: of metrics that are better when lower, real over synthetic.
    double ratio() {
        return Math.exp(log.value());
    }

    Interval interval(double confidence) {
        Interval own = log.interval(confidence);
        return new Interval(Math.exp(own.lower()), Math.exp(own.upper()), confidence, own.method());
    }

    /// Of being worse by more than the margin; NaN where undefined.
    double pWorse() {
        return tail(Math.log(limit) - log.value());
    }

    /// Of being better by more than the margin.
    double pBetter() {
        return tail(log.value() + Math.log(limit));
    }

    /// Of not being equivalent: the larger of both.
    double p() {
        return Math.max(pWorse(), pBetter());
    }

    /// The chance of a statistic at least as far on the good side of a limit that lies this much
    /// beyond the value.
    private double tail(double beyond) {
        return log.defined()
                ? TDistribution.of(log.freedom()).cumulativeProbability(beyond / log.error())
                : Double.NaN;
    }

    /// @param level of each one-sided test, e.g. 0.05
    Outcome outcome(double level) {
        if (p() <= level) {
            return Outcome.EQUIVALENT;
        } else if (pWorse() <= level) {
            return Outcome.NOT_WORSE;
        }
        return 1 - pWorse() <= level ? Outcome.WORSE : Outcome.UNDECIDED;
    }

    String title() {
        ModelMetric named = ModelMetric.ALL.get(metric);
        return named.title()
                + (named.goal() == ModelMetric.Goal.LOWER
                        ? ", real / " + source.title()
                        : ", " + source.title() + " / real");
    }
}
