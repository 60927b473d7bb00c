package org.counterpoise.engine.data;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks a dataset over and suggests what to mark: leaks, wells on plates, molecules, outcomes,
/// protected attributes, identifiers, weights; and what is odd: duplicate rows, constant and empty
/// columns.
///
/// Nothing is changed. Roles that the user has set are respected: only features are judged.
public final class DatasetNotes {
    private DatasetNotes() {}

    /// The notes, leaks first.
    public static List<DatasetNote> of(Dataset data, Progress progress) {
        Profile profile = Profile.of(data, progress.part(0, 0.4));
        List<DatasetNote> notes = new ArrayList<>();
        notes.addAll(LeakageNotes.of(data, progress.part(0.4, 0.8)));
        List<DatasetNote> assay = AssayNotes.of(data);
        notes.addAll(assay);
        Set<String> told =
                assay.stream().flatMap(note -> note.columns().stream()).collect(Collectors.toSet());
        if (data.schema().outcome().isEmpty()) {
            notes.addAll(RoleNotes.outcomes(data, profile));
        }
        for (int i = 0; i < data.schema().size(); i++) {
            ColumnInfo info = data.schema().columns().get(i);
            ColumnProfile column = profile.columns().get(i);
            progress.check();
            odd(info, column, data.rows()).ifPresent(notes::add);
            boolean open = info.role() == Role.FEATURE && !told.contains(info.name());
            if (open && column.distinct() > 1) {
                RoleNotes.role(data, info, column).ifPresent(notes::add);
            }
        }
        duplicates(data, progress.part(0.8, 1)).ifPresent(notes::add);
        notes.sort(Comparator.comparing(DatasetNote::kind));
        return List.copyOf(notes);
    }

    private static Optional<DatasetNote> odd(ColumnInfo info, ColumnProfile column, int rows) {
        if (info.role() == Role.IGNORED || rows == 0) {
            return Optional.empty();
        }
        List<ColumnInfo> ignored = List.of(info.withRole(Role.IGNORED));
        if (column.missing() == rows) {
            return Optional.of(
                    new DatasetNote(
                            DatasetNote.Kind.ALL_MISSING,
                            List.of(info.name()),
                            "\"" + info.name() + "\" is empty.",
                            "All " + count(rows) + " rows are missing.",
                            ignored));
        }
        if (column.distinct() == 1 && rows > 1) {
            return Optional.of(
                    new DatasetNote(
                            DatasetNote.Kind.CONSTANT,
                            List.of(info.name()),
                            "\"" + info.name() + "\" is the same everywhere.",
                            "All "
                                    + count(rows - column.missing())
                                    + " values are \""
                                    + (column.top().isEmpty()
                                            ? ""
                                            : column.top().getFirst().level())
                                    + "\".",
                            ignored));
        }
        return Optional.empty();
    }

    /// Rows that repeat an earlier one in every column. Rows are compared by a hash of 64 bits:
    /// among a million rows, the chance of one false match is below one in ten million.
    private static Optional<DatasetNote> duplicates(Dataset data, Progress progress) {
        if (data.schema().size() == 0) {
            return Optional.empty();
        }
        List<long[]> columns =
                Parallel.map(
                        data.schema().size(),
                        progress,
                        "Looking for duplicate rows",
                        index -> hashes(data.column(index)));
        long[] rows = new long[data.rows()];
        for (long[] column : columns) {
            for (int row = 0; row < rows.length; row++) {
                rows[row] = mix(rows[row] * 31 + column[row]);
            }
        }
        Arrays.sort(rows);
        int repeated = 0;
        for (int i = 1; i < rows.length; i++) {
            repeated += rows[i] == rows[i - 1] ? 1 : 0;
        }
        if (repeated == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new DatasetNote(
                        DatasetNote.Kind.DUPLICATE_ROWS,
                        List.of(),
                        count(repeated)
                                + (repeated == 1 ? " row repeats" : " rows repeat")
                                + " an earlier one.",
                        "They are equal in all "
                                + data.schema().size()
                                + " columns. If they are copies, remove them before they end on both"
                                + " sides of a split.",
                        List.of()));
    }

    private static long[] hashes(Column column) {
        long[] hashes = new long[column.size()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] =
                    mix(
                            switch (column) {
                                case Column.Numbers numbers ->
                                        Double.doubleToLongBits(numbers.values()[row] + 0.0);
                                case Column.Codes codes -> codes.codes()[row];
                                case Column.Texts texts -> hash(texts.values()[row]);
                            });
        }
        return hashes;
    }

    private static long hash(@org.jspecify.annotations.Nullable String text) {
        long hash = text == null ? 1 : 0xCBF29CE484222325L;
        for (int i = 0; text != null && i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static String count(long n) {
        return String.format(java.util.Locale.ROOT, "%,d", n);
    }
}
