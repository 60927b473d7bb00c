package org.counterpoise.engine.mitigate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// A way to correct the values of a dataset. The rows stay, one for one.
///
/// Implementations are stateless and registered in `META-INF/services`.
///
/// @param <S> its settings record
public interface Correction<S extends Record> extends Method<S> {

    /// What a correction made.
    ///
    /// @param data the rows of the input in their order, with the corrected values in a further
    ///     column; the values as they were stay
    /// @param notes what was done and what was left alone, in plain sentences
    record Corrected(Dataset data, List<String> notes) {
        public Corrected {
            notes = List.copyOf(notes);
        }
    }

    /// Whether the marked roles allow the correction.
    Applicability applicability(Dataset data);

    /// Corrects the values.
    ///
    /// @throws org.counterpoise.engine.UserProblem if the data cannot be corrected so
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    Corrected correct(Dataset data, S settings, Progress progress);
}
