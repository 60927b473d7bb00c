package org.counterpoise.engine.synth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shares that the groups of a column, or of a crossing of columns, should have.
///
/// @param columns what is crossed, at least one
/// @param shares for [Aim#TYPED]: what is typed, shares or counts alike, as only their proportions
///     count; empty otherwise
public record Margin(List<String> columns, Aim aim, List<Share> shares) {

    /// Where the shares come from.
    public enum Aim {
        /// The training set.
        KEEP,
        /// All groups alike.
        BALANCE,
        /// The target population.
        MATCH_BENCHMARK,
        /// Typed in.
        TYPED
    }

    /// @param cell column to level
    /// @param weight not negative: a share, a percentage or a count
    public record Share(Map<String, String> cell, double weight) {
        public Share {
            cell = Collections.unmodifiableMap(new LinkedHashMap<>(cell));
        }
    }

    public Margin {
        columns = List.copyOf(columns);
        shares = shares == null ? List.of() : List.copyOf(shares);
    }

    public Margin(List<String> columns, Aim aim) {
        this(columns, aim, List.of());
    }
}
