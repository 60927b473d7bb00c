package org.counterpoise.engine.synth;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.List;

/// The part of a training set that synthesizers learn from.
///
/// @param data the training set with only the columns that are synthesised
/// @param notes which columns were left out and why, one sentence each
public record Learnable(Dataset data, List<String> notes) {

    public Learnable {
        notes = List.copyOf(notes);
    }

    /// Whether a synthesizer makes values for this column: it has a role that is synthesised and
    /// is not free text.
    public static boolean modelled(ColumnInfo info) {
        return info.role().synthesised() && info.type() != ColumnType.TEXT;
    }

    /// Checks a training set and leaves out what is not synthesised.
    ///
    /// @param what what is about to be fitted, for messages
    /// @throws UserProblem if this is the holdout, has no rows or nothing to synthesise, or holds
    ///     an infinite number
    public static Learnable of(Dataset training, String what) {
        training.forFitting(what);
        if (training.rows() == 0) {
            throw new UserProblem(
                    what + " has no rows to learn from.",
                    training.name(),
                    "Choose a dataset with at least one row.");
        }
        List<ColumnInfo> all = training.schema().columns();
        List<String> kept = all.stream().filter(Learnable::modelled).map(ColumnInfo::name).toList();
        if (kept.isEmpty()) {
            throw new UserProblem(
                    "There is no column to synthesise.",
                    training.name(),
                    "Give at least one column that is not text another role than identifier or"
                            + " ignored.");
        }
        Dataset data = training.project(kept);
        checkFinite(data);
        return new Learnable(data, notes(all));
    }

    private static void checkFinite(Dataset data) {
        for (ColumnInfo info : data.schema().columns()) {
            if (data.column(info.name()) instanceof Column.Numbers numbers) {
                for (int row = 0; row < numbers.size(); row++) {
                    if (Double.isInfinite(numbers.values()[row])) {
                        throw new UserProblem(
                                "\"" + info.name() + "\" holds an infinite number.",
                                data.name() + ", row " + (row + 1),
                                "Read it as missing when importing, or ignore the column.");
                    }
                }
            }
        }
    }

    private static List<String> notes(List<ColumnInfo> all) {
        List<String> byRole = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (ColumnInfo info : all) {
            if (!info.role().synthesised()) {
                byRole.add(info.name());
            } else if (info.type() == ColumnType.TEXT) {
                texts.add(info.name());
            }
        }
        List<String> notes = new ArrayList<>();
        if (!byRole.isEmpty()) {
            notes.add("Left out as identifiers or ignored: " + String.join(", ", byRole) + ".");
        }
        if (!texts.isEmpty()) {
            notes.add(
                    "Left out, as free text is not synthesised: " + String.join(", ", texts) + ".");
        }
        return notes;
    }
}
