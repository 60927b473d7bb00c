package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whether a label that stands in for what is meant, such as cost for need, does so equally well in
/// every group.
public final class SubstituteAudit implements Audit<SubstituteSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "label-proxy",
                "Faulty proxy label",
                "At the same label, are groups the same by a more direct measure?",
                "Holds a label or score in use against a more direct measure of what is meant: the"
                        + " direct measure at equal label by group, who is selected by each, and what"
                        + " would change on switching.",
                "When a label was chosen because it was at hand, such as cost for need.",
                List.of(
                        "shows the mark that a model inherits from its label",
                        "tells what switching labels would change for each group",
                        "needs no model"),
                List.of(
                        "the direct measure is taken as right; it can be biased too",
                        "a noisy label lags behind where groups differ in need, which also makes a"
                                + " difference at equal label",
                        "rows are taken as different people"),
                "Obermeyer et al. 2019, doi:10.1126/science.aax2342");
    }

    @Override
    public SubstituteSettings defaults() {
        return new SubstituteSettings(false, 0.1, 10, 0.05, 30, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        if (measurements(input.data()).size() < 2) {
            return Applicability.missing(
                    "Mark two columns of numbers as measurements in the data step: the label in use"
                            + " and a more direct measure.");
        }
        return Subgroups.applicability(input.data());
    }

    private static List<ColumnInfo> measurements(Dataset data) {
        return data.schema().withRole(Role.MEASUREMENT).stream()
                .filter(info -> data.column(info.name()) instanceof Column.Numbers)
                .toList();
    }

    @Override
    public Assessment run(
            AuditInput input, SubstituteSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There is no label to hold against a more direct measure by group.",
                    data.name(),
                    applicability.reason());
        }
        progress.report(0, "Comparing labels");
        List<String> notes = new ArrayList<>();
        Subgroups subgroups = Subgroups.of(data, 1, progress.part(0, 0.2));
        notes.addAll(subgroups.notes());
        Substitute pairs = pairs(data, settings, notes);
        progress.check();
        int count = (int) Math.max(1, Math.round(settings.selected() * pairs.n()));
        boolean[] byLabel = Substitute.top(pairs.x(), count);
        progress.check();
        boolean[] byDirect = Substitute.top(pairs.y(), count);
        List<SubstituteStudy> studies = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            SubstituteStudy study =
                    SubstituteStudy.of(pairs, grouping, byLabel, byDirect, settings, progress);
            if (study.gaps().size() > 1) {
                studies.add(study);
            }
        }
        return assessment(data, pairs, studies, settings, notes);
    }

    private static Substitute pairs(Dataset data, SubstituteSettings settings, List<String> notes) {
        List<ColumnInfo> columns = measurements(data);
        if (columns.size() > 2) {
            notes.add("Only the first two measurements were compared.");
        }
        ColumnInfo label = columns.get(settings.swapped() ? 1 : 0);
        ColumnInfo direct = columns.get(settings.swapped() ? 0 : 1);
        notes.add(
                "\""
                        + label.title()
                        + "\" was taken as the label in use, \""
                        + direct.title()
                        + "\" as the more direct measure.");
        return Substitute.of(data, label, direct, settings.bands());
    }

    private Assessment assessment(
            Dataset data,
            Substitute pairs,
            List<SubstituteStudy> studies,
            SubstituteSettings settings,
            List<String> notes) {
        if (studies.isEmpty()) {
            throw new UserProblem(
                    "No two groups have "
                            + settings.smallestGroup()
                            + " rows with both the label and the direct measure.",
                    data.name(),
                    "Choose a dataset with more rows, or lower the smallest group.");
        }
        double[] adjusted =
                Multiplicity.holm(
                        studies.stream()
                                .flatMap(study -> study.gaps().stream())
                                .mapToDouble(GroupGap::p)
                                .toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("label-proxy/n", (double) pairs.n());
        int from = 0;
        for (SubstituteStudy study : studies) {
            SubstituteFindings said =
                    new SubstituteFindings(data, pairs, study, settings, adjusted, from);
            findings.add(said.equalLabel());
            findings.add(said.selected());
            metrics.putAll(study.metrics(settings.confidence()));
            from += study.gaps().size();
        }
        notes.add("P-values are adjusted by Holm over " + adjusted.length + " groups.");
        return new Assessment(
                card().id(), "Proxy label in " + data.name(), findings, metrics, notes);
    }
}
