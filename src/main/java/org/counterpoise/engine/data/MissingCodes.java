package org.counterpoise.engine.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The texts that mean "missing" in one column. A code that is a number also matches cells that
/// write the same number otherwise, such as "-9.0" for "-9".
final class MissingCodes {
    private final byte[][] texts;
    private final double[] values;

    MissingCodes(List<String> everywhere, List<String> here, Charset charset, byte decimal) {
        List<String> all = new ArrayList<>(everywhere);
        all.addAll(here);
        texts = all.stream().map(code -> code.getBytes(charset)).toArray(byte[][]::new);
        values =
                all.stream()
                        .map(code -> code.getBytes(StandardCharsets.UTF_8))
                        .mapToDouble(code -> NumberText.parse(code, 0, code.length, decimal))
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
    }

    boolean matches(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        for (byte[] code : texts) {
            if (Arrays.equals(code, 0, code.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(double value) {
        for (double code : values) {
            if (code == value) {
                return true;
            }
        }
        return false;
    }
}
