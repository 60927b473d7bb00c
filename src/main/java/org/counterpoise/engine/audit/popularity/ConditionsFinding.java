package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Under which conditions choices were tried: whether each choice keeps to a part of the range that
/// the records as a whole span.
///
/// @param conditions one per feature looked at
record ConditionsFinding(Choices choices, List<Condition> conditions) {
    private static final int MOST_DRAWN = 15;

    static Optional<ConditionsFinding> of(Dataset data, Choices choices, Progress progress) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnInfo info : data.schema().withRole(Role.FEATURE)) {
            progress.check();
            if (!info.name().equals(choices.column().name())) {
                Condition.of(data, choices, info)
                        .filter(condition -> condition.pairs() > 0)
                        .ifPresent(conditions::add);
            }
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConditionsFinding(choices, conditions));
    }

    void measure(Map<String, Double> metrics) {
        for (Condition condition : conditions) {
            String key = choices.key() + "/conditions/" + condition.column().name();
            metrics.put(key + "/never-tried", condition.untried());
            metrics.put(key + "/never-tried-by-chance", condition.chance().share());
            metrics.put(key + "/single", condition.single());
        }
    }

    /// The condition that leaves most more pairs untried than chance would.
    private Condition narrowest() {
        return conditions.stream()
                .max((a, b) -> Double.compare(excess(a), excess(b)))
                .orElseThrow();
    }

    private static double excess(Condition condition) {
        return condition.untried() - condition.chance().share();
    }

    Finding finding() {
        Condition widest = narrowest();
        boolean narrow = widest.narrow();
        return new Finding(
                "conditions",
                Severity.NOTE,
                narrow
                        ? "Values of "
                                + choices.title()
                                + " keep to a part of "
                                + widest.column().title()
                                + ": "
                                + NumberText.percent(widest.untried())
                                + " of the pairs were never tried."
                        : "Conditions were chosen regardless of " + choices.title() + ".",
                "Had the same records been dealt out at random, "
                        + NumberText.percent(widest.chance().share())
                        + " of the pairs of "
                        + choices.title()
                        + " and "
                        + widest.column().title()
                        + " would never have been tried; "
                        + NumberText.percent(widest.untried())
                        + " were not. Of the "
                        + NumberText.count(widest.repeated())
                        + " values with at least two records, "
                        + NumberText.percent(widest.single())
                        + " were tried under one "
                        + widest.column().title()
                        + " only. Numbers are looked at in tenths of their range.",
                Optional.of(
                        Measure.of("share of pairs never tried", widest.untried(), widest.pairs())),
                Optional.empty(),
                narrow
                        ? List.of(
                                Remedy.of(
                                        "Draw conditions at random from their whole range",
                                        Remedy.Action.COLLECT,
                                        choices.column().name(),
                                        widest.column().name()))
                        : List.of(),
                evidence(),
                List.of(heatmap(widest)));
    }

    private Evidence evidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (Condition condition : conditions) {
            rows.add(
                    List.of(
                            condition.column().title(),
                            condition.values().size(),
                            Evidence.cell(condition.untried(), 0),
                            Evidence.cell(condition.chance().share(), 0),
                            Evidence.cell(condition.single(), condition.repeated())));
        }
        return new Evidence(
                "Conditions under which " + choices.title() + " was tried",
                List.of(
                        "condition",
                        "values",
                        "pairs never tried",
                        "by chance",
                        "tried under one only"),
                rows);
    }

    private Figure heatmap(Condition condition) {
        int[] drawn = Arrays.copyOf(choices.order(), Math.min(MOST_DRAWN, choices.order().length));
        double[][] shares = new double[drawn.length][condition.values().size()];
        double most = 0;
        for (int i = 0; i < drawn.length; i++) {
            for (int value = 0; value < shares[i].length; value++) {
                int n = condition.records()[drawn[i]][value];
                shares[i][value] =
                        n == 0 ? Double.NaN : (double) n / condition.perChoice()[drawn[i]];
                most = Math.max(most, n == 0 ? 0 : shares[i][value]);
            }
        }
        return new Figure.Heatmap(
                condition.column().title() + " chosen with the favourites",
                "Per value of "
                        + choices.title()
                        + ", the most popular first, the share of its records under each "
                        + condition.column().title()
                        + "; a dash was never tried.",
                "share of the value's records",
                Arrays.stream(drawn).mapToObj(choices.levels()::get).toList(),
                condition.values(),
                shares,
                0,
                most,
                false);
    }
}
