package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.Locale;

/// A metric of decisions, from a [Confusion].
public enum RateMetric {
    PREVALENCE("prevalence", false),
    SELECTION_RATE("selection rate", false),
    TPR("true positive rate", true),
    FPR("false positive rate", false),
    TNR("true negative rate", true),
    FNR("false negative rate", false),
    PPV("positive predictive value", true),
    NPV("negative predictive value", true),
    ACCURACY("accuracy", true),
    BALANCED_ACCURACY("balanced accuracy", true),
    F1("F1", true),
    FDR("false discovery rate", false),
    FOR("false omission rate", false),
    MCC("Matthews correlation coefficient", true);

    private final String title;
    private final boolean higherIsBetter;

    RateMetric(String title, boolean higherIsBetter) {
        this.title = title;
        this.higherIsBetter = higherIsBetter;
    }

    /// The name in the names of metrics, e.g. "selection-rate".
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The field's standard name.
    public String title() {
        return title;
    }

    /// Whether a low value is the bad one.
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /// The metric of one group without its interval, which is costly in a bootstrap.
    ///
    /// @return NaN where undefined
    public double value(Confusion c) {
        return switch (this) {
            case PREVALENCE -> c.prevalence().value();
            case SELECTION_RATE -> c.selectionRate().value();
            case TPR -> c.tpr().value();
            case FPR -> c.fpr().value();
            case TNR -> c.tnr().value();
            case FNR -> c.fnr().value();
            case PPV -> c.ppv().value();
            case NPV -> c.npv().value();
            case ACCURACY -> c.accuracy().value();
            case BALANCED_ACCURACY -> (c.tpr().value() + c.tnr().value()) / 2;
            case F1 ->
                    c.positives() == 0
                            ? Double.NaN
                            : 2.0 * c.truePositives() / (c.positives() + c.selected());
            case FDR -> c.fdr().value();
            case FOR -> c.falseOmissionRate().value();
            case MCC -> c.correlation();
        };
    }

    /// The metric of one group.
    ///
    /// Rates have Wilson intervals. Balanced accuracy combines those of its two rates (MOVER, see
    /// [Proportion#mean]) and is undefined if either is. F1 takes the Wilson interval of F* (see
    /// [Confusion#fStar]); it is undefined without positive outcomes, as recall is. MCC is
    /// undefined if outcomes or decisions are all alike.
    public Estimate of(Confusion c, double confidence) {
        return switch (this) {
            case PREVALENCE -> rate(c.prevalence(), confidence);
            case SELECTION_RATE -> rate(c.selectionRate(), confidence);
            case TPR -> rate(c.tpr(), confidence);
            case FPR -> rate(c.fpr(), confidence);
            case TNR -> rate(c.tnr(), confidence);
            case FNR -> rate(c.fnr(), confidence);
            case PPV -> rate(c.ppv(), confidence);
            case NPV -> rate(c.npv(), confidence);
            case ACCURACY -> rate(c.accuracy(), confidence);
            case BALANCED_ACCURACY -> balancedAccuracy(c, confidence);
            case F1 -> f1(c, confidence);
            case FDR -> rate(c.fdr(), confidence);
            case FOR -> rate(c.falseOmissionRate(), confidence);
            case MCC -> mcc(c, confidence);
        };
    }

    private static Estimate rate(Proportion p, double confidence) {
        return new Estimate(p.value(), p.count(), p.n(), p.wilson(confidence));
    }

    private static Estimate balancedAccuracy(Confusion c, double confidence) {
        Proportion tpr = c.tpr();
        Proportion tnr = c.tnr();
        if (tpr.n() == 0 || tnr.n() == 0) {
            return Estimate.undefined(confidence, "MOVER");
        }
        Interval interval =
                Proportion.mean(
                        tpr.value(),
                        tpr.wilson(confidence),
                        tnr.value(),
                        tnr.wilson(confidence),
                        "MOVER");
        return new Estimate(
                (tpr.value() + tnr.value()) / 2, tpr.count() + tnr.count(), c.n(), interval);
    }

    private static Estimate f1(Confusion c, double confidence) {
        if (c.positives() == 0) {
            return Estimate.undefined(confidence, "Wilson of F*");
        }
        Proportion star = c.fStar();
        Interval wilson = star.wilson(confidence);
        return new Estimate(
                ofStar(star.value()),
                star.count(),
                star.n(),
                new Interval(
                        ofStar(wilson.lower()),
                        ofStar(wilson.upper()),
                        confidence,
                        "Wilson of F*"));
    }

    private static double ofStar(double star) {
        return 2 * star / (1 + star);
    }

    /// The correlation of decision and outcome (Matthews, Biochim Biophys Acta 1975), with its
    /// large-sample variance (Bishop, Fienberg and Holland 1975, Discrete Multivariate Analysis,
    /// §11.3) on Fisher's z scale, which stays within −1 and 1. Undefined if either is constant.
    private static Estimate mcc(Confusion c, double confidence) {
        String method = "Fisher z";
        double phi = c.correlation();
        if (Double.isNaN(phi)) {
            return Estimate.undefined(confidence, method);
        }
        double n = c.n();
        double outcome = (c.positives() - c.negatives()) / n;
        double decision = (2.0 * c.selected() - n) / n;
        double outcomes = c.positives() / n * (c.negatives() / n);
        double decisions = c.selected() / n * ((n - c.selected()) / n);
        double square = phi * phi;
        double variance =
                1
                        - square
                        + phi
                                * (1 + square / 2)
                                * outcome
                                * decision
                                / Math.sqrt(outcomes * decisions)
                        - 0.75
                                * square
                                * (outcome * outcome / outcomes + decision * decision / decisions);
        double error = Math.sqrt(Math.max(0, variance) / n) / (1 - square);
        if (!(error > 0) || Double.isInfinite(error)) {
            return new Estimate(
                    phi,
                    c.truePositives() + c.trueNegatives(),
                    c.n(),
                    Interval.undefined(confidence, method));
        }
        double half = Normal.z(confidence) * error;
        double centre = 0.5 * Math.log((1 + phi) / (1 - phi));
        return new Estimate(
                phi,
                c.truePositives() + c.trueNegatives(),
                c.n(),
                new Interval(
                        Math.tanh(centre - half), Math.tanh(centre + half), confidence, method));
    }
}
