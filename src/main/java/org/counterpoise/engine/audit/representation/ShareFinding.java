package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.ChiSquare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is said about the groups of one attribute or crossing.
///
/// @param source of the target population, empty without one
/// @param adjustedP of the test of fit, adjusted for the number of attributes and crossings
record ShareFinding(
        Dataset data,
        Shares shares,
        RepresentationSettings settings,
        String source,
        double adjustedP) {

    /// A figure with more groups than this cannot be read.
    private static final int MOST_BARS = 30;

    private static final double POINT = 0.01;

    /// Of the test of fit, over all attributes and crossings.
    private static final double LEVEL = 0.05;

    Finding finding() {
        return shares.judged() ? judged() : described();
    }

    private String title() {
        return shares.columns().stream()
                .map(column -> data.schema().column(column).title())
                .collect(Collectors.joining(" × "));
    }

    private String phrase(int group) {
        return shares.together(group)
                ? "the rest (" + cells() + ")"
                : Subgroups.phrase(data, shares.groups().get(group));
    }

    /// "12 small groups together".
    private String cells() {
        int cells = shares.small().size();
        return NumberText.count(cells) + (cells == 1 ? " small group" : " small groups together");
    }

    /// Whether a gap is larger than tolerated, the group is not too small to be judged on its own,
    /// and a random sample of the target population would hardly differ as much.
    private boolean flagged(int group) {
        return large(group) && !shares.small(group) && adjustedP < LEVEL;
    }

    private boolean large(int group) {
        return Math.abs(shares.gap(group)) > settings.maxGap() * POINT;
    }

    private Finding judged() {
        int widest = shares.widest();
        ChiSquare test = shares.chiSquare();
        double confidence = settings.confidence();
        Measure measure =
                Measure.of(
                                "largest gap to the target population",
                                shares.gap(widest),
                                shares.gapInterval(widest, confidence),
                                shares.n())
                        .withTest("chi-square test of fit", test.p(), adjustedP);
        Threshold threshold =
                new Threshold(
                        settings.maxGap() * POINT,
                        "absolute gap of at most "
                                + NumberText.short3(settings.maxGap())
                                + " percentage points",
                        settings.maxGap() == new RepresentationAudit().defaults().maxGap()
                                ? "founding guide"
                                : "set by you");
        return new Finding(
                String.join(",", shares.columns()),
                severity(widest),
                headline(widest),
                explanation(widest, test),
                Optional.of(measure),
                Optional.of(threshold),
                remedies(),
                evidence(),
                List.of(bars(), gaps()));
    }

    private Severity severity(int widest) {
        if (!flagged(widest)) {
            return large(widest) ? Severity.NOTE : Severity.OK;
        }
        return Math.abs(shares.gap(widest)) > 2 * settings.maxGap() * POINT
                ? Severity.SERIOUS
                : Severity.WARNING;
    }

    private String headline(int widest) {
        if (large(widest) && !flagged(widest)) {
            return "Groups by "
                    + title()
                    + " are up to "
                    + NumberText.fixed(Math.abs(shares.gap(widest)) * 100, 1)
                    + " points from the target population, which may be chance.";
        }
        if (!flagged(widest)) {
            return "Groups by "
                    + title()
                    + " are within "
                    + NumberText.short3(settings.maxGap())
                    + " points of the target population.";
        }
        int other =
                IntStream.range(0, shares.size())
                        .filter(g -> shares.gap(g) * shares.gap(widest) < 0)
                        .boxed()
                        .max(
                                (a, b) ->
                                        Double.compare(
                                                Math.abs(shares.gap(a)), Math.abs(shares.gap(b))))
                        .orElse(widest);
        return represented(widest)
                + (flagged(other) && other != widest ? "; " + represented(other) : "")
                + ".";
    }

    /// "sex = F is overrepresented: 62.0% here, 50.0% of the target population".
    private String represented(int group) {
        String target = NumberText.percent(shares.target(group)) + " of the target population";
        if (shares.counts()[group] == 0) {
            return phrase(group) + " is absent here, but " + target;
        }
        return phrase(group)
                + " is "
                + (shares.gap(group) > 0 ? "over" : "under")
                + "represented: "
                + NumberText.percent(shares.share(group))
                + " here, "
                + target;
    }

    private String explanation(int widest, ChiSquare test) {
        Interval interval = shares.gapInterval(widest, settings.confidence());
        StringBuilder text = new StringBuilder();
        text.append("The widest gap is ")
                .append(NumberText.points(shares.gap(widest)))
                .append(" (")
                .append(NumberText.short3(settings.confidence() * 100))
                .append("% interval ")
                .append(NumberText.points(interval.lower()))
                .append(" to ")
                .append(NumberText.points(interval.upper()))
                .append("), for ")
                .append(phrase(widest))
                .append(". ");
        appendDirection(text, "Too many", 1);
        appendDirection(text, "Too few", -1);
        if (!Double.isNaN(test.p())) {
            text.append("A random sample of the target population would ")
                    .append(adjustedP < LEVEL ? "hardly differ" : "often differ")
                    .append(" as much (")
                    .append(NumberText.p(adjustedP))
                    .append(", chi-square, Holm-adjusted");
            int together = pooled();
            if (together > 0) {
                text.append("; the ")
                        .append(together)
                        .append(
                                " smallest groups were tested as one, because fewer than 5 are"
                                        + " expected in some");
            } else if (test.smallestExpected() < 5) {
                text.append("; rough, because fewer than 5 are expected in some group");
            }
            text.append("). ");
        } else if (large(widest)) {
            text.append("Too few rows are expected to test this. ");
        }
        return text.append(smallGroups()).toString().strip();
    }

    /// How many groups the test took together, 0 if none.
    private int pooled() {
        int together = 0;
        for (boolean pooled : shares.pooled()) {
            together += pooled ? 1 : 0;
        }
        return together;
    }

    private void appendDirection(StringBuilder text, String word, int sign) {
        List<String> groups =
                IntStream.range(0, shares.size())
                        .filter(g -> flagged(g) && shares.gap(g) * sign > 0)
                        .limit(5)
                        .mapToObj(g -> phrase(g) + " (" + NumberText.points(shares.gap(g)) + ")")
                        .toList();
        if (!groups.isEmpty()) {
            text.append(word).append(": ").append(String.join(", ", groups)).append(". ");
        }
    }

    private String smallGroups() {
        String together =
                shares.small().isEmpty()
                        ? ""
                        : NumberText.count(shares.small().size())
                                + (shares.small().size() == 1 ? " group has" : " groups have")
                                + " fewer than "
                                + settings.smallestGroup()
                                + " rows and are shown as one, not judged on their own. ";
        List<String> small =
                IntStream.range(0, shares.groups().size())
                        .filter(g -> shares.counts()[g] < settings.smallestGroup())
                        .mapToObj(g -> phrase(g) + " (" + shares.counts()[g] + ")")
                        .toList();
        if (small.isEmpty()) {
            return together;
        }
        return together
                + (small.size() == 1 ? "One group has" : small.size() + " groups have")
                + " fewer than "
                + settings.smallestGroup()
                + " rows: "
                + String.join(", ", small.subList(0, Math.min(5, small.size())))
                + (small.size() > 5 ? ", …" : "")
                + ".";
    }

    private List<Remedy> remedies() {
        List<Remedy> remedies = new ArrayList<>();
        int widest = shares.widest();
        if (!flagged(widest)) {
            return remedies;
        }
        remedies.add(
                new Remedy(
                        "Match the target population on " + title(),
                        Remedy.Action.GENERATE,
                        shares.columns(),
                        Map.of()));
        IntStream.range(0, shares.groups().size())
                .filter(g -> !shares.small(g) && shares.gap(g) < 0)
                .boxed()
                .min((a, b) -> Double.compare(shares.gap(a), shares.gap(b)))
                .ifPresent(scarcest -> addMore(scarcest, remedies));
        return remedies;
    }

    private void addMore(int group, List<Remedy> remedies) {
        String wanted = phrase(group);
        if (shares.counts()[group] > 0) {
            remedies.add(
                    new Remedy(
                            "Generate more rows with " + wanted,
                            Remedy.Action.GENERATE,
                            shares.columns(),
                            shares.cell(group)));
        }
        remedies.add(
                new Remedy(
                        "Collect more data with " + wanted,
                        Remedy.Action.COLLECT,
                        shares.columns(),
                        shares.cell(group)));
    }

    private Finding described() {
        int largest = 0;
        int smallest = 0;
        for (int g = 1; g < shares.size(); g++) {
            largest = shares.counts()[g] > shares.counts()[largest] ? g : largest;
            smallest = shares.counts()[g] < shares.counts()[smallest] ? g : smallest;
        }
        String headline =
                shares.size() > 1 && largest == smallest
                        ? "All "
                                + NumberText.count(shares.size())
                                + " groups by "
                                + title()
                                + " have as many rows."
                        : shares.size() == 1
                                ? "Everyone has " + phrase(0) + "."
                                : phrase(largest)
                                        + " makes up "
                                        + NumberText.percent(shares.share(largest))
                                        + ", "
                                        + phrase(smallest)
                                        + " "
                                        + NumberText.percent(shares.share(smallest))
                                        + ".";
        String explanation =
                "The largest group is "
                        + NumberText.short3(
                                (double) shares.counts()[largest] / shares.counts()[smallest])
                        + " times the smallest. There is no target population to hold this against. "
                        + smallGroups();
        return new Finding(
                String.join(",", shares.columns()),
                Severity.NOTE,
                headline,
                explanation.strip(),
                Optional.of(
                        Measure.of(
                                "share of the smallest group",
                                shares.share(smallest),
                                shares.proportion(smallest).wilson(settings.confidence()),
                                shares.n())),
                Optional.empty(),
                shares.size() == 1
                        ? List.of()
                        : List.of(
                                new Remedy(
                                        "Balance the groups of " + title(),
                                        Remedy.Action.GENERATE,
                                        shares.columns(),
                                        Map.of())),
                evidence(),
                List.of(bars()));
    }

    private Evidence evidence() {
        List<String> headings = new ArrayList<>(shares.columns());
        headings.addAll(List.of("n", "share", "lower", "upper"));
        if (shares.judged()) {
            headings.addAll(List.of("target share", "gap", "ratio", "judged"));
        }
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int g = 0; g < shares.size(); g++) {
            cells.add(shares.cell(g));
            Interval interval = shares.proportion(g).wilson(settings.confidence());
            List<Object> row = new ArrayList<>(levels(g));
            row.addAll(
                    List.of(
                            shares.counts()[g],
                            shares.share(g),
                            interval.lower(),
                            interval.upper()));
            if (shares.judged()) {
                row.addAll(
                        List.of(
                                shares.target(g),
                                shares.gap(g),
                                Evidence.cell(shares.ratio(g), 0),
                                verdict(g)));
            }
            rows.add(row);
        }
        return new Evidence("Shares by " + title(), headings, rows, cells);
    }

    /// One text per column.
    private List<String> levels(int group) {
        if (!shares.together(group)) {
            return List.copyOf(shares.cell(group).values());
        }
        List<String> levels = new ArrayList<>(Collections.nCopies(shares.columns().size(), ""));
        levels.set(0, cells());
        return levels;
    }

    private String verdict(int group) {
        return shares.small(group)
                ? "too small to judge"
                : flagged(group) ? "flagged" : "not flagged";
    }

    /// The groups drawn: all, or those with the widest gaps (without a benchmark, the largest), in
    /// the order of the levels.
    private int[] drawn() {
        return IntStream.range(0, shares.size())
                .boxed()
                .sorted(
                        (a, b) ->
                                shares.judged()
                                        ? Double.compare(
                                                Math.abs(shares.gap(b)), Math.abs(shares.gap(a)))
                                        : Long.compare(shares.counts()[b], shares.counts()[a]))
                .limit(MOST_BARS)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Figure bars() {
        int[] drawn = drawn();
        List<Interval> intervals =
                Arrays.stream(drawn)
                        .mapToObj(g -> shares.proportion(g).wilson(settings.confidence()))
                        .toList();
        List<Figure.Bars.Series> series = new ArrayList<>();
        series.add(
                new Figure.Bars.Series(
                        "this dataset",
                        Hue.REAL,
                        Arrays.stream(drawn).mapToDouble(shares::share).toArray(),
                        intervals.stream().mapToDouble(Interval::lower).toArray(),
                        intervals.stream().mapToDouble(Interval::upper).toArray()));
        if (shares.judged()) {
            series.add(
                    new Figure.Bars.Series(
                            "target population",
                            Hue.TARGET,
                            Arrays.stream(drawn).mapToDouble(shares::target).toArray(),
                            new double[0],
                            new double[0]));
        }
        return new Figure.Bars(
                "Share of each group by " + title(),
                shares.judged()
                        ? "Shares in the data with Wilson intervals beside the target population ("
                                + source
                                + ")."
                        : "Shares in the data with Wilson intervals.",
                "share",
                true,
                Arrays.stream(drawn).mapToObj(shares::label).toList(),
                series);
    }

    private Figure gaps() {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g : drawn()) {
            Interval interval = shares.gapInterval(g, settings.confidence());
            rows.add(
                    new Figure.Intervals.Row(
                            shares.label(g),
                            shares.gap(g),
                            interval.lower(),
                            interval.upper(),
                            shares.counts()[g],
                            flagged(g)));
        }
        double limit = settings.maxGap() * POINT;
        return new Figure.Intervals(
                "Gap to the target population by " + title(),
                "Share in the data less share in the target population. Gaps beyond "
                        + NumberText.points(limit).replace("+", "±")
                        + " are flagged.",
                "gap",
                true,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "as in the target population")),
                Optional.of(new Figure.Intervals.Concern(-1, -limit, "underrepresented")));
    }
}
