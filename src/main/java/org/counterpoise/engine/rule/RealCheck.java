package org.counterpoise.engine.rule;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many real rows break a rule, before any row is made.
///
/// @param rows of the real table
/// @param broken how many of them break the rule
/// @param examples the first rows that break it, counted from 0, at most 5
public record RealCheck(Constraint rule, int rows, int broken, List<Integer> examples) {
    private static final int EXAMPLES = 5;

    public RealCheck {
        examples = List.copyOf(examples);
    }

    /// Checks rules against real data.
    ///
    /// @throws org.counterpoise.engine.UserProblem if a rule does not fit the columns
    public static List<RealCheck> of(List<Constraint> rules, Dataset real, Progress progress) {
        List<RealCheck> checks = new ArrayList<>();
        for (Constraint rule : rules) {
            progress.check();
            boolean[] broken = Checker.of(rule, real).broken(real);
            List<Integer> examples = new ArrayList<>();
            int count = 0;
            for (int row = 0; row < broken.length; row++) {
                if (broken[row]) {
                    count++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(row);
                    }
                }
            }
            checks.add(new RealCheck(rule, real.rows(), count, examples));
        }
        return checks;
    }

    /// The rows that break none of the rules that can be judged row by row.
    public static int[] lawful(List<Constraint> rules, Dataset real, Progress progress) {
        boolean[] lawful = new boolean[real.rows()];
        Arrays.fill(lawful, true);
        for (Constraint rule : rules) {
            progress.check();
            Checker checker = Checker.of(rule, real);
            if (checker.rowwise()) {
                boolean[] broken = checker.broken(real);
                for (int row = 0; row < lawful.length; row++) {
                    lawful[row] &= !broken[row];
                }
            }
        }
        return java.util.stream.IntStream.range(0, lawful.length)
                .filter(row -> lawful[row])
                .toArray();
    }

    /// One sentence: "12 of 7,874 real rows break it (row 3, 17, …)."
    public String words() {
        if (broken == 0) {
            return String.format(java.util.Locale.ROOT, "None of %,d real rows breaks it.", rows);
        }
        List<String> numbers = examples.stream().map(row -> Integer.toString(row + 1)).toList();
        return String.format(
                java.util.Locale.ROOT,
                "%,d of %,d real rows %s it (row %s%s).",
                broken,
                rows,
                broken == 1 ? "breaks" : "break",
                String.join(", ", numbers),
                broken > examples.size() ? ", …" : "");
    }
}
