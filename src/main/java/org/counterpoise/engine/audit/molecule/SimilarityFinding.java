package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// How like the popular molecules the others are, and how alike any two are.
///
/// @param pairs mean similarity of random pairs
/// @param nearest per molecule off the popular scaffolds, the similarity of the most similar one on
///     them
/// @param alike similarity from which two count as alike
/// @param popular how many molecules stand for the popular ones
record SimilarityFinding(double pairs, double[] nearest, double alike, int popular) {
    private static final int PAIRS = 5_000;

    /// More popular molecules than this are represented by a random choice of them.
    private static final int MOST_POPULAR = 1_000;

    private static final int BINS = 20;

    /// Empty if all molecules, or none, are on popular scaffolds.
    static Optional<SimilarityFinding> of(
            List<Molecule> molecules,
            Scaffolds scaffolds,
            MoleculeSettings settings,
            long seed,
            Progress progress) {
        Set<Integer> members = new HashSet<>();
        List<BitSet> popular = new ArrayList<>();
        if (!scaffolds.ranked().isEmpty()) {
            for (Scaffolds.Scaffold scaffold : scaffolds.top(settings.top())) {
                for (int member : scaffold.members()) {
                    members.add(member);
                    popular.add(molecules.get(member).fingerprint());
                }
            }
        }
        if (members.isEmpty() || members.size() == molecules.size()) {
            return Optional.empty();
        }
        RandomGenerator random = Streams.of(seed, 0);
        double pairs = pairs(molecules, random);
        for (int i = 0; i < Math.min(MOST_POPULAR, popular.size()); i++) {
            int other = i + random.nextInt(popular.size() - i);
            BitSet kept = popular.get(i);
            popular.set(i, popular.get(other));
            popular.set(other, kept);
        }
        List<BitSet> standing = popular.subList(0, Math.min(MOST_POPULAR, popular.size()));
        double[] nearest = new double[molecules.size() - members.size()];
        int next = 0;
        for (int i = 0; i < molecules.size(); i++) {
            if (!members.contains(i)) {
                progress.check();
                progress.report((double) i / molecules.size(), "Comparing molecules");
                nearest[next++] = nearest(molecules.get(i).fingerprint(), standing);
            }
        }
        return Optional.of(
                new SimilarityFinding(pairs, nearest, settings.alike(), standing.size()));
    }

    private static double pairs(List<Molecule> molecules, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            int a = random.nextInt(molecules.size());
            int b = (a + 1 + random.nextInt(molecules.size() - 1)) % molecules.size();
            sum +=
                    Molecule.tanimoto(
                            molecules.get(a).fingerprint(), molecules.get(b).fingerprint());
        }
        return sum / PAIRS;
    }

    private static double nearest(BitSet one, List<BitSet> others) {
        double best = 0;
        for (BitSet other : others) {
            best = Math.max(best, Molecule.tanimoto(one, other));
        }
        return best;
    }

    private double share() {
        int count = 0;
        for (double similarity : nearest) {
            count += similarity >= alike ? 1 : 0;
        }
        return (double) count / nearest.length;
    }

    void measure(Map<String, Double> metrics) {
        metrics.put("molecule/similarity/random-pairs", pairs);
        metrics.put("molecule/similarity/to-popular", Quantiles.median(nearest));
        metrics.put("molecule/similarity/alike", share());
    }

    Finding finding() {
        return new Finding(
                "similarity",
                Severity.NOTE,
                NumberText.percent(share())
                        + " of the molecules off the popular scaffolds are still like one on them.",
                "Alike means a Tanimoto similarity of "
                        + NumberText.short3(alike)
                        + " or more between circular fingerprints (ECFP4, 1,024 bits); any two"
                        + " molecules of the collection have "
                        + NumberText.short3(pairs)
                        + " on average. The others are what the favourites say least about.",
                Optional.of(
                        Measure.of(
                                "median similarity to the nearest popular molecule",
                                Quantiles.median(nearest),
                                nearest.length)),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Similarity",
                        List.of("measure", "value", "n"),
                        List.of(
                                List.of("mean of random pairs", pairs, PAIRS),
                                List.of(
                                        "median to the nearest popular molecule",
                                        Quantiles.median(nearest),
                                        nearest.length),
                                List.of("share alike", share(), nearest.length),
                                List.of("popular molecules compared with", "", popular))),
                List.of(histogram()));
    }

    private Figure histogram() {
        double[] edges = new double[BINS + 1];
        double[] shares = new double[BINS];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = (double) i / BINS;
        }
        for (double value : nearest) {
            shares[Math.min(BINS - 1, (int) (value * BINS))] += 1.0 / nearest.length;
        }
        return new Figure.Histogram(
                "Similarity to the popular molecules",
                "Per molecule off the popular scaffolds, the similarity of the most similar one on"
                        + " them.",
                "Tanimoto similarity",
                edges,
                List.of(new Figure.Histogram.Series("molecules", Hue.REAL, shares)));
    }
}
