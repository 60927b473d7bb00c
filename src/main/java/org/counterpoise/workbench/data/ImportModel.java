package org.counterpoise.workbench.data;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.SniffResult;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// How a chosen file would be read, as guessed and as corrected by the user. Nothing counts before
/// [#importData()].
final class ImportModel {
    private static final int REST_MILLIS = 150;

    /// How one column would be read.
    ///
    /// @param missing further codes that mean missing, e.g. "-9, 99"
    record ColumnChoice(String name, ObjectProperty<ColumnType> type, StringProperty missing) {

        static ColumnChoice of(ReadOptions.ColumnOptions options) {
            return new ColumnChoice(
                    options.name(),
                    new SimpleObjectProperty<>(options.type()),
                    new SimpleStringProperty(String.join(", ", options.missing())));
        }

        ReadOptions.ColumnOptions options() {
            return new ReadOptions.ColumnOptions(name, type.get(), codes(missing.get()));
        }
    }

    /// What is known about the file at the moment.
    ///
    /// @param columns empty until the file has been read
    record Reading(
            Optional<SniffResult> result,
            List<ColumnChoice> columns,
            Optional<UserProblem> problem) {
        static final Reading WAITING = new Reading(Optional.empty(), List.of(), Optional.empty());
    }

    private final Workspace workspace;
    private final Path file;
    private final StringProperty name;
    private final StringProperty encoding = new SimpleStringProperty("UTF-8");
    private final StringProperty separator = new SimpleStringProperty(",");
    private final StringProperty quote = new SimpleStringProperty("\"");
    private final StringProperty decimal = new SimpleStringProperty(".");
    private final BooleanProperty header = new SimpleBooleanProperty(true);
    private final StringProperty sheet = new SimpleStringProperty("");
    private final StringProperty missing = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(Reading.WAITING);
    private final LatestOnly<Optional<ReadOptions>, SniffResult> sniffing;
    private boolean applying;

    ImportModel(Workspace workspace, Path file) {
        this.workspace = workspace;
        this.file = file;
        this.name = new SimpleStringProperty(withoutExtension(file));
        sniffing =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (options, progress) ->
                                options.isPresent()
                                        ? DataSniffer.sniffAs(file, options.get(), progress)
                                        : DataSniffer.sniff(file, progress),
                        this::show,
                        this::fail);
        List.of(encoding, separator, quote, decimal, sheet)
                .forEach(setting -> setting.addListener(_ -> sniffAgain()));
        header.addListener(_ -> sniffAgain());
        sniffing.request(Optional.empty());
    }

    private static String withoutExtension(Path file) {
        String fileName = file.getFileName().toString();
        int dot = fileName.indexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    Path file() {
        return file;
    }

    /// The dataset's name.
    StringProperty name() {
        return name;
    }

    StringProperty encoding() {
        return encoding;
    }

    StringProperty separator() {
        return separator;
    }

    StringProperty quote() {
        return quote;
    }

    StringProperty decimal() {
        return decimal;
    }

    BooleanProperty header() {
        return header;
    }

    StringProperty sheet() {
        return sheet;
    }

    /// Codes that mean missing in every column, e.g. "NA, .".
    StringProperty missing() {
        return missing;
    }

    ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    private void show(SniffResult result) {
        ReadOptions options = result.options();
        applying = true;
        encoding.set(options.encoding());
        separator.set(options.separator());
        quote.set(options.quote());
        decimal.set(options.decimal());
        header.set(options.header());
        sheet.set(options.sheet());
        missing.set(String.join(", ", options.missing()));
        applying = false;
        reading.set(
                new Reading(
                        Optional.of(result),
                        options.columns().stream().map(ColumnChoice::of).toList(),
                        Optional.empty()));
    }

    private void fail(Throwable failure) {
        if (failure instanceof UserProblem problem) {
            reading.set(new Reading(Optional.empty(), List.of(), Optional.of(problem)));
        } else {
            workspace.tell(failure);
        }
    }

    /// The structure of the file has been set anew: names, types and codes are guessed again.
    private void sniffAgain() {
        Optional<SniffResult> result = reading.get().result();
        if (!applying && result.isPresent()) {
            sniffing.request(Optional.of(options(result.get().options().format())));
        }
    }

    private ReadOptions options(ReadOptions.Format format) {
        return new ReadOptions(
                format,
                encoding.get(),
                separator.get(),
                quote.get(),
                decimal.get(),
                header.get(),
                sheet.get(),
                codes(missing.get()),
                reading.get().columns().stream().map(ColumnChoice::options).toList());
    }

    /// Codes separated by commas or blanks.
    static List<String> codes(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(code -> !code.isEmpty()).toList();
    }

    void cancel() {
        sniffing.cancel();
    }

    /// Reads the file as shown, as a step of the open project or of a new one.
    CompletableFuture<StepRecord> importData() {
        ReadOptions options =
                options(
                        reading.get()
                                .result()
                                .orElseThrow(() -> new IllegalStateException("nothing was read"))
                                .options()
                                .format());
        String datasetName = name.get().isBlank() ? withoutExtension(file) : name.get().strip();
        return workspace.changeOrCreate(
                datasetName,
                "Importing " + file.getFileName(),
                (project, progress) -> {
                    String hash = FileHash.sha256(file, progress.part(0, 0.1));
                    workspace.files().know(hash, file);
                    return project.run(
                            new Step.ImportData(
                                    datasetName, file.getFileName().toString(), hash, options),
                            workspace.files(),
                            progress.part(0.1, 1));
                });
    }
}
