package org.counterpoise.workbench.audit.whatif;

import com.fasterxml.jackson.databind.node.ObjectNode;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.explain.ExplainAudit;
import org.counterpoise.engine.audit.explain.ExplainSettings;
import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.Job;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Under a finding on what a model leans on: offers to change the cells of a row and see what the
/// model says then.
///
/// The model is fitted again as the audit fitted it, with the same settings and seed, beside the FX
/// thread. It stays while one goes from finding to finding of the same audit.
public final class WhatIfCard extends VBox {
    private static final ExplainAudit AUDIT = new ExplainAudit();

    /// What the view depends on.
    private record Wanted(Dataset data, Step.RunAudit step) {
        ExplainSettings settings() {
            return AUDIT.settings().fromJson(step.settings());
        }
    }

    private final Workspace workspace;
    private final VBox body = new VBox(10);
    private @Nullable Wanted offered;
    private @Nullable Job<RowModel> fitting;
    private @Nullable WhatIfView view;

    public WhatIfCard(Workspace workspace) {
        super(8);
        this.workspace = workspace;
        setId("what-if");
        getStyleClass().add("card");
        getChildren().addAll(Texts.heading("What if"), body);
        offer(Optional.empty());
    }

    /// Offers the view if the finding is on a model that was explained.
    ///
    /// @param step that made the finding
    public void offer(FindingItem item, Optional<Step.RunAudit> step) {
        offer(
                workspace
                        .selectedDataset()
                        .getValue()
                        .filter(_ -> item.method().equals(AUDIT.id()))
                        .flatMap(data -> step.map(made -> new Wanted(data, made))));
    }

    private void offer(Optional<Wanted> wanted) {
        setVisible(wanted.isPresent());
        setManaged(wanted.isPresent());
        Wanted now = wanted.orElse(null);
        if (now == null || !now.equals(offered)) {
            offered = now;
            stop();
            if (now == null) {
                body.getChildren().clear();
            } else {
                showOffer(now);
            }
        }
    }

    private void stop() {
        if (fitting != null) {
            fitting.cancel();
            fitting = null;
        }
        if (view != null) {
            view.stop();
            view = null;
        }
    }

    private void showOffer(Wanted wanted) {
        Button open = Buttons.plain("Change a row", () -> fit(wanted));
        open.setId("try-what-if");
        body.getChildren()
                .setAll(
                        Texts.body(
                                "This patient, other sex: change any cell of a row and see what the"
                                        + " model says then."),
                        open);
    }

    private void fit(Wanted wanted) {
        Job<RowModel> job =
                workspace
                        .jobs()
                        .beside(
                                "Fitting the model again",
                                progress ->
                                        RowModel.of(
                                                wanted.data(),
                                                wanted.settings(),
                                                wanted.step().seed(),
                                                progress));
        fitting = job;
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.fraction());
        bar.setAccessibleText("Progress of fitting the model");
        Button cancel = Buttons.plain("Cancel", job::cancel);
        cancel.setId("what-if-cancel");
        HBox line = new HBox(10, bar, Texts.muted("Fitting the model again…"), cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        body.getChildren().setAll(line);
        job.result()
                .whenComplete(
                        (model, failure) -> {
                            if (job == fitting) {
                                fitting = null;
                                fitted(wanted, model, failure);
                            }
                        });
    }

    private void fitted(Wanted wanted, @Nullable RowModel model, @Nullable Throwable failure) {
        if (model != null) {
            int asked = wanted.settings().row();
            int row = asked > 0 ? asked - 1 : workspace.currentRow().get();
            WhatIfModel whatIf = new WhatIfModel(model, row);
            if (asked > 0) {
                whatIf.change(model.asked());
            }
            view =
                    new WhatIfView(
                            whatIf,
                            wanted.data().name(),
                            workspace,
                            changes -> keep(wanted, changes));
            body.getChildren().setAll(view);
            return;
        }
        showOffer(wanted);
        if (failure != null && !(failure instanceof CancelledException)) {
            workspace.tell(failure);
        }
    }

    /// Asks the audit's question again, of this row with these changes, so that the answer is in
    /// the project and its report.
    private void keep(Wanted wanted, WhatIfModel.Wanted changes) {
        Step.RunAudit step = wanted.step();
        ObjectNode settings = AUDIT.settings().toJson(wanted.settings());
        settings.put("row", changes.row() + 1);
        try {
            settings.put("change", RowModel.setting(changes.changes()));
        } catch (UserProblem problem) {
            workspace.tell(problem);
            return;
        }
        workspace.run(
                new Step.RunAudit(
                        step.input(), step.benchmark(), step.method(), settings, step.seed()),
                "Asking of row " + (changes.row() + 1));
    }
}
