package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.validate.KeyClasses;

/// People who are alone with their keys, in one of the real tables.
///
/// @param people rows of the table
/// @param alone whose keys nobody else in any real table has
/// @param matched of those, whose keys some row of the release has (replicated uniques)
record Uniques(long people, long alone, long matched) {

    static Uniques of(KeyClasses classes, int table, int release, int... real) {
        int[] released = classes.sizes(release);
        int[] there = new int[classes.count()];
        for (int part : real) {
            for (int c : classes.of()[part]) {
                there[c]++;
            }
        }
        long alone = 0;
        long matched = 0;
        for (int c : classes.of()[table]) {
            alone += there[c] == 1 ? 1 : 0;
            matched += there[c] == 1 && released[c] > 0 ? 1 : 0;
        }
        return new Uniques(classes.of()[table].length, alone, matched);
    }
}
