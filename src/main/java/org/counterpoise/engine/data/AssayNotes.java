package org.counterpoise.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Suggests the roles of plates and of molecules, from names and from what the cells hold.
///
/// Nothing is said of plates unless a column holds the places of wells: names such as `value` alone
/// prove nothing.
final class AssayNotes {
    private static final Pattern WELL = words("well|wells|wellname|wellid|wellpos|position|pos");
    private static final Pattern PLATE = words("plate|plates|plateid|platename|barcode|assayplate");
    private static final Pattern ROW = words("row|platerow|wellrow");
    private static final Pattern COLUMN = words("column|col|platecolumn|platecol|wellcolumn");
    private static final Pattern READOUT =
            words(
                    "value|values|readout|signal|intensity|fluorescence|luminescence|absorbance|od"
                            + "|rfu|rlu|raw|activity|measurement|viability|inhibition");
    private static final Pattern CONTROL =
            words("control|controls|controltype|content|contents|welltype|sampletype|type|layout");
    private static final Pattern SMILES = words("smiles|canonicalsmiles|isosmiles|structure|mol");

    /// The characters of SMILES.
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9@+\\-\\[\\]()=#$:.%/\\\\*~]+");

    /// What only SMILES have: a bond, a branch, a ring or a bracket between letters.
    private static final Pattern BOND = Pattern.compile(".*[=#()\\[].*|.*[a-zA-Z][0-9].*");

    private static final int LOOKED_AT = 400;
    private static final double MOST_OF = 0.95;

    private AssayNotes() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(.*[^a-z])?(" + alternatives + ")([^a-z].*)?");
    }

    private static boolean named(ColumnInfo info, Pattern pattern) {
        return info.role() == Role.FEATURE
                && pattern.matcher(info.name().toLowerCase(Locale.ROOT)).matches();
    }

    static List<DatasetNote> of(Dataset data) {
        List<DatasetNote> notes = new ArrayList<>();
        if (data.schema().withRole(Role.READOUT).isEmpty()) {
            notes.addAll(plates(data));
        }
        if (data.schema().withRole(Role.MOLECULE).isEmpty()) {
            first(data, SMILES, AssayNotes::smiles)
                    .ifPresent(
                            info ->
                                    notes.add(
                                            note(
                                                    DatasetNote.Kind.MOLECULE,
                                                    info,
                                                    "may hold molecules.",
                                                    "It is named like one and its cells read as"
                                                            + " SMILES.",
                                                    Role.MOLECULE)));
        }
        return notes;
    }

    private static List<DatasetNote> plates(Dataset data) {
        List<DatasetNote> notes = new ArrayList<>();
        Optional<ColumnInfo> well = first(data, WELL, AssayNotes::wells);
        Optional<ColumnInfo> row = first(data, ROW, AssayNotes::rows);
        Optional<ColumnInfo> column = first(data, COLUMN, AssayNotes::columns);
        if (well.isPresent()) {
            notes.add(
                    plate(
                            well.get(),
                            "may name the wells.",
                            "Its cells read A01, B07, …",
                            Role.WELL));
        } else if (row.isPresent() && column.isPresent()) {
            String cells = "Its cells read as places on a plate.";
            notes.add(plate(row.get(), "may be the wells' rows.", cells, Role.PLATE_ROW));
            notes.add(plate(column.get(), "may be the wells' columns.", cells, Role.PLATE_COLUMN));
        } else {
            return List.of();
        }
        String name = "It is named like one, in a table with wells.";
        first(data, READOUT, (d, info) -> info.type().numeric())
                .ifPresent(
                        info -> notes.add(plate(info, "may be the readout.", name, Role.READOUT)));
        first(data, PLATE, (_, _) -> true)
                .ifPresent(
                        info -> notes.add(plate(info, "may name the plates.", name, Role.PLATE)));
        first(data, CONTROL, AssayNotes::controls)
                .ifPresent(
                        info ->
                                notes.add(
                                        plate(
                                                info,
                                                "may tell samples from controls.",
                                                "It holds the usual words for controls.",
                                                Role.CONTROL)));
        return notes;
    }

    private static Optional<ColumnInfo> first(
            Dataset data, Pattern name, BiPredicate<Dataset, ColumnInfo> holds) {
        return data.schema().columns().stream()
                .filter(info -> named(info, name))
                .filter(info -> holds.test(data, info))
                .findFirst();
    }

    // ---- what cells hold --------------------------------------------------------------------

    private static boolean wells(Dataset data, ColumnInfo info) {
        return most(data, info, Pattern.compile("[A-Za-z]{1,2}0*[1-9][0-9]?"));
    }

    private static boolean rows(Dataset data, ColumnInfo info) {
        return most(data, info, Pattern.compile("[A-Pa-p]|A[A-Fa-f]|0*([1-9]|[12][0-9]|3[0-2])"));
    }

    private static boolean columns(Dataset data, ColumnInfo info) {
        return most(data, info, Pattern.compile("0*([1-9]|[1-3][0-9]|4[0-8])"));
    }

    private static boolean smiles(Dataset data, ColumnInfo info) {
        return most(data, info, LINE) && share(data, info, BOND) > 0.5;
    }

    private static boolean controls(Dataset data, ColumnInfo info) {
        return info.type().coded()
                && data.codes(info.name()).levels().stream()
                        .map(ControlLevels.USUAL::kind)
                        .anyMatch(
                                kind ->
                                        kind == ControlLevels.Kind.POSITIVE
                                                || kind == ControlLevels.Kind.NEGATIVE);
    }

    private static boolean most(Dataset data, ColumnInfo info, Pattern pattern) {
        return share(data, info, pattern) >= MOST_OF;
    }

    /// The share of the first present cells that match; 0 without any.
    private static double share(Dataset data, ColumnInfo info, Pattern pattern) {
        int index = data.schema().indexOf(info.name());
        int seen = 0;
        int matching = 0;
        for (int row = 0; row < data.rows() && seen < LOOKED_AT; row++) {
            String cell = data.text(row, index);
            if (!cell.isEmpty()) {
                seen++;
                matching += pattern.matcher(cell).matches() ? 1 : 0;
            }
        }
        return seen == 0 ? 0 : (double) matching / seen;
    }

    private static DatasetNote plate(ColumnInfo info, String headline, String reason, Role role) {
        return note(DatasetNote.Kind.PLATE, info, headline, reason, role);
    }

    private static DatasetNote note(
            DatasetNote.Kind kind, ColumnInfo info, String headline, String reason, Role role) {
        return new DatasetNote(
                kind,
                List.of(info.name()),
                "\"" + info.name() + "\" " + headline,
                reason,
                List.of(info.withRole(role)));
    }
}
