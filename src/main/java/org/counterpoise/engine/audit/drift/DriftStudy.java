package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that was measured, with p-values adjusted so that all of it keeps one level.
///
/// Half of the level is for the columns, whose drift is what the audit is asked for; the other
/// questions share the rest.
///
/// @param columns tests of each column, then of its missing values
/// @param groups tests of each column in each group
/// @param windows tests of each column in each window but the first
/// @param correlations tests of each pair
/// @param model one test
/// @param outcomes tests of each series
record DriftStudy(
        Dataset data,
        DriftSettings settings,
        TimeLine time,
        List<ColumnStudy> studies,
        List<CorrelationShift> pairs,
        Optional<ModelShift> discriminator,
        OutcomeStudy outcome,
        Family columns,
        Family groups,
        Family windows,
        Family correlations,
        Family model,
        Family outcomes) {
    private static final double PERCENT = 0.01;

    /// Population stability from which on a shift is called major by custom (Siddiqi 2006, Credit
    /// Risk Scorecards).
    private static final double MAJOR = 0.25;

    static DriftStudy of(
            Dataset data,
            DriftSettings settings,
            TimeLine time,
            List<ColumnStudy> studies,
            List<CorrelationShift> pairs,
            Optional<ModelShift> discriminator,
            OutcomeStudy outcome) {
        List<List<Double>> others =
                List.of(
                        studies.stream()
                                .flatMap(s -> s.groups().stream())
                                .map(g -> g.shift().p())
                                .toList(),
                        studies.stream().flatMap(s -> s.windows().stream()).map(Shift::p).toList(),
                        pairs.stream().map(CorrelationShift::p).toList(),
                        discriminator.map(ModelShift::p).stream().toList(),
                        outcome.series().stream().map(OutcomeStudy.Series::p).toList());
        long asked = others.stream().filter(p -> !p.isEmpty()).count();
        double rest = asked == 0 ? 1 : 0.5 / asked;
        List<Double> own = new ArrayList<>();
        studies.forEach(s -> own.add(s.overall().p()));
        studies.forEach(s -> own.add(s.missing().test().p()));
        return new DriftStudy(
                data,
                settings,
                time,
                studies,
                pairs,
                discriminator,
                outcome,
                Family.of(own, asked == 0 ? 1 : 0.5),
                Family.of(others.get(0), rest),
                Family.of(others.get(1), rest),
                Family.of(others.get(2), rest),
                Family.of(others.get(3), rest),
                Family.of(others.get(4), rest));
    }

    double adjusted(int column) {
        return columns.adjusted()[column];
    }

    double adjustedMissing(int column) {
        return columns.adjusted()[studies.size() + column];
    }

    boolean columnDrifted(int column) {
        return studies.get(column).overall().matters(settings)
                && adjusted(column) < settings.level();
    }

    /// How severe the drift of a column is.
    Severity severity(int column) {
        if (!columnDrifted(column)) {
            return Severity.OK;
        }
        return studies.get(column).overall().cells().populationStability() >= MAJOR
                ? Severity.SERIOUS
                : Severity.WARNING;
    }

    boolean missingDrifted(int column) {
        return Math.abs(studies.get(column).missing().change()) >= settings.points() * PERCENT
                && adjustedMissing(column) < settings.level();
    }

    /// A shift within a group.
    ///
    /// @param column position of its study
    record Place(int column, String where, Shift shift, double p, boolean drifted) {}

    /// Every column in every group, in the order of the tests.
    List<Place> byGroup() {
        List<Place> places = new ArrayList<>();
        for (int c = 0; c < studies.size(); c++) {
            for (ColumnStudy.GroupShift group : studies.get(c).groups()) {
                places.add(place(c, group.key(), group.shift(), groups, places.size()));
            }
        }
        return places;
    }

    /// Every column in every window but the first, in the order of the tests.
    List<Place> byWindow() {
        List<Place> places = new ArrayList<>();
        for (int c = 0; c < studies.size(); c++) {
            List<Shift> own = studies.get(c).windows();
            for (int w = 0; w < own.size(); w++) {
                String name = time.windows().get(w + 1).name();
                places.add(place(c, name, own.get(w), windows, places.size()));
            }
        }
        return places;
    }

    private Place place(int column, String where, Shift shift, Family family, int index) {
        double p = family.adjusted()[index];
        return new Place(column, where, shift, p, shift.matters(settings) && p < settings.level());
    }

    boolean pairDrifted(int pair) {
        return Math.abs(pairs.get(pair).change()) >= settings.correlation()
                && correlations.adjusted()[pair] < settings.level();
    }

    boolean tableDrifted(ModelShift shift) {
        return shift.auc() >= settings.auc() && model.adjusted()[0] < settings.level();
    }

    boolean seriesDrifted(int series) {
        return outcome.series().get(series).range() >= settings.points() * PERCENT
                && outcomes.adjusted()[series] < settings.level();
    }
}
