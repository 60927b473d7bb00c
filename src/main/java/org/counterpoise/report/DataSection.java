package org.counterpoise.report;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnProfile;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Profile;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.util.ArrayList;
import java.util.List;

/// Which data were read and how, what their columns are for, what was locked away, and which
/// population they are held against.
final class DataSection {
    private static final int LEVELS_SHOWN = 6;

    private final Story story;
    private final Draft draft;
    private final Progress progress;

    DataSection(Story story, Draft draft, Progress progress) {
        this.story = story;
        this.draft = draft;
        this.progress = progress;
    }

    void write() {
        if (!story.has(Step.ImportData.class)) {
            return;
        }
        draft.section("Data");
        story.all(Step.ImportData.class).forEach(this::imported);
        story.all(Step.Split.class).forEach(this::split);
        story.all(Step.SetBenchmark.class).forEach(this::benchmark);
    }

    private void imported(Story.Told<Step.ImportData> told) {
        String id = story.latest(told.record().output());
        story.artifact(id, Artifact.Data.class)
                .ifPresent(
                        data -> {
                            draft.part("Data set " + told.step().name());
                            draft.paragraph(introduction(data.dataset()));
                            draft.facts(facts(told.step(), data.dataset()));
                            draft.table(columns(data.dataset()));
                            draft.bullets(data.notes());
                        });
    }

