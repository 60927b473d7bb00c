package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.PowerLaw;
import org.counterpoise.engine.stats.PowerLawRival;
import org.counterpoise.engine.stats.Tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/// Whether the counts follow a power law, and which other laws fit as well.
record LawFinding(
        Choices choices,
        PopularitySettings settings,
        PowerLaw law,
        PowerLaw.Plausibility plausibility,
        List<PowerLawRival> rivals) {
    /// A power law is ruled out where this share or less of its own samples fits worse.
    private static final double RULED_OUT = 0.1;

    /// Fewer counts in the tail say little.
    private static final int FEW = 50;

    private static final int POINTS = 60;

    static LawFinding of(
            Choices choices,
            PopularitySettings settings,
            PowerLaw law,
            Tally tally,
            long seed,
            Progress progress) {
        PowerLaw.Plausibility plausibility =
                law.plausibility(tally, settings.replicates(), seed, progress);
        List<PowerLawRival> rivals = new ArrayList<>();
        if (law.xmin() < tally.values()[tally.distinct() - 1]) {
            for (PowerLawRival.Law other : PowerLawRival.Law.values()) {
                progress.check();
                rivals.add(PowerLawRival.of(law, tally, other));
            }
        }
        return new LawFinding(choices, settings, law, plausibility, rivals);
    }

    void measure(Map<String, Double> metrics) {
        String key = choices.key() + "/power-law";
        metrics.put(key + "/alpha", law.alpha());
        metrics.put(key + "/alpha-error", plausibility.alphaError());
        metrics.put(key + "/xmin", (double) law.xmin());
        metrics.put(key + "/tail", (double) law.tail());
        metrics.put(key + "/ks", law.ks());
        metrics.put(key + "/p", plausibility.p());
        for (PowerLawRival rival : rivals) {
            String name = key + "/vuong/" + rival.name().words().replace(' ', '-');
            metrics.put(name, rival.normalised());
            metrics.put(name + "/p", rival.p());
        }
    }

    Finding finding() {
        boolean plausible = plausibility.p() > RULED_OUT;
        double z = Normal.z(settings.confidence());
        Interval interval =
                new Interval(
                        law.alpha() - z * plausibility.alphaError(),
                        law.alpha() + z * plausibility.alphaError(),
                        settings.confidence(),
                        "bootstrap standard error, xmin searched each time");
        List<String> better =
                rivals.stream()
                        .filter(rival -> rival.ratio() < 0 && rival.p() < 0.05)
                        .map(rival -> rival.name().words())
                        .toList();
        String headline =
                plausible
                        ? "The popularity of "
                                + choices.title()
                                + " is what a power law with exponent "
                                + NumberText.short3(law.alpha())
                                + " looks like."
                        : "The popularity of " + choices.title() + " does not follow a power law.";
        String explanation =
                "Fitted to the "
                        + law.tail()
                        + " values with at least "
                        + law.xmin()
                        + " records. "
                        + NumberText.percent(plausibility.p())
                        + " of "
                        + NumberText.count(plausibility.replicates())
                        + " samples of the fitted law fit it no better (10% or less rules it out). "
                        + (law.tail() < FEW
                                ? "With so few values other laws cannot be told from it. "
                                : better.isEmpty()
                                        ? "None of the laws compared fits clearly better."
                                        : "Fits better: " + String.join(", ", better) + ".");
        return new Finding(
                "power-law",
                Severity.NOTE,
                headline,
                explanation.strip(),
                Optional.of(
                        Measure.of("power-law exponent α", law.alpha(), interval, law.tail())
                                .withTest(
                                        "goodness of fit by samples of the law",
                                        plausibility.p(),
                                        plausibility.p())),
                Optional.empty(),
                List.of(),
                evidence(),
                List.of(tails()));
    }

    /// How many values have so many records or more, in the tail, and what each law expects.
    private Figure tails() {
        long[] sorted = choices.concentration().sorted();
        int n = law.tail();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.log10(sorted[i]);
            y[i] = Math.log10((last(sorted, i) + 1.0) / n);
        }
        List<Figure.Curves.Series> series = new ArrayList<>();
        series.add(new Figure.Curves.Series("values", Hue.NEUTRAL, x, y, true));
        series.add(curve("power law", Hue.FLAGGED, sorted[0], law::survival));
        for (PowerLawRival rival : rivals) {
            series.add(
                    curve(
                            rival.name().words(),
                            Hue.GROUP,
                            sorted[0],
                            count -> rival.survival(count, law.xmin())));
        }
        return new Figure.Curves(
                "The tail of " + choices.title() + " and the laws compared",
                "Share of the "
                        + n
                        + " values in the tail that have so many records or more; both as logarithms"
                        + " to base 10.",
                "records (log10)",
                "share of values with as many or more (log10)",
                false,
                series);
    }

    private static int last(long[] sorted, int i) {
        int last = i;
        while (last + 1 < sorted.length && sorted[last + 1] == sorted[i]) {
            last++;
        }
        return last;
    }

    private Figure.Curves.Series curve(
            String name, Hue hue, long most, LongToDoubleFunction survival) {
        double low = Math.log(law.xmin());
        double high = Math.log(most);
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        // A law that falls far below one value would squeeze the picture.
        double least = -Math.log10(law.tail()) - 0.5;
        int drawn = 0;
        for (int i = 0; i < POINTS; i++) {
            long count = Math.round(Math.exp(low + (high - low) * i / (POINTS - 1.0)));
            double share = Math.log10(survival.applyAsDouble(count));
            if (share < least) {
                break;
            }
            x[drawn] = Math.log10(count);
            y[drawn++] = share;
        }
        return new Figure.Curves.Series(
                name, hue, Arrays.copyOf(x, drawn), Arrays.copyOf(y, drawn), false);
    }

    private Evidence evidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (PowerLawRival rival : rivals) {
            rows.add(
                    List.of(
                            rival.name().words(),
                            Evidence.cell(rival.ratio(), law.tail()),
                            Evidence.cell(rival.normalised(), law.tail()),
                            Evidence.cell(rival.p(), law.tail())));
        }
        return new Evidence(
                "Likelihood of the power law over other laws (above 0: the power law)",
                List.of("other law", "log-likelihood ratio", "normalised", "p (Vuong)"),
                rows);
    }
}
