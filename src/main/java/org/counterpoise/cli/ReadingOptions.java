package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.ReadOptions.ColumnOptions;
import org.counterpoise.session.Imports;
import org.counterpoise.session.Step;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How files are read, where the guess is not right.
final class ReadingOptions {
    @Option(
            names = "--types",
            paramLabel = "COL=TYPE,...",
            description =
                    "What columns hold: integer, real, boolean, category, date, date-time or text.")
    List<String> types = new ArrayList<>();

    @Option(
            names = "--missing",
            paramLabel = "CODE,...",
            description = "Texts that mean \"missing\", besides the empty cell.")
    List<String> missing = new ArrayList<>();

    /// The step that reads a file.
    ///
    /// @throws UserProblem if it cannot be read, or an option names what is not there
    Step.ImportData importStep(Path file, String name, Progress progress) {
        ReadOptions options =
                withOptions(DataSniffer.sniff(file, progress).options(), types(), file);
        return Imports.of(file, name, options, progress);
    }

    /// The step that reads a file whose columns hold what the like-named ones of another do.
    Step.ImportData importLike(Step.ImportData other, Path file, String name, Progress progress) {
        ReadOptions options = DataSniffer.sniff(file, progress).options();
        Map<String, ColumnType> wanted = new LinkedHashMap<>();
        for (ColumnOptions column : options.columns()) {
            other.options().columns().stream()
                    .filter(o -> o.name().equals(column.name()) && differs(o.type(), column.type()))
                    .forEach(o -> wanted.put(o.name(), o.type()));
        }
        return Imports.of(file, name, withOptions(options, wanted, file), progress);
    }

    /// The step that reads a file to be held against another: what holds levels or texts there is
    /// read so here, too, everything else as it is guessed to be.
    Step.ImportData importBeside(Step.ImportData other, Path file, String name, Progress progress) {
        ReadOptions options = DataSniffer.sniff(file, progress).options();
        Map<String, ColumnType> wanted = new LinkedHashMap<>();
        for (ColumnOptions column : options.columns()) {
            other.options().columns().stream()
                    .filter(o -> o.name().equals(column.name()))
                    .map(ColumnOptions::type)
                    .filter(type -> type == ColumnType.CATEGORY || type == ColumnType.TEXT)
                    .forEach(type -> wanted.put(column.name(), type));
        }
        return Imports.of(file, name, withOptions(options, wanted, file), progress);
    }

    /// Whole numbers and fractions may stand for each other; everything else must be the same.
    private static boolean differs(ColumnType wanted, ColumnType guessed) {
        return wanted != guessed && !(wanted == ColumnType.INTEGER && guessed == ColumnType.REAL);
    }

    private ReadOptions withOptions(
            ReadOptions options, Map<String, ColumnType> wanted, Path file) {
        List<String> names = options.columns().stream().map(ColumnOptions::name).toList();
        for (String name : wanted.keySet()) {
            if (!names.contains(name)) {
                throw Texts.unknown(
                        "There is no column called \"" + name + "\".",
                        file.getFileName() + ", option --types",
                        name,
                        names);
            }
        }
        List<String> codes = new ArrayList<>(options.missing());
        missing.stream().flatMap(list -> Texts.list(list).stream()).forEach(codes::add);
        return new ReadOptions(
                options.format(),
                options.encoding(),
                options.separator(),
                options.quote(),
                options.decimal(),
                options.header(),
                options.sheet(),
                codes.stream().distinct().toList(),
                options.columns().stream()
                        .map(
                                column ->
                                        new ColumnOptions(
                                                column.name(),
                                                wanted.getOrDefault(column.name(), column.type()),
                                                column.missing()))
                        .toList());
    }

    private Map<String, ColumnType> types() {
        Map<String, ColumnType> wanted = new LinkedHashMap<>();
        for (String pair : types.stream().flatMap(list -> Texts.list(list).stream()).toList()) {
            int equals = pair.lastIndexOf('=');
            if (equals < 0) {
                throw new UserProblem(
                        "\"" + pair + "\" does not say which column holds what.",
                        "option --types",
                        "Write COL=TYPE, e.g. --types age=integer.");
            }
            wanted.put(pair.substring(0, equals), type(pair.substring(equals + 1)));
        }
        return wanted;
    }

    private static ColumnType type(String text) {
        List<String> names =
                Arrays.stream(ColumnType.values())
                        .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
        int index = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw Texts.unknown(
                    "There is no type called \"" + text + "\".", "option --types", text, names);
        }
        return ColumnType.values()[index];
    }
}
