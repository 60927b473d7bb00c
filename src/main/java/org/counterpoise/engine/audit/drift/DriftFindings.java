package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about drift of columns and their missing values.
final class DriftFindings {
    private static final double PERCENT = 0.01;

    private final DriftStudy study;
    private final DriftSettings settings;
    private final DriftFigures figures;
    private final DriftEvidence evidence;

    DriftFindings(DriftStudy study) {
        this.study = study;
        this.settings = study.settings();
        this.figures = new DriftFigures(study);
        this.evidence = new DriftEvidence(study);
    }

    private Words words() {
        return study.time().words();
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(overview());
        for (int c = 0; c < study.studies().size(); c++) {
            if (study.columnDrifted(c)) {
                findings.add(column(c));
            }
            if (study.missingDrifted(c)) {
                findings.add(missing(c));
            }
        }
        findings.addAll(new DriftPlaces(study, figures, evidence).all());
        return findings;
    }

    private Finding overview() {
        int count = study.studies().size();
        List<String> drifted =
                IntStream.range(0, count)
                        .filter(study::columnDrifted)
                        .mapToObj(c -> study.studies().get(c).column().title())
                        .toList();
        String between =
                " between "
                        + study.time().early().name()
                        + " and "
                        + study.time().late().name()
                        + ".";
        return new Finding(
                "columns",
                drifted.isEmpty() ? Severity.OK : Severity.NOTE,
                drifted.isEmpty()
                        ? "No column has drifted" + between
                        : (drifted.size() == 1
                                        ? drifted.getFirst() + " has"
                                        : drifted.size() + " of " + count + " columns have")
                                + " drifted"
                                + between,
                NumberText.count(study.time().early().rows().length)
                        + " "
                        + words().earlyRows()
                        + " are held against "
                        + NumberText.count(study.time().late().rows().length)
                        + " "
                        + words().lateOnes()
                        + ". A column has drifted if its change is large enough to matter and"
                        + " more than chance.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                evidence.columns(),
                count == 0 ? List.of() : List.of(figures.overview()));
    }

    private Finding column(int index) {
        Shift shift = study.studies().get(index).overall();
        String title = shift.column().title();
        return new Finding(
                "column/" + shift.column().name(),
                study.severity(index),
                headline(shift),
                explanation(shift, index),
                Optional.of(
                        Measure.of(
                                        measure(shift),
                                        shift.effect(),
                                        shift.reference() + shift.recent())
                                .withTest(test(shift), shift.p(), study.adjusted(index))),
                Optional.of(threshold(shift)),
                List.of(
                        Remedy.of(
                                "Find out what changed about "
                                        + title
                                        + ": who comes, how it is measured or coded",
                                Remedy.Action.COLLECT,
                                shift.column().name())),
                evidence.cells(index),
                List.of(figures.column(index)));
    }

    private static String measure(Shift shift) {
        return shift instanceof NumberShift
                ? "Wasserstein distance in standard deviations"
                : "total variation distance";
    }

    private String test(Shift shift) {
        return shift instanceof NumberShift
                ? switch (settings.test()) {
                    case ANDERSON_DARLING -> "Anderson–Darling test of two samples";
                    case KOLMOGOROV_SMIRNOV -> "Kolmogorov–Smirnov test of two samples";
                    case CRAMER_VON_MISES -> "Cramér–von Mises test of two samples";
                }
                : "chi-square test of equal shares";
    }

    private Threshold threshold(Shift shift) {
        DriftSettings usual = new DriftAudit().defaults();
        boolean numbers = shift instanceof NumberShift;
        boolean own =
                numbers ? settings.shift() == usual.shift() : settings.points() == usual.points();
        return new Threshold(
                numbers ? settings.shift() : settings.points() * PERCENT,
                numbers
                        ? "a distance under "
                                + NumberText.short3(settings.shift())
                                + " standard deviations, or one within chance"
                        : "a change of under "
                                + NumberText.short3(settings.points())
                                + " percentage points, or one within chance",
                own ? "our default" : "set by you");
    }

