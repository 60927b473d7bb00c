package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.utility.Equivalence.Outcome;

/// Whether a model is as good as one trained on real rows, within a margin, as [Equivalence], but
/// without logarithms: metrics such as R² may be 0 or less.
///
/// Both one-sided tests are of `a − limit·b`, whose sign is that of `a/b − limit` where `b` is
/// above 0 (Fieller 1954).
///
/// @param of the models judged on the same rows
/// @param judged which model is held against that of real rows
/// @param metric its position among the task's
/// @param limit lowest ratio that counts as equivalent, e.g. 0.95; the highest is its inverse
record RatioTest(Compared of, Source judged, int metric, double limit) {

    /// How many times as good: of metrics that are better when lower, real over judged.
    double ratio() {
        return of.ratio(judged, Source.REAL, metric);
    }

    Interval interval(double confidence) {
        return of.ratioInterval(judged, Source.REAL, metric, confidence);
    }

    /// How far beyond the limit, above 0 if not worse.
    PairedDifference room() {
        return of.beyond(judged, Source.REAL, limit, metric);
    }

    /// Of being worse by more than the margin; NaN where undefined.
    double pWorse() {
        return divides() ? 1 - room().pWorse() : Double.NaN;
    }

    /// Of being better by more than the margin.
    double pBetter() {
        return divides() ? of.beyond(judged, Source.REAL, 1 / limit, metric).pWorse() : Double.NaN;
    }

    private boolean divides() {
        return !Double.isNaN(ratio());
    }

    /// Of not being equivalent: the larger of both.
    double p() {
        return Math.max(pWorse(), pBetter());
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

    ModelMetric scale() {
        return of.metrics().get(metric);
    }

    String title() {
        boolean lower = scale().goal() == ModelMetric.Goal.LOWER;
        String own = judged.title();
        return scale().title() + (lower ? ", real / " + own : ", " + own + " / real");
    }
}
