package org.counterpoise.engine.synth;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.budget.Ledger;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Schema;

import java.util.List;

/// Makes synthetic rows that resemble a training set.
///
/// Implementations are stateless and registered in `META-INF/services`; every one passes the
/// synthesizer contract test.
///
/// @param <S> its settings record
public interface Synthesizer<S extends Record> extends Method<S> {

    /// Learns from the training rows. Columns whose role is not synthesised are left out.
    ///
    /// @param training calls `forFitting`, so a holdout is refused
    /// @throws org.counterpoise.engine.UserProblem if this data cannot be learned from, saying why
    /// @throws org.counterpoise.engine.CancelledException within 200 ms of the user's wish
    FittedSynthesizer fit(Dataset training, S settings, long seed, Progress progress);

    /// Whether it can draw a crossing of levels that no training row has, from what it learned of
    /// each level.
    default boolean extrapolates() {
        return false;
    }

    /// The noise that hides single records when it learns with these settings, counted for one
    /// record added or removed.
    ///
    /// @return empty if there is none: then there is no guarantee of differential privacy (ε is
    ///     infinite), whatever else the method does
    default List<Ledger.Spent> spent(S settings) {
        return List.of();
    }

    /// What it is made for; the gallery groups and ranks by this.
    default Traits traits() {
        return Traits.UNSTATED;
    }

    /// Whether it can learn from data with these columns. Looks at no row, so it is quick; fitting
    /// may still find that the rows do not do.
    default Applicability applicability(Schema schema) {
        return schema.columns().stream().anyMatch(Learnable::modelled)
                ? Applicability.READY
                : Applicability.missing(
                        "There is no column to synthesise: give one that is not text another role"
                                + " than identifier or ignored.");
    }
}
