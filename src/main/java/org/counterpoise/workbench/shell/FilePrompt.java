package org.counterpoise.workbench.shell;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for a file. A test puts an answer in place of the system's window.
public interface FilePrompt {

    /// A kind of file.
    ///
    /// @param name for people, e.g. "Data files"
    /// @param patterns e.g. "*.csv"
    record Kind(String name, List<String> patterns) {
        public static final Kind DATA =
                new Kind(
                        "Data files",
                        List.of(
                                "*.csv",
                                "*.tsv",
                                "*.txt",
                                "*.xlsx",
                                "*.parquet",
                                "*.json",
                                "*.jsonl",
                                "*.ndjson"));
        public static final Kind PROJECT =
                new Kind("Counterpoise projects", List.of("*.counterpoise.mv.db"));

        public static Kind of(String name, String extension) {
            return new Kind(name, List.of("*." + extension));
        }
    }

    /// A file to read; empty if the user thinks better of it.
    Optional<Path> open(String title, Kind kind);

    /// A file to write; empty if the user thinks better of it.
    Optional<Path> save(String title, String proposedName, Kind kind);

    /// The system's own windows.
    static FilePrompt ofSystem(Window owner) {
        return new FilePrompt() {
            private @Nullable File folder;

            @Override
            public Optional<Path> open(String title, Kind kind) {
                return chosen(chooser(title, kind).showOpenDialog(owner));
            }

            @Override
            public Optional<Path> save(String title, String proposedName, Kind kind) {
                FileChooser chooser = chooser(title, kind);
                chooser.setInitialFileName(proposedName);
                return chosen(chooser.showSaveDialog(owner));
            }

            private FileChooser chooser(String title, Kind kind) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
                if (folder != null && folder.isDirectory()) {
                    chooser.setInitialDirectory(folder);
                }
                return chooser;
            }

            private Optional<Path> chosen(@Nullable File file) {
                if (file == null) {
                    return Optional.empty();
                }
                folder = file.getParentFile();
                return Optional.of(file.toPath());
            }
        };
    }
}
