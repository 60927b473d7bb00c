package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;

import java.util.List;
import java.util.Optional;

/// What the table shows: a dataset, filters, an order. Filtering and sorting run beside the FX
/// thread; the rows change when they are done.
final class GridModel {
    private static final int REST_MILLIS = 60;

    private record Request(Dataset data, List<RowFilter> filters, List<RowOrder.Key> keys) {}

    private final ReadOnlyObjectWrapper<Optional<Dataset>> dataset =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<GridRows> rows =
            new ReadOnlyObjectWrapper<>(new GridRows(new int[0]));
    private final ObservableList<RowFilter> filters = FXCollections.observableArrayList();
    private final LatestOnly<Request, GridRows> ordering;
    private List<RowOrder.Key> keys = List.of();

    GridModel(Workspace workspace) {
        ordering =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (request, progress) ->
                                new GridRows(
                                        RowOrder.of(
                                                request.data(),
                                                request.filters(),
                                                request.keys(),
                                                progress)),
                        rows::set,
                        workspace::tell);
        filters.addListener((ListChangeListener<RowFilter>) _ -> refresh());
    }

    ReadOnlyObjectProperty<Optional<Dataset>> dataset() {
        return dataset.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GridRows> rows() {
        return rows.getReadOnlyProperty();
    }

    /// The filters, all of which a shown row passes. One per column.
    ObservableList<RowFilter> filters() {
        return filters;
    }

    /// Shows another dataset. Filters and order stay where its columns are still there and of the
    /// same type: after a change of roles the view does not jump.
    void show(Optional<Dataset> shown) {
        Optional<Dataset> before = dataset.get();
        boolean sameRows =
                before.isPresent()
                        && shown.isPresent()
                        && before.get().rows() == shown.get().rows()
                        && types(before.get()).equals(types(shown.get()));
        dataset.set(shown);
        if (!sameRows) {
            keys = List.of();
            filters.clear();
            rows.set(new GridRows(new int[0]));
        }
        refresh();
    }

    private static List<List<Object>> types(Dataset data) {
        return data.schema().columns().stream()
                .map(column -> List.<Object>of(column.name(), column.type()))
                .toList();
    }

    void sort(List<RowOrder.Key> newKeys) {
        if (!newKeys.equals(keys)) {
            keys = List.copyOf(newKeys);
            refresh();
        }
    }

    /// Sets the filter of a column in place of the one it has.
    void filter(RowFilter filter) {
        filters.removeIf(old -> old.column().equals(filter.column()));
        filters.add(filter);
    }

    private void refresh() {
        ordering.cancel();
        dataset.get()
                .ifPresent(data -> ordering.request(new Request(data, List.copyOf(filters), keys)));
    }

    /// "5,123 of 7,874 rows".
    static String count(int shown, int all) {
        return shown == all
                ? NumberText.count(all) + " rows"
                : NumberText.count(shown) + " of " + NumberText.count(all) + " rows";
    }

    /// What a cell says: whole numbers in full, others to three significant digits, "–" if missing.
    static String shown(Dataset data, int row, int index) {
        Column column = data.column(index);
        if (column.missing(row)) {
            return "–";
        }
        if (column instanceof Column.Numbers numbers
                && data.schema().columns().get(index).type() == ColumnType.REAL) {
            return NumberText.short3(numbers.values()[row]);
        }
        return data.text(row, index);
    }
}
