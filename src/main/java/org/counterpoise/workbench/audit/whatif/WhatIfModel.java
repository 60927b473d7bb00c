package org.counterpoise.workbench.audit.whatif;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row whose cells can be changed, and what a model says of it before and after. Needs no window.
///
/// The model is asked beside the FX thread: [#wanted()] says what, [#show(Answers)] takes the
/// answer.
public final class WhatIfModel {

    /// What the model is asked.
    ///
    /// @param row from 0
    /// @param changes column to value, of the cells that differ from the row as it is
    public record Wanted(int row, Map<String, String> changes) {}

    /// What the model says.
    ///
    /// @param asked the question it answers
    /// @param before of the row as it is
    /// @param now of the row as changed
    public record Answers(Wanted asked, RowModel.Answer before, RowModel.Answer now) {
        /// Whether any cell was changed.
        public boolean changed() {
            return !asked.changes().isEmpty();
        }

        /// How much more it says now.
        public double difference() {
            return now.value() - before.value();
        }
    }

    private final RowModel model;
    private final List<WhatIfCell> cells = new ArrayList<>();
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(this, "row");
    private final ReadOnlyObjectWrapper<Wanted> wanted =
            new ReadOnlyObjectWrapper<>(this, "wanted", new Wanted(0, Map.of()));
    private final ReadOnlyObjectWrapper<Optional<Answers>> answers =
            new ReadOnlyObjectWrapper<>(this, "answers", Optional.empty());
    private final ReadOnlyBooleanWrapper readable = new ReadOnlyBooleanWrapper(this, "readable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private boolean filling;

    /// @param position of the first row, from 0; the nearest row there is counts
    public WhatIfModel(RowModel model, int position) {
        this.model = model;
        for (int c = 0; c < model.columns().size(); c++) {
            cells.add(new WhatIfCell(model, c, this::refresh));
        }
        go(position);
    }

    public RowModel model() {
        return model;
    }

    /// By the order of the model's columns.
    public List<WhatIfCell> cells() {
        return cells;
    }

    /// The cells of protected attributes, or the others.
    public List<WhatIfCell> cells(boolean ofProtected) {
        return cells.stream()
                .filter(cell -> (cell.info().role() == Role.PROTECTED) == ofProtected)
                .toList();
    }

    /// The row, from 0.
    public ReadOnlyIntegerProperty row() {
        return row.getReadOnlyProperty();
    }

    /// Takes another row, as it is.
    ///
    /// @param position from 0; the nearest row there is counts
    public void go(int position) {
        row.set(Math.clamp(position, 0, model.rows() - 1));
        List<String> own = model.cells(row.get());
        fill(
                () -> {
                    for (int c = 0; c < cells.size(); c++) {
                        cells.get(c).take(own.get(c));
                    }
                });
    }

    /// Puts every cell back to what it is in the data.
    public void reset() {
        fill(() -> cells.forEach(WhatIfCell::undo));
    }

    /// Changes these cells, and puts all others back.
    ///
    /// @param changes column to value
    public void change(Map<String, String> changes) {
        fill(
                () ->
                        cells.forEach(
                                cell ->
                                        cell.text()
                                                .set(
                                                        changes.getOrDefault(
                                                                cell.info().name(),
                                                                cell.own().get()))));
    }

    /// Does many changes as one.
    private void fill(Runnable changes) {
        filling = true;
        changes.run();
        filling = false;
        refresh();
    }

    private void refresh() {
        if (filling) {
            return;
        }
        changed.set(cells.stream().anyMatch(cell -> cell.changed().get()));
        readable.set(cells.stream().allMatch(cell -> cell.problem().get().isEmpty()));
        if (readable.get()) {
            Map<String, String> changes = new LinkedHashMap<>();
            cells.stream()
                    .filter(cell -> cell.changed().get())
                    .forEach(cell -> changes.put(cell.info().name(), cell.value()));
            wanted.set(new Wanted(row.get(), changes));
        }
    }

    /// Whether any cell is to be other than in the data.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Whether every cell can be read, so that the model can be asked.
    public ReadOnlyBooleanProperty readable() {
        return readable.getReadOnlyProperty();
    }

    /// What the model is to be asked; changes with the row and its cells as long as they are
    /// readable.
    public ReadOnlyObjectProperty<Wanted> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// Asks the model. Not for the FX thread.
    public Answers ask(Wanted question) {
        RowModel.Answer before = model.ask(question.row(), Map.of());
        return new Answers(question, before, model.ask(question.row(), question.changes()));
    }

    /// What the model said last; empty until it has been asked.
    public ReadOnlyObjectProperty<Optional<Answers>> answers() {
        return answers.getReadOnlyProperty();
    }

    public void show(Answers given) {
        answers.set(Optional.of(given));
    }
}
