package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.attack.PlantedLeaks;

import java.util.List;

/// Simulates how often each validator of privacy fails and passes synthetic rows that are training
/// rows with a share of their cells changed, and rows that are a fresh sample; prints the table of
/// src/docs/guide/validate.md.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.PlantedLeakSimulation`
public final class PlantedLeakSimulation {
    private static final int REPEATS = 200;
    private static final int FRESH = 1;

    private PlantedLeakSimulation() {}

    public static void main(String[] args) {
        System.out.println(
                "| validator | rows | synthetic rows are | fails | undecided | passes |");
        System.out.println("|---|---:|---|---:|---:|---:|");
        for (Validator<?> validator : Validations.validators()) {
            if (validator.pillar() == Pillar.PRIVACY) {
                for (int rows : new int[] {500, 2_000}) {
                    for (double changed : new double[] {0, 0.1, 0.3, FRESH}) {
                        print(validator, rows, changed);
                    }
                }
            }
        }
    }

    private static void print(Validator<?> validator, int rows, double changed) {
        List<Verdict> verdicts =
                Parallel.map(
                        REPEATS,
                        Progress.NONE,
                        "",
                        repeat ->
                                PlantedLeaks.judged(validator, rows, changed, 1_000 + repeat)
                                        .verdict());
        System.out.printf(
                "| %s | %,d | %s | %.3f | %.3f | %.3f |%n",
                validator.card().name(),
                rows,
                changed == 0
                        ? "copies"
                        : changed == FRESH
                                ? "a fresh sample"
                                : Math.round(100 * changed) + " % changed",
                share(verdicts, Verdict.FAIL),
                share(verdicts, Verdict.UNDECIDED),
                share(verdicts, Verdict.PASS));
    }

    private static double share(List<Verdict> verdicts, Verdict wanted) {
        return (double) verdicts.stream().filter(wanted::equals).count() / verdicts.size();
    }
}