    private static String introduction(Dataset data) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                Phrases.count(data.rows(), "row", "rows")
                        + " and "
                        + Phrases.count(data.schema().size(), "column", "columns")
                        + ".");
        if (OriginColumn.generation(data) > 0) {
            sentences.add("It holds " + OriginColumn.words(data) + ".");
        }
        data.schema()
                .outcome()
                .ifPresent(
                        outcome ->
                                sentences.add(
                                        "The outcome is "
                                                + outcome.title()
                                                + outcome.positive()
                                                        .map(level -> ", positive if " + level)
                                                        .orElse("")
                                                + "."));
        List<String> guarded =
                data.schema().withRole(Role.PROTECTED).stream().map(ColumnInfo::title).toList();
        sentences.add(
                guarded.isEmpty()
                        ? "No column is marked as a protected attribute."
                        : "Protected attributes: " + Phrases.list(guarded) + ".");
        List<String> ignored = data.schema().namesWithRole(Role.IGNORED);
        if (!ignored.isEmpty()) {
            sentences.add("Left out of everything: " + Phrases.list(ignored) + ".");
        }
        return String.join(" ", sentences);
    }

    private static List<Block.Fact> facts(Step.ImportData step, Dataset data) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("file", step.fileName()));
        facts.add(new Block.Fact("SHA-256 of the file", step.sha256()));
        step.options().shown().forEach((label, value) -> facts.add(new Block.Fact(label, value)));
        for (var column : step.options().columns()) {
            if (!column.missing().isEmpty()) {
                facts.add(
                        new Block.Fact(
                                "missing in " + column.name(),
                                "also " + String.join(", ", column.missing())));
            }
        }
        facts.add(new Block.Fact("content hash", data.hash()));
        return facts;
    }

    private Evidence columns(Dataset data) {
        Profile profile = Profile.of(data, progress);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            ColumnInfo info = data.schema().columns().get(i);
            ColumnProfile about = profile.columns().get(i);
            int missing = about.missing();
            String share =
                    data.rows() == 0
                            ? "undefined"
                            : NumberText.percent((double) missing / data.rows());
            rows.add(
                    List.of(
                            info.title().equals(info.name())
                                    ? info.name()
                                    : info.title() + " (" + info.name() + ")",
                            Phrases.constant(info.type()).replace('-', ' '),
                            Phrases.constant(info.role()).replace('-', ' '),
                            values(info, data.column(i), about),
                            missing,
                            share));
        }
        return new Evidence(
                "Columns of "
                        + data.name()
                        + ": what they are for, and what they hold (median [quartiles])",
                List.of("column", "type", "role", "values", "missing", "share missing"),
                rows);
    }

    private static String values(ColumnInfo info, Column column, ColumnProfile about) {
        return switch (column) {
            case Column.Codes codes -> levels(codes.levels());
            case Column.Numbers _ -> range(info, about) + bands(info);
            case Column.Texts _ ->
                    Phrases.count(about.distinct(), "different text", "different texts");
        };
    }

    private static String range(ColumnInfo info, ColumnProfile about) {
        String unit = info.unit().isEmpty() ? "" : " " + info.unit();
        return about.summary()
                .map(
                        s ->
                                "median "
                                        + shown(s.median(), info.type())
                                        + " ["
                                        + shown(s.q1(), info.type())
                                        + ", "
                                        + shown(s.q3(), info.type())
                                        + "], range "
                                        + shown(s.min(), info.type())
                                        + " to "
                                        + shown(s.max(), info.type())
                                        + unit)
                .orElse("no finite value");
    }

    private static String shown(double value, ColumnType type) {
        return type == ColumnType.DATE || type == ColumnType.DATE_TIME
                ? CellText.of(Math.rint(value), type)
                : NumberText.short3(value);
    }

    private static String bands(ColumnInfo info) {
        boolean whole = info.type() == ColumnType.INTEGER;
        return info.binning().map(binning -> "; bands " + levels(binning.labels(whole))).orElse("");
    }

    private static String levels(List<String> levels) {
        return levels.size() <= LEVELS_SHOWN
                ? String.join(", ", levels)
                : String.join(", ", levels.subList(0, LEVELS_SHOWN - 1))
                        + " and "
                        + NumberText.count(levels.size() - LEVELS_SHOWN + 1L)
                        + " more";
    }

    private void split(Story.Told<Step.Split> told) {
        StepRecord record = told.record();
        story.made(record, 0, Artifact.Data.class)
                .ifPresent(
                        training ->
                                story.made(record, 1, Artifact.Data.class)
                                        .ifPresent(
                                                holdout ->
                                                        split(
                                                                told.step(),
                                                                training.dataset(),
                                                                holdout.dataset())));
    }

    private void split(Step.Split step, Dataset training, Dataset holdout) {
        draft.part("Locked holdout");
        String stratified =
                step.stratify().isEmpty()
                        ? ""
                        : " Groups of "
                                + String.join(" × ", step.stratify())
                                + " keep their shares on both sides.";
        String identifier =
                step.identifier().isEmpty()
                        ? ""
                        : " All rows of one " + step.identifier() + " are on one side.";
        draft.paragraph(
                "Before anything was fitted, "
                        + Phrases.count(holdout.rows(), "row", "rows")
                        + " ("
                        + NumberText.percent(
                                (double) holdout.rows()
                                        / Math.max(1, holdout.rows() + training.rows()))
                        + ") were locked away; "
                        + Phrases.count(training.rows(), "row remains", "rows remain")
                        + " for training. Nothing was fitted on the holdout."
                        + stratified
                        + identifier);
    }

    private void benchmark(Story.Told<Step.SetBenchmark> told) {
        story.made(told.record(), 0, Artifact.Target.class)
                .ifPresent(
                        target -> {
                            draft.part("Target population");
                            draft.paragraph(
                                    "Shares of the target population come from "
                                            + target.benchmark().source()
                                            + ".");
                            target.benchmark().tables().stream()
                                    .map(DataSection::shares)
                                    .forEach(draft::table);
                        });
    }

    private static Evidence shares(Benchmark.Table table) {
        List<List<Object>> rows = new ArrayList<>();
        table.shares()
                .forEach(
                        (levels, share) ->
                                rows.add(
                                        List.of(
                                                String.join(", ", levels),
                                                NumberText.percent(share))));
        return new Evidence(
                "Target population by " + String.join(" × ", table.columns()),
                List.of(String.join(", ", table.columns()), "share"),
                rows);
    }
}
