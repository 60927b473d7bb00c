package org.counterpoise.engine.synth.copula.vine;

import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A regular vine copula, truncated after some trees (Bedford and Cooke 2002,
/// doi:10.1214/aos/1031689016; Aas et al. 2009, doi:10.1016/j.insmatheco.2007.02.001).
public final class Vine {
    private final int columns;
    private final List<List<VineTrees.Edge>> trees;

    private Vine(int columns, List<List<VineTrees.Edge>> trees) {
        this.columns = columns;
        this.trees = trees;
    }

    /// Learns a vine.
    ///
    /// @param scores normal scores, one array per column, all of the same length, none missing
    /// @param trees how many trees are learned, at least 1; with one less than there are columns
    ///     nothing is left out
    public static Vine learn(double[][] scores, int trees, Progress progress) {
        return new Vine(scores.length, VineTrees.learn(scores, trees, progress));
    }

    /// How many columns go together.
    public int columns() {
        return columns;
    }

    List<List<VineTrees.Edge>> trees() {
        return trees;
    }

    /// How many pair copulas there are.
    public int pairs() {
        return trees.stream().mapToInt(List::size).sum();
    }

    /// The families that were chosen, by how often, e.g. "Gaussian 12, Clayton 180° 3".
    public String families() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        trees.forEach(
                tree -> tree.forEach(edge -> counts.merge(edge.copula().name(), 1, Integer::sum)));
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return sorted.stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /// A way to draw whose first columns are the preferred ones, as far as the vine allows; always
    /// for the first of them.
    ///
    /// @param early columns in order of preference; may be empty
    public VineDraw drawing(List<Integer> early) {
        return new VineDraw(this, early);
    }
}
