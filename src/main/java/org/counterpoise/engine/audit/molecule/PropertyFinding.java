package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What properties the molecules span, and how many keep the usual limits of oral drugs.
record PropertyFinding(List<Molecule> molecules) {
    private static final double CONFIDENCE = 0.95;
    private static final int BINS = 30;

    private long lipinski() {
        return molecules.stream().filter(m -> m.lipinskiBreaches() <= 1).count();
    }

    private long veber() {
        return molecules.stream().filter(Molecule::keepsVeber).count();
    }

    private double[] values(Property property) {
        return molecules.stream()
                .mapToDouble(m -> m.property(property))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    void measure(Map<String, Double> metrics) {
        metrics.put("molecule/lipinski", (double) lipinski() / molecules.size());
        metrics.put("molecule/veber", (double) veber() / molecules.size());
        for (Property property : Property.values()) {
            metrics.put(
                    "molecule/" + property.name().toLowerCase(Locale.ROOT) + "/median",
                    Quantiles.median(values(property)));
        }
    }

    Finding finding() {
        Proportion kept = new Proportion(lipinski(), molecules.size());
        return new Finding(
                "properties",
                Severity.NOTE,
                NumberText.percent(kept.value())
                        + " of the molecules keep Lipinski's limits, "
                        + NumberText.percent((double) veber() / molecules.size())
                        + " keep Veber's.",
                "Lipinski allows one breach of: weight 500 g/mol, logP 5, 5 donors, 10 acceptors;"
                        + " Veber asks for at most 10 rotatable bonds and a polar surface of 140"
                        + " Å². The limits describe oral drugs: outside them lies what a model"
                        + " trained on such molecules has not seen, not what is bad.",
                Optional.of(
                        Measure.of(
                                "share that keeps Lipinski's limits",
                                kept.value(),
                                kept.wilson(CONFIDENCE),
                                molecules.size())),
                Optional.empty(),
                List.of(),
                table(),
                List.of(histogram(Property.WEIGHT), histogram(Property.LOG_P)));
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Property property : Property.values()) {
            double[] sorted = values(property);
            List<Object> row = new ArrayList<>(List.of(property.title(), sorted.length));
            for (double share : new double[] {0, 0.05, 0.5, 0.95, 1}) {
                row.add(Evidence.cell(at(sorted, share), sorted.length));
            }
            rows.add(row);
        }
        return new Evidence(
                "Properties of the molecules",
                List.of("property", "molecules", "least", "5%", "median", "95%", "most"),
                rows);
    }

    /// The value that a share of the sorted values does not exceed.
    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private Figure histogram(Property property) {
        double[] sorted = values(property);
        double from = at(sorted, 0);
        double to = Math.max(at(sorted, 0.99), from + 1e-6);
        double[] edges = new double[BINS + 1];
        double[] shares = new double[BINS];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = from + (to - from) * i / BINS;
        }
        for (double value : sorted) {
            int bin = (int) Math.floor((value - from) / (to - from) * BINS);
            shares[Math.clamp(bin, 0, BINS - 1)] += 1.0 / sorted.length;
        }
        return new Figure.Histogram(
                property.shortTitle() + " of the molecules",
                "Share of the molecules by "
                        + property.shortTitle()
                        + "; the last bar holds the largest 1% as well.",
                property.title(),
                edges,
                List.of(new Figure.Histogram.Series("molecules", Hue.REAL, shares)));
    }
}
