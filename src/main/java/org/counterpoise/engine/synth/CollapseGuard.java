package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.finding.NumberText;

import java.util.List;
import java.util.Optional;

/// Warns of learning from rows that were themselves made: from generation to generation the tails
/// and small groups vanish (Shumailov et al., Nature 2024, doi:10.1038/s41586-024-07566-y). Real
/// rows kept among them hold that up (Gerstgrasser et al. 2024, arXiv:2404.01413).
public final class CollapseGuard {
    private CollapseGuard() {}

    /// The warning to give before something is fitted on these rows.
    ///
    /// @return nothing if any row was observed
    public static Optional<String> warning(Dataset training) {
        int generation = OriginColumn.generation(training);
        return generation == 0 || OriginColumn.realRows(training).length > 0
                ? Optional.empty()
                : Optional.of(
                        "All rows are synthetic, of generation "
                                + generation
                                + ", and no real row is among them: what is learned from them loses"
                                + " tails and small groups, more with every generation. Fit on the"
                                + " real rows, or add them.");
    }

    /// What to know of a model that was fitted on these rows.
    ///
    /// @return nothing if all rows were observed
    public static List<String> notes(Dataset training) {
        int generation = OriginColumn.generation(training);
        if (generation == 0) {
            return List.of();
        }
        Optional<String> warning = warning(training);
        if (warning.isPresent()) {
            return List.of(warning.get());
        }
        int real = OriginColumn.realRows(training).length;
        return List.of(
                NumberText.count(training.rows() - (long) real)
                        + " of "
                        + NumberText.count(training.rows())
                        + " rows are synthetic, of generation "
                        + generation
                        + " at the latest; the others are real.");
    }
}