    private String headline(Shift shift) {
        String title = shift.column().title();
        return switch (shift) {
            case NumberShift numbers when 2 * Math.abs(numbers.mean()) >= numbers.effect() ->
                    title
                            + " is "
                            + (numbers.mean() > 0 ? "higher" : "lower")
                            + " "
                            + words().than()
                            + ", by "
                            + NumberText.short3(Math.abs(numbers.mean()))
                            + " standard deviations on average.";
            case NumberShift _ ->
                    title + " is spread otherwise " + words().than() + ", at much the same mean.";
            case LevelShift levels ->
                    title + " has other shares " + words().than() + ": " + most(levels);
        };
    }

    /// The level whose share changed most.
    private static String most(LevelShift levels) {
        double[] before = levels.cells().referenceShares();
        double[] after = levels.cells().recentShares();
        int most = 0;
        for (int i = 1; i < before.length; i++) {
            if (Math.abs(after[i] - before[i]) > Math.abs(after[most] - before[most])) {
                most = i;
            }
        }
        return levels.cells().labels().get(most)
                + " from "
                + NumberText.percent(before[most])
                + " to "
                + NumberText.percent(after[most])
                + ".";
    }

    private String explanation(Shift shift, int index) {
        StringBuilder text = new StringBuilder();
        String confidence = NumberText.short3(settings.confidence() * 100) + "% interval ";
        switch (shift) {
            case NumberShift numbers -> {
                text.append("The distributions are ")
                        .append(NumberText.short3(numbers.effect()))
                        .append(
                                " standard deviations apart (Wasserstein distance); the mean moved by ")
                        .append(NumberText.short3(numbers.mean()));
                if (numbers.interval().defined()) {
                    text.append(" (")
                            .append(confidence)
                            .append(NumberText.interval(numbers.interval()))
                            .append(")");
                }
                text.append(". ");
            }
            case LevelShift levels ->
                    text.append(NumberText.percent(levels.effect()))
                            .append(" of rows would have to change their level to undo it. ");
        }
        text.append("Population stability index ")
                .append(NumberText.short3(shift.cells().populationStability()));
        text.append("; ").append(NumberText.p(study.adjusted(index))).append(" adjusted. ");
        text.append(
                "What was learned or decided on "
                        + words().earlyRows()
                        + " may not hold for "
                        + words().lateOnes()
                        + "; a change in measuring or coding looks the same as one in people.");
        return text.toString();
    }

    private Finding missing(int index) {
        ColumnStudy column = study.studies().get(index);
        ColumnStudy.Missing missing = column.missing();
        String title = column.column().title();
        Figure figure =
                new Figure.Intervals(
                        title + " missing " + words().both(),
                        "Share of rows with a missing value, with Wilson intervals.",
                        "missing",
                        true,
                        List.of(
                                row(words().early(), missing.reference()),
                                row(words().late(), missing.recent())),
                        Optional.empty(),
                        Optional.empty());
        return new Finding(
                "missing/" + column.column().name(),
                Severity.WARNING,
                title
                        + " is missing in "
                        + NumberText.percent(missing.recent().value())
                        + " of "
                        + words().lateRows()
                        + " and "
                        + NumberText.percent(missing.reference().value())
                        + " of "
                        + words().earlyOnes()
                        + ".",
                "A change of what is recorded: "
                        + NumberText.points(missing.change())
                        + ", "
                        + NumberText.p(study.adjustedMissing(index)).toLowerCase(Locale.ROOT)
                        + " adjusted.",
                Optional.of(
                        Measure.of(
                                        "change of missing share",
                                        missing.change(),
                                        org.counterpoise.engine.stats.Proportion.newcombe(
                                                missing.recent(),
                                                missing.reference(),
                                                settings.confidence()),
                                        missing.reference().n() + missing.recent().n())
                                .withTest(
                                        "chi-square test of equal shares",
                                        missing.test().p(),
                                        study.adjustedMissing(index))),
                Optional.empty(),
                List.of(
                        Remedy.of(
                                "Ask why " + title + " is recorded otherwise now",
                                Remedy.Action.COLLECT,
                                column.column().name())),
                Evidence.none(),
                List.of(figure));
    }

    private Figure.Intervals.Row row(String label, org.counterpoise.engine.stats.Proportion share) {
        var interval = share.wilson(settings.confidence());
        return new Figure.Intervals.Row(
                label, share.value(), interval.lower(), interval.upper(), share.n(), false);
    }
}
