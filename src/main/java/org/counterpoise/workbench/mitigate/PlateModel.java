package org.counterpoise.workbench.mitigate;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.mitigate.plate.PlateCorrection;
import org.counterpoise.engine.mitigate.plate.PlateCorrectionSettings;
import org.counterpoise.engine.plate.HitRule;
import org.counterpoise.engine.plate.LookedScreen;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.PickedRows;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.Workspace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The chosen dataset as plates, under the correction being tried. Studies plates only while its
/// page is in view, beside the FX thread.
final class PlateModel {
    private static final int REST_MILLIS = 120;

    private record Request(DataEntry data, PlateCorrectionSettings settings, HitRule rule) {}

    /// A study, or why there is none.
    ///
    /// @param problem empty if there is a study
    record Told(DataEntry data, Optional<PlateStudy> study, Optional<UserProblem> problem) {}

    private final Workspace workspace;
    private final PlateCorrection correction = new PlateCorrection();
    private final SettingsModel<PlateCorrectionSettings> settings =
            new SettingsModel<>(SettingsType.of(correction.defaults()), NameChoices.NONE);
    private final SettingsModel<HitRule> rule =
            new SettingsModel<>(SettingsType.of(HitRule.USUAL), NameChoices.NONE);
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty plate = new SimpleIntegerProperty(this, "plate", 0);
    private final ObjectProperty<BitSet> wells =
            new SimpleObjectProperty<>(this, "wells", new BitSet());
    private final LatestOnly<Request, Told> studying;
    private Optional<Request> shown = Optional.empty();
    private boolean inView;

    PlateModel(Workspace workspace) {
        this.workspace = workspace;
        this.studying =
                new LatestOnly<>(
                        workspace.jobs(),
                        "Looking at the plates",
                        REST_MILLIS,
                        PlateModel::study,
                        this::show,
                        workspace::tell);
        workspace.selected().subscribe(_ -> refresh());
        settings.value().subscribe(_ -> refresh());
        rule.value().subscribe(_ -> refresh());
        plate.addListener((_, _, _) -> wells.set(new BitSet()));
    }

    private static Told study(Request request, Progress progress) {
        try {
            PlateCorrectionSettings settings = request.settings();
            LookedScreen looked =
                    LookedScreen.of(request.data().dataset(), settings, progress.part(0, 0.3));
            // A method that compares plates has nothing to compare on a single one.
            PlateMethod method =
                    settings.method().acrossPlates() && looked.looks().size() < 2
                            ? PlateMethod.PMP_ONE_MODEL
                            : settings.method();
            return new Told(
                    request.data(),
                    Optional.of(
                            PlateStudy.of(
                                    looked,
                                    method,
                                    request.rule(),
                                    settings.span(),
                                    progress.part(0.3, 1))),
                    Optional.empty());
        } catch (UserProblem problem) {
            return new Told(request.data(), Optional.empty(), Optional.of(problem));
        }
    }

    private void show(Told result) {
        boolean other =
                told.get()
                        .map(before -> !before.data().id().equals(result.data().id()))
                        .orElse(true);
        if (other) {
            wells.set(new BitSet());
            plate.set(result.study().map(study -> study.looked().worst()).orElse(0));
        }
        told.set(Optional.of(result));
    }

    /// The page has come into view or left it.
    void inView(boolean now) {
        inView = now;
        refresh();
    }

    private void refresh() {
        Optional<Request> wanted =
                workspace
                        .selected()
                        .get()
                        .filter(entry -> missing(entry.dataset()).isEmpty())
                        .map(
                                entry ->
                                        new Request(
                                                entry, settings.value().get(), rule.value().get()));
        if (wanted.isEmpty()) {
            studying.cancel();
            shown = wanted;
            told.set(Optional.empty());
        } else if (inView && !wanted.equals(shown)) {
            shown = wanted;
            studying.request(wanted.get());
        }
    }

    // ---- what there is ----------------------------------------------------------------------

