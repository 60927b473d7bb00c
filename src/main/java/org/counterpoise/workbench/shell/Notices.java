package org.counterpoise.workbench.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Icons;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.List;

/// The notices of the workspace as banners, at most three at a time, each with a button to close
/// it.
final class Notices extends VBox {
    private static final int SHOWN = 3;

    private final Workspace workspace;

    Notices(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("notices");
        setId("notices");
        workspace.notices().addListener((ListChangeListener<Notice>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(workspace.notices().stream().limit(SHOWN).map(this::banner).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node banner(Notice notice) {
        List<Node> buttons = new ArrayList<>();
        if (!notice.details().isEmpty()) {
            buttons.add(Buttons.plain("Copy details", () -> copy(notice.details())));
        }
        buttons.add(
                Icons.button(
                        BootstrapIcons.X,
                        "Close this message",
                        () -> workspace.notices().remove(notice)));
        Severity severity =
                switch (notice.kind()) {
                    case INFO -> Severity.OK;
                    case PROBLEM -> Severity.WARNING;
                    case BUG -> Severity.SERIOUS;
                };
        return new Banner(
                severity,
                notice.what(),
                notice.where(),
                notice.remedy(),
                buttons.toArray(Node[]::new));
    }

    private static void copy(String details) {
        ClipboardContent content = new ClipboardContent();
        content.putString(details);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
