package org.counterpoise.engine.validate.fidelity;

/// How far the association of two columns in the synthetic table is from the real one.
///
/// @param first position of the first column
/// @param second position of the second column
/// @param kind which measure of association fits
/// @param real association in the real table: Pearson's r, Cramér's V or the correlation ratio η
/// @param synthetic the same in the synthetic table
/// @param spearmanReal Spearman's rank correlation in the real table; NaN unless both are numeric
/// @param spearmanSynthetic the same in the synthetic table
/// @param informationReal mutual information in the real table, in nats over common cells; NaN with
///     the edges of SDMetrics
/// @param informationSynthetic the same in the synthetic table
/// @param similarity 1 − |Δr|/2, or 1 − total variation distance between the two contingency
///     tables; 0 to 1, NaN if it cannot be computed
/// @param strengthReal what decides whether the pair counts, in the real table: |r| or V of the
///     contingency table
/// @param counted whether the pair counts towards pair trends
record PairTrend(
        int first,
        int second,
        Kind kind,
        double real,
        double synthetic,
        double spearmanReal,
        double spearmanSynthetic,
        double informationReal,
        double informationSynthetic,
        double similarity,
        double strengthReal,
        boolean counted) {

    enum Kind {
        NUMERIC("Pearson r"),
        CODED("Cramér's V"),
        MIXED("correlation ratio η");

        private final String measure;

        Kind(String measure) {
            this.measure = measure;
        }

        String measure() {
            return measure;
        }
    }

    /// |Δ association|; NaN if undefined in either table.
    double difference() {
        return Math.abs(real - synthetic);
    }
}
