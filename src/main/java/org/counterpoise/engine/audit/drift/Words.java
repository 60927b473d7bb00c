package org.counterpoise.engine.audit.drift;

import java.util.Locale;

/// How the two sides are called: early and late rows of one table, or the rows of two tables.
///
/// @param early the reference, e.g. "early", or a table's name
/// @param late what is held against it
/// @param tables whether these are names of tables
record Words(String early, String late, boolean tables) {
    /// Of one table by its time.
    static final Words OF_TIME = new Words("early", "late", false);

    /// "late than early".
    String than() {
        return tables ? "in " + late + " than in " + early : "late than early";
    }

    /// "late against early".
    String against() {
        return late + " against " + early;
    }

    /// "Late against early", to begin a sentence.
    String againstFirst() {
        return tables
                ? against()
                : against().substring(0, 1).toUpperCase(Locale.ROOT) + against().substring(1);
    }

    /// "late against early rows".
    String againstRows() {
        return tables
                ? "rows of " + late + " against those of " + early
                : "late against early rows";
    }

    /// "early and late".
    String both() {
        return tables ? "in " + early + " and in " + late : "early and late";
    }

    /// "early and late rows".
    String bothRows() {
        return tables ? "the rows of " + early + " and of " + late : "early and late rows";
    }

    /// "late less early".
    String less() {
        return tables ? "in " + late + " less that in " + early : "late less early";
    }

    /// "late from early".
    String from() {
        return late + " from " + early;
    }

    /// "early rows".
    String earlyRows() {
        return tables ? "rows of " + early : "early rows";
    }

    /// "late rows".
    String lateRows() {
        return tables ? "rows of " + late : "late rows";
    }

    /// "early ones".
    String earlyOnes() {
        return tables ? "those of " + early : "early ones";
    }

    /// "late ones".
    String lateOnes() {
        return tables ? "those of " + late : "late ones";
    }

    /// " early", or " in" a table.
    String earlyPlace() {
        return tables ? " in " + early : " early";
    }

    /// "windows", or "tables".
    String windows() {
        return tables ? "tables" : "windows";
    }

    /// "window", or "table".
    String window() {
        return tables ? "table" : "window";
    }
}
