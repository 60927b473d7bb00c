package org.counterpoise.engine.rule;

import java.util.List;
import java.util.Locale;

/// Arithmetic on the columns of one row.
public sealed interface Expression {

    /// A constant.
    record Number(double value) implements Expression {}

    /// The number in a column; a date counts in days, a time in seconds.
    record Column(String name) implements Expression {}

    /// @param operator one of + - * / ^
    record Binary(char operator, Expression left, Expression right) implements Expression {}

    record Negative(Expression of) implements Expression {}

    record Call(Function function, Expression argument) implements Expression {}

    /// What can be called by name.
    enum Function {
        LOG,
        EXP,
        SQRT,
        ABS,
        ROUND,
        FLOOR;

        /// As it is written: `log`.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        double apply(double x) {
            return switch (this) {
                case LOG -> Math.log(x);
                case EXP -> Math.exp(x);
                case SQRT -> Math.sqrt(x);
                case ABS -> Math.abs(x);
                case ROUND -> Math.rint(x);
                case FLOOR -> Math.floor(x);
            };
        }
    }

    /// The columns it uses, each once, in reading order.
    default List<String> columns() {
        return switch (this) {
            case Number _ -> List.of();
            case Column column -> List.of(column.name());
            case Binary binary ->
                    java.util.stream.Stream.concat(
                                    binary.left().columns().stream(),
                                    binary.right().columns().stream())
                            .distinct()
                            .toList();
            case Negative negative -> negative.of().columns();
            case Call call -> call.argument().columns();
        };
    }
}
