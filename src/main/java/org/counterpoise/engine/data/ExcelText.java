package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Excel workbooks (.xlsx) as plain text: one sheet, numbers in the shortest form that reads back
/// exactly, cells with a date format as ISO dates, formulas by the value Excel last saw.
final class ExcelText {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    private static final int CHECK_EVERY = 1024;

    /// Words in quotes or brackets do not make a number format a date format.
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private ExcelText() {}

    /// The sheets that are not hidden, in order.
    static List<String> sheets(Path file) throws IOException {
        try (ReadableWorkbook workbook = open(file)) {
            return workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
        } catch (ExcelReaderException e) {
            throw damaged(file, e);
        }
    }

    /// Writes one sheet as CSV, every row as wide as the widest. Rows above the first filled one
    /// stay as empty lines, so that lines are numbered as in Excel.
    static void write(Path file, String name, Path target, Progress progress) throws IOException {
        try (ReadableWorkbook workbook = open(file)) {
            Sheet sheet = workbook.findSheet(name).orElseThrow(() -> noSheet(file, name, workbook));
            int width = width(sheet, progress);
            if (width == 0) {
                throw new UserProblem(
                        "Sheet \"" + name + "\" is empty.",
                        String.valueOf(file.getFileName()),
                        "Choose a sheet that holds data.");
            }
            try (CsvOut out = new CsvOut(target);
                    Stream<Row> rows = sheet.openStream()) {
                int line = 1;
                for (Iterator<Row> it = rows.iterator(); it.hasNext(); line++) {
                    Row row = it.next();
                    for (; line < row.getRowNum(); line++) {
                        out.endRow();
                    }
                    write(row, width, out);
                    if (line % CHECK_EVERY == 0) {
                        progress.check();
                    }
                }
            }
        } catch (ExcelReaderException e) {
            throw damaged(file, e);
        }
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), OPTIONS);
        } catch (IOException | ExcelReaderException e) {
            throw damaged(file, e);
        }
    }

    /// Columns up to the last one with a value in any row.
    private static int width(Sheet sheet, Progress progress) throws IOException {
        int width = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
                width = Math.max(width, width(it.next()));
                progress.check();
            }
        }
        return width;
    }

    private static int width(Row row) {
        int width = row.getCellCount();
        while (width > 0 && text(row, width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    private static void write(Row row, int width, CsvOut out) throws IOException {
        if (width(row) > 0) {
            for (int column = 0; column < width; column++) {
                out.cell(text(row, column));
            }
        }
        out.endRow();
    }

    private static String text(Row row, int column) {
        if (!row.hasCell(column)) {
            return "";
        }
        Cell cell = row.getCell(column);
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> String.valueOf(cell.getText());
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.getRawValue());
            case FORMULA, ERROR -> number(cell.getRawValue());
        };
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = LITERAL.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return letters.contains("y") || letters.contains("d");
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// Excel stores 0.1 + 0.2 with all its digits; the shortest form is the same number.
    private static String number(@org.jspecify.annotations.Nullable String raw) {
        if (raw == null) {
            return "";
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        double value = NumberText.parse(bytes, 0, bytes.length, (byte) '.');
        return Double.isNaN(value) || NumberText.whole(bytes, 0, bytes.length)
                ? raw
                : CellText.number(value);
    }

    private static UserProblem noSheet(Path file, String name, ReadableWorkbook workbook) {
        return new UserProblem(
                "There is no sheet called \"" + name + "\".",
                String.valueOf(file.getFileName()),
                "The sheets are: "
                        + String.join(", ", workbook.getSheets().map(Sheet::getName).toList())
                        + ".");
    }

    private static UserProblem damaged(Path file, Exception e) {
        return new UserProblem(
                "The file cannot be read as an Excel workbook.",
                String.valueOf(file.getFileName()),
                "It may be damaged, cut off, protected by a password, or another kind of archive;"
                        + " save it as .xlsx again.",
                e);
    }
}
