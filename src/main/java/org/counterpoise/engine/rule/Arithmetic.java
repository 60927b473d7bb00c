package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;

/// Works out expressions for whole columns.
final class Arithmetic {
    /// More decimal places than this are taken for none in particular.
    private static final int MOST_DECIMALS = 6;

    private Arithmetic() {}

    /// One value per row; NaN where an input is missing or the result is not finite.
    static double[] values(Expression expression, Dataset data) {
        double[] values = raw(expression, data);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                values[row] = Double.NaN;
            }
        }
        return values;
    }

    private static double[] raw(Expression expression, Dataset data) {
        switch (expression) {
            case Expression.Number number -> {
                double[] values = new double[data.rows()];
                Arrays.fill(values, number.value());
                return values;
            }
            case Expression.Column column -> {
                return data.numbers(column.name()).clone();
            }
            case Expression.Negative negative -> {
                double[] values = raw(negative.of(), data);
                Arrays.setAll(values, row -> -values[row]);
                return values;
            }
            case Expression.Call call -> {
                double[] values = raw(call.argument(), data);
                Arrays.setAll(values, row -> call.function().apply(values[row]));
                return values;
            }
            case Expression.Binary binary -> {
                double[] left = raw(binary.left(), data);
                double[] right = raw(binary.right(), data);
                Arrays.setAll(left, row -> apply(binary.operator(), left[row], right[row]));
                return left;
            }
        }
    }

    private static double apply(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> Math.pow(left, right);
        };
    }

    /// The decimal places that all numbers of a column keep to, 0 to 6; -1 if they have more.
    static int decimals(Dataset data, String column) {
        int most = 0;
        if (data.column(column) instanceof Column.Numbers numbers) {
            for (double value : numbers.values()) {
                while (!Double.isNaN(value) && most <= MOST_DECIMALS && !whole(value, most)) {
                    most++;
                }
            }
        }
        return most > MOST_DECIMALS ? -1 : most;
    }

    private static boolean whole(double value, int decimals) {
        double scaled = value * Math.pow(10, decimals);
        return Math.abs(scaled - Math.rint(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled));
    }

    /// Rounded to decimal places; as it is for -1.
    static double round(double value, int decimals) {
        if (decimals < 0) {
            return value;
        }
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }

    /// How far off a rounded value may be: half a unit of its last place.
    static double halfUnit(int decimals) {
        return decimals < 0 ? 0 : .5 * Math.pow(10, -decimals);
    }

    /// Whether two numbers are equal but for a tolerance and the noise of arithmetic; true if one
    /// is missing.
    static boolean near(double a, double b, double tolerance) {
        return !(Math.abs(a - b) > tolerance + 1e-9 * Math.max(1, Math.abs(b)));
    }
}
