package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Concentration;
import org.counterpoise.engine.stats.PowerLaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How unequally records are spread over choices.
record SpreadFinding(Choices choices, PopularitySettings settings, Optional<PowerLaw> law) {

    private double topShare() {
        return choices.concentration().recordsOfTop(settings.top() / 100);
    }

    boolean concentrated() {
        return topShare() > settings.limit() / 100;
    }

    void measure(Map<String, Double> metrics) {
        Concentration c = choices.concentration();
        String key = choices.key();
        metrics.put(key + "/choices", (double) c.choices());
        metrics.put(key + "/records", (double) c.records());
        metrics.put(key + "/never-picked", (double) choices.levels().size() - c.choices());
        metrics.put(key + "/gini", c.gini());
        metrics.put(key + "/effective-number", c.effectiveNumber());
        metrics.put(key + "/simpson", c.simpson());
        metrics.put(key + "/top-share", topShare());
        metrics.put(key + "/choices-for-80", (double) c.choicesFor(0.8));
        metrics.put(key + "/choices-for-50", (double) c.choicesFor(0.5));
    }

    Finding finding() {
        Concentration c = choices.concentration();
        int forMost = c.choicesFor(0.8);
        String headline =
                choices.top(settings.top())
                        + " of the "
                        + NumberText.count(c.choices())
                        + " values of "
                        + choices.title()
                        + " make "
                        + NumberText.percent(
                                c.recordsOfTop((double) choices.top(settings.top()) / c.choices()))
                        + " of the records.";
        int top = choices.top(settings.top());
        int others = c.choices() - top;
        String explanation =
                (others == 0
                                ? ""
                                : "The other "
                                        + NumberText.count(others)
                                        + " ("
                                        + NumberText.percent((double) others / c.choices())
                                        + " of the values) make the remaining "
                                        + NumberText.percent(
                                                1 - c.recordsOfTop((double) top / c.choices()))
                                        + ". ")
                        + "The other way round, 80% of the "
                        + NumberText.count(c.records())
                        + " records take "
                        + NumberText.count(forMost)
                        + " values ("
                        + NumberText.percent((double) forMost / c.choices())
                        + "), half of them "
                        + NumberText.count(c.choicesFor(0.5))
                        + ". The records are as diverse as "
                        + NumberText.short3(c.effectiveNumber())
                        + " equally popular values would be (Gini "
                        + NumberText.short3(c.gini())
                        + ", Simpson "
                        + NumberText.short3(c.simpson())
                        + ")."
                        + neverPicked()
                        + " Popularity is a habit until success says otherwise.";
        return new Finding(
                "spread",
                concentrated() ? Severity.WARNING : Severity.NOTE,
                headline,
                explanation,
                Optional.of(
                        Measure.of(
                                "share of records of the top "
                                        + NumberText.short3(settings.top())
                                        + "%",
                                topShare(),
                                c.records())),
                Optional.of(
                        new Threshold(
                                settings.limit() / 100,
                                "top "
                                        + NumberText.short3(settings.top())
                                        + "% of choices make at most "
                                        + NumberText.short3(settings.limit())
                                        + "% of records",
                                "founding guide")),
                concentrated()
                        ? List.of(
                                Remedy.of(
                                        "Try rarer values of " + choices.title() + " at random",
                                        Remedy.Action.COLLECT,
                                        choices.column().name()))
                        : List.of(),
                evidence(),
                List.of(ranks(), cumulative(), lorenz()));
    }

    /// Values that the column's scale knows but no record has.
    private String neverPicked() {
        int never = choices.levels().size() - choices.order().length;
        return never == 0 ? "" : " " + NumberText.count(never) + " known values were never picked.";
    }

    private Evidence evidence() {
        double n = choices.concentration().records();
        List<List<Object>> rows = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < choices.order().length; i++) {
            int choice = choices.order()[i];
            long count = choices.counts()[choice];
            sum += count;
            rows.add(List.of(choices.levels().get(choice), i + 1, count, count / n, sum / n));
        }
        return new Evidence(
                "Records per value of " + choices.title(),
                List.of(choices.title(), "rank", "records", "share", "cumulative share"),
                rows);
    }

    private Figure ranks() {
        long[] sorted = choices.concentration().sorted();
        double[] x = new double[sorted.length];
        double[] y = new double[sorted.length];
        Arrays.setAll(x, i -> Math.log10(i + 1.0));
        Arrays.setAll(y, i -> Math.log10(sorted[i]));
        List<Figure.Curves.Series> series = new ArrayList<>();
        series.add(new Figure.Curves.Series("records", Hue.REAL, x, y, sorted.length <= 60));
        law.ifPresent(fitted -> series.add(fittedRanks(fitted, sorted)));
        return new Figure.Curves(
                "Rank and frequency of " + choices.title(),
                "Records per value against its rank, both as logarithms to base 10. A straight"
                        + " fall is what a power law looks like.",
                "rank (log10)",
                "records (log10)",
                false,
                series);
    }

    /// Where the fitted law expects the count x: at rank `tail · P(X ≥ x)`.
    private static Figure.Curves.Series fittedRanks(PowerLaw fitted, long[] sorted) {
        int points = 40;
        double low = Math.log(fitted.xmin());
        double high = Math.log(sorted[0]);
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            long count = Math.round(Math.exp(high + (low - high) * i / (points - 1.0)));
            x[i] = Math.max(0, Math.log10(fitted.tail() * fitted.survival(count)));
            y[i] = Math.log10(count);
        }
        return new Figure.Curves.Series("fitted power law", Hue.FLAGGED, x, y, false);
    }

    private Figure cumulative() {
        long[] sorted = choices.concentration().sorted();
        double[] x = new double[sorted.length];
        double[] y = new double[sorted.length];
        double n = choices.concentration().records();
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            x[i] = Math.log10(i + 1.0);
            y[i] = sum / n;
        }
        return new Figure.Curves(
                "Records made by the most popular values of " + choices.title(),
                "Share of records that the most popular 1, 2, 3, … values make together; the number"
                        + " of values as logarithm to base 10.",
                "values, most popular first (log10)",
                "share of records",
                false,
                List.of(
                        new Figure.Curves.Series(
                                "this dataset", Hue.REAL, x, y, sorted.length <= 60)));
    }

    private Figure lorenz() {
        double[] y = choices.concentration().lorenz();
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> (double) i / (y.length - 1));
        return new Figure.Curves(
                "Lorenz curve of " + choices.title(),
                "Share of records of the least popular share of values. On the diagonal all are"
                        + " equally popular.",
                "share of values",
                "share of records",
                true,
                List.of(new Figure.Curves.Series("this dataset", Hue.REAL, x, y, false)));
    }
}
