package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return new SubstituteSettings("", "", 0.1, 10, 0.05, 30, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Labels.of(input.data(), defaults(), Progress.NONE).isEmpty()
                ? Applicability.missing(Labels.HOW)
                : Subgroups.applicability(input.data());
    }

    @Override
    public Assessment run(
            AuditInput input, SubstituteSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        progress.report(0, "Comparing labels");
        Subgroups subgroups = Subgroups.of(data, 1, progress.part(0, 0.2));
        List<String> notes = new ArrayList<>(subgroups.notes());
        progress.check();
        Optional<Labels> labels = Labels.of(data, settings, progress);
        if (labels.isEmpty()) {
            return told(
                    data,
                    "It is not clear which column is the label in use and which is closer to what is"
                            + " meant.",
                    Labels.HOW,
                    0,
                    notes);
        }
        Substitute pairs =
                Substitute.of(data, labels.get().label(), labels.get().direct(), settings.bands());
        notes.add(
                "\""
                        + pairs.label().title()
                        + "\" was taken as the label in use, \""
                        + pairs.direct().title()
                        + "\" as the more direct measure.");
        List<SubstituteStudy> studies = studies(pairs, subgroups, settings, progress);
        return studies.isEmpty()
                ? told(
                        data,
                        "No two groups have "
                                + settings.smallestGroup()
                                + " rows with both the label and the direct measure.",
                        "Choose a dataset with more rows, merge levels, or lower the smallest"
                                + " group.",
                        pairs.n(),
                        notes)
                : assessment(data, pairs, studies, settings, notes);
    }

    private static List<SubstituteStudy> studies(
            Substitute pairs, Subgroups subgroups, SubstituteSettings settings, Progress progress) {
        List<SubstituteStudy> studies = new ArrayList<>();
        if (pairs.n() == 0) {
            return studies;
        }
        int count = (int) Math.max(1, Math.round(settings.selected() * pairs.n()));
        boolean[] byLabel = Substitute.top(pairs.x(), count);
        progress.check();
        boolean[] byDirect = Substitute.top(pairs.y(), count);
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            if (grouping.columns().size() == 1) {
                SubstituteStudy study =
                        SubstituteStudy.of(pairs, grouping, byLabel, byDirect, settings, progress);
                if (study.gaps().size() > 1) {
                    studies.add(study);
                }
            }
        }
        return studies;
    }

    /// Why nothing was compared.
    private Assessment told(Dataset data, String headline, String what, int n, List<String> notes) {
        Finding finding =
                new Finding(
                        "none",
                        Severity.NOTE,
                        headline,
                        what,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Evidence.none(),
                        List.of());
        return new Assessment(
                card().id(),
                "Proxy label in " + data.name(),
                List.of(finding),
                new TreeMap<>(Map.of("label/proxy/n", (double) n)),
                notes);
    }

    private Assessment assessment(
            Dataset data,
            Substitute pairs,
            List<SubstituteStudy> studies,
            SubstituteSettings settings,
            List<String> notes) {
        double[] adjusted =
                Multiplicity.holm(
                        studies.stream()
                                .flatMap(study -> study.gaps().stream())
                                .mapToDouble(GroupGap::p)
                                .toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("label/proxy/n", (double) pairs.n());
        int from = 0;
        for (SubstituteStudy study : studies) {
            SubstituteFindings said =
                    new SubstituteFindings(data, pairs, study, settings, adjusted, from);
            findings.add(said.equalLabel());
            findings.add(said.selected());
            findings.add(said.calibration());
            metrics.putAll(study.metrics(settings.confidence()));
            from += study.gaps().size();
        }
        notes.add("P-values are adjusted by Holm over " + adjusted.length + " groups.");
        return new Assessment(
                card().id(), "Proxy label in " + data.name(), findings, metrics, notes);
    }
}
