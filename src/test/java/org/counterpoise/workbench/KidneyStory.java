package org.counterpoise.workbench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.shell.KnownFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The kidney transplant sample, read in and with its roles marked: where most tests of pages
/// begin.
public final class KidneyStory {
    /// The shipped file.
    public static final Path FILE = Path.of("sample-data", "kidtran.csv");

    private KidneyStory() {}

    /// A project in memory: imported, roles marked, a fifth locked away.
    public static Project open(KnownFiles files, Progress progress) {
        Project project = Project.inMemory("kidtran");
        String sha256 = FileHash.sha256(FILE, progress);
        files.know(sha256, FILE);
        ReadOptions options = DataSniffer.sniff(FILE, progress).options();
        String read =
                project.run(
                                new Step.ImportData("kidtran", "kidtran.csv", sha256, options),
                                files,
                                progress)
                        .output();
        Schema schema = ((Artifact.Data) project.artifact(read)).dataset().schema();
        String marked =
                project.run(new Step.AssignRoles(read, roles(schema)), files, progress).output();
        project.run(
                new Step.Split(marked, 0.2, List.of("delta", "gender"), "", 1), files, progress);
        return project;
    }

    private static List<ColumnInfo> roles(Schema schema) {
        return List.of(
                schema.column("obs").withRole(Role.IDENTIFIER),
                schema.column("time").withRole(Role.IGNORED),
                schema.column("delta")
                        .withRole(Role.OUTCOME)
                        .withLabel("death")
                        .withPositive(Optional.of("1")),
                schema.column("gender").withRole(Role.PROTECTED),
                schema.column("race").withRole(Role.PROTECTED),
                schema.column("age").withBinning(Optional.of(new Binning(List.of(40.0, 60.0)))));
    }
}
