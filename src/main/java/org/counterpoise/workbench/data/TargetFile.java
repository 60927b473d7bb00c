package org.counterpoise.workbench.data;

import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.session.PopulationFile;
import org.counterpoise.workbench.shell.FilePrompt;

import java.nio.file.Path;

/// Takes the target population's shares from a file with one row per group or per person.
final class TargetFile {
    private TargetFile() {}

    static void choose(DataModel model, Dataset data) {
        model.workspace()
                .filePrompt()
                .open(
                        "A file with one row per group and its count, or one row per person",
                        FilePrompt.Kind.DATA)
                .ifPresent(file -> read(model, data, file));
    }

    private static void read(DataModel model, Dataset data, Path file) {
        model.workspace()
                .compute(
                        "Looking at " + file.getFileName(),
                        progress -> {
                            ReadOptions options = DataSniffer.sniff(file, progress).options();
                            String hash = FileHash.sha256(file, progress);
                            model.workspace().files().know(hash, file);
                            return PopulationFile.source(data, file, hash, options, progress);
                        })
                .thenAccept(model::setTarget);
    }
}
