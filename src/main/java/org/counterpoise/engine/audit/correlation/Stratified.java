package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Correlation;
import org.counterpoise.engine.stats.Heterogeneity;

import java.util.List;

/// A pair's correlation held against what is left of it within strata, or with confounders fixed.
///
/// @param by name of the stratifying column, or of the confounders
/// @param title for people
/// @param total over all of the rows that are in some stratum
/// @param within the strata's mean, or the partial correlation
/// @param strata names, none if confounders were held
/// @param each correlation within each stratum
record Stratified(
        String by,
        String title,
        Correlation total,
        Correlation within,
        List<String> strata,
        List<Correlation> each) {

    /// What becomes of a correlation.
    enum Verdict {
        /// Much the same, as far as chance lets us see.
        HOLDS,
        /// Stronger within strata than over all.
        MASKED,
        /// Weaker within strata, or none.
        CONFOUNDED,
        /// Of the other sign within strata (Simpson 1951).
        REVERSED
    }

    Stratified {
        strata = List.copyOf(strata);
        each = List.copyOf(each);
    }

    boolean byStrata() {
        return !strata.isEmpty();
    }

    Heterogeneity heterogeneity() {
        return Correlation.heterogeneity(each);
    }

    double change() {
        return within.value() - total.value();
    }

    /// Told only if the two intervals do not overlap. Both are of the same rows and lean the same
    /// way by chance, so that this is cautious.
    ///
    /// @param confidence already shared out over all comparisons
    Verdict verdict(double confidence, double strength) {
        Interval all = total.interval(confidence);
        Interval inner = within.interval(confidence);
        boolean apart =
                all.defined()
                        && inner.defined()
                        && (all.upper() < inner.lower() || inner.upper() < all.lower());
        if (!apart || Math.abs(change()) < strength) {
            return Verdict.HOLDS;
        }
        boolean opposite =
                (all.lower() > 0 && inner.upper() < 0) || (all.upper() < 0 && inner.lower() > 0);
        if (opposite) {
            return Verdict.REVERSED;
        }
        return Math.abs(within.value()) < Math.abs(total.value())
                ? Verdict.CONFOUNDED
                : Verdict.MASKED;
    }

    String phrase(Dataset data) {
        return byStrata() ? data.schema().column(by).title() : title;
    }
}
