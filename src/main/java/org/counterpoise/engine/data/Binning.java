package org.counterpoise.engine.data;

import java.util.ArrayList;
import java.util.List;

/// How a continuous column is cut into groups, e.g. age bands.
///
/// `Binning(60, 70, 80)` makes "<60", "60–<70", "70–<80" and "80+"; a value on an edge belongs to
/// the band above it.
///
/// @param edges inner edges, strictly ascending, at least one
public record Binning(List<Double> edges) {

    public Binning {
        edges = List.copyOf(edges);
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("no edges");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i)) || (i > 0 && edges.get(i) <= edges.get(i - 1))) {
                throw new IllegalArgumentException("edges must ascend: " + edges);
            }
        }
    }

    public int bands() {
        return edges.size() + 1;
    }

    /// The band of a value, or -1 if it is missing (NaN).
    public int band(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int band = 0;
        while (band < edges.size() && value >= edges.get(band)) {
            band++;
        }
        return band;
    }

    /// The band of each value, -1 where missing.
    public int[] bands(double[] values) {
        double[] inner = edges.stream().mapToDouble(Double::doubleValue).toArray();
        int[] bands = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            int band = Double.isNaN(value) ? -1 : 0;
            while (band >= 0 && band < inner.length && value >= inner[band]) {
                band++;
            }
            bands[row] = band;
        }
        return bands;
    }

    /// One label per band. For whole numbers "60–69", else "60–<70".
    public List<String> labels(boolean wholeNumbers) {
        List<String> labels = new ArrayList<>();
        labels.add("<" + CellText.number(edges.getFirst()));
        for (int i = 1; i < edges.size(); i++) {
            labels.add(label(edges.get(i - 1), edges.get(i), wholeNumbers));
        }
        labels.add(CellText.number(edges.getLast()) + "+");
        return labels;
    }

    private static String label(double lower, double upper, boolean wholeNumbers) {
        if (!wholeNumbers || upper != Math.rint(upper)) {
            return CellText.number(lower) + "–<" + CellText.number(upper);
        }
        return upper - 1 == lower
                ? CellText.number(lower)
                : CellText.number(lower) + "–" + CellText.number(upper - 1);
    }
}
