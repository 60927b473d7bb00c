package org.counterpoise.engine.audit.label;

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

import java.util.ArrayList;
import java.util.List;

/// Whether raters give the same labels, and whether they do so in each group.
public final class LabelAudit implements Audit<LabelSettings> {
    private static final int MOST_CATEGORIES = 50;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "label",
                "Agreement of labels",
                "Do raters give the same labels, and in every group?",
                "Compares columns of labels marked as measurements: Krippendorff's alpha, Cohen's and"
                        + " Fleiss' kappa and Gwet's AC1 with intervals, who uses which category more"
                        + " often, and whether agreement or its direction differs between groups.",
                "Before labels given by people or a machine are taken as the truth.",
                List.of(
                        "any number of raters, with labels missing",
                        "kappa, alpha and AC1 side by side, as they differ where a category is rare",
                        "tells a rater who is stricter with one group"),
                List.of(
                        "raters who agree can be wrong together",
                        "rows are taken as different units",
                        "intervals of weighted kappa are too short in fewer than about 100 units if"
                                + " a category is rare"),
                "Cohen 1960, doi:10.1177/001316446002000104; Fleiss 1971, doi:10.1037/h0031619; Hayes"
                        + " and Krippendorff 2007, doi:10.1080/19312450709336664; Gwet 2008,"
                        + " doi:10.1348/000711006X126600");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public LabelSettings defaults() {
        return new LabelSettings(0.667, 0.05, 20, 1000, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Raters.columns(input.data()).size() < 2
                ? Applicability.missing(
                        "Mark at least two columns of labels, one for each rater, as measurements in"
                                + " the data step.")
                : Applicability.READY;
    }

    @Override
    public Assessment run(AuditInput input, LabelSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There are no two columns of labels to compare.",
                    data.name(),
                    applicability.reason());
        }
        progress.report(0, "Comparing labels");
        List<String> notes = new ArrayList<>();
        Raters raters = Raters.of(data);
        if (raters.categories().size() > MOST_CATEGORIES) {
            throw new UserProblem(
                    "The raters use " + raters.categories().size() + " categories.",
                    data.name(),
                    "Merge the categories to at most " + MOST_CATEGORIES + ".");
        }
        List<Grouping> groupings = groupings(data, notes, progress.part(0, 0.2));
        LabelStudy study = LabelStudy.of(raters, groupings, settings, seed, progress.part(0.2, 1));
        if (study.units() < 2 || raters.categories().size() < 2) {
            throw new UserProblem(
                    "Fewer than two rows have two labels, or all labels are the same.",
                    data.name(),
                    "Choose rows that two raters labelled, with at least two categories.");
        }
        notes.add(
                "P-values are adjusted by Holm over all "
                        + study.adjusted().length
                        + " tests of raters and groups.");
        return new Assessment(
                card().id(),
                "Agreement of labels in " + data.name(),
                new LabelFindings(data, study, settings).all(),
                LabelMetrics.of(study, settings),
                notes);
    }

    /// By single attributes, if any can define groups.
    private static List<Grouping> groupings(Dataset data, List<String> notes, Progress progress) {
        if (!Subgroups.applicability(data).ready()) {
            return List.of();
        }
        try {
            Subgroups subgroups = Subgroups.of(data, 1, progress);
            notes.addAll(subgroups.notes());
            return subgroups.groupings().stream().filter(g -> g.columns().size() == 1).toList();
        } catch (UserProblem problem) {
            notes.add("Groups were not compared: " + problem.what());
            return List.of();
        }
    }
}
