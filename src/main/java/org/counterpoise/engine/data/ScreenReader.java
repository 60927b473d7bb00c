package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Puts the rows of a table in their places on plates.
final class ScreenReader {
    /// Rows and columns of the usual plates, from 6 to 1,536 wells.
    private static final int[][] FORMATS = {
        {2, 3}, {3, 4}, {4, 6}, {6, 8}, {8, 12}, {16, 24}, {32, 48}
    };

    private final Dataset data;
    private final ControlLevels levels;
    private final ColumnInfo readout;
    private final double[] values;
    private final List<String> notes = new ArrayList<>();
    private int without;

    ScreenReader(Dataset data, ControlLevels levels) {
        Optional<String> missing = Screen.missing(data.schema());
        if (missing.isPresent()) {
            throw new UserProblem(
                    "The table cannot be read as plates yet.", data.name(), missing.get());
        } else if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows, so there are no wells.",
                    data.name(),
                    "Choose a dataset with rows.");
        }
        this.data = data;
        this.levels = levels;
        this.readout = data.schema().withRole(Role.READOUT).getFirst();
        this.values = data.numbers(readout.name());
    }

    Screen read() {
        @Nullable WellPlace[] places = places();
        int[] format = format(places);
        Map<String, List<Integer>> byPlate = byPlate(places);
        if (byPlate.isEmpty()) {
            throw new UserProblem(
                    "No row names its well.", data.name(), "Fill in the wells' names.");
        }
        List<Screen.Plate> plates = new ArrayList<>();
        byPlate.forEach((name, rows) -> plates.add(plate(name, rows, places, format)));
        tell(plates);
        return new Screen(readout, format[0], format[1], plates, notes);
    }

    private Optional<String> first(Role role) {
        return data.schema().namesWithRole(role).stream().findFirst();
    }

    private int index(String column) {
        return data.schema().indexOf(column);
    }

    /// @param row counted from 0
    private String where(int row) {
        return data.name() + ", row " + (row + 1);
    }

    /// The place of each row of the table; null where it names none.
    private @Nullable WellPlace[] places() {
        @Nullable WellPlace[] places = new @Nullable WellPlace[data.rows()];
        Optional<String> wells = first(Role.WELL);
        for (int row = 0; row < places.length; row++) {
            Optional<WellPlace> place = wells.isPresent() ? named(row, wells.get()) : numbered(row);
            if (place.isPresent()) {
                places[row] = place.get();
            } else {
                without++;
            }
        }
        return places;
    }

    private Optional<WellPlace> named(int row, String column) {
        String name = data.text(row, index(column));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<WellPlace> place = WellPlace.of(name, where(row) + ", column " + column);
        if (place.isEmpty()) {
            throw new UserProblem(
                    "\"" + name + "\" is not the name of a well.",
                    where(row) + ", column " + column,
                    "Wells are called by a letter and a number, such as A01, P24 or AF48.");
        }
        return place;
    }

    private Optional<WellPlace> numbered(int row) {
        String rowColumn = first(Role.PLATE_ROW).orElseThrow();
        String columnColumn = first(Role.PLATE_COLUMN).orElseThrow();
        String rowName = data.text(row, index(rowColumn));
        String columnName = data.text(row, index(columnColumn));
        if (rowName.isEmpty() || columnName.isEmpty()) {
            return Optional.empty();
        }
        int column = columnName.matches("\\d{1,3}") ? Integer.parseInt(columnName) - 1 : -1;
        return Optional.of(
                WellPlace.checked(
                        WellPlace.row(rowName), column, rowName + " " + columnName, where(row)));
    }

    private int[] format(@Nullable WellPlace[] places) {
        int rows = 0;
        int columns = 0;
        for (@Nullable WellPlace place : places) {
            if (place != null) {
                rows = Math.max(rows, place.row() + 1);
                columns = Math.max(columns, place.column() + 1);
            }
        }
        for (int[] format : FORMATS) {
            if (format[0] >= rows && format[1] >= columns) {
                return format;
            }
        }
        throw new IllegalStateException("a place beyond the largest plate was let through");
    }

    private Map<String, List<Integer>> byPlate(@Nullable WellPlace[] places) {
        Optional<String> column = first(Role.PLATE);
        Map<String, List<Integer>> byPlate = new LinkedHashMap<>();
        for (int row = 0; row < places.length; row++) {
            if (places[row] != null) {
                String name = column.isEmpty() ? "plate" : data.text(row, index(column.get()));
                byPlate.computeIfAbsent(
                                name.isEmpty() ? "(no plate named)" : name,
                                key -> new ArrayList<>())
                        .add(row);
            }
        }
        return byPlate;
    }

    private Screen.Plate plate(
            String name, List<Integer> rows, @Nullable WellPlace[] places, int[] format) {
        int size = format[0] * format[1];
        int[] rowOf = new int[size];
        double[] wells = new double[size];
        ControlLevels.Kind[] kinds = new ControlLevels.Kind[size];
        Arrays.fill(rowOf, -1);
        Arrays.fill(wells, Double.NaN);
        Arrays.fill(kinds, ControlLevels.Kind.SAMPLE);
        Optional<String> control = first(Role.CONTROL);
        for (int row : rows) {
            WellPlace place = Objects.requireNonNull(places[row]);
            int well = place.row() * format[1] + place.column();
            if (rowOf[well] >= 0) {
                throw twice(name, place, rowOf[well], row);
            }
            rowOf[well] = row;
            wells[well] = values[row];
            if (control.isPresent()) {
                kinds[well] = levels.kind(data.text(row, index(control.get())));
            }
        }
        return new Screen.Plate(name, rowOf, wells, kinds);
    }

    private UserProblem twice(String name, WellPlace place, int first, int second) {
        return new UserProblem(
                "Well " + place.name() + " occurs twice on plate \"" + name + "\".",
                data.name() + ", rows " + (first + 1) + " and " + (second + 1),
                first(Role.PLATE).isEmpty()
                        ? "Mark the column that names the plates as plate."
                        : "Keep one of the rows, or give the repeat a plate of its own.");
    }

    private void tell(List<Screen.Plate> plates) {
        if (without > 0) {
            notes.add(count(without, "row names", "rows name") + " no well and were left out.");
        }
        int[] wells = new int[plates.size()];
        int infinite = 0;
        for (int plate = 0; plate < wells.length; plate++) {
            for (double value : plates.get(plate).values()) {
                wells[plate] += Double.isFinite(value) ? 1 : 0;
                infinite += Double.isInfinite(value) ? 1 : 0;
            }
        }
        if (infinite > 0) {
            notes.add(
                    count(infinite, "infinite readout was", "infinite readouts were")
                            + " taken as missing.");
        }
        int fewest = Arrays.stream(wells).min().orElse(0);
        int most = Arrays.stream(wells).max().orElse(0);
        if (fewest < most) {
            notes.add(
                    "The plates are not equally full: from "
                            + fewest
                            + " to "
                            + most
                            + " wells with a readout. A missing well is left out like a control.");
        }
        tellOfWords(plates);
    }

    private void tellOfWords(List<Screen.Plate> plates) {
        first(Role.CONTROL)
                .ifPresent(
                        column -> {
                            long samples =
                                    plates.stream()
                                            .flatMap(plate -> Arrays.stream(plate.kinds()))
                                            .filter(kind -> kind == ControlLevels.Kind.SAMPLE)
                                            .count();
                            for (String level : data.codes(column).levels()) {
                                if (levels.kind(level) == ControlLevels.Kind.OTHER) {
                                    notes.add(
                                            "\""
                                                    + level
                                                    + "\" in \""
                                                    + column
                                                    + "\" is taken for another kind of control"
                                                    + (samples == 0
                                                            ? "; if it means samples, name it in"
                                                                    + " the settings."
                                                            : "."));
                                }
                            }
                        });
    }

    private static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
