package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.counterpoise.engine.synth.RareLevels;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What made rows must obey, and what a model must not learn.
final class RuleOptions {
    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "A rule for every made row, e.g. \"diastolic < systolic\", \"age between 18 and"
                            + " 90\", \"if sex = M then pregnant = no\"; may be repeated.")
    List<String> rules = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rules from a text file, one per line; # begins a remark.")
    @Nullable Path file;

    @Option(
            names = "--suppress-rare",
            paramLabel = "N",
            description =
                    "Merge levels of fewer than N rows into \"other\" before learning (not in the"
                            + " outcome and protected attributes).")
    int minimum;

    @Option(
            names = "--suppress-also",
            split = ",",
            paramLabel = "COL,...",
            description = "Outcome or protected columns in which to merge rare levels too.")
    List<String> also = new ArrayList<>();

    /// The rules, each as the program writes it.
    ///
    /// @throws UserProblem if one cannot be understood, or the file cannot be read
    List<String> of(Dataset data) {
        List<String> all = new ArrayList<>(rules);
        Path from = file;
        if (from != null) {
            all.addAll(Rules.lines(read(from)));
        }
        Vocabulary words = Vocabulary.of(data).with(Vocabulary.of(rare(data).apply(data).data()));
        return all.stream().map(text -> Rules.parse(text, words).text()).toList();
    }

    RareLevels rare(Dataset data) {
        if (minimum < 0) {
            throw new UserProblem(
                    "The least number of rows is " + minimum + ".",
                    "option --suppress-rare",
                    "Write 2 or more, or leave it out.");
        }
        return new RareLevels(
                minimum,
                also.stream().map(name -> Texts.column(data, name, "--suppress-also")).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserProblem(
                    "The rules could not be read.",
                    file.toString(),
                    "Name a text file that exists and that you may read.",
                    e);
        }
    }
}
