package org.counterpoise.engine.synth.copula.vine;

import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Draws rows from a vine, column by column (Dißmann et al. 2013, algorithm 2.2).
///
/// Each column is drawn given up to as many others as there are trees: from a normal number
/// through the inverse h-functions of its edges, last tree first. What later columns condition on
/// is kept in a work array.
public final class VineDraw {

    /// One edge as used to draw a column.
    ///
    /// @param first whether the column is the first number of the copula
    /// @param partner where the partner's conditional score is kept
    /// @param given where to keep the column's score given the partner and those before
    /// @param back where to keep the partner's score given the column, -1 if nobody needs it
    private record Use(PairCopula copula, boolean first, int partner, int given, int back) {

        double inverse(double p, double[] work) {
            return first
                    ? copula.firstInverse(p, work[partner])
                    : copula.secondInverse(p, work[partner]);
        }

        double back(double score, double[] work) {
            return first ? copula.second(work[partner], score) : copula.first(work[partner], score);
        }
    }

    /// How one column is drawn.
    ///
    /// @param place where its own score is kept
    /// @param uses first tree first
    private record Draw(int column, int place, Use[] uses) {}

    /// A column's score given others.
    private record Key(int column, BitSet given) {}

    private final Map<Key, Integer> places = new HashMap<>();
    private final Draw[] draws;
    private final int workSize;

    VineDraw(Vine vine, List<Integer> early) {
        List<Peeling.Peeled> order = new Peeling(vine, early).order();
        Set<Key> needed = new HashSet<>();
        for (Peeling.Peeled peeled : order) {
            peeled.edges().forEach(edge -> needed.add(partner(peeled.column(), edge)));
        }
        draws = new Draw[order.size()];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = draw(order.get(i), needed);
        }
        workSize = places.size();
    }

    private static Key partner(int column, VineTrees.Edge edge) {
        return new Key(edge.a() == column ? edge.b() : edge.a(), edge.given());
    }

    private static Key with(int column, BitSet given, int also) {
        BitSet all = (BitSet) given.clone();
        all.set(also);
        return new Key(column, all);
    }

    private Draw draw(Peeling.Peeled peeled, Set<Key> needed) {
        int column = peeled.column();
        int place = place(new Key(column, new BitSet()));
        List<Use> uses = new ArrayList<>();
        for (VineTrees.Edge edge : peeled.edges()) {
            Key partner = partner(column, edge);
            Key back = with(partner.column(), edge.given(), column);
            uses.add(
                    new Use(
                            edge.copula(),
                            edge.a() == column,
                            place(partner),
                            place(with(column, edge.given(), partner.column())),
                            needed.contains(back) ? place(back) : -1));
        }
        return new Draw(column, place, uses.toArray(Use[]::new));
    }

    private int place(Key key) {
        return places.computeIfAbsent(key, _ -> places.size());
    }

    /// The length of the array that [#draw] works in.
    public int workSize() {
        return workSize;
    }

    /// Draws normal scores of all columns, giving up as soon as one lies outside its interval.
    ///
    /// @param z filled by column
    /// @param from lower ends by column
    /// @param to upper ends by column
    /// @return whether all lie in their intervals; if not, `z` means nothing
    public boolean draw(
            double[] z, double[] work, double[] from, double[] to, RandomGenerator random) {
        for (Draw draw : draws) {
            int column = draw.column();
            Use[] uses = draw.uses();
            double score =
                    uses.length == 0
                            ? Normal.truncated(from[column], to[column], random)
                            : random.nextGaussian();
            for (int t = uses.length - 1; t >= 0; t--) {
                work[uses[t].given()] = score;
                score = uses[t].inverse(score, work);
            }
            if (!(score >= from[column] && score < to[column])) {
                return false;
            }
            z[column] = score;
            work[draw.place()] = score;
            back(uses, score, work);
        }
        return true;
    }

    private static void back(Use[] uses, double own, double[] work) {
        double score = own;
        for (Use use : uses) {
            if (use.back() >= 0) {
                work[use.back()] = use.back(score, work);
            }
            score = work[use.given()];
        }
    }
}
