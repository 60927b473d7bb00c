package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.mixed.Contrast;

import java.util.Map;

/// The numbers of one study by name.
record RatingMetrics(RatingStudy study, double confidence, Map<String, Double> metrics) {

    /// @param sourceP adjusted p of the average difference
    /// @param interactionP adjusted p of unequal differences
    void add(double sourceP, double interactionP) {
        Cells cells = study.cells();
        String name = "rating/" + cells.id() + "/";
        metrics.put(name + "n", (double) cells.table().n());
        metrics.put(name + "interaction/p", study.interactionP());
        metrics.put(name + "interaction/adjusted-p", interactionP);
        metrics.put(name + "source/p", study.sourceP());
        metrics.put(name + "source/adjusted-p", sourceP);
        metrics.put(name + "item/sd", study.itemDeviation());
        metrics.put(name + "item/p", study.itemP());
        if (!study.logistic()) {
            metrics.put(name + "item/icc", study.icc());
            metrics.put(name + "residual/sd", study.residual());
        }
        if (!Double.isNaN(study.raterDeviation())) {
            metrics.put(name + "rater/sd", study.raterDeviation());
        }
        if (!Double.isNaN(study.slopeDeviation())) {
            metrics.put(name + "slope/sd", study.slopeDeviation());
        }
        for (int s = 1; s < cells.sources(); s++) {
            String source = name + "difference/" + cells.table().sources().get(s);
            put(source, study.average().get(s - 1));
            for (int k = 0; k < cells.systems().size(); k++) {
                put(source + "/" + cells.systems().get(k), study.differences().get(s - 1).get(k));
            }
        }
        for (RankAgreement one : study.ranks()) {
            String tau =
                    name
                            + "tau/"
                            + cells.table().sources().get(one.first())
                            + ","
                            + cells.table().sources().get(one.second());
            metrics.put(tau, one.tau());
            metrics.put(tau + "/lower", one.interval().lower());
            metrics.put(tau + "/upper", one.interval().upper());
        }
    }

    private void put(String name, Contrast contrast) {
        Interval interval = contrast.interval(confidence);
        metrics.put(name, contrast.value());
        metrics.put(name + "/lower", interval.lower());
        metrics.put(name + "/upper", interval.upper());
    }
}
