package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.TwoSampleTest;

import java.util.ArrayList;
import java.util.List;

/// The tables behind the findings.
final class DriftEvidence {
    private final DriftStudy study;

    DriftEvidence(DriftStudy study) {
        this.study = study;
    }

    private Words words() {
        return study.time().words();
    }

    /// Every measure of every column.
    Evidence columns() {
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < study.studies().size(); c++) {
            Shift shift = study.studies().get(c).overall();
            long n = Math.min(shift.reference(), shift.recent());
            Cells cells = shift.cells();
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    shift.column().title(),
                                    shift.reference(),
                                    shift.recent(),
                                    Evidence.cell(shift.effect(), n),
                                    shift instanceof NumberShift ? "SD" : "share",
                                    Evidence.cell(cells.populationStability(), n),
                                    Evidence.cell(cells.kullbackLeibler(), n),
                                    Evidence.cell(cells.jensenShannon(), n),
                                    Evidence.cell(cells.hellinger(), n)));
            row.addAll(tests(shift, n));
            row.add(Evidence.cell(study.adjusted(c), n));
            row.add(study.columnDrifted(c));
            rows.add(row);
        }
        return new Evidence(
                words().againstFirst() + ", every column",
                List.of(
                        "column",
                        words().early(),
                        words().late(),
                        "distance",
                        "unit",
                        "PSI",
                        "KL (nats)",
                        "JS distance",
                        "Hellinger",
                        "KS",
                        "KS p",
                        "Cramér–von Mises p",
                        "Anderson–Darling p",
                        "chi-square p",
                        "adjusted p",
                        "drifted"),
                rows);
    }

    private static List<Object> tests(Shift shift, long n) {
        return switch (shift) {
            case NumberShift numbers ->
                    List.of(
                            Evidence.cell(numbers.kolmogorovSmirnov().statistic(), n),
                            Evidence.cell(numbers.kolmogorovSmirnov().p(), n),
                            Evidence.cell(
                                    TwoSampleTest.CRAMER_VON_MISES.p(numbers.difference()), n),
                            Evidence.cell(
                                    TwoSampleTest.ANDERSON_DARLING.p(numbers.difference()), n),
                            "–");
            case LevelShift levels ->
                    List.of("–", "–", "–", "–", Evidence.cell(levels.test().p(), n));
        };
    }

    /// The cells of one column.
    Evidence cells(int column) {
        Shift shift = study.studies().get(column).overall();
        Cells cells = shift.cells();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < cells.labels().size(); i++) {
            Proportion before = new Proportion(cells.reference()[i], shift.reference());
            Proportion after = new Proportion(cells.recent()[i], shift.recent());
            Interval change = Proportion.newcombe(after, before, study.settings().confidence());
            rows.add(
                    List.of(
                            cells.labels().get(i),
                            before.count(),
                            after.count(),
                            Evidence.cell(before.value(), before.n()),
                            Evidence.cell(after.value(), after.n()),
                            Evidence.cell(after.value() - before.value(), after.n()),
                            Evidence.cell(change.lower(), after.n()),
                            Evidence.cell(change.upper(), after.n())));
        }
        return new Evidence(
                shift.column().title()
                        + (shift instanceof NumberShift
                                ? " in bins of equal share" + words().earlyPlace()
                                : ""),
                List.of(
                        shift instanceof NumberShift ? "bin" : "level",
                        words().early(),
                        words().late(),
                        words().early() + " share",
                        words().late() + " share",
                        "change",
                        "lower",
                        "upper"),
                rows);
    }

    /// Shifts in groups or windows.
    Evidence places(String caption, String where, List<DriftStudy.Place> places) {
        List<List<Object>> rows = new ArrayList<>();
        for (DriftStudy.Place place : places) {
            Shift shift = place.shift();
            long n = Math.min(shift.reference(), shift.recent());
            rows.add(
                    List.of(
                            shift.column().title(),
                            place.where(),
                            shift.reference(),
                            shift.recent(),
                            Evidence.cell(shift.effect(), n),
                            shift instanceof NumberShift ? "SD" : "share",
                            Evidence.cell(shift.cells().populationStability(), n),
                            Evidence.cell(shift.p(), n),
                            Evidence.cell(place.p(), n),
                            place.drifted()));
        }
        return new Evidence(
                caption,
                List.of(
                        "column",
                        where,
                        "before",
                        "after",
                        "distance",
                        "unit",
                        "PSI",
                        "p",
                        "adjusted p",
                        "drifted"),
                rows);
    }

    Evidence correlations() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < study.pairs().size(); i++) {
            CorrelationShift pair = study.pairs().get(i);
            rows.add(
                    List.of(
                            pair.title(),
                            pair.n(),
                            pair.m(),
                            Evidence.cell(pair.before(), pair.n()),
                            Evidence.cell(pair.after(), pair.m()),
                            Evidence.cell(pair.change(), pair.m()),
                            Evidence.cell(pair.p(), pair.m()),
                            Evidence.cell(study.correlations().adjusted()[i], pair.m()),
                            study.pairDrifted(i)));
        }
        return new Evidence(
                "Spearman's correlation " + words().both(),
                List.of(
                        "columns",
                        words().early(),
                        words().late(),
                        words().early() + " correlation",
                        words().late() + " correlation",
                        "change",
                        "p",
                        "adjusted p",
                        "drifted"),
                rows);
    }

    Evidence series() {
        List<List<Object>> rows = new ArrayList<>();
        for (OutcomeStudy.Series series : study.outcome().series()) {
            for (int w = 0; w < series.values().length; w++) {
                rows.add(
                        List.of(
                                series.title(),
                                study.time().windows().get(w).name(),
                                series.rows()[w],
                                Evidence.cell(series.values()[w], series.rows()[w]),
                                Evidence.cell(series.intervals().get(w).lower(), series.rows()[w]),
                                Evidence.cell(
                                        series.intervals().get(w).upper(), series.rows()[w])));
            }
        }
        return new Evidence(
                "Performance " + words().window() + " by " + words().window(),
                List.of("measure", words().window(), "n", "value", "lower", "upper"),
                rows);
    }
}
