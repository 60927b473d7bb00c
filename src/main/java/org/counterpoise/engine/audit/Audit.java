package org.counterpoise.engine.audit;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Assessment;

/// A question asked of a dataset: who is missing, for whom does the model fail, …
///
/// Implementations are stateless and registered in `META-INF/services`.
///
/// @param <S> its settings record
public interface Audit<S extends Record> extends Method<S> {

    /// Whether the marked roles allow the question.
    Applicability applicability(AuditInput input);

    /// Whether it can hold a second dataset against the first.
    default boolean comparesDatasets() {
        return false;
    }

    /// Asks the question.
    ///
    /// @param seed of all randomness; the same seed gives the same assessment on any machine
    /// @throws org.counterpoise.engine.UserProblem if the question cannot be asked of this data
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    Assessment run(AuditInput input, S settings, long seed, Progress progress);
}
