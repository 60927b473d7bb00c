package org.counterpoise.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What the sniffer learns of one column in one chunk, under one idea of what the column holds.
abstract sealed class ColumnTally implements CellSink
        permits ColumnTally.Numbers, ColumnTally.Moments, ColumnTally.Words {
    /// Texts that usually mean "missing".
    static final List<String> TOKENS =
            List.of(
                    "NA", "N/A", "n/a", "<NA>", "#N/A", "NaN", "nan", "null", "NULL", ".", "?",
                    "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#NAME?", "#NULL!");

    /// Texts for infinity: no column of numbers can hold them, so there they mean "missing" too.
    static final List<String> INFINITIES =
            List.of("Inf", "-Inf", "inf", "-inf", "Infinity", "-Infinity");

    /// Numbers that old files write for "missing".
    static final double[] SENTINELS = {-9, -99, -999, -9999, 999, 9999, 99999};

    private static final byte[][] TOKEN_BYTES = bytes(TOKENS);
    private static final byte[][] INFINITY_BYTES = bytes(INFINITIES);

    /// Cells that are not empty; for numbers and dates, those that are one.
    long present;

    /// Whether a cell was met that the column cannot hold under this idea.
    boolean failed;

    /// Which of [#TOKENS], then which of [#INFINITIES], were met, as bits.
    long tokens;

    private static byte[][] bytes(List<String> texts) {
        return texts.stream()
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /// Takes the cell as a missing code, if it is one.
    boolean token(byte[] bytes, int from, int to, boolean infinities) {
        int at = indexOf(TOKEN_BYTES, bytes, from, to);
        if (at < 0 && infinities) {
            int infinity = indexOf(INFINITY_BYTES, bytes, from, to);
            at = infinity < 0 ? -1 : TOKEN_BYTES.length + infinity;
        }
        tokens |= at < 0 ? 0 : 1L << at;
        return at >= 0;
    }

    private static int indexOf(byte[][] texts, byte[] bytes, int from, int to) {
        if (to - from > 9) {
            return -1;
        }
        for (int i = 0; i < texts.length; i++) {
            if (Arrays.equals(texts[i], 0, texts[i].length, bytes, from, to)) {
                return i;
            }
        }
        return -1;
    }

    /// Adds what was learned of the chunk after this one.
    void add(ColumnTally next) {
        present += next.present;
        failed |= next.failed;
        tokens |= next.tokens;
    }

    /// The column may hold numbers.
    static final class Numbers extends ColumnTally {
        private final byte decimal;
        boolean whole = true;
        boolean tooLarge;
        final long[] sentinels = new long[SENTINELS.length];

        /// Smallest and largest value that is not one of [#SENTINELS].
        double min = Double.POSITIVE_INFINITY;

        double max = Double.NEGATIVE_INFINITY;

        Numbers(byte decimal) {
            this.decimal = decimal;
        }

        @Override
        public boolean accept(byte[] bytes, int from, int to, int row, long line) {
            if (from == to || failed) {
                return true;
            }
            double value = NumberText.parse(bytes, from, to, decimal);
            if (Double.isNaN(value)) {
                failed = !token(bytes, from, to, true);
                return true;
            }
            present++;
            if (NumberText.whole(bytes, from, to)) {
                tooLarge |= Math.abs(value) > NumberText.EXACT;
            } else {
                whole = false;
            }
            failed = NumberText.leadingZero(bytes, from, to);
            count(value);
            return true;
        }

        private void count(double value) {
            if (value <= -9 || value >= 999) {
                for (int i = 0; i < SENTINELS.length; i++) {
                    if (SENTINELS[i] == value) {
                        sentinels[i]++;
                        return;
                    }
                }
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        @Override
        void add(ColumnTally next) {
            super.add(next);
            Numbers other = (Numbers) next;
            whole &= other.whole;
            tooLarge |= other.tooLarge;
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            for (int i = 0; i < sentinels.length; i++) {
                sentinels[i] += other.sentinels[i];
            }
        }
    }

    /// The column may hold dates, or dates with times.
    static final class Moments extends ColumnTally {
        final boolean date;

        Moments(boolean date) {
            this.date = date;
        }

        @Override
        public boolean accept(byte[] bytes, int from, int to, int row, long line) {
            if (from == to || failed) {
                return true;
            }
            double value =
                    date ? MomentText.date(bytes, from, to) : MomentText.dateTime(bytes, from, to);
            if (Double.isNaN(value)) {
                failed = !token(bytes, from, to, false);
            } else {
                present++;
            }
            return true;
        }
    }

    /// The column holds words.
    static final class Words extends ColumnTally {
        /// More different words than this make a text, not a category.
        static final int LIMIT = 10_000;

        final ByteDictionary words = new ByteDictionary();

        @Override
        public boolean accept(byte[] bytes, int from, int to, int row, long line) {
            if (from == to) {
                return true;
            }
            present++;
            if (words.size() <= LIMIT) {
                int known = words.size();
                if (words.put(bytes, from, to, line) == known) {
                    token(bytes, from, to, false);
                }
            }
            return true;
        }

        /// Different words that are no missing codes.
        int distinct() {
            return words.size() - Long.bitCount(tokens);
        }

        @Override
        void add(ColumnTally next) {
            super.add(next);
            ByteDictionary other = ((Words) next).words;
            for (int i = 0; i < other.size() && words.size() <= LIMIT; i++) {
                words.put(other.key(i), 0, other.key(i).length, other.line(i));
            }
        }
    }
}
