package org.counterpoise.workbench.audit;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.session.Lineage;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.ProjectView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be read from the data before its questions can be offered.
///
/// @param data the dataset
/// @param target id of the target population; empty for none
/// @param applicability by the audit's id
/// @param others by the id of an audit that compares datasets: what it can hold against this one
public record AuditOffer(
        DataEntry data,
        String target,
        Map<String, Applicability> applicability,
        Map<String, List<OtherDataset>> others,
        NameChoices names) {

    /// Asks every audit in the catalogue whether it can be used. Not for the FX thread.
    public static AuditOffer of(ProjectView project, DataEntry data) {
        Optional<Benchmark> target = project.target().map(Map.Entry::getValue);
        List<DataEntry> candidates = candidates(project, data);
        Map<String, Applicability> applicability = new LinkedHashMap<>();
        Map<String, List<OtherDataset>> others = new LinkedHashMap<>();
        for (Audit<?> audit : Catalogue.all(Audit.class)) {
            applicability.put(
                    audit.id(), audit.applicability(new AuditInput(data.dataset(), target)));
            if (audit.comparesDatasets()) {
                List<OtherDataset> own = new ArrayList<>();
                for (DataEntry other : candidates) {
                    AuditInput input =
                            new AuditInput(data.dataset(), target, Optional.of(other.dataset()));
                    own.add(
                            new OtherDataset(
                                    other.id(), other.title(), audit.applicability(input)));
                }
                others.put(audit.id(), own);
            }
        }
        return new AuditOffer(
                data,
                project.target().map(Map.Entry::getKey).orElse(""),
                applicability,
                others,
                NameChoices.of(data.dataset()));
    }

    /// Datasets with other rows.
    private static List<DataEntry> candidates(ProjectView project, DataEntry data) {
        Lineage lineage = new Lineage(project.steps());
        return project.datasets().stream()
                .filter(other -> !other.id().equals(data.id()))
                .filter(other -> !lineage.holdsRowsOf(data.id(), other.id()))
                .toList();
    }
}
