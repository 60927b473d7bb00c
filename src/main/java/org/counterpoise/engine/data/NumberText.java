package org.counterpoise.engine.data;

import java.nio.charset.StandardCharsets;

/// Numbers read straight from bytes, correctly rounded.
///
/// A decimal of at most 2^53 with a power of ten of at most 22 is exact in one operation (Clinger
/// 1990, doi:10.1145/93542.93557); anything else goes through the JDK.
final class NumberText {
    /// Whole numbers up to this are themselves as doubles; 2^53 could also be 2^53 + 1, rounded.
    static final double EXACT = 0x1p53 - 1;

    private static final long DIGITS_LIMIT = (Long.MAX_VALUE - 9) / 10;

    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private NumberText() {}

    /// The number in `bytes[from, to)`: an optional sign, digits with at most one decimal mark, an
    /// optional exponent. No grouping, no words for infinity.
    ///
    /// @return NaN if it is not a finite number
    static double parse(byte[] bytes, int from, int to, byte decimal) {
        int i = from;
        boolean negative = false;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            negative = bytes[i] == '-';
            i++;
        }
        long digits = 0;
        int fraction = 0;
        boolean point = false;
        boolean any = false;
        boolean fast = true;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                if (digits > DIGITS_LIMIT) {
                    fast = false;
                } else {
                    digits = digits * 10 + digit;
                    fraction += point ? 1 : 0;
                }
            } else if (bytes[i] == decimal && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!any) {
            return Double.NaN;
        }
        if (i < to) {
            return isExponent(bytes, i, to) ? slow(bytes, from, to, decimal) : Double.NaN;
        }
        if (!fast || digits > (1L << 53) || fraction >= TEN.length) {
            return slow(bytes, from, to, decimal);
        }
        double value = digits / TEN[fraction];
        return negative && digits != 0 ? -value : value;
    }

    private static boolean isExponent(byte[] bytes, int at, int to) {
        int i = at;
        if ((bytes[i] | 0x20) != 'e') {
            return false;
        }
        i++;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return false;
        }
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i == to;
    }

    private static double slow(byte[] bytes, int from, int to, byte decimal) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        double value = Double.parseDouble(text.replace((char) decimal, '.')) + 0.0;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /// Whether the cell is written as a whole number: an optional sign and digits only.
    static boolean whole(byte[] bytes, int from, int to) {
        int i = afterSign(bytes, from, to);
        if (i == to) {
            return false;
        }
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i == to;
    }

    /// Whether digits begin with a zero that a number would lose, as in "007".
    static boolean leadingZero(byte[] bytes, int from, int to) {
        int i = afterSign(bytes, from, to);
        return i + 1 < to && bytes[i] == '0' && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
    }

    private static int afterSign(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    }
}
