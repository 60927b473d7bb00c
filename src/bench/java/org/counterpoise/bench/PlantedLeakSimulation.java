package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.attack.PlantedLeaks;

import java.util.List;

/// Simulates how often each validator of privacy fails and passes synthetic rows that are training
/// rows with a share of their cells changed, and rows that are a fresh sample; prints the table of
/// src/docs/guide/validate.md, with how often there is a warning.
///
/// Arguments: the number of repeats, then the ids of the validators; without any, 200 of all.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.PlantedLeakSimulation`
public final class PlantedLeakSimulation {
    private static final int FRESH = 1;

    private PlantedLeakSimulation() {}

    public static void main(String[] args) {
        int repeats = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        List<String> ids = List.of(args).subList(Math.min(1, args.length), args.length);
        System.out.println(
                "| validator | rows | synthetic rows are | fails | undecided | passes | warns |");
        System.out.println("|---|---:|---|---:|---:|---:|---:|");
        for (Validator<?> validator : Validations.validators()) {
            if (validator.pillar() == Pillar.PRIVACY
                    && (ids.isEmpty() || ids.contains(validator.id()))) {
                for (int rows : new int[] {500, 2_000}) {
                    for (double changed : new double[] {0, 0.1, 0.3, FRESH}) {
                        print(validator, rows, changed, repeats);
                    }
                }
            }
        }
    }

    private static void print(Validator<?> validator, int rows, double changed, int repeats) {
        List<Validation> judged =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "",
                        repeat -> PlantedLeaks.judged(validator, rows, changed, 1_000 + repeat));
        List<Verdict> verdicts = judged.stream().map(Validation::verdict).toList();
        System.out.printf(
                "| %s | %,d | %s | %.3f | %.3f | %.3f | %.3f |%n",
                validator.card().name(),
                rows,
                changed == 0
                        ? "copies"
                        : changed == FRESH
                                ? "a fresh sample"
                                : Math.round(100 * changed) + " % changed",
                share(verdicts, Verdict.FAIL),
                share(verdicts, Verdict.UNDECIDED),
                share(verdicts, Verdict.PASS),
                (double) judged.stream().filter(PlantedLeakSimulation::warns).count() / repeats);
    }

    private static boolean warns(Validation validation) {
        return validation.assessment().findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(Severity.WARNING) >= 0);
    }

    private static double share(List<Verdict> verdicts, Verdict wanted) {
        return (double) verdicts.stream().filter(wanted::equals).count() / verdicts.size();
    }
}
