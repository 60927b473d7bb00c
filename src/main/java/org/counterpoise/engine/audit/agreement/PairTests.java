package org.counterpoise.engine.audit.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The adjusted p-values of one pair's tests, in a fixed order: bias, slope, spread, then of each
/// attribute bias and spread.
record PairTests(double[] adjusted) {
    private static final int FIRST_GROUP = 3;

    /// @param name for messages
    /// @param p unadjusted, NaN if undefined
    record Named(String name, double p) {}

    static List<Named> of(PairStudy study) {
        List<Named> tests = new ArrayList<>();
        tests.add(new Named("bias", study.limits().p()));
        tests.add(new Named("slope", study.trend().p()));
        tests.add(new Named("spread", study.spread().p()));
        for (PairStudy.ByGroup by : study.groups()) {
            String column = by.grouping().columns().getFirst();
            tests.add(new Named("bias by " + column, by.bias().p()));
            tests.add(new Named("spread by " + column, by.spread().p()));
        }
        return tests;
    }

    /// @param all adjusted over all pairs
    /// @param from where this pair's begin
    static PairTests adjusted(PairStudy study, double[] all, int from) {
        return new PairTests(Arrays.copyOfRange(all, from, from + of(study).size()));
    }

    int size() {
        return adjusted.length;
    }

    double bias() {
        return adjusted[0];
    }

    double slope() {
        return adjusted[1];
    }

    double spread() {
        return adjusted[2];
    }

    double biasBy(int attribute) {
        return adjusted[FIRST_GROUP + 2 * attribute];
    }

    double spreadBy(int attribute) {
        return adjusted[FIRST_GROUP + 2 * attribute + 1];
    }
}
