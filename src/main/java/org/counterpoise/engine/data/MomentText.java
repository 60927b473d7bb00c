package org.counterpoise.engine.data;

/// Dates and times read straight from bytes: `2024-03-31`, `2024/03/31` or `31.03.2024`, for a time
/// followed by a `T` or a space, `14:05`, seconds and their fraction if any, and `Z` or an offset.
///
/// Day and month with slashes are not read: 03/04/2024 is a different day in different countries.
final class MomentText {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final double SECONDS_A_DAY = 86_400;

    private MomentText() {}

    /// Days since 1970-01-01, or NaN if `bytes[from, to)` is not a date.
    static double date(byte[] bytes, int from, int to) {
        return to - from == 10 ? day(bytes, from) : Double.NaN;
    }

    /// Seconds since 1970-01-01T00:00 (UTC where an offset is given), or NaN. A date alone is its
    /// midnight.
    static double dateTime(byte[] bytes, int from, int to) {
        if (to - from < 10) {
            return Double.NaN;
        }
        double day = day(bytes, from);
        if (to - from == 10) {
            return day * SECONDS_A_DAY;
        }
        byte mark = bytes[from + 10];
        if (mark != 'T' && mark != ' ') {
            return Double.NaN;
        }
        return day * SECONDS_A_DAY + time(bytes, from + 11, to);
    }

    private static double day(byte[] bytes, int at) {
        if (bytes[at + 4] == bytes[at + 7] && (bytes[at + 4] == '-' || bytes[at + 4] == '/')) {
            return epochDay(
                    digits(bytes, at, 4), digits(bytes, at + 5, 2), digits(bytes, at + 8, 2));
        }
        if (bytes[at + 2] == '.' && bytes[at + 5] == '.') {
            return epochDay(
                    digits(bytes, at + 6, 4), digits(bytes, at + 3, 2), digits(bytes, at, 2));
        }
        return Double.NaN;
    }

    private static int digits(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /// The civil calendar counted from 0000-03-01, so that the leap day is the last of a year.
    private static double epochDay(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return Double.NaN;
        }
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097.0 + dayOfEra - 719_468;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static double time(byte[] bytes, int from, int to) {
        if (to - from < 5 || bytes[from + 2] != ':') {
            return Double.NaN;
        }
        int hour = digits(bytes, from, 2);
        int minute = digits(bytes, from + 3, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return Double.NaN;
        }
        int i = from + 5;
        double seconds = 0;
        if (i < to && bytes[i] == ':') {
            int end = i + 1;
            while (end < to && (bytes[end] == '.' || (bytes[end] >= '0' && bytes[end] <= '9'))) {
                end++;
            }
            seconds = NumberText.parse(bytes, i + 1, end, (byte) '.');
            i = end;
        }
        double offset = offset(bytes, i, to);
        return seconds < 60 ? hour * 3600.0 + minute * 60 + seconds - offset : Double.NaN;
    }

    private static double offset(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0 || (length == 1 && bytes[from] == 'Z')) {
            return 0;
        }
        boolean colon = length == 6 && bytes[from + 3] == ':';
        if ((bytes[from] != '+' && bytes[from] != '-') || !(length == 3 || length == 5 || colon)) {
            return Double.NaN;
        }
        int hours = digits(bytes, from + 1, 2);
        int minutes = length == 3 ? 0 : digits(bytes, to - 2, 2);
        if (hours < 0 || minutes < 0) {
            return Double.NaN;
        }
        double seconds = hours * 3600.0 + minutes * 60;
        return bytes[from] == '-' ? -seconds : seconds;
    }
}
