package org.counterpoise.engine.audit.cascade;

import java.util.List;

/// One criterion of a cascade and what it did; or all of them together.
///
/// @param id `1`, `2`, … or `all`
/// @param words the criterion in plain words
/// @param before rows still in
/// @param after rows that stayed
/// @param unknown of those excluded, how many because a value was missing
/// @param exclusions by attribute and crossing
record CascadeStep(
        String id,
        String words,
        long before,
        long after,
        long unknown,
        List<Exclusion> exclusions) {
    static final String ALL = "all";

    boolean whole() {
        return id.equals(ALL);
    }
}
