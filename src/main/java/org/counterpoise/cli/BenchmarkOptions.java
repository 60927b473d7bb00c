package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.session.PopulationFile;
import org.counterpoise.session.Step;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The target population.
final class BenchmarkOptions {
    /// The name by which a benchmark's step asks for its file.
    private static final String NAME = "benchmark";

    /// "LEVEL:SHARE" up to the next comma; a level may have commas of its own.
    private static final Pattern SHARE =
            Pattern.compile("\\G(.+?):(\\d*\\.?\\d+(?:[eE]-?\\d+)?%?)(?:,|$)");

    @Option(
            names = "--benchmark",
            paramLabel = "FILE|weights|COL=LEVEL:SHARE,...",
            description =
                    "The target population: a file with a row per group or per person, the survey weights"
                            + " (with --weight), or shares, e.g. sex=F:0.51,M:0.49. Repeatable.")
    List<String> given = new ArrayList<>();

    /// Sets the target population, if there is one.
    ///
    /// @param input id of the dataset with its roles
    /// @return id of the benchmark; empty for none
    String set(Work work, String input, ReadingOptions reading) {
        if (given.isEmpty()) {
            return "";
        }
        Dataset data = work.data(input);
        String first = given.getFirst();
        if (first.equals("weights")) {
            return work.run(new Step.SetBenchmark(input, weights(data)));
        } else if (Files.exists(Path.of(first))) {
            Path file = Path.of(first);
            return work.run(
                    new Step.SetBenchmark(input, file(work, data, file, reading)), NAME, file);
        } else if (first.contains("=")) {
            return work.run(new Step.SetBenchmark(input, typed(data)));
        }
        throw new UserProblem(
                "There is no file called \"" + first + "\".",
                "option --benchmark",
                "Name a file, or write weights, or shares such as sex=F:0.51,M:0.49.");
    }

    private static BenchmarkSource weights(Dataset data) {
        List<String> columns = data.schema().namesWithRole(Role.WEIGHT);
        if (columns.isEmpty()) {
            throw new UserProblem(
                    "It is not known which column holds the weights.",
                    "option --benchmark weights",
                    "Add --weight COL.");
        }
        return new BenchmarkSource.Weights(columns.getFirst());
    }

    private BenchmarkSource typed(Dataset data) {
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        for (String text : given) {
            for (String part : text.split(";")) {
                int equals = part.indexOf('=');
                String column =
                        Texts.column(
                                data,
                                part.substring(0, Math.max(0, equals)).strip(),
                                "--benchmark");
                shares.put(column, shares(part.substring(equals + 1)));
            }
        }
        return new BenchmarkSource.Typed(shares);
    }

    private static Map<String, Double> shares(String text) {
        Map<String, Double> shares = new LinkedHashMap<>();
        Matcher matcher = SHARE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            shares.put(matcher.group(1).strip(), Double.valueOf(matcher.group(2).replace("%", "")));
            end = matcher.end();
        }
        if (shares.isEmpty() || end != text.length()) {
            throw new UserProblem(
                    "\"" + text.substring(end) + "\" is not a level and its share.",
                    "option --benchmark",
                    "Write LEVEL:SHARE with commas between, e.g. sex=F:0.51,M:0.49.");
        }
        return shares;
    }

    private static BenchmarkSource file(
            Work work, Dataset data, Path file, ReadingOptions reading) {
        Step.ImportData step = reading.importStep(file, NAME, work.progress());
        return PopulationFile.source(data, file, step.sha256(), step.options(), work.progress());
    }
}
