package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.ColumnType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Typed values as the numbers that columns hold.
final class Literals {
    private Literals() {}

    /// Seconds since 1970 of a date or a date with time.
    static Optional<Double> date(String text) {
        try {
            LocalDateTime moment =
                    text.indexOf('T') >= 0
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay();
            return Optional.of(moment.toEpochSecond(ZoneOffset.UTC) + moment.getNano() / 1e9);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The number of a typed value in a column of this type: dates in days, times in seconds.
    static Optional<Double> number(String text, ColumnType type) {
        Optional<Double> moment = date(text);
        if (moment.isPresent()) {
            return switch (type) {
                case DATE -> Optional.of(moment.get() / 86_400);
                case DATE_TIME -> moment;
                default -> Optional.empty();
            };
        }
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
