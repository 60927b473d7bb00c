package org.counterpoise.workbench.findings;

import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures in words: the number with its interval, its n and its p-value.
public final class MeasureText {
    private MeasureText() {}

    /// One short line for a list: "true positive rate 0.81 [0.77, 0.84] · p adj. < 0.001".
    public static String line(Finding finding) {
        return finding.measure()
                .map(
                        measure -> {
                            List<String> parts = new ArrayList<>();
                            parts.add(measure.name() + " " + estimate(measure));
                            pValue(measure, parts);
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
                                        number(interval.confidence() * 100)
                                                + " % interval ("
                                                + interval.method()
                                                + ")"));
        parts.add("n = " + String.format(Locale.ROOT, "%,d", measure.n()));
        if (!measure.test().isEmpty()) {
            parts.add(measure.test());
        }
        pValue(measure, parts);
        return String.join(" · ", parts);
    }

    /// "0.81 [0.77, 0.84]", or "undefined (n = 0)".
    public static String estimate(Measure measure) {
        if (!measure.defined()) {
            return "undefined (n = " + measure.n() + ")";
        }
        return number(measure.value())
                + measure.interval()
                        .filter(Interval::defined)
                        .map(i -> " [" + number(i.lower()) + ", " + number(i.upper()) + "]")
                        .orElse("");
    }

    /// What it was held against and whose threshold that is.
    public static String held(Threshold threshold) {
        return "Held against: "
                + threshold.description()
                + (threshold.source().isEmpty() ? "" : " (" + threshold.source() + ")");
    }

    private static void pValue(Measure measure, List<String> parts) {
        if (!Double.isNaN(measure.adjustedP())) {
            parts.add("p adj. " + p(measure.adjustedP()));
        } else if (!Double.isNaN(measure.p())) {
            parts.add("p " + p(measure.p()));
        }
    }

    private static String p(double value) {
        return value < 0.001 ? "< 0.001" : "= " + String.format(Locale.ROOT, "%.3f", value);
    }

    /// Three significant digits; whole numbers whole, with thousands separated.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15 || size >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        if (size < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = 2 - (int) Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
