package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.List;
import java.util.Optional;

/// A prediction must speak the outcome's language: its levels are among the outcome's.
final class Levels {
    private Levels() {}

    /// Where each level of a prediction stands among those of the outcome; -1 for one that does not
    /// occur.
    ///
    /// @throws UserProblem if a level that occurs is not among the outcome's
    static int[] places(
            Dataset data,
            String prediction,
            Column.Codes codes,
            String outcome,
            List<String> allowed) {
        int[] places = new int[codes.levels().size()];
        long[] counts = codes.counts();
        for (int level = 0; level < places.length; level++) {
            places[level] = place(codes.levels().get(level), allowed);
            if (counts[level] > 0 && places[level] < 0) {
                throw new UserProblem(
                        "The prediction \""
                                + prediction
                                + "\" holds \""
                                + codes.levels().get(level)
                                + "\", which is not a value of the outcome \""
                                + outcome
                                + "\".",
                        data.name(),
                        "Mark it as a score if it ranks people, or use the outcome's values: "
                                + String.join(
                                        ", ", allowed.subList(0, Math.min(10, allowed.size())))
                                + ".");
            }
        }
        return places;
    }

    private static int place(String level, List<String> allowed) {
        for (int i = 0; i < allowed.size(); i++) {
            if (same(allowed.get(i), level)) {
                return i;
            }
        }
        return -1;
    }

    /// "1" and "1.0" are one value: a file may write outcome and prediction differently.
    static boolean same(String a, String b) {
        return a.equals(b)
                || number(a).filter(n -> number(b).filter(n::equals).isPresent()).isPresent();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
