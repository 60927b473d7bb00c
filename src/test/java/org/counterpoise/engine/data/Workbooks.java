package org.counterpoise.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The smallest Excel workbooks (ECMA-376) that readers take, written by hand.
final class Workbooks {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbooks() {}

    /// A cell with a date format.
    ///
    /// @param serial days since 1899-12-30
    record Day(double serial) {}

    static Day date(double serial) {
        return new Day(serial);
    }

    /// One sheet of texts, numbers, booleans and [Day]s; an empty text makes no cell.
    static Path write(Path file, String sheet, List<List<Object>> rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd."
                            + "openxmlformats-package.relationships+xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main")
                            + type("/xl/worksheets/sheet1.xml", "worksheet")
                            + type("/xl/styles.xml", "styles")
                            + "</Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(
                            relation("rId1", "worksheet", "worksheets/sheet1.xml")
                                    + relation("rId2", "styles", "styles.xml")));
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook "
                            + MAIN
                            + " xmlns:r=\""
                            + OFFICE
                            + "\"><sheets><sheet name=\""
                            + sheet
                            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet "
                            + MAIN
                            + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet "
                            + MAIN
                            + "><sheetData>"
                            + body(rows)
                            + "</sheetData></worksheet>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\""
                + part
                + "\" ContentType=\"application/vnd.openxmlformats-"
                + "officedocument.spreadsheetml."
                + kind
                + "+xml\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations
                + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\""
                + id
                + "\" Type=\""
                + OFFICE
                + "/"
                + kind
                + "\" Target=\""
                + target
                + "\"/>";
    }

    private static String body(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 1; row <= rows.size(); row++) {
            List<Object> cells = rows.get(row - 1);
            if (!cells.isEmpty()) {
                xml.append("<row r=\"").append(row).append("\">");
                for (int column = 0; column < cells.size(); column++) {
                    xml.append(cell("" + (char) ('A' + column) + row, cells.get(column)));
                }
                xml.append("</row>");
            }
        }
        return xml.toString();
    }

    private static String cell(String address, Object value) {
        return switch (value) {
            case String text when text.isEmpty() -> "";
            case String text ->
                    "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
            case Boolean truth ->
                    "<c r=\"" + address + "\" t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>";
            case Day day -> "<c r=\"" + address + "\" s=\"1\"><v>" + day.serial() + "</v></c>";
            default -> "<c r=\"" + address + "\"><v>" + value + "</v></c>";
        };
    }
}
