package org.counterpoise.workbench.audit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        /// How much more it says now.
        public double difference() {
            return now.value() - before.value();
        }
    }

    private final RowModel model;
    private final List<StringProperty> cells = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Wanted> wanted =
            new ReadOnlyObjectWrapper<>(this, "wanted", new Wanted(0, Map.of()));
    private final ReadOnlyObjectWrapper<Optional<Answers>> answers =
            new ReadOnlyObjectWrapper<>(this, "answers", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private List<String> own = List.of();
    private int row;
    private boolean filling;

    /// @param row from 0
    public WhatIfModel(RowModel model, int row) {
        this.model = model;
        for (int c = 0; c < model.columns().size(); c++) {
            StringProperty cell = new SimpleStringProperty(this, "cell " + c, "");
            cell.addListener((_, _, _) -> changed());
            cells.add(cell);
        }
        go(row);
    }

    public RowModel model() {
        return model;
    }

    /// Takes another row, as it is.
    ///
    /// @param position from 0; the nearest row there is counts
    public void go(int position) {
        row = Math.clamp(position, 0, model.rows() - 1);
        own = model.cells(row);
        reset();
    }

    /// The row, from 0.
    public int row() {
        return row;
    }

    /// Puts every cell back to what it is.
    public void reset() {
        filling = true;
        for (int c = 0; c < cells.size(); c++) {
            cells.get(c).set(own.get(c));
        }
        filling = false;
        changed();
    }

    /// The text of a cell, by the order of the model's columns; empty for missing.
    public StringProperty cell(int column) {
        return cells.get(column);
    }

    /// The cell of the row as it is.
    public String own(int column) {
        return own.get(column);
    }

    /// Positions of the columns: protected attributes first.
    public List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (boolean first : new boolean[] {true, false}) {
            IntStream.range(0, cells.size())
                    .filter(c -> (model.columns().get(c).role() == Role.PROTECTED) == first)
                    .forEach(order::add);
        }
        return order;
    }

    private void changed() {
        if (filling) {
            return;
        }
        Map<String, String> changes = new LinkedHashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            String value = cells.get(c).get().strip();
            if (!value.equals(own.get(c))) {
                changes.put(model.columns().get(c).name(), value);
            }
        }
        wanted.set(new Wanted(row, changes));
    }

    /// What the model is to be asked; changes with the row and its cells.
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

    /// Why the model cannot be asked; empty if it can.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public void show(Answers given) {
        problem.set("");
        answers.set(Optional.of(given));
    }

    public void refuse(String why) {
        problem.set(why);
    }
}
