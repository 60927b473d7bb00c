package org.counterpoise.engine.validate.privacy;

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
import java.util.SortedMap;
import java.util.stream.Stream;

/// Tells who is exposed more than the average. There is a warning only where the whole interval is
/// beyond the limit: few people leave it open, which is no reason to accuse a table.
///
/// @param limit highest AUC
/// @param share of people who count as the rarest
record ExposureFindings(Exposures exposures, double limit, double share, Threshold threshold) {

    /// The exposure that most certainly is too much, if one is.
    Optional<Exposure> worst() {
        return Stream.concat(exposures.rarest().stream(), exposures.groups().stream())
                .filter(exposure -> exposure.exceeds(limit))
                .max(Comparator.comparingDouble(exposure -> exposure.interval().lower()));
    }

    static Measure measure(Exposure exposure) {
        return Measure.of(
                "AUC of membership among " + exposure.title(),
                exposure.roc().auc(),
                exposure.interval(),
                exposure.roc().positives() + exposure.roc().negatives());
    }

    String sentence(Exposure exposure) {
        return "Who of "
                + exposure.title()
                + " was in the training data can be told: their distance to the closest synthetic"
                + " row has an AUC of "
                + NumberText.short3(exposure.roc().auc())
                + ", where 0.5 is chance.";
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        exposures.rarest().ifPresent(rarest -> findings.add(outliers(rarest)));
        if (!exposures.groups().isEmpty()) {
            findings.add(groups());
        }
        return findings;
    }

    private Finding outliers(Exposure rarest) {
        boolean exposed = rarest.exceeds(limit);
        Exposure others = exposures.others().orElseThrow();
        return new Finding(
                "outliers",
                severity(List.of(rarest)),
                exposed
                        ? "The rarest people behind the data are exposed."
                        : "The rarest people behind the data are not certainly exposed.",
                "The rarest "
                        + NumberText.percent(share)
                        + " are those whose closest other real row is farthest away. Those of the"
                        + " training table lie "
                        + NumberText.short3(rarest.toMembers())
                        + " from the closest synthetic row (median), rare people never seen "
                        + NumberText.short3(rarest.toOthers())
                        + "; everyone else "
                        + NumberText.short3(others.toMembers())
                        + " and "
                        + NumberText.short3(others.toOthers())
                        + ".",
                Optional.of(measure(rarest)),
                Optional.of(threshold),
                remedies(exposed),
                evidence("The rarest people and everyone else", List.of(rarest, others)),
                List.of(figure("Exposure of the rarest people", List.of(rarest, others))));
    }

    private Finding groups() {
        List<Exposure> exposed =
                exposures.groups().stream().filter(group -> group.exceeds(limit)).toList();
        return new Finding(
                "groups",
                severity(exposures.groups()),
                exposed.isEmpty()
                        ? "No group is certainly exposed."
                        : exposed.size() == 1
                                ? "People with " + exposed.getFirst().title() + " are exposed."
                                : exposed.size() + " groups are exposed.",
                "In each group training rows are told from holdout rows by their distance to the"
                        + " closest synthetic row. Intervals hold for all groups together; those of"
                        + " small groups are wide.",
                exposures.groups().stream()
                        .max(Comparator.comparingDouble(group -> group.interval().lower()))
                        .map(ExposureFindings::measure),
                Optional.of(threshold),
                remedies(!exposed.isEmpty()),
                evidence("Exposure by group", exposures.groups()),
                List.of(figure("Exposure by group", exposures.groups())));
    }

    private Severity severity(List<Exposure> all) {
        if (all.stream().anyMatch(exposure -> exposure.exceeds(limit))) {
            return Severity.SERIOUS;
        }
        return all.stream().allMatch(exposure -> exposure.interval().upper() <= limit)
                ? Severity.OK
                : Severity.NOTE;
    }

    private static List<Remedy> remedies(boolean exposed) {
        return exposed
                ? List.of(
                        Remedy.of(
                                "Merge rare levels, or cut off extreme values, before generating",
                                Remedy.Action.GENERATE))
                : List.of();
    }

    private static Evidence evidence(String caption, List<Exposure> all) {
        List<List<Object>> rows = new ArrayList<>();
        for (Exposure exposure : all) {
            long n = exposure.roc().negatives();
            rows.add(
                    List.of(
                            exposure.title(),
                            (long) exposure.roc().positives(),
                            n,
                            Evidence.cell(exposure.toMembers(), n),
                            Evidence.cell(exposure.toOthers(), n),
                            Evidence.cell(exposure.roc().auc(), n),
                            Evidence.cell(exposure.interval().lower(), n),
                            Evidence.cell(exposure.interval().upper(), n)));
        }
        return new Evidence(
                caption,
                List.of(
                        "people",
                        "training rows",
                        "rows never seen",
                        "median distance, training",
                        "median distance, never seen",
                        "AUC",
                        "lower",
                        "upper"),
                rows);
    }

    private Figure figure(String title, List<Exposure> all) {
        return new Figure.Intervals(
                title,
                "How well training rows are told from rows never seen by their distance to the"
                        + " closest synthetic row; 0.5 is chance.",
                "AUC of membership",
                false,
                all.stream()
                        .map(
                                exposure ->
                                        new Figure.Intervals.Row(
                                                exposure.title(),
                                                exposure.roc().auc(),
                                                exposure.interval().lower(),
                                                exposure.interval().upper(),
                                                exposure.roc().positives()
                                                        + exposure.roc().negatives(),
                                                exposure.exceeds(limit)))
                        .toList(),
                Optional.of(new Figure.Intervals.Reference(0.5, "chance")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                limit, 1, "over " + NumberText.short3(limit) + " is too much")));
    }

    void addMetrics(SortedMap<String, Double> metrics) {
        Stream.concat(
                        Stream.concat(exposures.rarest().stream(), exposures.others().stream()),
                        exposures.groups().stream())
                .forEach(
                        exposure -> {
                            String name = "membership/exposure/" + exposure.id();
                            metrics.put(name + "/auc", exposure.roc().auc());
                            metrics.put(name + "/auc/lower", exposure.interval().lower());
                            metrics.put(name + "/auc/upper", exposure.interval().upper());
                        });
    }
}
