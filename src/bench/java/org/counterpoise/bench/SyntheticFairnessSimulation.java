package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.fairness.FairnessPeople;
import org.counterpoise.engine.validate.fairness.SyntheticFairness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Simulates how often each finding of fairness warns of a fresh sample of the same population;
/// prints the table of src/docs/guide/validate.md.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.SyntheticFairnessSimulation`
public final class SyntheticFairnessSimulation {
    private static final int REPEATS = 400;

    private SyntheticFairnessSimulation() {}

    public static void main(String[] args) {
        int repeats = args.length > 0 ? Integer.parseInt(args[0]) : REPEATS;
        FairnessPeople biased = new FairnessPeople(0.25, 1.5, 0.7, 1, 1);
        for (int[] size : new int[][] {{300, 300}, {300, 3000}, {1000, 1000}, {2000, 2000}}) {
            for (FairnessPeople people : List.of(FairnessPeople.PLAIN, biased)) {
                print(people, size[0], size[1], repeats);
            }
        }
    }

    private static void print(FairnessPeople people, int rows, int holdout, int repeats) {
        List<Validation> validations =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "",
                        repeat -> {
                            RandomGenerator random = Streams.of(77, repeat);
                            ValidationInput input =
                                    new ValidationInput(
                                            people.draw(Part.TRAINING, rows, random),
                                            Optional.of(people.draw(Part.HOLDOUT, holdout, random)),
                                            people.draw(Part.SYNTHETIC, rows, random));
                            SyntheticFairness fairness = new SyntheticFairness();
                            return fairness.run(input, fairness.defaults(), repeat, Progress.NONE);
                        });
        Map<String, Double> warned = new TreeMap<>();
        for (Validation validation : validations) {
            warned.merge(validation.verdict().name(), 1.0 / repeats, Double::sum);
            for (Finding finding : validation.assessment().findings()) {
                boolean warns = finding.severity().compareTo(Severity.WARNING) >= 0;
                warned.merge(finding.id(), warns ? 1.0 / repeats : 0, Double::sum);
            }
        }
        System.out.printf("%,d rows, %,d holdout, %s:%n", rows, holdout, people);
        warned.forEach((name, share) -> System.out.printf("  %s %.3f%n", name, share));
        System.out.println("  fails " + warned.getOrDefault(Verdict.FAIL.name(), 0.0));
    }
}
