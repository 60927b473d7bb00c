package org.counterpoise.session.store;

import org.counterpoise.engine.data.Column;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Columns as bytes and back, and the hash they are kept under.
///
/// Plain form: one byte for the kind, then for numbers the count and the values, for codes the
/// levels and the codes in as few bytes as the levels need, for texts the texts. Numbers with few
/// decimals, as most measurements are, take the number of decimals and an int each: half the bytes
/// and a quarter of the time. Big-endian; a text is its length in bytes (-1 if missing) and its
/// UTF-8 bytes. Packed form: the plain length and the plain form deflated.
final class ColumnBytes {
    private static final byte NUMBERS = 'N';
    private static final byte DECIMALS = 'D';
    private static final byte CODES = 'C';
    private static final byte TEXTS = 'T';

    /// Stands for a missing value among decimals.
    private static final int MISSING = Integer.MIN_VALUE;

    /// By the number of decimals; exact as doubles.
    private static final double[] SCALES = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    private static final int BUFFER = 1 << 16;

    private ColumnBytes() {}

    static byte[] plain(Column column) {
        return switch (column) {
            case Column.Numbers numbers -> {
                int decimals = decimals(numbers.values());
                yield decimals < SCALES.length
                        ? decimals(numbers.values(), decimals)
                        : numbers(numbers.values());
            }
            case Column.Codes codes -> codes(codes);
            case Column.Texts texts -> texts(TEXTS, Arrays.asList(texts.values())).array();
        };
    }

    /// SHA-256 of the plain form, in hexadecimal.
    static String hash(byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 16);
        packed.writeBytes(ByteBuffer.allocate(4).putInt(0, plain.length).array());
        byte[] buffer = new byte[BUFFER];
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return packed.toByteArray();
    }

    /// @throws DataFormatException if the bytes are not what [#pack] made
    static byte[] unpack(byte[] packed) throws DataFormatException {
        if (packed.length < 4) {
            throw new DataFormatException("too short");
        }
        int length = ByteBuffer.wrap(packed).getInt();
        if (length < 0 || length / 1100 > packed.length) {
            throw new DataFormatException("impossible length");
        }
        byte[] plain = new byte[length];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, 4, packed.length - 4);
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(plain, done, length - done);
                if (more == 0) {
                    throw new DataFormatException("ends early");
                }
                done += more;
            }
        }
        return plain;
    }

    /// @param plain made by [#plain] and checked against its hash
    static Column column(byte[] plain) {
        ByteBuffer bytes = ByteBuffer.wrap(plain);
        byte kind = bytes.get();
        int size = bytes.getInt();
        return switch (kind) {
            case NUMBERS -> {
                double[] values = new double[size];
                bytes.asDoubleBuffer().get(values);
                yield new Column.Numbers(values);
            }
            case DECIMALS -> {
                double scale = SCALES[bytes.get()];
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    int value = bytes.getInt();
                    values[i] = value == MISSING ? Double.NaN : value / scale;
                }
                yield new Column.Numbers(values);
            }
            case CODES -> readCodes(bytes, size);
            case TEXTS -> new Column.Texts(readTexts(bytes, size));
            default -> throw new IllegalStateException("column of kind " + kind);
        };
    }

    /// The least number of decimals with which every value is an int over a power of ten, to the
    /// bit; as many as there are scales if there is none (-0.0 never is).
    private static int decimals(double[] values) {
        int decimals = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                while (decimals < SCALES.length && !exact(value, SCALES[decimals])) {
                    decimals++;
                }
            }
            if (decimals == SCALES.length) {
                return decimals;
            }
        }
        return fits(values, SCALES[decimals]) ? decimals : SCALES.length;
    }

    private static boolean exact(double value, double scale) {
        int scaled = (int) Math.rint(value * scale);
        return scaled != MISSING
                && Double.doubleToRawLongBits(scaled / scale) == Double.doubleToRawLongBits(value);
    }

    /// More decimals than a value needs can take it out of an int's range.
    private static boolean fits(double[] values, double scale) {
        for (double value : values) {
            if (!Double.isNaN(value) && !exact(value, scale)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decimals(double[] values, int decimals) {
        double scale = SCALES[decimals];
        ByteBuffer bytes = ByteBuffer.allocate(6 + Math.multiplyExact(4, values.length));
        bytes.put(DECIMALS).putInt(values.length).put((byte) decimals);
        for (double value : values) {
            bytes.putInt(Double.isNaN(value) ? MISSING : (int) Math.rint(value * scale));
        }
        return bytes.array();
    }

    private static byte[] numbers(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(5 + Math.multiplyExact(8, values.length));
        bytes.put(NUMBERS).putInt(values.length);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    private static byte[] codes(Column.Codes codes) {
        byte[] levels = texts(CODES, codes.levels()).array();
        int width = width(codes.levels().size());
        ByteBuffer bytes =
                ByteBuffer.allocate(
                        Math.addExact(levels.length + 4, Math.multiplyExact(width, codes.size())));
        bytes.put(levels).putInt(codes.size());
        for (int code : codes.codes()) {
            switch (width) {
                case 1 -> bytes.put((byte) code);
                case 2 -> bytes.putShort((short) code);
                default -> bytes.putInt(code);
            }
        }
        return bytes.array();
    }

    private static Column.Codes readCodes(ByteBuffer bytes, int levelCount) {
        List<String> levels = new ArrayList<>();
        for (@Nullable String level : readTexts(bytes, levelCount)) {
            levels.add(String.valueOf(level));
        }
        int[] codes = new int[bytes.getInt()];
        int width = width(levelCount);
        for (int i = 0; i < codes.length; i++) {
            codes[i] =
                    switch (width) {
                        case 1 -> bytes.get();
                        case 2 -> bytes.getShort();
                        default -> bytes.getInt();
                    };
        }
        return new Column.Codes(codes, levels);
    }

    /// Bytes per code; codes are signed, -1 is missing.
    private static int width(int levels) {
        return levels <= Byte.MAX_VALUE ? 1 : levels <= Short.MAX_VALUE ? 2 : 4;
    }

    private static ByteBuffer texts(byte kind, List<? extends @Nullable String> texts) {
        List<byte[]> encoded = new ArrayList<>();
        int length = 5;
        for (String text : texts) {
            byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            encoded.add(bytes);
            length = Math.addExact(length, 4 + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).put(kind).putInt(texts.size());
        for (int i = 0; i < encoded.size(); i++) {
            byte[] bytes = encoded.get(i);
            buffer.putInt(texts.get(i) == null ? -1 : bytes.length).put(bytes);
        }
        return buffer;
    }

    private static @Nullable String[] readTexts(ByteBuffer bytes, int size) {
        @Nullable String[] texts = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            int length = bytes.getInt();
            if (length >= 0) {
                byte[] text = new byte[length];
                bytes.get(text);
                texts[i] = new String(text, StandardCharsets.UTF_8);
            }
        }
        return texts;
    }
}
