package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Interval;

import java.util.List;

/// How a group fares with a model trained on synthetic rows, against one trained on real rows.
enum Standing {
    WORSE("worse"),
    CANNOT_TELL("cannot tell"),
    SAME("same"),
    BETTER("better");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// By one metric: worse or better if 0 is outside the interval and more than the margin inside,
    /// the same if the whole interval is within the margin.
    ///
    /// @param better interval of how much better the group fares
    static Standing of(Interval better, double margin) {
        if (!better.defined()) {
            return CANNOT_TELL;
        } else if (better.lower() >= -margin && better.upper() <= margin) {
            return SAME;
        } else if (better.upper() < 0) {
            return WORSE;
        }
        return better.lower() > 0 ? BETTER : CANNOT_TELL;
    }

    /// By several metrics: worse if any is, better or the same only if none is left open.
    static Standing of(List<Standing> metrics) {
        if (metrics.contains(WORSE)) {
            return WORSE;
        } else if (metrics.contains(CANNOT_TELL) || metrics.isEmpty()) {
            return CANNOT_TELL;
        }
        return metrics.contains(BETTER) ? BETTER : SAME;
    }
}
