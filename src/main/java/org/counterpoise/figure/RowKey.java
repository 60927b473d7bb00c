package org.counterpoise.figure;

/// A category of a chart. Two categories with the same label stay two.
///
/// @param index its place
/// @param label in full
/// @param value what stands at the other end of the row, e.g. "0.81"; may be empty
/// @param detail said more quietly after the value, e.g. "n = 517"; may be empty
record RowKey(int index, String label, String value, String detail) implements Comparable<RowKey> {

    static RowKey of(int index, String label) {
        return new RowKey(index, label, "", "");
    }

    @Override
    public int compareTo(RowKey other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return label;
    }
}
