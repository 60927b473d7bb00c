package org.counterpoise.workbench.findings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.counterpoise.engine.finding.Severity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The findings of several assessments in one list, most severe first. Needs no window.
public final class FindingListModel {
    private final ObservableList<FindingItem> all = FXCollections.observableArrayList();
    private final FilteredList<FindingItem> shown = new FilteredList<>(all);
    private final ObjectProperty<FindingFilter> filter =
            new SimpleObjectProperty<>(this, "filter", FindingFilter.ALL);
    private final ObjectProperty<Optional<FindingItem>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());

    public FindingListModel() {
        filter.subscribe(
                wanted -> {
                    shown.setPredicate(item -> wanted.accepts(item.finding().severity()));
                    keepSelection(selected.get());
                });
    }

    /// Replaces the list. The selection stays on the same finding, else goes to the first.
    public void setAll(List<FindingItem> items) {
        Optional<FindingItem> before = selected.get();
        all.setAll(
                items.stream()
                        .sorted(
                                Comparator.comparing(
                                        (FindingItem item) -> item.finding().severity(),
                                        Comparator.reverseOrder()))
                        .toList());
        if (shown.isEmpty() && !all.isEmpty()) {
            filter.set(FindingFilter.ALL);
        }
        keepSelection(before);
    }

    private void keepSelection(Optional<FindingItem> before) {
        selected.set(
                before.flatMap(
                                old ->
                                        shown.stream()
                                                .filter(item -> item.key().equals(old.key()))
                                                .findFirst())
                        .or(() -> shown.stream().findFirst()));
    }

    /// Those that pass the filter, most severe first.
    public ObservableList<FindingItem> shown() {
        return shown;
    }

    public ObjectProperty<FindingFilter> filter() {
        return filter;
    }

    /// The finding in detail; empty while none is listed.
    public ObjectProperty<Optional<FindingItem>> selected() {
        return selected;
    }

    /// How many findings a filter lets through.
    public IntegerBinding count(FindingFilter wanted) {
        return Bindings.createIntegerBinding(() -> countOf(wanted), all);
    }

    private int countOf(FindingFilter wanted) {
        return (int) all.stream().filter(i -> wanted.accepts(i.finding().severity())).count();
    }

    /// How many are of this severity just now.
    public long count(Severity severity) {
        return all.stream().filter(item -> item.finding().severity() == severity).count();
    }

    /// Shows the finding with this id, if it is there.
    public void select(String findingId) {
        all.stream()
                .filter(item -> item.finding().id().equals(findingId))
                .findFirst()
                .ifPresent(
                        item -> {
                            if (!filter.get().accepts(item.finding().severity())) {
                                filter.set(FindingFilter.ALL);
                            }
                            selected.set(Optional.of(item));
                        });
    }
}
