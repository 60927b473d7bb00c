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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about drift in groups, in windows, of correlations, of the table as a whole and of
/// performance.
final class DriftPlaces {
    private static final int MOST_FIGURES = 6;
    private static final double PERCENT = 0.01;

    private final DriftStudy study;
    private final DriftSettings settings;
    private final DriftFigures figures;
    private final DriftEvidence evidence;

    DriftPlaces(DriftStudy study, DriftFigures figures, DriftEvidence evidence) {
        this.study = study;
        this.settings = study.settings();
        this.figures = figures;
        this.evidence = evidence;
    }

    private Words words() {
        return study.time().words();
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        List<DriftStudy.Place> groups = study.byGroup();
        if (!groups.isEmpty()) {
            findings.add(
                    places(
                            "groups",
                            groups,
                            "within a group",
                            evidence.places(
                                    words().againstFirst() + " in every group", "group", groups),
                            figures.groups()));
        }
        List<DriftStudy.Place> windows = study.byWindow();
        if (!windows.isEmpty()) {
            findings.add(
                    places(
                            "windows",
                            windows,
                            "from one window to the next",
                            evidence.places(
                                    "Each window against those just before it", "window", windows),
                            Optional.of(figures.windows())));
        }
        if (!study.pairs().isEmpty()) {
            findings.add(correlations());
        }
        study.discriminator().ifPresent(model -> findings.add(table(model)));
        if (!study.outcome().series().isEmpty()) {
            findings.add(performance());
        }
        return findings;
    }

    /// Warns only of what the comparison of all early with all late rows does not tell already.
    private Finding places(
            String id,
            List<DriftStudy.Place> places,
            String where,
            Evidence table,
            Optional<Figure> figure) {
        List<DriftStudy.Place> drifted = places.stream().filter(DriftStudy.Place::drifted).toList();
        List<DriftStudy.Place> hidden =
                drifted.stream().filter(p -> !study.columnDrifted(p.column())).toList();
        Comparator<DriftStudy.Place> clearest =
                Comparator.comparingDouble(p -> -p.shift().cells().populationStability());
        String headline;
        if (drifted.isEmpty()) {
            headline = "No column has drifted " + where + " by more than chance.";
        } else {
            boolean only = !hidden.isEmpty();
            DriftStudy.Place first =
                    (only ? hidden : drifted).stream().min(clearest).orElse(drifted.getFirst());
            headline =
                    first.shift().column().title()
                            + " has drifted "
                            + where
                            + ": "
                            + first.where()
                            + (only
                                    ? ", which "
                                            + (words().tables() ? "the tables" : words().bothRows())
                                            + " as a whole do not show."
                                    : ".");
        }
        return new Finding(
                id,
                !hidden.isEmpty()
                        ? Severity.WARNING
                        : drifted.isEmpty() ? Severity.OK : Severity.NOTE,
                headline,
                NumberText.count(drifted.size())
                        + " of "
                        + NumberText.count(places.size())
                        + " comparisons show a change that matters and is more than chance.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                table,
                figure.stream().toList());
    }

