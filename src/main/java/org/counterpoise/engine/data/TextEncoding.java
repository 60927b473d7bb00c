package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The encoding of a text file and why it is thought to be so.
///
/// @param charset IANA name
/// @param reason for people
record TextEncoding(String charset, String reason) {
    private static final int SAMPLE = 1 << 16;
    private static final int BLOCK = 1 << 20;

    /// Charsets in which every plain ASCII character is one byte and no other character holds it.
    private static final Set<String> ASCII_COMPATIBLE =
            Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252");

    /// By byte order mark, else by NUL bytes (UTF-16), else by validity of the whole file (UTF-8),
    /// else Latin-1, or its Windows variant if bytes 0x80–0x9F occur.
    static TextEncoding guess(Path file, Progress progress) throws IOException {
        byte[] sample = new byte[SAMPLE];
        int length;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            length = CsvText.fill(channel, sample, SAMPLE, 0);
        }
        if (mark(sample, length, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding("UTF-8", "the file begins with its byte order mark");
        } else if (mark(sample, length, 0xFF, 0xFE)) {
            return new TextEncoding("UTF-16LE", "the file begins with its byte order mark");
        } else if (mark(sample, length, 0xFE, 0xFF)) {
            return new TextEncoding("UTF-16BE", "the file begins with its byte order mark");
        }
        String utf16 = utf16(sample, length);
        if (!utf16.isEmpty()) {
            return new TextEncoding(utf16, "every other byte is zero");
        }
        return byValidity(file, progress);
    }

    private static boolean mark(byte[] bytes, int length, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String utf16(byte[] bytes, int length) {
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        double half = length / 2.0;
        if (zeros[1] > 0.4 * half && zeros[0] < 0.05 * half) {
            return "UTF-16LE";
        }
        return zeros[0] > 0.4 * half && zeros[1] < 0.05 * half ? "UTF-16BE" : "";
    }

    private static TextEncoding byValidity(Path file, Progress progress) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(BLOCK + 8);
        byte[] block = new byte[BLOCK];
        int carried = 0;
        boolean utf8 = true;
        boolean ascii = true;
        boolean windows = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            for (long position = 0; position < size; ) {
                progress.check();
                ByteBuffer target = ByteBuffer.wrap(block, carried, BLOCK - carried);
                int read = Math.max(0, channel.read(target, position));
                position = read == 0 ? size : position + read;
                int length = carried + read;
                if (isAscii(block, length)) {
                    carried = 0;
                    continue;
                }
                ascii = false;
                windows |= hasC1(block, length);
                ByteBuffer source = ByteBuffer.wrap(block, 0, length);
                CoderResult result =
                        decoder.reset().decode(source, chars.clear(), position == size);
                utf8 &= !result.isError();
                carried = utf8 ? source.remaining() : 0;
                System.arraycopy(block, length - carried, block, 0, carried);
            }
        }
        if (utf8) {
            return new TextEncoding(
                    "UTF-8", ascii ? "it holds plain ASCII only" : "all of it is valid UTF-8");
        }
        return windows
                ? new TextEncoding(
                        "windows-1252", "it is not UTF-8 and uses characters of Windows' Latin-1")
                : new TextEncoding("ISO-8859-1", "it is not UTF-8; Latin-1 is the usual other");
    }

    private static boolean isAscii(byte[] bytes, int length) {
        int or = 0;
        for (int i = 0; i < length; i++) {
            or |= bytes[i];
        }
        return or >= 0;
    }

    private static boolean hasC1(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < -96) {
                return true;
            }
        }
        return false;
    }

    /// @throws UserProblem if there is no such encoding
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserProblem(
                    "There is no encoding called \"" + name + "\".",
                    "encoding",
                    "Use UTF-8, UTF-16LE, UTF-16BE, ISO-8859-1 or windows-1252.",
                    e);
        }
    }

    /// Whether the bytes of a file in this charset can be parsed as they are.
    static boolean parsable(Charset charset) {
        return ASCII_COMPATIBLE.contains(charset.name());
    }

    /// The length of the byte order mark that a file in this charset begins with, if it does.
    static int markLength(Path file, Charset charset) throws IOException {
        byte[] head = new byte[3];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = CsvText.fill(channel, head, 3, 0);
            return switch (charset.name()) {
                case "UTF-8" -> mark(head, length, 0xEF, 0xBB, 0xBF) ? 3 : 0;
                case "UTF-16LE" -> mark(head, length, 0xFF, 0xFE) ? 2 : 0;
                case "UTF-16BE" -> mark(head, length, 0xFE, 0xFF) ? 2 : 0;
                default -> 0;
            };
        }
    }
}
