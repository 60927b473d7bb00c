package org.counterpoise.bench;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.utility.FollowedPeople;
import org.counterpoise.engine.validate.utility.MeasuredPeople;
import org.counterpoise.engine.validate.utility.Utility;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Simulates how often utility fails or warns of a fresh sample of the same population; prints the
/// table of src/docs/guide/validate.md.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.UtilitySimulation`
public final class UtilitySimulation {
    private static final int REPEATS = 400;

    private UtilitySimulation() {}

    /// Draws people of one population.
    private interface Population {
        Dataset draw(Part part, int rows, RandomGenerator random);
    }

    public static void main(String[] args) {
        int repeats = args.length > 0 ? Integer.parseInt(args[0]) : REPEATS;
        Map<String, Population> populations = new TreeMap<>();
        populations.put("number", new MeasuredPeople(2, 2)::draw);
        populations.put("number, weak", new MeasuredPeople(0.5, 0.5)::draw);
        populations.put("time", new FollowedPeople(1.5, 1.5)::draw);
        for (int[] size : new int[][] {{150, 150}, {300, 300}, {300, 3000}, {1000, 1000}}) {
            populations.forEach((name, people) -> print(name, people, size[0], size[1], repeats));
        }
    }

    private static void print(String name, Population people, int rows, int holdout, int repeats) {
        List<Validation> validations =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "",
                        repeat -> {
                            RandomGenerator random = Streams.of(79, repeat);
                            ValidationInput input =
                                    new ValidationInput(
                                            people.draw(Part.TRAINING, rows, random),
                                            Optional.of(people.draw(Part.HOLDOUT, holdout, random)),
                                            people.draw(Part.SYNTHETIC, rows, random));
                            Utility utility = new Utility();
                            return utility.run(input, utility.defaults(), repeat, Progress.NONE);
                        });
        Map<String, Double> shares = new TreeMap<>();
        for (Validation validation : validations) {
            shares.merge(validation.verdict().name(), 1.0 / repeats, Double::sum);
            for (Finding finding : validation.assessment().findings()) {
                boolean warns = finding.severity().compareTo(Severity.WARNING) >= 0;
                shares.merge(finding.id(), warns ? 1.0 / repeats : 0, Double::sum);
            }
        }
        System.out.printf("%s, %,d rows, %,d holdout:%n", name, rows, holdout);
        shares.forEach((id, share) -> System.out.printf("  %s %.3f%n", id, share));
    }
}
