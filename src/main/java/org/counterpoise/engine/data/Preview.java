package org.counterpoise.engine.data;

import java.util.List;

/// The first rows of a file as text, before types are applied.
///
/// @param names one per column
/// @param rows at most 100, each as long as `names`
public record Preview(List<String> names, List<List<String>> rows) {

    public Preview {
        names = List.copyOf(names);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
