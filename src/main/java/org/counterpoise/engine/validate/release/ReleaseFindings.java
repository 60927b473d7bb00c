package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The findings behind a [ReleaseVerdict].
///
/// Measures that take rows for people warn only if a limit was demanded.
final class ReleaseFindings {
    private static final int[] FROM = {1, 2, 3, 5, 10, 20};
    private static final List<String> SIZES =
            List.of("alone", "2", "3–4", "5–9", "10–19", "20 or more");

    private final ReleaseVerdict release;
    private final ReleaseSettings settings;

    ReleaseFindings(ReleaseVerdict release) {
        this.release = release;
        this.settings = release.settings();
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(uniques(), anonymity()));
        if (!release.secrets().isEmpty()) {
            findings.add(secrets());
        }
        findings.add(population());
        return findings;
    }

    private Finding uniques() {
        Verdict verdict = release.byMatches();
        Measure excess = release.excess();
        boolean chance = excess.interval().map(i -> i.lower() <= 0).orElse(true);
        String headline =
                release.control().isEmpty()
                        ? "Whether people can be found by what outsiders know cannot be judged"
                                + " without a holdout."
                        : switch (verdict) {
                            case PASS -> "People are found by what outsiders know by chance only.";
                            case FAIL ->
                                    "People behind the data can be found by what outsiders know.";
                            case UNDECIDED, LEFT_OUT ->
                                    "There are too few rows to say whether people can be found by"
                                            + " what outsiders know.";
                        };
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("training rows", release.training()));
        release.control().ifPresent(held -> rows.add(row("holdout rows (control)", held)));
        return new Finding(
                "uniques",
                verdict == Verdict.UNDECIDED && chance ? Severity.NOTE : Verdicts.severity(verdict),
                headline,
                "A person is alone if nobody else among the real rows has the same keys, and is"
                        + " matched if some synthetic row has them. Without a leak that befalls"
                        + " people never seen as often as those behind the data.",
                Optional.of(excess),
                release.control().isPresent() ? Optional.of(release.threshold()) : Optional.empty(),
                verdict == Verdict.FAIL
                        ? List.of(
                                Remedy.of(
                                        "Use a synthesizer that learns less of single rows",
                                        Remedy.Action.GENERATE),
                                Remedy.of(
                                        "Cut what outsiders know into wider bands",
                                        Remedy.Action.CHANGE_ROLES))
                        : List.of(),
                new Evidence(
                        "People alone with their keys",
                        List.of("people", "number", "alone", "alone and matched"),
                        rows),
                List.of());
    }

    private static List<Object> row(String name, Uniques uniques) {
        return List.of(name, uniques.people(), uniques.alone(), uniques.matched());
    }

    private Finding anonymity() {
        int k = release.k();
        boolean demanded = settings.k() > 1;
        double[] released = shares(ReleaseDisclosure.RELEASE);
        double[] real = shares(ReleaseDisclosure.TRAINING);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < FROM.length; i++) {
            rows.add(List.of(SIZES.get(i), released[i], real[i]));
        }
        return new Finding(
                "k-anonymity",
                demanded ? k < settings.k() ? Severity.SERIOUS : Severity.OK : Severity.NOTE,
                "The synthetic table is " + k + "-anonymous over what outsiders know.",
                NumberText.percent(release.single())
                        + " of its rows are alone with their keys; of the training rows "
                        + NumberText.percent(real[0])
                        + " are. k-anonymity counts rows as if each were a person.",
                Optional.of(
                        Measure.of("k, rows of the smallest class", k, release.matches().rows())),
                demanded
                        ? Optional.of(
                                new Threshold(
                                        settings.k(),
                                        "at least " + settings.k() + " rows with the same keys",
                                        "set by you"))
                        : Optional.empty(),
                demanded && k < settings.k()
                        ? List.of(
                                Remedy.of(
                                        "Cut what outsiders know into wider bands",
                                        Remedy.Action.CHANGE_ROLES))
                        : List.of(),
                new Evidence(
                        "Shares of rows by how many rows have the same keys",
                        List.of("rows with the same keys", "synthetic", "training"),
                        rows),
                List.of(
                        new Figure.Bars(
                                "Rows by how many share their keys",
                                "Shares of rows by the number of rows with the same values of what"
                                        + " outsiders know.",
                                "share of rows",
                                true,
                                SIZES,
                                List.of(
                                        bars("training", Hue.REAL, real),
                                        bars("synthetic", Hue.SYNTHETIC, released)))));
    }

    private static Figure.Bars.Series bars(String name, Hue hue, double[] shares) {
        return new Figure.Bars.Series(name, hue, shares, new double[0], new double[0]);
    }

    /// The shares of rows in classes of each range of sizes.
    private double[] shares(int table) {
        double[] shares = new double[FROM.length];
        int[] sizes = release.classes().sizes(table);
        long rows = Arrays.stream(sizes).sum();
        for (int size : sizes) {
            int range = 0;
            while (range + 1 < FROM.length && size >= FROM[range + 1]) {
                range++;
            }
            shares[range] += (double) size / rows;
        }
        return shares;
    }

    private Finding secrets() {
        boolean demanded = settings.l() > 1 || settings.t() < 1;
        List<List<Object>> rows = new ArrayList<>();
        String worst = "";
        double most = -1;
        boolean broken = false;
        for (var entry : release.secrets().entrySet()) {
            SecretsInClasses secret = entry.getValue();
            double uniform = (double) secret.uniform() / secret.rows();
            if (uniform > most) {
                most = uniform;
                worst = entry.getKey();
            }
            broken |= secret.distinct() < settings.l() || secret.closeness() > settings.t();
            rows.add(
                    List.of(
                            entry.getKey(),
                            secret.rows(),
                            Evidence.cell(secret.distinct(), secret.rows()),
                            Evidence.cell(secret.entropy(), secret.rows()),
                            Evidence.cell(secret.closeness(), secret.rows()),
                            Evidence.cell(uniform, secret.rows())));
        }
        return new Finding(
                "secrets",
                demanded ? broken ? Severity.SERIOUS : Severity.OK : Severity.NOTE,
                worst.isEmpty()
                        ? "No synthetic row has a secret."
                        : NumberText.percent(most)
                                + " of the synthetic rows share \""
                                + worst
                                + "\" with all rows of the same keys.",
                "l is the number of different values among rows with the same keys, at least"
                        + " (distinct), or as even values would have the same entropy; t is the"
                        + " distance of their values from those of all rows, at most. All count"
                        + " rows as if each were a person.",
                Optional.empty(),
                demanded
                        ? Optional.of(
                                new Threshold(
                                        settings.l(),
                                        "l of at least "
                                                + settings.l()
                                                + ", t of at most "
                                                + NumberText.short3(settings.t()),
                                        "set by you"))
                        : Optional.empty(),
                List.of(),
                new Evidence(
                        "Secrets among synthetic rows with the same keys",
                        List.of(
                                "secret",
                                "rows",
                                "distinct l",
                                "entropy l",
                                "t",
                                "share of rows in classes with one value"),
                        rows),
                List.of());
    }

    private Finding population() {
        PopulationMatches matches = release.matches();
        return new Finding(
                "population",
                Severity.NOTE,
                matches.fewest() == 0
                        ? "No synthetic row has the keys of any real person."
                        : "A synthetic row that matches anyone matches at least "
                                + matches.fewest()
                                + (matches.fewest() == 1 ? " real person." : " real people."),
                "The training and holdout rows stand for the population. "
                        + NumberText.percent((double) matches.alone() / matches.rows())
                        + " of the synthetic rows match one person only, "
                        + NumberText.percent((double) matches.nobody() / matches.rows())
                        + " nobody. Taken for a sample of people, the table would put between "
                        + NumberText.percent(matches.least())
                        + " and "
                        + NumberText.percent(matches.most())
                        + " of those with the same keys behind it (δ-presence).",
                Optional.of(Measure.of("k of k-map", matches.fewest(), matches.rows())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Matches with the training and holdout rows",
                        List.of("measure", "value"),
                        List.of(
                                List.of("k of k-map", matches.fewest()),
                                List.of("rows that match one person", matches.alone()),
                                List.of("rows that match nobody", matches.nobody()),
                                List.of("δ-presence, least", matches.least()),
                                List.of("δ-presence, greatest", matches.most()))),
                List.of());
    }
}
