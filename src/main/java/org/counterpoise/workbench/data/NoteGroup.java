package org.counterpoise.workbench.data;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DatasetNote;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The notes of one kind about a dataset, told as one: "Looks protected: age, sex".
///
/// @param notes of the same kind, at least one
record NoteGroup(DatasetNote.Kind kind, List<DatasetNote> notes) {
    private static final int NAMED = 4;

    /// Notes by kind, the kinds in their own order.
    static List<NoteGroup> of(List<DatasetNote> notes) {
        Map<DatasetNote.Kind, List<DatasetNote>> byKind = new EnumMap<>(DatasetNote.Kind.class);
        notes.forEach(
                note -> byKind.computeIfAbsent(note.kind(), _ -> new ArrayList<>()).add(note));
        return byKind.entrySet().stream()
                .map(entry -> new NoteGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    Severity severity() {
        return kind == DatasetNote.Kind.LEAKAGE ? Severity.WARNING : Severity.NOTE;
    }

    /// One note in its own words; several by what they have in common.
    String headline() {
        if (notes.size() == 1) {
            return notes.getFirst().headline();
        }
        return switch (kind) {
            case LEAKAGE -> notes.size() + " columns give the outcome away: " + names();
            case PLATE -> "Look like wells on plates: " + names();
            case MOLECULE -> "Look like molecules: " + names();
            case OUTCOME -> "Could be the outcome: " + names();
            case PROTECTED -> "Look protected: " + names();
            case IDENTIFIER -> "Look like identifiers: " + names();
            case WEIGHT -> "Look like weights: " + names();
            case DUPLICATE_ROWS -> "Rows repeat";
            case CONSTANT -> "The same everywhere: " + names();
            case ALL_MISSING -> "Empty columns: " + names();
        };
    }

    /// Why it is thought so.
    String reason() {
        return notes.size() == 1
                ? notes.getFirst().reason()
                : notes.stream()
                        .limit(NAMED)
                        .map(note -> String.join(", ", note.columns()) + ": " + note.reason())
                        .collect(Collectors.joining("\n"));
    }

    private String names() {
        List<String> columns = notes.stream().flatMap(note -> note.columns().stream()).toList();
        String shown = columns.stream().limit(NAMED).collect(Collectors.joining(", "));
        return columns.size() > NAMED ? shown + ", …" : shown;
    }

    /// What the button that follows the suggestion says; empty if there is none. Of several
    /// possible
    /// outcomes only one can be, so each is marked by itself.
    Optional<String> action() {
        List<ColumnInfo> changes = changes();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        String which =
                switch (changes.size()) {
                    case 1 -> changes.getFirst().name();
                    case 2 -> "both";
                    default -> "all " + changes.size();
                };
        return Optional.of(
                switch (kind) {
                    case LEAKAGE, CONSTANT, ALL_MISSING -> "Leave " + which + " out";
                    case PLATE, MOLECULE, OUTCOME, PROTECTED, IDENTIFIER, WEIGHT, DUPLICATE_ROWS ->
                            "Mark " + which;
                });
    }

    /// The columns as suggested: of outcomes, weights and molecules the first only, of all else
    /// every one.
    List<ColumnInfo> changes() {
        boolean one =
                switch (kind) {
                    case OUTCOME, WEIGHT, MOLECULE -> true;
                    default -> false;
                };
        return notes.stream()
                .limit(one ? 1 : Long.MAX_VALUE)
                .flatMap(note -> note.changes().stream())
                .toList();
    }
}
