package org.counterpoise.session.store;

import java.nio.file.Path;
import java.util.List;

/// What a rescue saved.
///
/// @param target the new project
/// @param steps how many steps it has
/// @param saved ids of the artifacts that could be read
/// @param lost ids of the artifacts that could not; the steps that made them are there and can be
///     replayed
public record RescueReport(Path target, int steps, List<String> saved, List<String> lost) {
    public RescueReport {
        saved = List.copyOf(saved);
        lost = List.copyOf(lost);
    }
}
