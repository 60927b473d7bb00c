package org.counterpoise.workbench.generate;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.synth.ResolvedPlan;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who gets generated: the plan as it stands in its form, and what it amounts to. Needs no window.
///
/// What it amounts to is worked out elsewhere: whoever watches [#request()] hands the result to
/// [#showPreview(PlanPreview)].
public final class PlanModel {
    private final ReadOnlyObjectWrapper<SettingsModel<PlanSettings>> settings =
            new ReadOnlyObjectWrapper<>(this, "settings", form(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Optional<PlanPreview.Request>> request =
            new ReadOnlyObjectWrapper<>(this, "request", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PlanPreview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final Map<Map<String, String>, Integer> typed = new HashMap<>();
    private final ObservableList<Target> conditions = FXCollections.observableArrayList();
    private Optional<Dataset> training = Optional.empty();
    private Optional<Benchmark> target = Optional.empty();

    public PlanModel() {
        conditions.addListener((Observable _) -> changed());
    }

    private static SettingsModel<PlanSettings> form(List<String> columns, List<String> usual) {
        return new SettingsModel<>(
                SettingsType.of(PlanSettings.start(usual)), new NameChoices(columns, List.of()));
    }

    /// The form; another one when the columns to choose from have changed.
    public ReadOnlyObjectProperty<SettingsModel<PlanSettings>> settings() {
        return settings.getReadOnlyProperty();
    }

    /// What a preview is wanted of; empty without data.
    public ReadOnlyObjectProperty<Optional<PlanPreview.Request>> request() {
        return request.getReadOnlyProperty();
    }

    /// What the plan amounts to; empty while that is being worked out.
    public ReadOnlyObjectProperty<Optional<PlanPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Whether the plan is valid and worked out.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// Rows wanted of those who meet a condition; part of a typed make-up only.
    ObservableList<Target> conditions() {
        return conditions;
    }

    /// Asks for rows that meet a condition, such as `sex = F, age >= 70`. A make-up that is not
    /// typed gives way: the rows asked for are then all.
    ///
    /// @throws UserProblem if the condition cannot be read
    void want(int rows, String condition) {
        Target wanted =
                new Target(
                        Rules.condition(
                                condition,
                                Vocabulary.of(
                                        training.orElseThrow(
                                                () ->
                                                        new UserProblem(
                                                                "There is no data yet.",
                                                                "conditions",
                                                                "Open a data file first.")))),
                        rows);
        PlanSettings now = settings.get().value().get();
        if (now.goal() != SamplingPlan.Goal.TYPED) {
            settings.get()
                    .set(new PlanSettings(SamplingPlan.Goal.TYPED, List.of(), 0, now.result()));
        }
        conditions.add(wanted);
    }

    void show(Optional<Dataset> data, Optional<Benchmark> benchmark) {
        if (data.equals(training) && benchmark.equals(target)) {
            return;
        }
        boolean sameColumns =
                data.map(PlanModel::groupColumns).equals(training.map(PlanModel::groupColumns));
        training = data;
        target = benchmark;
        if (!sameColumns) {
            replaceForm(data);
        }
        changed();
    }

    private void replaceForm(Optional<Dataset> data) {
        List<String> columns = data.map(PlanModel::groupColumns).orElse(List.of());
        List<String> usual =
                data.map(d -> d.schema().namesWithRole(Role.PROTECTED)).orElse(List.of()).stream()
                        .filter(columns::contains)
                        .toList();
        SettingsModel<PlanSettings> form = form(columns, usual);
        PlanSettings before = settings.get().value().get();
        List<String> kept = before.columns().stream().filter(columns::contains).toList();
        form.set(
                new PlanSettings(
                        before.goal(),
                        kept.isEmpty() ? usual : kept,
                        before.rows(),
                        before.result()));
        form.value().addListener((Observable _) -> changed());
        form.valid().addListener((Observable _) -> changed());
        typed.clear();
        conditions.clear();
        settings.set(form);
    }

    /// Columns that can define groups: synthesised, and with levels or bands.
    private static List<String> groupColumns(Dataset data) {
        return data.schema().columns().stream()
                .filter(column -> column.role().synthesised())
                .filter(column -> !column.name().equals(OriginColumn.NAME))
                .filter(
                        column ->
                                column.type().coded()
                                        || column.binning().isPresent()
                                        || column.role() == Role.OUTCOME
                                        || column.role() == Role.PROTECTED)
                .map(ColumnInfo::name)
                .toList();
    }

    private void changed() {
        Optional<PlanPreview.Request> wanted =
                training.map(
                        data ->
                                new PlanPreview.Request(
                                        data,
                                        target,
                                        settings.get().value().get(),
                                        typed,
                                        conditions));
        if (!wanted.equals(request.get())) {
            preview.set(Optional.empty());
            request.set(wanted);
        }
        check();
    }

    private void check() {
        ready.set(
                settings.get().valid().get()
                        && preview.get().flatMap(PlanPreview::resolved).isPresent());
    }

    /// Takes over what the latest request amounts to.
    public void showPreview(PlanPreview worked) {
        preview.set(Optional.of(worked));
        check();
    }

    /// Rows wanted of one row of the table.
    void type(ResolvedPlan.Allocation group, int rows) {
        if (group.where().any()) {
            type(group.cell(), rows);
            return;
        }
        conditions.replaceAll(
                target ->
                        target.where().equals(group.where())
                                ? new Target(target.cell(), target.where(), rows)
                                : target);
    }

    /// Rows wanted of a group: turns the make-up to "typed", starting from the rows shown. For
    /// everyone: the rows of the result.
    public void type(Map<String, String> cell, int rows) {
        PlanSettings now = settings.get().value().get();
        if (cell.isEmpty()) {
            settings.get().set(new PlanSettings(now.goal(), now.columns(), rows, now.result()));
            return;
        }
        if (now.goal() != SamplingPlan.Goal.TYPED) {
            preview.get()
                    .flatMap(PlanPreview::resolved)
                    .ifPresent(
                            shown ->
                                    shown.allocations()
                                            .forEach(a -> typed.put(a.cell(), a.wanted())));
        }
        typed.put(cell, rows);
        if (now.goal() == SamplingPlan.Goal.TYPED) {
            changed();
        } else {
            settings.get()
                    .set(
                            new PlanSettings(
                                    SamplingPlan.Goal.TYPED,
                                    now.columns(),
                                    now.rows(),
                                    now.result()));
        }
    }

    /// Fills the form with an earlier plan.
    public void recall(SamplingPlan plan) {
        typed.clear();
        for (Target wanted : plan.typed()) {
            if (wanted.where().any()) {
                typed.put(wanted.cell(), wanted.rows());
            }
        }
        conditions.setAll(plan.typed().stream().filter(t -> !t.where().any()).toList());
        settings.get()
                .set(new PlanSettings(plan.goal(), plan.columns(), plan.rows(), plan.result()));
        changed();
    }

    /// Prepares an augmented plan for what a remedy is about: to balance its columns.
    public void prepare(Remedy remedy) {
        List<String> offered = training.map(PlanModel::groupColumns).orElse(List.of());
        Set<String> columns = new LinkedHashSet<>(remedy.columns());
        offered.stream().filter(remedy.cell()::containsKey).forEach(columns::add);
        columns.retainAll(offered);
        PlanSettings now = settings.get().value().get();
        List<String> wanted = columns.isEmpty() ? now.columns() : List.copyOf(columns);
        settings.get()
                .set(
                        new PlanSettings(
                                wanted.isEmpty()
                                        ? SamplingPlan.Goal.KEEP
                                        : target.filter(t -> t.covers(wanted)).isPresent()
                                                ? SamplingPlan.Goal.MATCH_BENCHMARK
                                                : SamplingPlan.Goal.BALANCE,
                                wanted,
                                0,
                                SamplingPlan.Result.AUGMENTED));
    }
}
