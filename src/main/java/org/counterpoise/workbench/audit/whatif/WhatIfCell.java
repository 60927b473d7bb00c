package org.counterpoise.workbench.audit.whatif;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.ColumnInfo;

import java.util.List;

/// One cell of a row: what it is, what it is changed to, and what is to be said of that.
public final class WhatIfCell {
    private final RowModel model;
    private final int column;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper own = new ReadOnlyStringWrapper(this, "own", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper(this, "caution", "");

    /// @param column its position among the columns of the model
    /// @param whenChanged told after everything else here is up to date
    WhatIfCell(RowModel model, int column, Runnable whenChanged) {
        this.model = model;
        this.column = column;
        text.addListener(
                (_, _, _) -> {
                    refresh();
                    whenChanged.run();
                });
    }

    private void refresh() {
        boolean differs = !value().equals(own.get());
        String wrong = differs ? model.problem(column, value()).orElse("") : "";
        problem.set(wrong);
        caution.set(differs && wrong.isEmpty() ? model.caution(column, value()).orElse("") : "");
        changed.set(differs);
    }

    public ColumnInfo info() {
        return model.columns().get(column);
    }

    /// What may be chosen; empty for numbers, which are typed.
    public List<String> levels() {
        return model.levels(column);
    }

    /// The cell as it is to be; empty for missing.
    public StringProperty text() {
        return text;
    }

    /// The same without what does not count.
    String value() {
        return levels().isEmpty() ? text.get().strip() : text.get();
    }

    /// The cell as it is in the data; empty for missing.
    public ReadOnlyStringProperty own() {
        return own.getReadOnlyProperty();
    }

    /// Whether it is to be other than in the data.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Why it cannot be read; empty if it can.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// What to know of a value that the model has not learnt from; empty if it has.
    public ReadOnlyStringProperty caution() {
        return caution.getReadOnlyProperty();
    }

    /// Puts it back to what it is in the data.
    public void undo() {
        text.set(own.get());
    }

    /// Takes the cell of another row.
    void take(String cell) {
        own.set(cell);
        undo();
        refresh();
    }

    /// A cell for people.
    public static String shown(String cell) {
        return cell.isEmpty() ? "missing" : cell;
    }
}
