package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a model of the outcome leans on, by group and for one row, and what it would say if the row
/// were otherwise.
public final class ExplainAudit implements Audit<ExplainSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "explain",
                "What a model leans on",
                "What does a model of the outcome lean on, and what would it say of a person who were"
                        + " otherwise?",
                "Trains a model of the outcome and explains it: exact Shapley values, importance by"
                        + " shuffling, dependence on single columns in each group with the spread of"
                        + " single rows; for one row its own values, the nearest other outcome, and"
                        + " what-if.",
                "When a model's outcome needs reasons, such as for a person who was turned down.",
                List.of(
                        "Shapley values of trees are exact",
                        "groups side by side on one scale",
                        "changes any cell of a row: this patient, other sex"),
                List.of(
                        "explains the program's own model of the outcome, not another",
                        "tells what the model does, not what causes the outcome",
                        "dependence sets a column to values that may not go with the others"),
                "Lundberg et al. 2020, doi:10.1038/s42256-019-0138-9; Friedman 2001,"
                        + " doi:10.1214/aos/1013203451; Goldstein et al. 2015,"
                        + " doi:10.1080/10618600.2014.907095; Wachter, Mittelstadt and Russell 2018,"
                        + " arXiv:1711.00399");
    }

    @Override
    public ExplainSettings defaults() {
        return new ExplainSettings(0, "", List.of(), 0.5, 3, 5, 20, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        Dataset data = input.data();
        if (data.schema().outcome().isEmpty()) {
            return Applicability.missing("Mark a column as the outcome in the data step.");
        }
        return columns(data).isEmpty()
                ? Applicability.missing(
                        "Give at least one column of numbers or categories the role of a feature in"
                                + " the data step.")
                : Applicability.READY;
    }

    private static List<ColumnInfo> columns(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role().predictor())
                .filter(info -> !(data.column(info.name()) instanceof Column.Texts))
                .toList();
    }

    @Override
    public Assessment run(
            AuditInput input, ExplainSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There is no outcome, or no column to predict it from.",
                    data.name(),
                    applicability.reason());
        }
        data.forFitting("A model of the outcome");
        if (settings.row() > data.rows()) {
            throw new UserProblem(
                    "There is no row " + settings.row() + ".",
                    data.name(),
                    "Choose a row from 1 to " + data.rows() + ".");
        }
        progress.report(0, "Training a model");
        BinaryOutcome outcome =
                BinaryOutcome.of(data, data.schema().outcome().orElseThrow().name());
        requireBoth(data, outcome, settings.folds());
        List<String> notes = new ArrayList<>();
        Grouping grouping = grouping(data, notes, progress);
        Explained explained =
                Explained.of(
                        data, columns(data), outcome, settings.folds(), seed, progress.part(0, 0.8));
        List<Dependence> curves =
                IntStream.of(explained.ranked())
                        .limit(settings.curves())
                        .mapToObj(
                                column ->
                                        Dependence.of(
                                                explained,
                                                column,
                                                grouping,
                                                settings.smallestGroup(),
                                                progress))
                        .toList();
        ExplainFindings findings = new ExplainFindings(explained, curves, grouping, settings);
        if (settings.row() > 0) {
            RowStudy row = RowStudy.of(explained, settings, progress.part(0.9, 1));
            return new Assessment(
                    card().id(),
                    "What a model of " + outcome.column() + " leans on",
                    findings.with(row),
                    ExplainMetrics.of(explained, row, settings),
                    notes);
        }
        return new Assessment(
                card().id(),
                "What a model of " + outcome.column() + " leans on",
                findings.all(),
                ExplainMetrics.of(explained, settings),
                notes);
    }

    private static void requireBoth(Dataset data, BinaryOutcome outcome, int folds) {
        int yes = 0;
        int no = 0;
        for (byte value : outcome.values()) {
            yes += value == 1 ? 1 : 0;
            no += value == 0 ? 1 : 0;
        }
        if (Math.min(yes, no) < folds) {
            throw new UserProblem(
                    "Fewer than " + folds + " rows are with, or without, the outcome.",
                    data.name(),
                    "Choose a dataset with more rows of both kinds, or fewer folds.");
        }
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
