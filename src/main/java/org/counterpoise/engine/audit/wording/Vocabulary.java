package org.counterpoise.engine.audit.wording;

import org.apache.commons.numbers.gamma.LogGamma;
import org.counterpoise.engine.stats.Distances;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// How many different words a source uses.
///
/// @param words different ones
/// @param tokens words altogether
/// @param sample tokens at which sources are compared, as a share of different words falls with the
///     length of a text
/// @param ratio type–token ratio of a random sample of that many tokens, expected (Hurlbert 1971,
///     doi:10.2307/1934145)
/// @param error its standard error, by a jackknife over parts of the texts
record Vocabulary(int words, long tokens, long sample, double ratio, double error) {
    /// What is left when a part is left out must still hold the sample.
    private static final double SHARE = 0.8;

    /// Tokens at which two sources are compared.
    static long sample(Corpus a, Corpus b) {
        return (long) (SHARE * Math.min(tokens(a.counts(-1)), tokens(b.counts(-1))));
    }

    static Vocabulary of(Corpus corpus, long sample) {
        Map<String, Integer> all = corpus.counts(-1);
        double ratio = ratio(all, sample);
        double[] without = new double[Corpus.BLOCKS];
        double mean = 0;
        for (int b = 0; b < without.length; b++) {
            without[b] = ratio(corpus.counts(b), sample);
            mean += without[b] / without.length;
        }
        double squares = 0;
        for (double one : without) {
            squares += (one - mean) * (one - mean);
        }
        double error = Math.sqrt(squares * (without.length - 1.0) / without.length);
        return new Vocabulary(all.size(), tokens(all), sample, ratio, error);
    }

    private static long tokens(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /// Different words expected among so many tokens drawn without replacement, over the tokens;
    /// NaN if there are fewer.
    static double ratio(Map<String, Integer> counts, long sample) {
        long total = tokens(counts);
        if (sample < 1 || sample > total) {
            return Double.NaN;
        }
        TreeMap<Integer, Integer> frequencies = new TreeMap<>();
        counts.values().forEach(count -> frequencies.merge(count, 1, Integer::sum));
        double all = logChoose(total, sample);
        double expected = 0;
        for (Map.Entry<Integer, Integer> entry : frequencies.entrySet()) {
            long rest = total - entry.getKey();
            double none = rest < sample ? 0 : Math.exp(logChoose(rest, sample) - all);
            expected += entry.getValue() * (1 - none);
        }
        return expected / sample;
    }

    private static double logChoose(long n, long k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }

    /// Jensen–Shannon divergence of two sources' words, 0 to 1 bit. It is above 0 by chance alone,
    /// the more the fewer the tokens.
    static double divergence(Corpus a, Corpus b) {
        Map<String, Integer> first = a.counts(-1);
        Map<String, Integer> second = b.counts(-1);
        TreeSet<String> words = new TreeSet<>(first.keySet());
        words.addAll(second.keySet());
        double[] p = new double[words.size()];
        double[] q = new double[words.size()];
        int i = 0;
        for (String word : words) {
            p[i] = (double) first.getOrDefault(word, 0) / tokens(first);
            q[i++] = (double) second.getOrDefault(word, 0) / tokens(second);
        }
        return Distances.jensenShannonDivergence(p, q);
    }

    /// Different words in both, over those in either.
    static double shared(Corpus a, Corpus b) {
        TreeSet<String> either = new TreeSet<>(a.textsWith().keySet());
        either.addAll(b.textsWith().keySet());
        long both =
                either.stream()
                        .filter(a.textsWith()::containsKey)
                        .filter(b.textsWith()::containsKey)
                        .count();
        return either.isEmpty() ? Double.NaN : (double) both / either.size();
    }
}
