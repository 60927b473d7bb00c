package org.counterpoise.workbench.audit.pairs;

import javafx.scene.layout.VBox;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.agreement.AgreementAudit;
import org.counterpoise.engine.audit.agreement.PairedRows;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.PickedRows;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Optional;

/// In a finding on the agreement of measurements, in place of its still picture: every pair,
/// brought together beside the FX thread.
public final class PairsCard extends VBox {
    /// What the view depends on.
    private record Wanted(Dataset data, Step.RunAudit step, FindingItem item) {}

    private final Workspace workspace;
    private final LatestOnly<Wanted, Optional<PairCloud>> loading;
    private List<Figure> instead = List.of();

    public PairsCard(Workspace workspace) {
        super(8);
        this.workspace = workspace;
        setId("pairs");
        this.loading =
                new LatestOnly<>(
                        workspace.jobs(), 0, PairsCard::cloud, this::show, workspace::tell);
    }

    private static Optional<PairCloud> cloud(Wanted wanted, Progress progress) {
        return PairedRows.of(
                        wanted.data(),
                        new AgreementAudit().settings().fromJson(wanted.step().settings()),
                        wanted.item().finding(),
                        progress)
                .map(rows -> PairCloud.of(rows, progress));
    }

    /// Whether this view shows what the figure shows.
    public static boolean shows(Figure figure) {
        return figure instanceof Figure.Agreement || figure instanceof Figure.Histogram;
    }

    /// Brings in the pairs behind a finding.
    ///
    /// @param step that made the finding
    /// @return whether it is on the differences of pairs, so that this view is to be shown
    public boolean offer(FindingItem item, Optional<Step.RunAudit> step) {
        loading.cancel();
        getChildren().clear();
        Optional<DataEntry> data = workspace.selected().get();
        boolean wanted =
                item.method().equals(new AgreementAudit().id())
                        && PairedRows.concerns(item.finding().id())
                        && step.isPresent()
                        && data.isPresent();
        if (wanted) {
            instead = item.finding().figures().stream().filter(PairsCard::shows).toList();
            getChildren().setAll(Texts.muted("Bringing the pairs together…"));
            loading.request(new Wanted(data.get().dataset(), step.get(), item));
        }
        return wanted;
    }

    private void show(Optional<PairCloud> cloud) {
        if (cloud.isEmpty()) {
            // The data have changed since: the finding's own picture is what there is.
            getChildren().clear();
            instead.forEach(figure -> getChildren().add(new ChartView(workspace, figure)));
            return;
        }
        getChildren().setAll(new PairsView(new PairsModel(cloud.get()), workspace, this::showRows));
    }

    private void showRows(int[] rows, String words) {
        workspace
                .selected()
                .get()
                .filter(_ -> rows.length > 0)
                .ifPresent(
                        data -> {
                            workspace.pick(new PickedRows(data.id(), words, rows));
                            workspace.show("data");
                        });
    }
}
