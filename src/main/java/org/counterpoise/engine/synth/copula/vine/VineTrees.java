package org.counterpoise.engine.synth.copula.vine;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Learns a regular vine tree by tree (Dißmann et al. 2013, doi:10.1016/j.csda.2012.08.010).
///
/// The first tree joins the columns by the strongest associations (a maximum spanning tree of
/// |correlation of normal scores|) and each edge gets a pair copula. The edges are the nodes of the
/// next tree: two may be joined if they share a column, and their data are the conditional ranks
/// of the columns they do not share.
final class VineTrees {

    /// A pair copula of two columns given others.
    ///
    /// @param a the first number of the copula
    /// @param b the second
    /// @param given the columns conditioned on
    record Edge(int a, int b, BitSet given, PairCopula copula) {

        /// All columns of the edge.
        BitSet all() {
            BitSet all = (BitSet) given.clone();
            all.set(a);
            all.set(b);
            return all;
        }
    }

    /// A node of a tree: an edge of the tree before with its data, or a column of the first tree.
    ///
    /// @param all the columns it holds
    /// @param ends the two columns whose conditional scores it has; the same twice for a column
    /// @param scores of each end given the other columns of the node
    /// @param parents the nodes it joined, by place in their tree
    private record Node(BitSet all, int[] ends, double[][] scores, int[] parents) {

        double[] scoresOf(int column) {
            return scores[ends[0] == column ? 0 : 1];
        }
    }

    /// Two nodes that are joined.
    private record Link(int from, int to) {}

    private VineTrees() {}

    /// @param scores normal scores, one array per column, none missing
    /// @param most trees that are learned; beyond them columns are taken as independent
    /// @return the edges tree by tree, as far as there are columns
    static List<List<Edge>> learn(double[][] scores, int most, Progress progress) {
        List<Node> nodes = new ArrayList<>();
        for (int column = 0; column < scores.length; column++) {
            BitSet self = new BitSet();
            self.set(column);
            nodes.add(
                    new Node(
                            self,
                            new int[] {column, column},
                            new double[][] {scores[column], scores[column]},
                            new int[0]));
        }
        List<List<Edge>> trees = new ArrayList<>();
        int wanted = Math.min(most, scores.length - 1);
        for (int tree = 0; tree < wanted; tree++) {
            Progress part = progress.part((double) tree / wanted, (tree + 1.0) / wanted);
            nodes = next(nodes, trees, part);
        }
        return trees;
    }

    /// Adds one tree over these nodes.
    ///
    /// @return the nodes of the tree after it
    private static List<Node> next(List<Node> nodes, List<List<Edge>> trees, Progress progress) {
        List<Link> links = spanningTree(nodes, progress);
        List<Edge> edges = new ArrayList<>();
        List<Node> joined = new ArrayList<>();
        record Learned(Edge edge, Node node) {}
        List<Learned> learned =
                Parallel.map(
                        links.size(),
                        progress,
                        "Choosing pair copulas",
                        i -> {
                            Link link = links.get(i);
                            Node first = nodes.get(link.from());
                            Node second = nodes.get(link.to());
                            BitSet given = (BitSet) first.all().clone();
                            given.and(second.all());
                            int a = only(first.all(), given);
                            int b = only(second.all(), given);
                            double[] x = first.scoresOf(a);
                            double[] y = second.scoresOf(b);
                            PairCopula copula = PairChoice.choose(PairSample.of(x, y), progress);
                            Edge edge = new Edge(a, b, given, copula);
                            return new Learned(edge, node(edge, x, y, link));
                        });
        for (Learned one : learned) {
            edges.add(one.edge());
            joined.add(one.node());
        }
        trees.add(edges);
        return joined;
    }

    private static Node node(Edge edge, double[] x, double[] y, Link link) {
        double[] first = new double[x.length];
        double[] second = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            first[row] = edge.copula().first(x[row], y[row]);
            second[row] = edge.copula().second(y[row], x[row]);
        }
        return new Node(
                edge.all(),
                new int[] {edge.a(), edge.b()},
                new double[][] {first, second},
                new int[] {link.from(), link.to()});
    }

    /// The column that is not among the given ones.
    private static int only(BitSet all, BitSet given) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(given);
        return rest.nextSetBit(0);
    }

    /// Prim's algorithm for the strongest links.
    private static List<Link> spanningTree(List<Node> nodes, Progress progress) {
        int size = nodes.size();
        double[] strongest = new double[size];
        Arrays.fill(strongest, Double.NEGATIVE_INFINITY);
        int[] from = new int[size];
        boolean[] inside = new boolean[size];
        List<Link> links = new ArrayList<>();
        int last = 0;
        inside[0] = true;
        while (links.size() < size - 1) {
            int latest = last;
            List<Double> strengths =
                    Parallel.map(
                            size,
                            progress.part(0, 0),
                            "Choosing pair copulas",
                            i ->
                                    inside[i]
                                            ? Double.NEGATIVE_INFINITY
                                            : strength(nodes.get(latest), nodes.get(i)));
            int best = -1;
            for (int i = 0; i < size; i++) {
                if (strengths.get(i) > strongest[i]) {
                    strongest[i] = strengths.get(i);
                    from[i] = latest;
                }
                if (!inside[i] && (best < 0 || strongest[i] > strongest[best])) {
                    best = i;
                }
            }
            links.add(new Link(from[best], best));
            inside[best] = true;
            last = best;
        }
        return links;
    }

    /// How strongly two nodes go together; minus infinity if they may not be joined.
    private static double strength(Node first, Node second) {
        if (first.parents().length > 0
                && Arrays.stream(first.parents())
                        .noneMatch(p -> p == second.parents()[0] || p == second.parents()[1])) {
            return Double.NEGATIVE_INFINITY;
        }
        BitSet given = (BitSet) first.all().clone();
        given.and(second.all());
        double[] x = first.scoresOf(only(first.all(), given));
        double[] y = second.scoresOf(only(second.all(), given));
        return Math.abs(PairSample.correlation(x, y));
    }
}
