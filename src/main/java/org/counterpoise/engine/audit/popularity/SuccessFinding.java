package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.RandomInterceptLogit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Whether popular choices succeed more often, and which rare ones deserve a try.
///
/// @param picked the choices with a known outcome, most popular first
/// @param trials records with a known outcome, per picked choice
/// @param successes of them
/// @param spearman rank correlation of trials and success share over choices with enough trials
/// @param spearmanP by permutation
record SuccessFinding(
        Choices choices,
        PopularitySettings settings,
        BinaryOutcome outcome,
        boolean concentrated,
        int[] picked,
        long[] trials,
        long[] successes,
        RandomInterceptLogit model,
        double spearman,
        double spearmanP,
        int ranked) {
    private static final double SIGNIFICANT = 0.05;

    /// The success share of fewer trials is mostly chance and has no rank to speak of.
    private static final int ENOUGH_TRIALS = 5;

    /// Choices beyond these are too rare to change the model, and cost time.
    private static final int MOST_CHOICES = 2000;

    static final int MOST_DRAWN = 12;

    /// Empty, with a note, where the question cannot be asked.
    static Optional<SuccessFinding> of(
            Choices choices,
            PopularitySettings settings,
            BinaryOutcome outcome,
            boolean concentrated,
            List<String> notes,
            long seed,
            Progress progress) {
        long[] allTrials = new long[choices.levels().size()];
        long[] allSuccesses = new long[allTrials.length];
        for (int row = 0; row < choices.codes().length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && outcome.values()[row] >= 0) {
                allTrials[choice]++;
                allSuccesses[choice] += outcome.values()[row];
            }
        }
        int[] tried =
                Arrays.stream(choices.order()).filter(choice -> allTrials[choice] > 0).toArray();
        int[] picked = Arrays.copyOf(tried, Math.min(tried.length, MOST_CHOICES));
        if (picked.length < tried.length) {
            notes.add(
                    "Success was compared for the "
                            + NumberText.count(MOST_CHOICES)
                            + " most popular of "
                            + NumberText.count(tried.length)
                            + " values.");
        }
        long[] trials = Arrays.stream(picked).mapToLong(choice -> allTrials[choice]).toArray();
        long[] successes =
                Arrays.stream(picked).mapToLong(choice -> allSuccesses[choice]).toArray();
        long n = Arrays.stream(trials).sum();
        long k = Arrays.stream(successes).sum();
        double[] x = Arrays.stream(trials).mapToDouble(Math::log).toArray();
        if (k == 0 || k == n || Arrays.stream(x).distinct().count() < 2 || x.length < 3) {
            notes.add(
                    "Popularity was not held against success: that takes at least three values of"
                            + " unequal popularity, and both outcomes.");
            return Optional.empty();
        }
        progress.report(0, "Holding popularity against success");
        RandomInterceptLogit model =
                RandomInterceptLogit.fit(successes, trials, x, settings.confidence(), progress);
        int[] enough =
                IntStream.range(0, picked.length).filter(i -> trials[i] >= ENOUGH_TRIALS).toArray();
        double[] counts = Arrays.stream(enough).mapToDouble(i -> trials[i]).toArray();
        double[] shares =
                Arrays.stream(enough).mapToDouble(i -> (double) successes[i] / trials[i]).toArray();
        double spearman = enough.length < 3 ? Double.NaN : Association.spearman(counts, shares);
        double p =
                Double.isNaN(spearman)
                        ? Double.NaN
                        : permutationP(counts, shares, spearman, settings, seed, progress);
        return Optional.of(
                new SuccessFinding(
                        choices,
                        settings,
                        outcome,
                        concentrated,
                        picked,
                        trials,
                        successes,
                        model,
                        spearman,
                        p,
                        enough.length));
    }

    /// Share of permutations, the data counted as one, that are at least as extreme.
    private static double permutationP(
            double[] counts,
            double[] shares,
            double observed,
            PopularitySettings settings,
            long seed,
            Progress progress) {
        List<Boolean> extreme =
                Parallel.map(
                        settings.permutations(),
                        progress,
                        "Permuting success",
                        i -> {
                            RandomGenerator random = Streams.of(seed, i);
                            double[] shuffled = shares.clone();
                            for (int j = shuffled.length - 1; j > 0; j--) {
                                int other = random.nextInt(j + 1);
                                double kept = shuffled[j];
                                shuffled[j] = shuffled[other];
                                shuffled[other] = kept;
                            }
                            return Math.abs(Association.spearman(counts, shuffled))
                                    >= Math.abs(observed) - 1e-12;
                        });
        return (1.0 + extreme.stream().filter(e -> e).count()) / (settings.permutations() + 1);
    }

    void measure(Map<String, Double> metrics) {
        String key = choices.key() + "/success";
        metrics.put(key + "/spearman", spearman);
        metrics.put(key + "/spearman/p", spearmanP);
        metrics.put(key + "/slope", model.slope());
        metrics.put(key + "/slope/lower", model.slopeInterval().lower());
        metrics.put(key + "/slope/upper", model.slopeInterval().upper());
        metrics.put(key + "/slope/p", model.p());
        metrics.put(key + "/sigma", model.sigma());
        metrics.put(key + "/under-tried", (double) underTried().size());
    }

    private boolean related() {
        return model.p() < SIGNIFICANT;
    }

    /// Success of the favourites together.
    Proportion favouriteSuccess() {
        boolean[] favourite = choices.favourites(settings.top());
        long n = 0;
        long k = 0;
        for (int i = 0; i < picked.length; i++) {
            if (favourite[picked[i]]) {
                n += trials[i];
                k += successes[i];
            }
        }
        return new Proportion(k, n);
    }

    /// Positions of choices outside the favourites whose success cannot be told from theirs, the
    /// most promising first.
    private List<Integer> underTried() {
        boolean[] favourite = choices.favourites(settings.top());
        double reference = favouriteSuccess().wilson(settings.confidence()).lower();
        return IntStream.range(0, picked.length)
                .filter(i -> !favourite[picked[i]])
                .filter(i -> model.shrunkenIntervals()[i].upper() >= reference)
                .boxed()
                .sorted((a, b) -> Double.compare(promise(b), promise(a)))
                .toList();
    }

    /// What a choice succeeds in at least, by its own records alone.
    double promise(int i) {
        return new Proportion(successes[i], trials[i]).wilson(settings.confidence()).lower();
    }

    Finding finding() {
        boolean better = model.slope() > 0;
        String what = outcome.column() + " = " + outcome.positive();
        String headline =
                related()
                        ? "Popular values of "
                                + choices.title()
                                + " have "
                                + what
                                + (better ? " more" : " less")
                                + " often than rare ones."
                        : "Popular values of "
                                + choices.title()
                                + " have "
                                + what
                                + " no more often than rare ones.";
        String explanation =
                "Each doubling of popularity multiplies the odds by "
                        + NumberText.estimate(
                                Math.exp(model.slope() * Math.log(2)),
                                Math.exp(model.slopeInterval().lower() * Math.log(2)),
                                Math.exp(model.slopeInterval().upper() * Math.log(2)))
                        + " ("
                        + NumberText.p(model.p())
                        + "). The favourites together succeed in "
                        + NumberText.percent(favouriteSuccess().value())
                        + ". Rank correlation "
                        + NumberText.short3(spearman)
                        + " over the "
                        + ranked
                        + " values with at least "
                        + ENOUGH_TRIALS
                        + " records ("
                        + NumberText.p(spearmanP)
                        + " by permutation).";
        return new Finding(
                "success",
                concentrated && !(related() && better) ? Severity.WARNING : Severity.NOTE,
                headline,
                explanation,
                Optional.of(
                        Measure.of(
                                        "log odds per log record",
                                        model.slope(),
                                        model.slopeInterval(),
                                        Arrays.stream(trials).sum())
                                .withTest("likelihood ratio", model.p(), model.p())),
                Optional.empty(),
                List.of(),
                evidence(underTried()),
                List.of(scatter(), favourites()));
    }

    /// The list of choices that deserve a try; empty if every rarer one does worse.
    Optional<Finding> underTriedFinding() {
        List<Integer> rare = underTried();
        return rare.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnderTriedFinding(this, rare).finding());
    }

    private Evidence evidence(List<Integer> rare) {
        Set<Integer> underTried = new HashSet<>(rare);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < picked.length; i++) {
            rows.add(
                    List.of(
                            choices.levels().get(picked[i]),
                            trials[i],
                            successes[i],
                            (double) successes[i] / trials[i],
                            model.shrunken()[i],
                            model.shrunkenIntervals()[i].lower(),
                            model.shrunkenIntervals()[i].upper(),
                            underTried.contains(i)));
        }
        return new Evidence(
                "Success per value of " + choices.title(),
                List.of(
                        choices.title(),
                        "records",
                        "successes",
                        "share",
                        "shrunken share",
                        "lower",
                        "upper",
                        "under-tried"),
                rows);
    }

    private Figure scatter() {
        return new Figure.Scatter(
                "Popularity and success of " + choices.title(),
                "One point per value: records as logarithm to base 10, and the share that succeeds.",
                "records (log10)",
                shareLabel(),
                List.of(
                        new Figure.Scatter.Series(
                                "values",
                                Hue.REAL,
                                Arrays.stream(trials).mapToDouble(Math::log10).toArray(),
                                IntStream.range(0, picked.length)
                                        .mapToDouble(i -> (double) successes[i] / trials[i])
                                        .toArray())));
    }

    private Figure favourites() {
        return forest(
                "Success of the favourites",
                "Success that the model expects of the most popular values, with intervals.",
                IntStream.range(0, Math.min(picked.length, MOST_DRAWN)).boxed().toList(),
                false);
    }

    /// Expected shares of some choices against all favourites.
    Figure forest(String title, String summary, List<Integer> positions, boolean flagged) {
        return new Figure.Intervals(
                title,
                summary,
                shareLabel(),
                true,
                positions.stream().map(i -> row(i, flagged)).toList(),
                Optional.of(
                        new Figure.Intervals.Reference(
                                favouriteSuccess().value(), "all favourites")),
                Optional.empty());
    }

    String shareLabel() {
        return "share with " + outcome.column() + " = " + outcome.positive();
    }

    private Figure.Intervals.Row row(int i, boolean flagged) {
        return new Figure.Intervals.Row(
                choices.levels().get(picked[i]),
                model.shrunken()[i],
                model.shrunkenIntervals()[i].lower(),
                model.shrunkenIntervals()[i].upper(),
                trials[i],
                flagged);
    }
}
