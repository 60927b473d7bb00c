package org.counterpoise.engine.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Values as text that reads back to the same value: decimal point, ISO dates, no grouping.
public final class CellText {
    private CellText() {}

    /// A number in the shortest form that reads back exactly; whole numbers without a point.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') >= 0 && Double.isFinite(value)
                ? new BigDecimal(text).toPlainString()
                : text;
    }

    /// The text of a number in a column of this type; empty if it is missing (NaN).
    public static String of(double value, ColumnType type) {
        if (Double.isNaN(value)) {
            return "";
        }
        try {
            return switch (type) {
                case DATE -> LocalDate.ofEpochDay((long) Math.floor(value)).toString();
                case DATE_TIME -> dateTime(value).toString();
                default -> number(value);
            };
        } catch (DateTimeException e) {
            return number(value);
        }
    }

    private static LocalDateTime dateTime(double seconds) {
        long whole = (long) Math.floor(seconds);
        int nanos = (int) Math.min(999_999_000, Math.round((seconds - whole) * 1e6) * 1000);
        return LocalDateTime.ofEpochSecond(whole, nanos, ZoneOffset.UTC);
    }
}
