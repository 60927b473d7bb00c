package org.counterpoise.workbench.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.counterpoise.session.Project;
import org.counterpoise.workbench.widget.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The foot of the window: what runs and how long it will take, when it was saved, what undo would
/// take back.
final class JobsBar extends HBox {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Workspace workspace;
    private final ProgressBar bar = new ProgressBar();
    private final Label phrase = new Label();
    private final Button cancel;
    private @Nullable Job<?> watched;

    JobsBar(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("jobs-bar");
        bar.setPrefWidth(150);
        bar.setAccessibleText("Progress of the running work");
        phrase.setId("job-phrase");
        cancel = Icons.button(BootstrapIcons.X, "Cancel this work", this::cancelWatched);
        cancel.setId("job-cancel");
        Label saved = new Label();
        saved.textProperty().bind(workspace.project().map(JobsBar::savedText));
        saved.setMinWidth(Region.USE_PREF_SIZE);
        Label undo = new Label();
        undo.textProperty().bind(workspace.project().map(JobsBar::undoText));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(bar, phrase, cancel, saved, gap, undo);
        workspace.jobs().running().addListener((ListChangeListener<Job<?>>) _ -> watch());
        watch();
    }

    private void watch() {
        Job<?> first =
                workspace.jobs().running().isEmpty() ? null : workspace.jobs().running().getFirst();
        boolean busy = first != null;
        bar.setVisible(busy);
        bar.setManaged(busy);
        cancel.setVisible(busy);
        cancel.setManaged(busy);
        phrase.textProperty().unbind();
        bar.progressProperty().unbind();
        if (first == null) {
            phrase.setText("All work done");
        } else {
            bar.progressProperty().bind(first.fraction());
            phrase.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> text(first), first.phrase(), first.fraction()));
        }
        watched = first;
    }

    private String text(Job<?> job) {
        StringBuilder text = new StringBuilder(job.phrase().get());
        if (job.fraction().get() >= 0) {
            text.append(" · ").append(Math.round(job.fraction().get() * 100)).append(" %");
        }
        job.remaining().ifPresent(left -> text.append(" · ").append(RemainingTime.shown(left)));
        int others = workspace.jobs().running().size() - 1;
        if (others > 0) {
            text.append(" · ").append(others).append(" more waiting");
        }
        return text.toString();
    }

    private void cancelWatched() {
        if (watched != null) {
            watched.cancel();
        }
    }

    private static String savedText(ProjectView project) {
        if (!project.open() || project.steps().isEmpty()) {
            return "";
        }
        return project.file().isPresent()
                ? "Saved " + CLOCK.format(project.savedAt())
                : "Not saved: this project is only in memory";
    }

    private static String undoText(ProjectView project) {
        return project.undoable()
                .map(step -> "Last step: " + Project.describe(step.step()))
                .orElse("");
    }
}
