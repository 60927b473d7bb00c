package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.learn.Features;
import org.counterpoise.engine.stats.TwoSampleTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Whether later rows are other than earlier ones, or the rows of a second dataset other than those
/// of the first: in any column, group, window or correlation, as a whole, and in how well a
/// prediction fares.
public final class DriftAudit implements Audit<DriftSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "drift",
                "Drift",
                "What has moved since?",
                "Holds late rows against early ones, and each window of time against those before"
                        + " it, or a second table against the first: every column, its missing"
                        + " values, every group, correlations, the whole table by a model, and"
                        + " performance where outcomes and predictions exist.",
                "Before a model, a threshold or a conclusion from older data is used on newer.",
                List.of(
                        "effect first: a change must be large enough to matter and more than chance",
                        "one level of false alarms over all columns, groups, windows and pairs",
                        "finds drift that only one group or one window shows"),
                List.of(
                        "cannot tell a change of people from one of measuring or coding",
                        "rows are taken as independent: repeated visits of the same people, and"
                                + " seasons, make p-values too small",
                        "a slow drift shows between early and late, not from window to window"),
                "Scholz and Stephens 1987, doi:10.1080/01621459.1987.10478517; Lopez-Paz and Oquab"
                        + " 2017, arXiv:1610.06545; Rabanser, Günnemann and Lipton 2019,"
                        + " arXiv:1810.11953");
    }

    @Override
    public DriftSettings defaults() {
        return new DriftSettings(
                "",
                50,
                5,
                1,
                0.05,
                5,
                0.1,
                0.55,
                TwoSampleTest.ANDERSON_DARLING,
                10,
                1,
                2_000,
                50,
                0.05,
                0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return input.other()
                .map(other -> TwoTables.applicability(input.data(), other))
                .orElseGet(() -> TimeLine.applicability(input.data()));
    }

    @Override
    public boolean comparesDatasets() {
        return true;
    }

    @Override
    public Assessment run(AuditInput input, DriftSettings settings, long seed, Progress progress) {
        if (input.data().rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.",
                    input.data().name(),
                    "Choose a dataset with rows.");
        }
        progress.check();
        Optional<TwoTables> tables = input.other().map(other -> TwoTables.of(input.data(), other));
        Dataset data = tables.map(TwoTables::data).orElse(input.data());
        TimeLine time =
                tables.map(TwoTables::timeLine).orElseGet(() -> TimeLine.of(data, settings));
        List<String> notes = new ArrayList<>(time.notes());
        List<ColumnInfo> columns = columns(data, time, notes);
        progress.check();
        List<Strata> strata = strata(data, settings, notes, progress);
        Comparisons comparisons = Comparisons.of(data, time, strata, settings);
        List<ColumnStudy> studies =
                Parallel.map(
                        columns.size(),
                        progress.part(0.1, 0.6),
                        "Comparing columns",
                        c -> comparisons.study(columns.get(c), progress));
        List<CorrelationShift> pairs =
                CorrelationShift.all(data, columns, time, progress.part(0.6, 0.7));
        Optional<ModelShift> model =
                model(data, columns, time, settings, seed, notes, progress.part(0.7, 0.95));
        OutcomeStudy outcome = OutcomeStudy.of(data, time, strata, settings, progress);
        notes.addAll(outcome.notes());
        DriftStudy study = DriftStudy.of(data, settings, time, studies, pairs, model, outcome);
        notes.add(
                "Population stability and divergences of numbers are measured on bins at the "
                        + (settings.bins() == 10 ? "deciles" : settings.bins() + "-quantiles")
                        + " of the "
                        + (tables.isPresent()
                                ? "values" + time.words().earlyPlace()
                                : "early values")
                        + ", shares under 0.0001 counting as that. Of any false"
                        + " alarm half the level is for columns, the rest is shared by the other"
                        + " questions; Holm within each.");
        progress.check();
        List<Finding> findings = new ArrayList<>(new DriftFindings(study).all());
        TreeMap<String, Double> metrics = DriftMetrics.of(study);
        tables.map(TwoTables::structure)
                .ifPresent(
                        structure -> {
                            findings.add(1, structure.finding());
                            metrics.putAll(structure.metrics());
                        });
        return new Assessment(
                card().id(),
                time.column()
                        .map(column -> "Drift of " + data.name() + " by " + column.title())
                        .orElseGet(
                                () ->
                                        "Drift from "
                                                + time.early().name()
                                                + " to "
                                                + time.late().name()),
                findings,
                metrics,
                notes);
    }

    /// Whether a column says something of a row but not which row it is, or when.
    static boolean compared(Role role) {
        return switch (role) {
            case IDENTIFIER, IGNORED, MOLECULE, TIME, PLATE, WELL -> false;
            case PLATE_ROW, PLATE_COLUMN, CONTROL, WEIGHT -> false;
            case OUTCOME, PREDICTION, SCORE, MEASUREMENT, PROTECTED -> true;
            case QUASI_IDENTIFIER, SENSITIVE, READOUT, FEATURE -> true;
        };
    }

    /// What is compared.
    private static List<ColumnInfo> columns(Dataset data, TimeLine time, List<String> notes) {
        List<ColumnInfo> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        String when = time.column().map(ColumnInfo::name).orElse("");
        for (ColumnInfo info : data.schema().columns()) {
            if (compared(info.role()) && !info.name().equals(when)) {
                if (data.column(info.name()) instanceof Column.Texts) {
                    texts.add(info.title());
                } else {
                    columns.add(info);
                }
            }
        }
        if (!texts.isEmpty()) {
            notes.add("Free text was not compared: " + String.join(", ", texts) + ".");
        }
        if (columns.isEmpty()) {
            throw new UserProblem(
                    time.words().tables()
                            ? "There is no column to compare."
                            : "There is no column to compare besides the time.",
                    data.name(),
                    "Give at least one other column the role of a feature.");
        }
        return columns;
    }

    private static List<Strata> strata(
            Dataset data, DriftSettings settings, List<String> notes, Progress progress) {
        if (data.schema().withRole(Role.PROTECTED).isEmpty()) {
            return List.of();
        }
        try {
            Subgroups subgroups = Subgroups.of(data, 1, progress);
            return subgroups.groupings().stream()
                    .map(grouping -> Strata.of(grouping, settings.smallestGroup()))
                    .toList();
        } catch (UserProblem problem) {
            notes.add("Groups were not compared: " + problem.what());
            return List.of();
        }
    }

    private static Optional<ModelShift> model(
            Dataset data,
            List<ColumnInfo> columns,
            TimeLine time,
            DriftSettings settings,
            long seed,
            List<String> notes,
            Progress progress) {
        if (data.part() == Part.HOLDOUT) {
            notes.add(noModel(time, "the holdout never teaches."));
            return Optional.empty();
        }
        List<String> predictors =
                columns.stream()
                        .filter(info -> few(data.column(info.name())))
                        .map(ColumnInfo::name)
                        .toList();
        try {
            return ModelShift.of(data, predictors, time, settings, seed, progress);
        } catch (UserProblem problem) {
            notes.add(noModel(time, problem.what()));
            return Optional.empty();
        }
    }

    private static String noModel(TimeLine time, String why) {
        return "No model was trained to tell " + time.words().from() + ": " + why;
    }

    /// Whether a model may learn from a column.
    private static boolean few(Column column) {
        return !(column instanceof Column.Codes codes)
                || LongStream.of(codes.counts()).filter(count -> count > 0).count()
                        <= Features.MOST_LEVELS;
    }
}
