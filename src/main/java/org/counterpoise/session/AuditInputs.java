package org.counterpoise.session;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;

import java.util.Optional;
import java.util.function.Function;

/// Puts together what an audit looks at.
///
/// @param lineage of the project before the step
/// @param data datasets by id
record AuditInputs(Lineage lineage, Function<String, Dataset> data) {

    /// @throws UserProblem if there is a second dataset, and the audit compares none or it has the
    ///     same rows
    AuditInput of(Audit<?> audit, Step.RunAudit step, Optional<Benchmark> benchmark) {
        if (step.other().isEmpty()) {
            return new AuditInput(looked(step.input()), benchmark);
        } else if (!audit.comparesDatasets()) {
            throw new UserProblem(
                    audit.card().name() + " looks at one dataset only.",
                    step.other(),
                    "Leave the second dataset out.");
        } else if (lineage.holdsRowsOf(step.input(), step.other())) {
            throw new UserProblem(
                    "The second dataset has rows of the first.",
                    data.apply(step.other()).name(),
                    "Choose a dataset with other rows.");
        }
        return new AuditInput(looked(step.input()), benchmark, Optional.of(looked(step.other())));
    }

    /// A dataset to look at. Methods refuse to fit on a holdout; a whole that still holds the
    /// locked rows is handed over as one, so that it can be looked at but not learned from.
    private Dataset looked(String id) {
        Dataset found = data.apply(id);
        return lineage.holdsLockedRows(id) ? found.withPart(Part.HOLDOUT) : found;
    }
}