    private Finding correlations() {
        List<Integer> changed =
                IntStream.range(0, study.pairs().size())
                        .filter(study::pairDrifted)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        i -> -Math.abs(study.pairs().get(i).change())))
                        .toList();
        String headline = "No correlation of two columns has changed by more than chance.";
        Optional<Measure> measure = Optional.empty();
        if (!changed.isEmpty()) {
            int most = changed.getFirst();
            CorrelationShift pair = study.pairs().get(most);
            headline =
                    "The correlation of "
                            + pair.title()
                            + " went from "
                            + NumberText.fixed(pair.before(), 2)
                            + " to "
                            + NumberText.fixed(pair.after(), 2)
                            + ".";
            measure =
                    Optional.of(
                            Measure.of(
                                            "change of Spearman's correlation",
                                            pair.change(),
                                            pair.n() + pair.m())
                                    .withTest(
                                            "Fisher's z",
                                            pair.p(),
                                            study.correlations().adjusted()[most]));
        }
        return new Finding(
                "correlations",
                changed.isEmpty() ? Severity.OK : Severity.WARNING,
                headline,
                changed.size()
                        + " of "
                        + study.pairs().size()
                        + " correlations changed by at least "
                        + NumberText.short3(settings.correlation())
                        + " and by more than chance.",
                measure,
                Optional.of(
                        new Threshold(
                                settings.correlation(),
                                "a change under "
                                        + NumberText.short3(settings.correlation())
                                        + ", or one within chance",
                                settings.correlation() == new DriftAudit().defaults().correlation()
                                        ? "our default"
                                        : "set by you")),
                List.of(),
                evidence.correlations(),
                List.of(figures.correlations()));
    }

    private Finding table(ModelShift model) {
        boolean drifted = study.tableDrifted(model);
        return new Finding(
                "table",
                drifted ? Severity.WARNING : Severity.OK,
                drifted
                        ? "A model tells "
                                + words().lateRows()
                                + " from "
                                + words().earlyOnes()
                                + " that it has not seen."
                        : "A model cannot tell "
                                + words().lateRows()
                                + " from "
                                + words().earlyOnes()
                                + " well enough to matter.",
                "Boosted trees that learned from one half of a sample rank the other half with an"
                        + " area under the ROC curve of "
                        + NumberText.measure(
                                Measure.of("AUC", model.auc(), model.interval(), model.rows()))
                        + "; .5 is chance ("
                        + NumberText.p(model.p())
                        + " by shuffling).",
                Optional.of(
                        Measure.of(
                                        "AUC of " + words().against(),
                                        model.auc(),
                                        model.interval(),
                                        model.rows())
                                .withTest(
                                        "permutation test",
                                        model.p(),
                                        study.model().adjusted()[0])),
                Optional.of(
                        new Threshold(
                                settings.auc(),
                                "an area under " + NumberText.short3(settings.auc()),
                                settings.auc() == new DriftAudit().defaults().auc()
                                        ? "our default"
                                        : "set by you")),
                List.of(),
                Evidence.none(),
                List.of());
    }

    private Finding performance() {
        List<OutcomeStudy.Series> series = study.outcome().series();
        List<Integer> changed =
                IntStream.range(0, series.size())
                        .filter(study::seriesDrifted)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -series.get(i).range()))
                        .toList();
        boolean tables = words().tables();
        String headline =
                "Performance is the same in "
                        + (tables ? "both tables" : "all windows")
                        + ", as far as chance lets us see.";
        Optional<Measure> measure = Optional.empty();
        if (!changed.isEmpty()) {
            OutcomeStudy.Series most = series.get(changed.getFirst());
            double[] known =
                    IntStream.range(0, most.values().length)
                            .mapToDouble(w -> most.values()[w])
                            .filter(v -> !Double.isNaN(v))
                            .toArray();
            headline =
                    most.title()
                            + (tables ? " differs: " : " changes over time: ")
                            + NumberText.short3(known[0])
                            + " in "
                            + (tables ? words().early() : "the first window")
                            + ", "
                            + NumberText.short3(known[known.length - 1])
                            + " in "
                            + (tables ? words().late() : "the last")
                            + ".";
            measure =
                    Optional.of(
                            Measure.of(
                                            "range over "
                                                    + words().windows()
                                                    + " of "
                                                    + most.title(),
                                            most.range(),
                                            IntStream.range(0, most.rows().length)
                                                    .mapToLong(w -> most.rows()[w])
                                                    .sum())
                                    .withTest(
                                            "chi-square test of equal values",
                                            most.p(),
                                            study.outcomes().adjusted()[changed.getFirst()]));
        }
        return new Finding(
                "performance",
                changed.isEmpty() ? Severity.OK : Severity.WARNING,
                headline,
                changed.size()
                        + " of "
                        + series.size()
                        + " measures, gaps between groups among them, differ between "
                        + words().windows()
                        + " by at least "
                        + NumberText.short3(settings.points())
                        + " points and by more than chance.",
                measure,
                Optional.of(
                        new Threshold(
                                settings.points() * PERCENT,
                                "a range under "
                                        + NumberText.short3(settings.points())
                                        + " percentage points, or one within chance",
                                settings.points() == new DriftAudit().defaults().points()
                                        ? "our default"
                                        : "set by you")),
                changed.isEmpty()
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Audit the prediction on "
                                                + words().lateRows()
                                                + ", and recalibrate or refit it there",
                                        Remedy.Action.AUDIT)),
                evidence.series(),
                (changed.isEmpty() ? IntStream.range(0, series.size()).boxed().toList() : changed)
                        .stream().limit(MOST_FIGURES).map(figures::series).toList());
    }
}
