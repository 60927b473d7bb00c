package org.counterpoise.workbench.audit;

import javafx.scene.layout.VBox;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.explain.ExplainAudit;
import org.counterpoise.engine.audit.explain.ExplainSettings;
import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;

/// Under a finding on what a model leans on: offers to change the cells of a row and see what the
/// model says then.
///
/// The model is fitted again as the audit fitted it, with the same settings and seed, beside the FX
/// thread.
final class WhatIfCard extends VBox {

    /// What the view depends on.
    ///
    /// @param row from 0
    private record Wanted(Dataset data, ExplainSettings settings, long seed, int row) {}

    private final Workspace workspace;
    private final LatestOnly<Wanted, WhatIfModel> models;
    private final VBox body = new VBox(8);

    WhatIfCard(Workspace workspace) {
        super(8);
        this.workspace = workspace;
        setId("what-if");
        getStyleClass().add("card");
        this.models =
                new LatestOnly<>(
                        workspace.jobs(),
                        "Fitting the model again",
                        0,
                        WhatIfCard::fitted,
                        model -> body.getChildren().setAll(new WhatIfView(model, workspace)),
                        workspace::tell);
        getChildren().addAll(Texts.heading("What if"), body);
        hide();
    }

    private static WhatIfModel fitted(Wanted wanted, Progress progress) {
        return new WhatIfModel(
                RowModel.of(wanted.data(), wanted.settings(), wanted.seed(), progress),
                wanted.row());
    }

    /// Offers the view if the finding is on a model that was explained.
    ///
    /// @param step that made the finding
    void offer(FindingItem item, Optional<Step.RunAudit> step) {
        hide();
        Optional<Dataset> data = workspace.selected().get().map(entry -> entry.dataset());
        if (!item.method().equals(new ExplainAudit().id()) || data.isEmpty()) {
            return;
        }
        step.ifPresent(made -> offer(data.get(), made));
    }

    private void offer(Dataset data, Step.RunAudit step) {
        ExplainSettings settings = new ExplainAudit().settings().fromJson(step.settings());
        var open =
                Buttons.plain(
                        "Change a row",
                        () -> {
                            body.getChildren().setAll(Texts.muted("Fitting the model again…"));
                            int current = workspace.currentRow().get();
                            int row =
                                    settings.row() > 0 ? settings.row() - 1 : Math.max(0, current);
                            models.request(new Wanted(data, settings, step.seed(), row));
                        });
        open.setId("try-what-if");
        body.getChildren()
                .setAll(
                        Texts.body(
                                "This patient, other sex: change any cell of a row and see what the"
                                        + " model says then."),
                        open);
        setVisible(true);
        setManaged(true);
    }

    private void hide() {
        models.cancel();
        body.getChildren().clear();
        setVisible(false);
        setManaged(false);
    }
}
