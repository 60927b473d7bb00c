package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.CrossValidation;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How well other columns tell each group from all others, as cross-validated AUC within the source
/// and within the synthetic table.
final class ProxyStrength {
    private static final int FOLDS = 3;

    /// By how much the chance in training the models of the folds widens a variance that holds only
    /// the chance in the rows scored: 1 + folds · test rows / training rows.
    private static final double TRAINING = 1 + FOLDS / (FOLDS - 1.0);

    private final Dataset source;
    private final Dataset synthetic;
    private final List<String> predictors;
    private final FairnessSettings settings;

    /// @param predictors columns that are neither protected nor the outcome
    ProxyStrength(
            Dataset source, Dataset synthetic, List<String> predictors, FairnessSettings settings) {
        this.source = source;
        this.synthetic = synthetic;
        this.predictors = predictors;
        this.settings = settings;
    }

    private record Question(SourceGroups groups, int group) {

        String key() {
            return groups.keys().get(group);
        }
    }

    /// One change per group that has enough rows in both tables; DeLong's interval of the
    /// difference of independent areas, its variance corrected for cross-validation (Nadeau and
    /// Bengio, Machine Learning 2003, doi:10.1023/A:1024068626366).
    List<Change> changes(List<SourceGroups> attributes, long seed, Progress progress) {
        List<Question> questions = new ArrayList<>();
        for (SourceGroups groups : attributes) {
            for (int g = 0; g < groups.size(); g++) {
                // Of two groups, telling one from the other is the same question.
                boolean asked = groups.size() > 2 || g != groups.largest();
                if (asked && enough(groups, g) && !predictors.isEmpty()) {
                    questions.add(new Question(groups, g));
                }
            }
        }
        double confidence = Changes.together(settings, questions.size());
        return Parallel.map(
                questions.size(),
                progress,
                "Guessing groups",
                i -> change(questions.get(i), confidence, seed, progress));
    }

    /// Whether both tables have enough rows in the group and outside of it.
    private boolean enough(SourceGroups groups, int group) {
        for (int[] codes : List.of(groups.source(), groups.synthetic())) {
            long inside = SourceGroups.count(codes, group);
            long outside = Arrays.stream(codes).filter(c -> c >= 0).count() - inside;
            if (Math.min(inside, outside) < settings.groupRows()) {
                return false;
            }
        }
        return true;
    }

    private Change change(Question question, double confidence, long seed, Progress progress) {
        long own = Streams.derive(seed, question.key());
        int group = question.group();
        Roc before = guess(source, question.groups().source(), group, own, progress);
        Roc after = guess(synthetic, question.groups().synthetic(), group, own, progress);
        double difference = after.auc() - before.auc();
        double half =
                Normal.z(confidence) * Math.sqrt(TRAINING * (before.variance() + after.variance()));
        Interval change = new Interval(difference - half, difference + half, confidence, "DeLong");
        return new Change(
                question.key(),
                before.auc(),
                after.auc(),
                Double.NaN,
                change,
                change.lower() > 0 && difference > settings.proxyMargin(),
                after.positives());
    }

    private Roc guess(Dataset table, int[] codes, int group, long seed, Progress progress) {
        int[] rows = sample(codes, group, settings.refitRows(), Streams.of(seed, 0));
        byte[] y = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = (byte) (codes[rows[i]] == group ? 1 : 0);
        }
        try {
            double[] scores =
                    CrossValidation.scores(
                            table.select(rows),
                            new BinaryOutcome("group", "member", y),
                            predictors,
                            settings.learner(),
                            FOLDS,
                            seed,
                            progress);
            return Roc.of(y, scores);
        } catch (UserProblem _) {
            // Nothing varies, so nothing gives the group away.
            return Roc.of(y, new double[y.length]);
        }
    }

    /// Members, half of the rows at most, and as many others as there is room for.
    private static int[] sample(int[] codes, int group, int most, RandomGenerator random) {
        int[] members = shuffled(codes, code -> code == group, random);
        int[] others = shuffled(codes, code -> code >= 0 && code != group, random);
        int in = Math.min(members.length, Math.max(most / 2, most - others.length));
        int out = Math.min(others.length, most - in);
        return IntStream.concat(Arrays.stream(members).limit(in), Arrays.stream(others).limit(out))
                .sorted()
                .toArray();
    }

    private static int[] shuffled(int[] codes, IntPredicate wanted, RandomGenerator random) {
        int[] rows =
                IntStream.range(0, codes.length).filter(row -> wanted.test(codes[row])).toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = rows[i];
            rows[i] = rows[j];
            rows[j] = swapped;
        }
        return rows;
    }
}
