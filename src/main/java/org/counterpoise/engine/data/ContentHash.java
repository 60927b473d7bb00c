package org.counterpoise.engine.data;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over a schema and the values of its columns, independent of platform and thread count.
final class ContentHash {
    private static final int BLOCK = 8192;

    private ContentHash() {}

    static String of(Schema schema, List<Column> columns) {
        MessageDigest digest = sha256();
        for (int i = 0; i < columns.size(); i++) {
            // The record's text covers every component, so a new one is never forgotten.
            text(digest, schema.columns().get(i).toString());
            switch (columns.get(i)) {
                case Column.Numbers numbers -> numbers(digest, numbers.values());
                case Column.Codes codes -> {
                    codes.levels().forEach(level -> text(digest, level));
                    codes(digest, codes.codes());
                }
                case Column.Texts texts -> {
                    for (String value : texts.values()) {
                        text(digest, value);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        int length = text == null ? -1 : bytes.length;
        digest.update(ByteBuffer.allocate(4).putInt(0, length));
        digest.update(bytes);
    }

    /// All NaN payloads hash alike, and -0.0 as 0.0: they are the same value to the user.
    private static void numbers(MessageDigest digest, double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK * 8);
        for (double value : values) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putLong(Double.doubleToLongBits(value + 0.0));
        }
        digest.update(buffer.flip());
    }

    private static void codes(MessageDigest digest, int[] codes) {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK * 4);
        for (int code : codes) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putInt(code);
        }
        digest.update(buffer.flip());
    }
}