    /// What has to be marked before the chosen dataset can be read as plates; empty without data or
    /// if nothing is missing.
    Optional<String> missing() {
        return workspace.selected().get().flatMap(entry -> missing(entry.dataset()));
    }

    private static Optional<String> missing(Dataset data) {
        return Screen.missing(data.schema());
    }

    /// The last study of the chosen dataset; empty before the first.
    ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    Optional<PlateStudy> study() {
        return told.get().flatMap(Told::study);
    }

    SettingsModel<PlateCorrectionSettings> settings() {
        return settings;
    }

    SettingsModel<HitRule> rule() {
        return rule;
    }

    /// How these plates can be corrected, the questionable ways last.
    List<PlateMethod> methods() {
        int plates = study().map(study -> study.looks().size()).orElse(2);
        return Arrays.stream(PlateMethod.values())
                .filter(method -> !method.acrossPlates() || plates > 1)
                .sorted((a, b) -> Boolean.compare(a.warning().isPresent(), b.warning().isPresent()))
                .toList();
    }

    void correctBy(PlateMethod method) {
        PlateCorrectionSettings now = settings.value().get();
        settings.set(
                new PlateCorrectionSettings(
                        method,
                        now.alpha(),
                        now.perLine(),
                        now.modelTest(),
                        now.span(),
                        now.positive(),
                        now.negative(),
                        now.samples()));
    }

    RailState railState() {
        Optional<DataEntry> entry = workspace.selected().get();
        if (entry.isEmpty()) {
            return RailState.blocked("There is no data yet. Open a data file or a sample first.");
        }
        boolean corrected =
                workspace.project().get().steps().stream()
                        .anyMatch(record -> record.step() instanceof Step.Correct);
        return corrected ? RailState.done("Readouts have been corrected.") : RailState.NONE;
    }

    // ---- the plate in view ------------------------------------------------------------------

    /// The position of the plate in view.
    IntegerProperty plate() {
        return plate;
    }

    /// Goes some plates on, or back; stays at the first and the last.
    void turn(int by) {
        study().ifPresent(
                        study ->
                                plate.set(
                                        Math.clamp(plate.get() + by, 0, study.looks().size() - 1)));
    }

    /// The wells picked on the plate in view.
    ObjectProperty<BitSet> wells() {
        return wells;
    }

    /// The table's rows of the picked wells; none for wells that the table does not have.
    int[] pickedRows() {
        return study().map(
                        study -> {
                            int[] rowOf = study.screen().plates().get(plate.get()).rowOf();
                            return wells.get().stream()
                                    .map(well -> rowOf[well])
                                    .filter(row -> row >= 0)
                                    .toArray();
                        })
                .orElse(new int[0]);
    }

    /// Shows the rows of the picked wells in the data table.
    void showRows() {
        int[] rows = pickedRows();
        if (rows.length > 0) {
            PlateStudy study = study().orElseThrow();
            workspace.pick(
                    new PickedRows(
                            told.get().orElseThrow().data().id(),
                            rows.length
                                    + (rows.length == 1 ? " well of " : " wells of ")
                                    + study.looked().name(plate.get()),
                            rows));
            workspace.show("data");
        }
    }

    // ---- making it so -----------------------------------------------------------------------

    /// Whether the correction may be made: of data that is real, with valid settings.
    boolean ready() {
        return study().isPresent()
                && settings.valid().get()
                && told.get().map(PlateModel::real).orElse(false);
    }

    private static boolean real(Told told) {
        Part part = told.data().dataset().part();
        return part == Part.WHOLE || part == Part.TRAINING;
    }

    /// Makes the corrected dataset as a step, which can be undone, and goes on with it.
    void correct() {
        if (ready()) {
            Step step =
                    new Step.Correct(
                            told.get().orElseThrow().data().id(), correction.id(), settings.json());
            workspace
                    .run(step, "Correcting the readouts")
                    .thenAccept(record -> workspace.select(record.output()));
        }
    }
}
