package org.counterpoise.engine.synth.resample;

import java.util.Arrays;

/// The values of a tree's rows, row after row in the order of its leaves, so that a leaf is one
/// short run of memory.
///
/// @param complete whether no number is missing
record LeafValues(double[] numbers, int[] codes, boolean complete) {

    static LeafValues of(RowTree tree, double[][] numberColumns, int[][] codeColumns) {
        int[] order = tree.order();
        double[] numbers = new double[order.length * numberColumns.length];
        int[] codes = new int[order.length * codeColumns.length];
        for (int i = 0; i < order.length; i++) {
            for (int f = 0; f < numberColumns.length; f++) {
                numbers[i * numberColumns.length + f] = numberColumns[f][order[i]];
            }
            for (int f = 0; f < codeColumns.length; f++) {
                codes[i * codeColumns.length + f] = codeColumns[f][order[i]];
            }
        }
        return new LeafValues(numbers, codes, Arrays.stream(numbers).noneMatch(Double::isNaN));
    }
}
