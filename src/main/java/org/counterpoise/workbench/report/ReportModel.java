package org.counterpoise.workbench.report;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;

import java.nio.file.Path;
import java.util.List;

/// What the report will hold, whether it may be written, and what has been written. Needs no
/// window.
public final class ReportModel {
    private final SettingsModel<ReportSettings> settings =
            new SettingsModel<>(SettingsType.of(ReportSettings.start()), NameChoices.NONE);
    private final ObservableList<Path> written = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper something = new ReadOnlyBooleanWrapper(this, "something");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper previewStale =
            new ReadOnlyBooleanWrapper(this, "previewStale", true);
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);
    private String projectName = "";

    public ReportModel() {
        settings.value().addListener((Observable _) -> changed());
        settings.valid().addListener((Observable _) -> check());
    }

    public SettingsModel<ReportSettings> settings() {
        return settings;
    }

    /// The files written since the project was opened, newest first.
    public ObservableList<Path> written() {
        return written;
    }

    /// Whether there is anything to report.
    public ReadOnlyBooleanProperty something() {
        return something.getReadOnlyProperty();
    }

    /// Whether the report can be written as it is composed now.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// Whether the preview shows less than what is known now.
    public ReadOnlyBooleanProperty previewStale() {
        return previewStale.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RailState> railState() {
        return railState.getReadOnlyProperty();
    }

    /// Follows a project.
    public void show(ProjectView project) {
        if (!project.name().equals(projectName)) {
            projectName = project.name();
            written.clear();
            ReportSettings now = settings.value().get();
            settings.set(
                    now.withTitle(
                            projectName.isEmpty()
                                    ? ReportSettings.start().title()
                                    : "Bias audit of " + projectName));
        }
        something.set(!project.steps().isEmpty());
        previewStale.set(true);
        railState.set(state(project));
        check();
    }

    private static RailState state(ProjectView project) {
        if (project.steps().isEmpty()) {
            return RailState.blocked("There is nothing to report yet. Open a data file first.");
        }
        boolean last = project.steps().getLast().step() instanceof Step.WriteReport;
        boolean any = !project.stepsOf(Step.WriteReport.class).isEmpty();
        if (last) {
            return RailState.done("The report is up to date");
        }
        return any
                ? new RailState(
                        RailState.Kind.NONE, "draft", "Something was done since the last report")
                : RailState.NONE;
    }

    private void changed() {
        previewStale.set(true);
        check();
    }

    private void check() {
        ReportSettings wanted = settings.value().get();
        ready.set(
                something.get()
                        && settings.valid().get()
                        && !wanted.title().isBlank()
                        && (wanted.protocol() || !wanted.formats().isEmpty()));
    }

    /// The preview now shows everything.
    public void previewed() {
        previewStale.set(false);
    }

    /// Files have been written.
    public void wrote(List<Path> files) {
        written.removeAll(files);
        written.addAll(0, files);
    }

    /// The folder that is proposed for the files.
    public String proposedFolder() {
        String safe = projectName.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return (safe.isEmpty() ? "counterpoise" : safe) + "-report";
    }
}
