package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What a model of a score or of the outcome leans on, by group and for one row, and what it would
/// say if the row were otherwise.
public final class ExplainAudit implements Audit<ExplainSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "explain",
                "What a model leans on",
                "What does a model lean on, and what would it say of a person who were otherwise?",
                "Fits a model to a marked score, or to the outcome, and explains it: exact Shapley"
                        + " values, importance by shuffling, dependence on columns in each group with"
                        + " the spread of single rows, and whether it leans on a protected"
                        + " attribute; for one row its own values, the nearest other outcome, and"
                        + " what-if.",
                "When what a model says needs reasons, such as for a person who was turned down.",
                List.of(
                        "Shapley values of trees are exact",
                        "groups side by side on one scale",
                        "changes any cell of a row: this patient, other sex"),
                List.of(
                        "explains a model fitted here: of a score, as far as the columns tell it",
                        "tells what the model does, not what causes the outcome",
                        "dependence sets a column to values that may not go with the others",
                        "learns from at most 5,000 rows unless more are allowed"),
                "Lundberg et al. 2020, doi:10.1038/s42256-019-0138-9; Friedman 2001,"
                        + " doi:10.1214/aos/1013203451; Goldstein et al. 2015,"
                        + " doi:10.1080/10618600.2014.907095; Lei et al. 2018,"
                        + " doi:10.1080/01621459.2017.1307116; Ribeiro, Singh and Guestrin 2016,"
                        + " doi:10.1145/2939672.2939778; Wachter, Mittelstadt and Russell 2018,"
                        + " arXiv:1711.00399");
    }

    @Override
    public ExplainSettings defaults() {
        return new ExplainSettings(
                ExplainSettings.Explains.SCORE_OR_OUTCOME,
                0,
                "",
                List.of(),
                0.5,
                2,
                0.05,
                3,
                5_000,
                5,
                20,
                0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        Dataset data = input.data();
        if (data.part() == Part.HOLDOUT) {
            return Applicability.missing("The holdout never teaches; choose the training data.");
        }
        if (Fitted.columns(data).isEmpty()) {
            return Applicability.missing(
                    "Give at least one column of numbers or categories the role of a feature in the"
                            + " data step.");
        }
        try {
            Target.of(data, defaults().explains());
            return Applicability.READY;
        } catch (UserProblem problem) {
            return Applicability.missing(problem.remedy());
        }
    }

    @Override
    public Assessment run(
            AuditInput input, ExplainSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        data.forFitting("A model to be explained");
        if (Fitted.columns(data).isEmpty()) {
            throw new UserProblem(
                    "There is no column for a model to learn from.",
                    data.name(),
                    applicability(input).reason());
        }
        if (settings.row() > data.rows()) {
            throw new UserProblem(
                    "There is no row " + NumberText.count(settings.row()) + ".",
                    data.name(),
                    "Choose a row from 1 to " + NumberText.count(data.rows()) + ".");
        }
        progress.report(0, "Training a model");
        Fitted fitted = Fitted.of(data, settings, seed, progress.part(0, 0.1));
        List<String> notes = new ArrayList<>();
        Grouping grouping = grouping(fitted.data(), notes, progress);
        Explained explained = Explained.of(fitted, settings.folds(), seed, progress.part(0.1, 0.5));
        List<Leaning> leanings = Leaning.all(explained, seed, progress.part(0.5, 0.9));
        List<Dependence> curves =
                IntStream.of(explained.ranked())
                        .limit(settings.curves())
                        .mapToObj(
                                column ->
                                        Dependence.of(
                                                fitted,
                                                column,
                                                grouping,
                                                settings.smallestGroup(),
                                                progress))
                        .toList();
        TreeMap<String, Double> metrics = ExplainMetrics.of(explained, leanings, settings);
        List<Finding> findings = new ArrayList<>();
        if (settings.row() > 0) {
            RowStudy row = RowStudy.of(fitted, settings, seed, progress.part(0.9, 1));
            ExplainMetrics.addRow(metrics, fitted, row);
            findings.add(
                    new RowFinding(fitted, row, new ExplainFigures(explained, grouping), settings)
                            .finding());
        }
        findings.addAll(new ExplainFindings(explained, leanings, curves, grouping, settings).all());
        note(explained, notes);
        progress.check();
        return new Assessment(
                card().id(),
                "What a model of " + fitted.target().column().title() + " leans on",
                findings,
                metrics,
                notes);
    }

    private static void note(Explained explained, List<String> notes) {
        Fitted fitted = explained.fitted();
        notes.add(
                (fitted.target().binary()
                                ? "The model explained is trained here"
                                : "The model explained is fitted here to the numbers of \""
                                        + fitted.target().column().title()
                                        + "\"")
                        + ", by gradient-boosted trees on "
                        + NumberText.count(fitted.rows().length)
                        + (fitted.rows().length < fitted.source().rows() ? " of " : " rows")
                        + (fitted.rows().length < fitted.source().rows()
                                ? NumberText.count(fitted.source().rows()) + " rows"
                                : "")
                        + "; p-values are adjusted for all protected attributes by Holm's method.");
    }

    /// By the first protected attribute that can define groups, else everyone together.
    private static Grouping grouping(Dataset data, List<String> notes, Progress progress) {
        Grouping all = Grouping.of(data, List.of());
        if (data.schema().namesWithRole(Role.PROTECTED).isEmpty()) {
            return all;
        }
        try {
            Subgroups subgroups = Subgroups.of(data, 1, progress.silent());
            notes.addAll(subgroups.notes());
            return subgroups.groupings().getFirst();
        } catch (UserProblem problem) {
            notes.add("Groups were not compared: " + problem.what());
            return all;
        }
    }
}
