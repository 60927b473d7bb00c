package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Concentration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How unequally molecules are spread over scaffolds.
record ScaffoldFinding(Scaffolds scaffolds, MoleculeSettings settings) {
    private static final int DRAWN = 12;

    private double topShare() {
        long on = scaffolds.top(settings.top()).stream().mapToLong(s -> s.members().size()).sum();
        return (double) on / scaffolds.concentration().records();
    }

    void measure(Map<String, Double> metrics) {
        Concentration c = scaffolds.concentration();
        metrics.put("molecule/without-ring", (double) scaffolds.withoutRing());
        metrics.put("molecule/scaffolds", (double) c.choices());
        metrics.put("molecule/singletons", (double) singletons());
        metrics.put("molecule/gini", c.gini());
        metrics.put("molecule/effective-number", c.effectiveNumber());
        metrics.put("molecule/top-share", topShare());
    }

    private long singletons() {
        return scaffolds.ranked().stream().filter(s -> s.members().size() == 1).count();
    }

    Finding finding() {
        Concentration c = scaffolds.concentration();
        boolean narrow = topShare() > settings.limit() / 100;
        return new Finding(
                "scaffolds",
                narrow ? Severity.WARNING : Severity.NOTE,
                NumberText.count(scaffolds.top(settings.top()).size())
                        + " of "
                        + NumberText.count(c.choices())
                        + " scaffolds carry "
                        + NumberText.percent(topShare())
                        + " of the molecules with rings.",
                "The scaffolds are as diverse as "
                        + NumberText.short3(c.effectiveNumber())
                        + " equally popular ones would be (Gini "
                        + NumberText.short3(c.gini())
                        + "); "
                        + NumberText.count(singletons())
                        + " occur once. What is learned from such a collection is learned about its"
                        + " favourites. "
                        + NumberText.count(scaffolds.withoutRing())
                        + " molecules have no ring and so no scaffold.",
                Optional.of(
                        Measure.of(
                                "share of molecules on popular scaffolds",
                                topShare(),
                                c.records())),
                Optional.of(
                        new Threshold(
                                settings.limit() / 100,
                                "top "
                                        + NumberText.short3(settings.top())
                                        + "% of scaffolds carry at most "
                                        + NumberText.short3(settings.limit())
                                        + "% of the molecules",
                                "founding guide")),
                narrow
                        ? List.of(
                                Remedy.of(
                                        "Add molecules on rare or new scaffolds, chosen at random",
                                        Remedy.Action.COLLECT))
                        : List.of(),
                evidence(c.records()),
                List.of(structures(), lorenz(c)));
    }

    private Evidence evidence(double records) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < scaffolds.ranked().size(); i++) {
            Scaffolds.Scaffold one = scaffolds.ranked().get(i);
            rows.add(
                    List.of(
                            one.smiles(),
                            i + 1,
                            one.members().size(),
                            one.members().size() / records));
        }
        return new Evidence(
                "Molecules per scaffold", List.of("scaffold", "rank", "molecules", "share"), rows);
    }

    private Figure structures() {
        return new Figure.Structures(
                "The most popular scaffolds",
                "The scaffolds with the most molecules, most popular first.",
                scaffolds.ranked().stream()
                        .limit(DRAWN)
                        .map(
                                s ->
                                        StructureDrawing.of(
                                                s.smiles(),
                                                NumberText.count(s.members().size())
                                                        + (s.members().size() == 1
                                                                ? " molecule"
                                                                : " molecules")))
                        .toList());
    }

    private static Figure lorenz(Concentration c) {
        double[] y = c.lorenz();
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> (double) i / (y.length - 1));
        return new Figure.Curves(
                "Lorenz curve of scaffolds",
                "Share of the molecules on the least popular share of the scaffolds; on the diagonal"
                        + " all are equally popular.",
                "share of scaffolds",
                "share of molecules",
                true,
                List.of(new Figure.Curves.Series("molecules", Hue.REAL, x, y, false)));
    }
}
