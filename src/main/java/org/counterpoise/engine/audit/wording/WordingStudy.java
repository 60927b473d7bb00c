package org.counterpoise.engine.audit.wording;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that is computed of the texts of two sources.
///
/// @param first what the other is held against
/// @param lengths difference of mean words per text, second less first
/// @param readability difference of mean readability
/// @param openings test of the first word: the most frequent ones, and all others together
/// @param firstWords the most frequent
/// @param words that most texts have, adjusted among themselves
/// @param ratio difference of type–token ratios at one number of tokens
record WordingStudy(
        String column,
        String attribute,
        Corpus first,
        Corpus second,
        Difference lengths,
        Difference readability,
        ChiSquare openings,
        List<Word> firstWords,
        List<Word> words,
        Vocabulary firstVocabulary,
        Vocabulary secondVocabulary,
        Difference ratio,
        double divergence) {

    /// A difference of two means with Welch's interval and test.
    record Difference(double first, double second, Interval interval, double p) {
        double value() {
            return second - first;
        }

        static Difference of(
                double a,
                double errorA,
                double freedomA,
                double b,
                double errorB,
                double freedomB,
                double confidence) {
            double square = errorA * errorA + errorB * errorB;
            double error = Math.sqrt(square);
            if (!(error > 0)) {
                return new Difference(a, b, Interval.undefined(confidence, "Welch"), Double.NaN);
            }
            double freedom =
                    square
                            * square
                            / (Math.pow(errorA, 4) / freedomA + Math.pow(errorB, 4) / freedomB);
            TDistribution t = TDistribution.of(freedom);
            double width = t.inverseCumulativeProbability((1 + confidence) / 2) * error;
            return new Difference(
                    a,
                    b,
                    new Interval(b - a - width, b - a + width, confidence, "Welch"),
                    2 * t.survivalProbability(Math.abs(b - a) / error));
        }

        static Difference of(double[] a, double[] b, double confidence) {
            return of(mean(a), error(a), a.length - 1, mean(b), error(b), b.length - 1, confidence);
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private static double error(double[] values) {
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return Math.sqrt(squares / (values.length - 1) / values.length);
        }
    }

    /// The share of texts that begin with a word, or have it.
    ///
    /// @param interval of the difference, Newcombe's
    record Word(
            String word, Proportion first, Proportion second, Interval interval, double adjusted) {}

    static WordingStudy of(
            String column,
            String attribute,
            Corpus first,
            Corpus second,
            WordingSettings settings,
            Progress progress) {
        progress.check();
        List<Word> openings =
                words(first.firstWords(), second.firstWords(), first, second, settings);
        progress.check();
        long sample = Vocabulary.sample(first, second);
        Vocabulary own = Vocabulary.of(first, sample);
        progress.check();
        Vocabulary other = Vocabulary.of(second, sample);
        progress.check();
        int freedom = Corpus.BLOCKS - 1;
        return new WordingStudy(
                column,
                attribute,
                first,
                second,
                Difference.of(first.lengths(), second.lengths(), settings.confidence()),
                Difference.of(first.readability(), second.readability(), settings.confidence()),
                openings(openings, first, second),
                openings,
                words(first.textsWith(), second.textsWith(), first, second, settings),
                own,
                other,
                Difference.of(
                        own.ratio(),
                        own.error(),
                        freedom,
                        other.ratio(),
                        other.error(),
                        freedom,
                        settings.confidence()),
                Vocabulary.divergence(first, second));
    }

    /// The words of most texts of both sources together.
    private static List<Word> words(
            Map<String, Integer> counts,
            Map<String, Integer> others,
            Corpus first,
            Corpus second,
            WordingSettings settings) {
        TreeMap<String, Integer> both = new TreeMap<>(counts);
        others.forEach((word, count) -> both.merge(word, count, Integer::sum));
        List<String> top =
                both.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (Map.Entry<String, Integer> e) -> -e.getValue()))
                        .limit(settings.words())
                        .map(Map.Entry::getKey)
                        .toList();
        List<Proportion> a =
                top.stream()
                        .map(w -> new Proportion(counts.getOrDefault(w, 0), first.texts()))
                        .toList();
        List<Proportion> b =
                top.stream()
                        .map(w -> new Proportion(others.getOrDefault(w, 0), second.texts()))
                        .toList();
        double[] p = new double[top.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] =
                    ChiSquare.independence(
                                    new long[][] {
                                        {a.get(i).count(), a.get(i).n() - a.get(i).count()},
                                        {b.get(i).count(), b.get(i).n() - b.get(i).count()}
                                    })
                            .p();
        }
        double[] adjusted = Multiplicity.holm(p);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            words.add(
                    new Word(
                            top.get(i),
                            a.get(i),
                            b.get(i),
                            Proportion.newcombe(b.get(i), a.get(i), settings.confidence()),
                            adjusted[i]));
        }
        return words;
    }

    /// Words that begin few texts are put together, so that no expected count is under 5.
    private static ChiSquare openings(List<Word> words, Corpus first, Corpus second) {
        double smaller =
                (double) Math.min(first.texts(), second.texts()) / (first.texts() + second.texts());
        List<Word> frequent =
                words.stream()
                        .filter(w -> (w.first().count() + w.second().count()) * smaller >= 5)
                        .toList();
        long[][] table = new long[2][frequent.size() + 1];
        table[0][frequent.size()] = first.texts();
        table[1][frequent.size()] = second.texts();
        for (int i = 0; i < frequent.size(); i++) {
            table[0][i] = frequent.get(i).first().count();
            table[1][i] = frequent.get(i).second().count();
            table[0][frequent.size()] -= table[0][i];
            table[1][frequent.size()] -= table[1][i];
        }
        return ChiSquare.independence(table);
    }

    /// Unadjusted p of words per text, readability, first words and type–token ratio.
    double[] tests() {
        return new double[] {lengths.p(), readability.p(), openings.p(), ratio.p()};
    }
}
