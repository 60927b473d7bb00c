package org.counterpoise.engine.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

/// Numbers as people read them: three significant digits, always with a decimal point.
///
/// Full precision belongs in files and tooltips; this is for headlines, tables and axes. Undefined
/// numbers are said in words.
public final class NumberText {
    private static final int SIGNIFICANT = 3;
    private static final String MINUS = "−";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int MOST_KEPT = 20;

    /// Powers of ten from 10⁻⁴, the least that is not written in scientific notation.
    private static final double[] POWERS = {
        1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8
    };

    private static final int LEAST = 4;

    /// Up to here no rounding to three digits reaches the next power of ten.
    private static final double SURE = 9.99;

    /// Formats by number of decimals, because making one takes ten times as long as using it.
    private static final ThreadLocal<DecimalFormat[]> FORMATS =
            ThreadLocal.withInitial(() -> new DecimalFormat[MOST_KEPT]);

    private NumberText() {}

    /// A number to three significant digits: "0.812", "12.3", "1,234", "1.23 × 10⁻⁵".
    ///
    /// Whole numbers are given in full, and so is the part before the point. NaN is "undefined".
    public static String short3(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        double size = Math.abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-4)) {
            return scientific(value);
        }
        return value == Math.rint(value) ? fixed(value, 0) : fixed(value, decimals(size));
    }

    /// A number with this many decimals and thousands in groups; NaN is "undefined".
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "undefined";
        } else if (Double.isInfinite(value)) {
            return short3(value);
        }
        String digits = format(decimals).format(Math.abs(value));
        return value < 0 && !zero(digits) ? MINUS + digits : digits;
    }

    private static boolean zero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0' && digits.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /// A count: "7,874".
    public static String count(long n) {
        return fixed(n, 0);
    }

    /// A share (0 to 1) in per cent to one decimal: "12.3%"; NaN is "undefined".
    public static String percent(double share) {
        return Double.isNaN(share) ? "undefined" : fixed(share * 100, 1) + "%";
    }

    /// A difference of shares in percentage points, with its sign: "+16.5 points".
    public static String points(double difference) {
        if (Double.isNaN(difference)) {
            return "undefined";
        }
        String text = fixed(difference * 100, 1);
        boolean plus = difference > 0 && !text.equals("0.0");
        return (plus ? "+" : "") + text + " points";
    }

    /// A p-value as journals print it: "p = .034", "p < .001"; empty without a test (NaN).
    public static String p(double p) {
        if (Double.isNaN(p)) {
            return "";
        } else if (p < 0.001) {
            return "p < .001";
        }
        String text = fixed(p, 3);
        return "p = " + (p < 0.9995 ? text.substring(1) : "1");
    }

    /// An interval: "[0.771, 0.843]", or "[undefined]".
    public static String interval(double lower, double upper) {
        return interval(lower, upper, Math.max(Math.abs(lower), Math.abs(upper)));
    }

    /// An interval: "[0.771, 0.843]", or "[undefined]".
    public static String interval(Interval interval) {
        return interval(interval.lower(), interval.upper());
    }

    /// An estimate and its interval with the same number of decimals: "0.812 [0.771, 0.843]".
    public static String estimate(double value, double lower, double upper) {
        double size = Math.max(Math.abs(value), Math.max(Math.abs(lower), Math.abs(upper)));
        if (Double.isNaN(value) || Double.isNaN(lower) || Double.isNaN(upper)) {
            return short3(value);
        }
        String text = usesScience(size) ? short3(value) : fixed(value, decimals(size));
        return text + " " + interval(lower, upper, size);
    }

    /// What was measured, its interval and n: "0.812 [0.771, 0.843], n = 517".
    public static String measure(Measure measure) {
        if (!measure.defined()) {
            return undefined(measure.n());
        }
        String value =
                measure.interval()
                        .filter(Interval::defined)
                        .map(i -> estimate(measure.value(), i.lower(), i.upper()))
                        .orElseGet(() -> short3(measure.value()));
        return measure.n() > 0 ? value + ", n = " + count(measure.n()) : value;
    }

    /// How an undefined number is said.
    public static String undefined(long n) {
        return "undefined (n = " + count(n) + ")";
    }

    private static String interval(double lower, double upper, double size) {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            return "[undefined]";
        } else if (usesScience(size)) {
            return "[" + short3(lower) + ", " + short3(upper) + "]";
        }
        int decimals = decimals(size);
        return "[" + fixed(lower, decimals) + ", " + fixed(upper, decimals) + "]";
    }

    private static boolean usesScience(double size) {
        return !Double.isFinite(size) || size >= 1e15 || (size > 0 && size < 1e-4);
    }

    /// How many decimals show three significant digits of a number of this size.
    private static int decimals(double size) {
        if (size == 0) {
            return 0;
        }
        int above = Arrays.binarySearch(POWERS, size);
        int power = above >= 0 ? above : -above - 2;
        if (power >= 0 && size < SURE * POWERS[power]) {
            return Math.max(0, SIGNIFICANT - 1 - (power - LEAST));
        }
        BigDecimal rounded =
                new BigDecimal(size)
                        .round(new java.math.MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return Math.max(0, SIGNIFICANT - 1 - exponent);
    }

    private static String scientific(double value) {
        String[] parts = new DecimalFormat("0.00E0", symbols()).format(Math.abs(value)).split("E");
        StringBuilder text = new StringBuilder(value < 0 ? MINUS : "");
        text.append(parts[0]).append(" × 10");
        for (char digit : parts[1].toCharArray()) {
            text.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    private static DecimalFormat format(int decimals) {
        if (decimals >= MOST_KEPT) {
            return newFormat(decimals);
        }
        DecimalFormat[] kept = FORMATS.get();
        if (kept[decimals] == null) {
            kept[decimals] = newFormat(decimals);
        }
        return kept[decimals];
    }

    private static DecimalFormat newFormat(int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Locale.ROOT);
    }
}
