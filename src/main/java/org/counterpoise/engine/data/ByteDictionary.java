package org.counterpoise.engine.data;

import java.util.Arrays;

/// Distinct byte strings, numbered as they first occur. Open addressing, no object per look-up.
final class ByteDictionary {
    private byte[][] keys = new byte[16][];
    private int[] hashes = new int[16];
    private long[] lines = new long[16];
    private int[] table = new int[64];
    private int size;

    int size() {
        return size;
    }

    byte[] key(int index) {
        return keys[index];
    }

    /// Line of the file in which a key first occurred.
    long line(int index) {
        return lines[index];
    }

    /// The number of `bytes[from, to)`, which is `size()` before the call if it is new.
    int put(byte[] bytes, int from, int to, long line) {
        int hash = hash(bytes, from, to);
        int slot = hash & (table.length - 1);
        while (table[slot] != 0) {
            int index = table[slot] - 1;
            if (hashes[index] == hash
                    && Arrays.equals(keys[index], 0, keys[index].length, bytes, from, to)) {
                return index;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = size + 1;
        add(Arrays.copyOfRange(bytes, from, to), hash, line);
        return size - 1;
    }

    private void add(byte[] key, int hash, long line) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        keys[size] = key;
        hashes[size] = hash;
        lines[size] = line;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int index = 0; index < size; index++) {
            int slot = hashes[index] & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = index + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
