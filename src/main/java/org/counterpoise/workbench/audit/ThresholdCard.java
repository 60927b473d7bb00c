package org.counterpoise.workbench.audit;

import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.performance.PerformanceAudit;
import org.counterpoise.engine.audit.performance.ScoredGroups;
import org.counterpoise.engine.audit.performance.Thresholds;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;

/// Under a finding on performance: offers to try other thresholds, and lets them be tried.
///
/// The score is had again as the audit had it (a model trained there is trained again with the
/// same seed); that and the sorting run beside the FX thread.
final class ThresholdCard extends VBox {
    /// More groups than this cannot be told apart.
    private static final int MOST_GROUPS = 12;

    /// What the view depends on.
    private record Wanted(Dataset data, Step.RunAudit step, String findingId) {}

    private record Choice(ScoredGroups scored, int grouping) {}

    private record Sorted(Choice choice, Thresholds thresholds) {}

    private final Workspace workspace;
    private final LatestOnly<Wanted, Optional<ScoredGroups>> scores;
    private final LatestOnly<Choice, Sorted> sorting;
    private final VBox body = new VBox(8);
    private final VBox sliders = new VBox();
    private String findingId = "";

    ThresholdCard(Workspace workspace) {
        this.workspace = workspace;
        setId("threshold-explorer");
        getStyleClass().add("card");
        this.scores =
                new LatestOnly<>(
                        workspace.jobs(),
                        0,
                        ThresholdCard::scored,
                        this::showAttributes,
                        workspace::tell);
        this.sorting =
                new LatestOnly<>(
                        workspace.jobs(),
                        0,
                        (choice, progress) ->
                                new Sorted(
                                        choice,
                                        choice.scored().thresholds(choice.grouping(), progress)),
                        this::showSliders,
                        workspace::tell);
        getChildren().addAll(Texts.heading("Other thresholds"), body);
        hide();
    }

    private static Optional<ScoredGroups> scored(Wanted wanted, Progress progress) {
        PerformanceAudit audit = new PerformanceAudit();
        return ScoredGroups.of(
                wanted.data(),
                audit.settings().fromJson(wanted.step().settings()),
                wanted.step().seed(),
                wanted.findingId(),
                progress);
    }

    /// Offers the explorer if the finding is on performance.
    ///
    /// @param step that made the finding
    void offer(FindingItem item, Optional<Step.RunAudit> step) {
        hide();
        Optional<Dataset> data = workspace.selected().get().map(entry -> entry.dataset());
        if (!item.method().equals(new PerformanceAudit().id()) || data.isEmpty()) {
            return;
        }
        step.ifPresent(
                made -> {
                    findingId = item.finding().id();
                    var open =
                            Buttons.plain(
                                    "Try other thresholds",
                                    () -> start(new Wanted(data.get(), made, findingId)));
                    open.setId("try-thresholds");
                    body.getChildren()
                            .setAll(
                                    Texts.body(
                                            "Move the threshold and see what it does in every"
                                                    + " group."),
                                    open);
                    setVisible(true);
                    setManaged(true);
                });
    }

    private void hide() {
        scores.cancel();
        sorting.cancel();
        body.getChildren().clear();
        sliders.getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    private void start(Wanted wanted) {
        body.getChildren().setAll(Texts.muted("Bringing the scores together…"));
        scores.request(wanted);
    }

    private void showAttributes(Optional<ScoredGroups> found) {
        if (found.isEmpty()) {
            body.getChildren()
                    .setAll(
                            Texts.body(
                                    "A threshold can be moved only on a score, and only a decision"
                                            + " is marked here. Mark the score beside it, or let a"
                                            + " model be trained."));
            return;
        }
        ScoredGroups scored = found.get();
        ComboBox<String> by = new ComboBox<>();
        by.setId("threshold-by");
        by.setAccessibleText("Groups by");
        scored.groupings().forEach(g -> by.getItems().add(String.join(" × ", g.columns())));
        by.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        index -> {
                            if (index.intValue() >= 0) {
                                choose(new Choice(scored, index.intValue()));
                            }
                        });
        body.getChildren().setAll(by, sliders);
        by.getSelectionModel().select(scored.about(findingId));
    }

    private void choose(Choice choice) {
        int groups = choice.scored().groupings().get(choice.grouping()).groups().size();
        if (groups > MOST_GROUPS) {
            sorting.cancel();
            sliders.getChildren()
                    .setAll(
                            Texts.body(
                                    groups
                                            + " groups are too many to be told apart; choose an"
                                            + " attribute with at most "
                                            + MOST_GROUPS
                                            + "."));
        } else {
            sorting.request(choice);
        }
    }

    private void showSliders(Sorted sorted) {
        ScoredGroups scored = sorted.choice().scored();
        ThresholdModel model =
                new ThresholdModel(sorted.thresholds(), scored.threshold(), scored.confidence());
        sliders.getChildren().setAll(new ThresholdView(model, workspace));
    }
}
