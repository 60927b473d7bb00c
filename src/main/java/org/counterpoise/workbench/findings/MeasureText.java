package org.counterpoise.workbench.findings;

import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;

/// Measures in words: the number with its interval, its n and its p-value.
public final class MeasureText {
    private MeasureText() {}

    /// One short line for a list: "true positive rate 0.812 [0.771, 0.843] · p adj. < .001".
    public static String line(Finding finding) {
        return finding.measure()
                .map(
                        measure -> {
                            List<String> parts = new ArrayList<>();
                            parts.add(measure.name() + " " + estimate(measure));
                            addP(measure, parts);
                            return String.join(" · ", parts);
                        })
                .orElse("");
    }

    /// All there is to say: name, estimate, what kind of interval, n, test, p and adjusted p.
    public static String full(Measure measure) {
        List<String> parts = new ArrayList<>();
        parts.add(measure.name() + " " + estimate(measure));
        measure.interval()
                .filter(Interval::defined)
                .ifPresent(
                        interval ->
                                parts.add(
                                        NumberText.short3(interval.confidence() * 100)
                                                + "% interval ("
                                                + interval.method()
                                                + ")"));
        if (measure.n() > 0) {
            parts.add("n = " + NumberText.count(measure.n()));
        }
        if (!measure.test().isEmpty()) {
            parts.add(measure.test());
        }
        addP(measure, parts);
        return String.join(" · ", parts);
    }

    /// "0.812 [0.771, 0.843]", or "undefined (n = 0)".
    public static String estimate(Measure measure) {
        if (!measure.defined()) {
            return NumberText.undefined(measure.n());
        }
        return measure.interval()
                .filter(Interval::defined)
                .map(i -> NumberText.estimate(measure.value(), i.lower(), i.upper()))
                .orElseGet(() -> NumberText.short3(measure.value()));
    }

    /// What it was held against and whose threshold that is.
    public static String held(Threshold threshold) {
        return "Held against: "
                + threshold.description()
                + (threshold.source().isEmpty() ? "" : " (" + threshold.source() + ")");
    }

    private static void addP(Measure measure, List<String> parts) {
        if (!Double.isNaN(measure.adjustedP())) {
            parts.add(NumberText.p(measure.adjustedP()).replaceFirst("^p", "p adj."));
        } else if (!Double.isNaN(measure.p())) {
            parts.add(NumberText.p(measure.p()));
        }
    }
}
