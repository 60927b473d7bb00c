package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Imports;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;

import java.nio.file.Path;
import java.util.List;

/// The session of one command.
final class Work implements AutoCloseable {
    private final Project project;
    private final GivenFiles files = new GivenFiles();
    private final Progress progress;

    Work(String name, Progress progress) {
        this.project = Project.inMemory(name);
        this.progress = progress;
    }

    static Work on(Path file, Progress progress) {
        return new Work(Imports.nameOf(file), progress);
    }

    Project project() {
        return project;
    }

    Progress progress() {
        return progress;
    }

    /// Runs a step that reads a file.
    ///
    /// @param name by which the step asks for the file
    String run(Step step, String name, Path file) {
        files.add(name, file);
        return run(step);
    }

    /// Runs a step.
    ///
    /// @return the id of the first thing it made
    String run(Step step) {
        return project.run(step, files, progress).output();
    }

    /// Gives columns their roles, if any changes.
    ///
    /// @return the id of the dataset with the roles
    String assign(String id, RoleOptions roles) {
        List<ColumnInfo> changes = roles.changes(data(id));
        return changes.isEmpty() ? id : run(new Step.AssignRoles(id, changes));
    }

    Dataset data(String id) {
        return ((Artifact.Data) project.artifact(id)).dataset();
    }

    @Override
    public void close() {
        project.close();
    }
}
