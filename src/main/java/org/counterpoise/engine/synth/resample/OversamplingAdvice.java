package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which oversampling suits a table whose outcome has a rare class, and why.
///
/// Rows of the rarest class are told apart by their five nearest rows of any class (Napierala and
/// Stefanowski 2016, doi:10.1007/s10844-015-0368-1): safe with four or five of their own class,
/// borderline with two or three, rare with one, outliers with none. Noise is what is rare or an
/// outlier.
///
/// @param rareClass its name, such as "death = yes"; empty if there is nothing to advise
/// @param count its rows
/// @param largest rows of the largest class
/// @param judged rows of the rarest class whose neighbours were looked at
/// @param safe share of those, 0 to 1
/// @param borderline share of those, 0 to 1
/// @param noise share of those, 0 to 1
/// @param choices best first; empty if there is nothing to oversample
/// @param remarks what to think of besides, one sentence each
public record OversamplingAdvice(
        String rareClass,
        int count,
        int largest,
        int judged,
        double safe,
        double borderline,
        double noise,
        List<Choice> choices,
        List<String> remarks) {
    private static final int NEIGHBOURS = 5;

    /// Larger tables are judged by so many rows drawn at random, all classes in their proportions.
    private static final int MOST_ROWS = 50_000;

    private static final int MOST_JUDGED = 2_000;

    /// From this share on, a kind of row decides.
    private static final double MANY = 0.3;

    /// A largest class less than this many times the rarest is no imbalance to speak of.
    private static final double EVEN = 1.5;

    private static final String THRESHOLD =
            "Choosing the decision threshold, or weights for the classes, often serves a strong"
                    + " learner as well as oversampling does (Elor and Averbuch-Elor 2022,"
                    + " arXiv:2201.08528), and keeps its probabilities calibrated, which oversampling"
                    + " does not (van den Goorbergh et al. 2022, doi:10.1093/jamia/ocac093).";

    /// A method and the reason for it, one sentence.
    public record Choice(String method, String why) {}

    public OversamplingAdvice {
        choices = List.copyOf(choices);
        remarks = List.copyOf(remarks);
    }

    /// Looks at the rarest class of the outcome.
    ///
    /// @throws org.counterpoise.engine.UserProblem if no outcome is marked, or it is a quantity
    public static OversamplingAdvice of(Dataset training, Progress progress) {
        Dataset data = OriginColumn.unmarked(training);
        int[] all = new int[data.rows()];
        Arrays.setAll(all, row -> row);
        Dataset looked =
                all.length > MOST_ROWS ? data.select(Shuffle.some(all, MOST_ROWS, 1)) : data;
        Classes whole = Classes.of(data, List.of(), SmoteSettings.Scaling.STANDARDISE);
        Classes classes = Classes.of(looked, List.of(), SmoteSettings.Scaling.STANDARDISE);
        progress.check();
        if (whole.count() < 2) {
            return nothing("The outcome has a single class: there is nothing to tell it from.");
        }
        int count = whole.size(whole.smallest());
        int largest = whole.size(whole.largest());
        if (largest < EVEN * count) {
            return nothing(
                    String.format(
                            Locale.ROOT,
                            "The classes are even enough (%,d and %,d rows): oversampling would gain"
                                    + " nothing.",
                            count,
                            largest));
        }
        int rare = classes.smallest();
        int[] rows = Shuffle.some(classes.rows(rare), MOST_JUDGED, 2);
        double[] shares = kinds(classes, rare, rows, progress);
        return new OversamplingAdvice(
                data.schema().outcome().map(info -> info.title() + " = ").orElse("")
                        + whole.label(whole.smallest()),
                count,
                largest,
                rows.length,
                shares[0],
                shares[1],
                shares[2],
                choices(count, shares, !classes.metric().numbers().isEmpty()),
                remarks(count, shares));
    }

    private static OversamplingAdvice nothing(String why) {
        return new OversamplingAdvice("", 0, 0, 0, 0, 0, 0, List.of(), List.of(why));
    }

    /// Shares of safe, borderline and noisy rows.
    private static double[] kinds(Classes classes, int rare, int[] rows, Progress progress) {
        double[] shares = new double[3];
        for (int[] near : classes.nearest(rows, NEIGHBOURS, progress)) {
            long own = Arrays.stream(near).filter(row -> classes.code(row) == rare).count();
            shares[own >= 4 ? 0 : own >= 2 ? 1 : 2] += 1.0 / rows.length;
        }
        return shares;
    }

    private static List<Choice> choices(int count, double[] shares, boolean numbers) {
        List<Choice> choices = new ArrayList<>();
        if (count <= NEIGHBOURS) {
            choices.add(
                    new Choice(
                            "random-oversampling",
                            "There are too few rows to draw lines between: copy them."));
            choices.add(
                    new Choice("rose", "Copies with a little noise, where they are of numbers."));
            return choices;
        }
        if (shares[2] >= MANY) {
            choices.add(
                    new Choice(
                            "smote-enn",
                            "Many rows of the class lie alone among others: clean up after filling"
                                    + " up (Batista, Prati and Monard 2004)."));
            choices.add(
                    new Choice(
                            "smote-tomek", "The same with a lighter hand: fewer rows are lost."));
        }
        if (shares[1] >= MANY) {
            choices.add(
                    new Choice(
                            "borderline-smote",
                            "Many rows lie at the border to another class, where a learner errs:"
                                    + " make new ones there (Han, Wang and Mao 2005)."));
            if (numbers) {
                choices.add(
                        new Choice(
                                "svm-smote",
                                "Finds that border by a support vector machine (Nguyen, Cooper and"
                                        + " Kamei 2011)."));
            }
        }
        choices.add(
                new Choice(
                        "smote-nc",
                        shares[0] >= MANY
                                ? "Many rows have their own class around them, so lines between them"
                                        + " stay inside it (Chawla et al. 2002)."
                                : "The plain method, as a yardstick for the others."));
        return choices;
    }

    private static List<String> remarks(int count, double[] shares) {
        List<String> remarks = new ArrayList<>();
        remarks.add(THRESHOLD);
        if (shares[2] >= MANY && count > NEIGHBOURS) {
            remarks.add(
                    "Rows alone among others can be errors of labelling: have some of them looked at"
                            + " before making more like them.");
        }
        return remarks;
    }

    /// What was seen, one sentence; empty if there was nothing to look at.
    public String seen() {
        return judged == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s is the rarest class: %,d rows, %.1f times fewer than the largest. Of"
                                + " %,d looked at, %.0f %% are safe, %.0f %% borderline and %.0f %%"
                                + " lie among other classes.",
                        rareClass,
                        count,
                        (double) largest / count,
                        judged,
                        100 * safe,
                        100 * borderline,
                        100 * noise);
    }
}
