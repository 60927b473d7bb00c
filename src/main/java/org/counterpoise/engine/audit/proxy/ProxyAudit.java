package org.counterpoise.engine.audit.proxy;

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
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the other columns, or a model's score, tell a protected attribute.
public final class ProxyAudit implements Audit<ProxySettings> {
    private static final int MOST_SCORES = 4;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "proxy",
                "Proxies of protected attributes",
                "Can a protected attribute be told from the other columns, or from a score?",
                "Predicts each protected attribute from the columns that are not protected and from"
                        + " each model's score, by cross-validation against shuffled attributes;"
                        + " tells which columns carry it, what is left of it without them, and what"
                        + " the outcome would lose.",
                "Before leaving a protected attribute out of a model and calling that fair.",
                List.of(
                        "finds proxies made of several columns, curved and interacting ones",
                        "one test for all attributes keeps its level",
                        "sets what a column gives away against what it adds"),
                List.of(
                        "a proxy can be needed: leaving it out may harm the group it tells of",
                        "with large data the test and the models with columns left out rest on a"
                                + " random sample, whose size is told, and the models judged on all"
                                + " rows learn from at most 20,000 of them",
                        "of a category with more than 62 levels, the rare ones count as one; free"
                                + " text is not read"),
                "Friedman 2001, doi:10.1214/aos/1013203451; Lundberg et al. 2020,"
                        + " doi:10.1038/s42256-019-0138-9; DeLong et al. 1988,"
                        + " doi:10.2307/2531595");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public ProxySettings defaults() {
        return new ProxySettings(0.6, 0.05, 19, 5000, 8, 5, 20, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        if (columns(input.data(), new ArrayList<>()).isEmpty()) {
            return Applicability.missing(
                    "Give at least one column of numbers or categories the role of a feature in the"
                            + " data step.");
        }
        return Subgroups.applicability(input.data());
    }

    /// Predictors that are not protected themselves.
    private static List<ColumnInfo> columns(Dataset data, List<String> notes) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            if (info.role().predictor() && info.role() != Role.PROTECTED) {
                if (data.column(info.name()) instanceof Column.Texts) {
                    notes.add("\"" + info.title() + "\" was left out: it is free text.");
                } else {
                    columns.add(info);
                }
            }
        }
        return columns;
    }

    private static List<ColumnInfo> scores(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role() == Role.SCORE || info.role() == Role.PREDICTION)
                .filter(info -> !(data.column(info.name()) instanceof Column.Texts))
                .limit(MOST_SCORES)
                .toList();
    }

    @Override
    public Assessment run(AuditInput input, ProxySettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There is no protected attribute, or no column to tell it from.",
                    data.name(),
                    applicability.reason());
        }
        data.forFitting("A model of the protected attributes");
        progress.report(0, "Looking for proxies");
        List<String> notes = new ArrayList<>();
        Subgroups subgroups = Subgroups.of(data, 1, progress.silent());
        notes.addAll(subgroups.notes());
        List<Attribute> attributes = attributes(data, subgroups, settings, notes);
        ProxyStudy study =
                attributes.isEmpty()
                        ? new ProxyStudy(List.of(), List.of(), Optional.empty(), data.rows())
                        : ProxyStudy.of(
                                data,
                                attributes,
                                columns(data, notes),
                                scores(data),
                                outcome(data, notes),
                                settings,
                                seed,
                                progress);
        noteHow(data, study, settings, notes);
        return new Assessment(
                card().id(),
                "Proxies in " + data.name(),
                new ProxyFindings(data, study, settings).all(),
                ProxyMetrics.of(study, settings),
                notes);
    }

    private static List<Attribute> attributes(
            Dataset data, Subgroups subgroups, ProxySettings settings, List<String> notes) {
        List<Attribute> attributes = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            String column = grouping.columns().getFirst();
            if (grouping.columns().size() == 1) {
                Attribute attribute =
                        Attribute.of(
                                grouping,
                                data.schema().column(column).title(),
                                settings.smallestGroup());
                if (attribute.targets().isEmpty()) {
                    notes.add(
                            "\""
                                    + attribute.title()
                                    + "\" was left out: no group of at least "
                                    + settings.smallestGroup()
                                    + " rows can be told from as many others.");
                } else {
                    attributes.add(attribute);
                }
            }
        }
        return attributes;
    }

    /// The outcome, if it has two classes.
    private static Optional<BinaryOutcome> outcome(Dataset data, List<String> notes) {
        Optional<ColumnInfo> marked = data.schema().outcome();
        if (marked.isEmpty()) {
            return Optional.empty();
        }
        try {
            BinaryOutcome outcome = BinaryOutcome.of(data, marked.get().name());
            int yes = 0;
            int no = 0;
            for (byte value : outcome.values()) {
                yes += value == 1 ? 1 : 0;
                no += value == 0 ? 1 : 0;
            }
            return Math.min(yes, no) < 2 * ChanceTest.FOLDS
                    ? Optional.empty()
                    : Optional.of(outcome);
        } catch (UserProblem problem) {
            notes.add("What the outcome would lose is not told: " + problem.what());
            return Optional.empty();
        }
    }

    private static void noteHow(
            Dataset data, ProxyStudy study, ProxySettings settings, List<String> notes) {
        if (study.told().isEmpty()) {
            return;
        }
        notes.add(
                "The test against chance rests on "
                        + settings.permutations()
                        + " shuffles of all attributes together, each with all models fitted again;"
                        + " its p-values are adjusted for all attributes, groups and scores.");
        if (study.sampled() < data.rows()) {
            notes.add(
                    "The test and the models with columns left out use "
                            + NumberText.count(study.sampled())
                            + " random rows; the AUC of each attribute rests on all rows.");
        }
        if (data.rows() / settings.folds() * (settings.folds() - 1) > ProxyStudy.MOST_LEARNT) {
            notes.add(
                    "The AUC of each attribute rests on all rows, told by models that have learnt"
                            + " from "
                            + NumberText.count(ProxyStudy.MOST_LEARNT)
                            + " random ones of the other folds.");
        }
        if (settings.level() * (settings.permutations() + 1) < 1) {
            notes.add(
                    "With so few permutations no p-value can reach the level; raise them to at"
                            + " least "
                            + (int) Math.ceil(1 / settings.level() - 1)
                            + ".");
        }
    }
}
