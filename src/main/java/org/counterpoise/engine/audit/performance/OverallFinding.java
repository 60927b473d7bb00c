package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well a prediction does, everyone taken together.
final class OverallFinding {
    private OverallFinding() {}

    static Finding of(PerformanceAudit.Part part) {
        GroupResult result = part.overall();
        List<List<Object>> rows = new ArrayList<>();
        for (Measured measured : result.measured().values()) {
            Estimate e = measured.estimate();
            rows.add(
                    List.of(
                            measured.metric().id(),
                            Evidence.cell(e.value(), e.n()),
                            Evidence.cell(e.interval().lower(), e.n()),
                            Evidence.cell(e.interval().upper(), e.n()),
                            e.count(),
                            e.n()));
        }
        return new Finding(
                part.prefix() + "overall",
                Severity.NOTE,
                headline(part),
                part.target().description(),
                measure(result),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Performance overall",
                        List.of("metric", "value", "lower", "upper", "count", "n"),
                        rows),
                List.of());
    }

    private static String headline(PerformanceAudit.Part part) {
        GroupResult result = part.overall();
        if (part.target() instanceof Judged judged
                && result.measured().containsKey(RateMetric.TPR.id())
                && result.measured().containsKey(RateMetric.PPV.id())) {
            return judged.subject()
                    + " finds "
                    + share(result.estimate(RateMetric.TPR))
                    + " of "
                    + judged.outcome().column()
                    + " = "
                    + judged.outcome().positive()
                    + (result.estimate(RateMetric.PPV).defined()
                            ? ", and is right in "
                                    + share(result.estimate(RateMetric.PPV))
                                    + " of its positive decisions."
                            : ", and makes no positive decision.");
        }
        return result.measured().values().stream()
                .findFirst()
                .map(
                        m ->
                                part.target().subject()
                                        + " has a "
                                        + m.metric().title()
                                        + " of "
                                        + said(m)
                                        + " over all "
                                        + NumberText.count(result.n())
                                        + " rows.")
                .orElse(part.target().subject() + " was not measured.");
    }

    private static String said(Measured m) {
        Estimate e = m.estimate();
        return m.metric().share()
                ? share(e)
                : NumberText.estimate(e.value(), e.interval().lower(), e.interval().upper());
    }

    private static Optional<Measure> measure(GroupResult result) {
        return Optional.ofNullable(result.measured().get(RateMetric.BALANCED_ACCURACY.id()))
                .or(() -> result.measured().values().stream().findFirst())
                .map(
                        m ->
                                Measure.of(
                                        m.metric().title(),
                                        m.estimate().value(),
                                        m.estimate().interval(),
                                        result.n()));
    }

    private static String share(Estimate estimate) {
        return estimate.defined()
                ? NumberText.percent(estimate.value())
                : NumberText.undefined(estimate.n());
    }
}
