package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.stats.plate.PlateMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What there is to say about the hits of a screen: what becomes of them under each correction.
final class HitFindings {
    private static final int MOST_WELLS = 500;

    private final PlateStudy study;
    private final PlateSettings settings;

    HitFindings(PlateStudy study, PlateSettings settings) {
        this.study = study;
        this.settings = settings;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(change()));
        comparison().ifPresent(findings::add);
        hitLists().ifPresent(findings::add);
        return findings;
    }

    private Finding change() {
        PlateStudy.Hits change =
                study.hits().getOrDefault(PlateMethod.PMP_ONE_MODEL, study.rawHits());
        boolean same = change.appear() + change.vanish() == 0;
        StringBuilder methods = new StringBuilder();
        study.hits()
                .forEach(
                        (method, hits) -> {
                            if (method.score() || method == PlateMethod.LOESS) {
                                methods.append(methods.isEmpty() ? "" : ", ")
                                        .append(method.label())
                                        .append(' ')
                                        .append(hits.all());
                            }
                        });
        return new Finding(
                "hits",
                Severity.NOTE,
                same
                        ? "The correction changes no hit: "
                                + PlateFindings.count(study.rawHits().all(), "hit", "hits")
                                + " before and after."
                        : "Correction makes "
                                + PlateFindings.count(change.appear(), "hit", "hits")
                                + " appear and "
                                + change.vanish()
                                + " vanish; "
                                + change.stay()
                                + " stay.",
                "Hits lie "
                        + NumberText.short3(settings.hit())
                        + " or more robust standard deviations from their plate's median, among "
                        + PlateFindings.count(
                                study.looked().samples(), "sample well", "sample wells")
                        + ". Hits under other corrections: "
                        + methods
                        + ".",
                Optional.of(
                        Measure.of(
                                "hits as measured",
                                study.rawHits().all(),
                                study.looked().samples())),
                Optional.empty(),
                List.of(),
                same ? methodTable() : wellTable(),
                List.of());
    }

    private Evidence methodTable() {
        List<List<Object>> rows = new ArrayList<>();
        study.hits()
                .forEach(
                        (method, hits) ->
                                rows.add(
                                        List.of(
                                                method.label(),
                                                hits.all(),
                                                hits.stay(),
                                                hits.appear(),
                                                hits.vanish())));
        return new Evidence(
                "Hits under each correction, against the readouts as measured",
                List.of("correction", "hits", "stay", "appear", "vanish"),
                rows);
    }

    /// The wells whose verdict changes, each method's sums first.
    private Evidence wellTable() {
        List<List<Object>> rows = new ArrayList<>();
        for (PlateStudy.Hit hit : study.hitList(MOST_WELLS)) {
            rows.add(
                    List.of(
                            study.looked().name(hit.plate()),
                            study.screen().wellName(hit.well()),
                            hit.before(),
                            hit.after(),
                            hit.change().name().toLowerCase(Locale.ROOT)));
        }
        return new Evidence(
                "Hits as measured and after partial mean polish"
                        + (rows.size() == MOST_WELLS ? " (the first " + MOST_WELLS + ")" : ""),
                List.of("plate", "well", "robust z as measured", "corrected", "hit"),
                rows);
    }

    /// The comparison of all corrections, as a finding of its own where the wells take the table of
    /// the other.
    private Optional<Finding> comparison() {
        PlateStudy.Hits change = study.hits().get(PlateMethod.PMP_ONE_MODEL);
        if (change == null || change.appear() + change.vanish() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        "corrections",
                        Severity.NOTE,
                        "Which wells are hits depends on the correction.",
                        "A hit that stays under every correction is the safest; one that a single"
                                + " score invents may come from its assumptions.",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        methodTable(),
                        List.of()));
    }

    /// The wells that are hits under any correction, and under which; empty if there is none.
    private Optional<Finding> hitLists() {
        List<PlateStudy.Standing> standings = study.standings();
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        long methods = study.hits().keySet().stream().filter(study::able).count();
        long everywhere = standings.stream().filter(s -> s.under().size() == methods).count();
        return Optional.of(
                new Finding(
                        "hit-lists",
                        Severity.NOTE,
                        NumberText.count(everywhere)
                                + " of "
                                + PlateFindings.count(
                                        standings.size(), "well is a hit", "wells are hits")
                                + " under every correction.",
                        "The table lists every well that is a hit as measured or under one of "
                                + methods
                                + " corrections, those on which most agree first. Follow those up"
                                + " first; a hit under few rests on what these assume."
                                + unable(),
                        Optional.of(
                                Measure.of(
                                        "share of hits under every correction",
                                        (double) everywhere / standings.size(),
                                        standings.size())),
                        Optional.empty(),
                        List.of(),
                        standingTable(standings),
                        List.of()));
    }

    private String unable() {
        List<String> unable =
                study.hits().keySet().stream()
                        .filter(method -> !study.able(method))
                        .map(PlateMethod::label)
                        .toList();
        return unable.isEmpty()
                ? ""
                : " Left out: "
                        + String.join(", ", unable)
                        + ". With "
                        + study.looks().size()
                        + " plates no well lies so far from the mean of its location.";
    }

    private Evidence standingTable(List<PlateStudy.Standing> standings) {
        List<List<Object>> rows = new ArrayList<>();
        standings.stream()
                .limit(MOST_WELLS)
                .forEach(
                        standing ->
                                rows.add(
                                        List.of(
                                                study.looked().name(standing.plate()),
                                                study.screen().wellName(standing.well()),
                                                standing.measured(),
                                                standing.under().size(),
                                                missed(standing))));
        return new Evidence(
                "Hits under each correction"
                        + (standings.size() > MOST_WELLS ? " (the first " + MOST_WELLS + ")" : ""),
                List.of("plate", "well", "hit as measured", "corrections", "no hit under"),
                rows);
    }

    private String missed(PlateStudy.Standing standing) {
        return String.join(
                ", ",
                study.hits().keySet().stream()
                        .filter(study::able)
                        .filter(method -> !standing.under().contains(method))
                        .map(PlateMethod::label)
                        .toList());
    }
}
