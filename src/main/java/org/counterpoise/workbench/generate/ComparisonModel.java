package org.counterpoise.workbench.generate;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.fidelity.Marginal;
import org.counterpoise.workbench.shell.ProjectView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One version beside the real data, or two versions side by side. Needs no window.
///
/// The columns are compared elsewhere: whoever watches [#request()] hands the result to
/// [#showMarginals(List)].
final class ComparisonModel {

    /// What a comparison depends on.
    ///
    /// @param versions one or two
    record Request(Dataset real, List<Dataset> versions) {
        Request {
            versions = List.copyOf(versions);
        }

        /// Compares all columns. Reads every row: not for the FX thread.
        static List<Marginal> work(Request request, Progress progress) {
            return Marginal.of(request.real(), request.versions(), progress);
        }
    }

    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Version>> left =
            new SimpleObjectProperty<>(this, "left", Optional.empty());
    private final ObjectProperty<Optional<Version>> right =
            new SimpleObjectProperty<>(this, "right", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Request>> request =
            new ReadOnlyObjectWrapper<>(this, "request", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Marginal>>> marginals =
            new ReadOnlyObjectWrapper<>(this, "marginals", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Fact>> facts =
            new ReadOnlyObjectWrapper<>(this, "facts", List.of());
    private ProjectView project = ProjectView.CLOSED;
    private Optional<Dataset> real = Optional.empty();

    ComparisonModel() {
        left.addListener((Observable _) -> changed());
        right.addListener((Observable _) -> changed());
    }

    /// The versions to choose from, newest first.
    ObservableList<Version> versions() {
        return versions;
    }

    ObjectProperty<Optional<Version>> left() {
        return left;
    }

    /// Empty to see the left version alone.
    ObjectProperty<Optional<Version>> right() {
        return right;
    }

    /// What a comparison is wanted of; empty without a version.
    ReadOnlyObjectProperty<Optional<Request>> request() {
        return request.getReadOnlyProperty();
    }

    /// The columns, the least alike first; empty while they are being compared.
    ReadOnlyObjectProperty<Optional<List<Marginal>>> marginals() {
        return marginals.getReadOnlyProperty();
    }

    /// How the versions were made and judged, line by line.
    ReadOnlyObjectProperty<List<Fact>> facts() {
        return facts.getReadOnlyProperty();
    }

    /// Takes over what the latest request amounts to.
    void showMarginals(List<Marginal> compared) {
        marginals.set(Optional.of(compared));
    }

    /// Shows the versions of a project. A new one comes to the left, the one before to the right.
    void show(ProjectView view, Optional<Dataset> training, List<Version> newestFirst) {
        boolean more = newestFirst.size() > versions.size();
        project = view;
        real = training;
        versions.setAll(newestFirst);
        if (more) {
            left.set(newestFirst.stream().findFirst());
            right.set(newestFirst.stream().skip(1).findFirst());
        } else {
            left.set(same(left.get()).or(() -> newestFirst.stream().findFirst()));
            right.set(same(right.get()));
        }
        changed();
    }

    private Optional<Version> same(Optional<Version> before) {
        return before.flatMap(
                b -> versions.stream().filter(version -> version.id().equals(b.id())).findFirst());
    }

    private void changed() {
        List<Version> chosen = new ArrayList<>();
        left.get().ifPresent(chosen::add);
        right.get().filter(version -> !chosen.contains(version)).ifPresent(chosen::add);
        facts.set(Fact.of(chosen, project));
        Optional<Request> wanted =
                real.filter(_ -> !chosen.isEmpty())
                        .map(
                                data ->
                                        new Request(
                                                data,
                                                chosen.stream().map(Version::dataset).toList()));
        if (!wanted.equals(request.get())) {
            marginals.set(Optional.empty());
            request.set(wanted);
        }
    }
}
