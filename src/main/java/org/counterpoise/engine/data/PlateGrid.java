package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Plates drawn as grids, as readers of plates write them: a line of column numbers 1, 2, 3, …,
/// below it one line per row that begins with its letter; any number of grids, one below the other.
///
/// A plate is named by the corner cell of its grid, else by the last line above it that holds one
/// text, else by its number. Lines between grids are skipped.
final class PlateGrid {
    /// The columns of the table that a grid becomes.
    private static final String HEADER = "plate,well,plate_row,plate_column,value\n";

    private static final int FEWEST_COLUMNS = 3;
    private static final int FEWEST_ROWS = 2;

    private PlateGrid() {}

    /// Whether a text begins with a grid, after at most a few lines of something else.
    static boolean looksLikeOne(String sample, CsvDialect dialect) {
        List<List<String>> lines =
                DialectSniffer.rows(
                        sample, (char) dialect.separator(), (char) dialect.quote(), true);
        for (int i = 0; i + FEWEST_ROWS < lines.size() && i < 20; i++) {
            if (width(lines.get(i)) >= FEWEST_COLUMNS
                    && letter(lines.get(i + 1)) == 0
                    && letter(lines.get(i + 2)) == 1) {
                return true;
            }
        }
        return false;
    }

    /// How many columns a line numbers from 1, after its first cell; 0 if it is no such line.
    private static int width(List<String> line) {
        int width = 0;
        while (width + 1 < line.size() && number(line.get(width + 1)) == width + 1) {
            width++;
        }
        boolean rest = line.stream().skip(width + 1L).allMatch(String::isEmpty);
        return rest ? width : 0;
    }

    private static int number(String cell) {
        return cell.matches("0*\\d{1,3}") ? Integer.parseInt(cell) : -1;
    }

    /// The row that a line begins with, counted from 0; -1 if it begins with no letter of a row.
    private static int letter(List<String> line) {
        String first = line.getFirst();
        return first.matches("[A-Za-z]{1,2}") && line.size() > 1 ? WellPlace.row(first) : -1;
    }

    /// Writes each well as a line of plate, well, row, column and value.
    ///
    /// @throws UserProblem if there is no grid, or a grid is beyond the largest plate or broken
    static void write(
            Path file, String encoding, CsvDialect dialect, Path target, Progress progress)
            throws IOException {
        List<String> lines = Files.readAllLines(file, TextEncoding.charset(encoding));
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            new Reading(file, dialect, out).read(lines, progress);
        }
    }

    /// One pass over the lines of a file.
    private static final class Reading {
        private final Path file;
        private final CsvDialect dialect;
        private final BufferedWriter out;
        private final Set<String> names = new HashSet<>();
        private String title = "";
        private String plate = "";
        private int plates;
        private int width;
        private int nextRow;

        Reading(Path file, CsvDialect dialect, BufferedWriter out) {
            this.file = file;
            this.dialect = dialect;
            this.out = out;
        }

        void read(List<String> lines, Progress progress) throws IOException {
            for (int i = 0; i < lines.size(); i++) {
                progress.check();
                List<String> cells = cells(lines.get(i));
                if (cells.stream().allMatch(String::isEmpty)) {
                    width = 0;
                } else if (width > 0 && letter(cells) == nextRow) {
                    // First of all: readouts of 1, 2, 3 look like column numbers.
                    row(cells, i);
                } else if (width(cells) >= FEWEST_COLUMNS) {
                    begin(cells, i);
                } else if (width > 0 && letter(cells) >= 0) {
                    row(cells, i);
                } else {
                    width = 0;
                    title(cells);
                }
            }
            if (plates == 0) {
                throw new UserProblem(
                        "The file holds no plate drawn as a grid.",
                        String.valueOf(file.getFileName()),
                        "A grid has a line of column numbers 1, 2, 3, … above rows that begin with"
                                + " A, B, C, ….");
            }
        }

        private List<String> cells(String line) {
            List<List<String>> rows =
                    DialectSniffer.rows(
                            line.replace("\uFEFF", "") + "\n",
                            (char) dialect.separator(),
                            (char) dialect.quote(),
                            false);
            return rows.isEmpty() ? List.of("") : rows.getFirst();
        }

        private void title(List<String> cells) {
            List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
            if (filled.size() == 1 || filled.size() == 2) {
                title = filled.getLast().replaceFirst("(?i)^plate\\s*:\\s*", "");
            }
        }

        private void begin(List<String> cells, int line) {
            width = width(cells);
            if (width > WellPlace.MOST_COLUMNS) {
                throw new UserProblem(
                        "The grid has " + width + " columns.",
                        file.getFileName() + ", line " + (line + 1),
                        "Plates have at most 48 columns.");
            }
            nextRow = 0;
            plates++;
            String corner = cells.getFirst();
            String name = !corner.isEmpty() ? corner : !title.isEmpty() ? title : "";
            title = "";
            plate = name.isEmpty() || !names.add(name) ? "plate " + plates : name;
            names.add(plate);
        }

        private void row(List<String> cells, int line) throws IOException {
            int row = letter(cells);
            if (row != nextRow) {
                throw new UserProblem(
                        "Row "
                                + cells.getFirst()
                                + " follows where row "
                                + WellPlace.letters(nextRow)
                                + " was expected.",
                        file.getFileName() + ", line " + (line + 1),
                        "Give each plate its rows in order, A, B, C, … up to AF.");
            }
            long filled = cells.stream().skip(width + 1L).filter(cell -> !cell.isEmpty()).count();
            if (filled > 0) {
                throw new UserProblem(
                        "Row "
                                + cells.getFirst()
                                + " has more cells than the grid has columns ("
                                + width
                                + ").",
                        file.getFileName() + ", line " + (line + 1),
                        "Remove the further cells, or number their columns.");
            }
            WellPlace.checked(row, 0, cells.getFirst() + "1", file.getFileName() + "");
            for (int column = 0; column < width; column++) {
                String value = column + 1 < cells.size() ? cells.get(column + 1) : "";
                String letters = WellPlace.letters(row);
                out.write(quoted(plate));
                out.write(',' + new WellPlace(row, column).name() + ',' + letters + ',');
                out.write((column + 1) + "," + quoted(value) + "\n");
            }
            nextRow++;
        }

        private static String quoted(String text) {
            return text.matches("[\\w .+-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
