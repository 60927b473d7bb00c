package org.counterpoise.engine.data;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds columns that know the outcome: filled in only after it, measured up to it, or nearly
/// determining it.
///
/// The thresholds are ours and deliberately high: age is the strongest honest predictor of most
/// outcomes, and separates them with an area under the curve of .7 to .85.
final class LeakageNotes {
    /// Fewer rows on one side of the outcome say too little.
    private static final int MIN_SIDE = 10;

    /// Youden's index of being filled in, from which it determines the outcome.
    private static final double DETERMINED = 0.9;

    /// Share of one outcome among the filled rows from which being filled gives it away, if also
    /// Youden's index is at least [#TELLING].
    private static final double PURE = 0.98;

    private static final double TELLING = 0.3;

    /// Area under the curve from which any column nearly determines the outcome.
    private static final double NEARLY = 0.98;

    /// The same for a column whose name says that it is a time until something.
    private static final double FOLLOW_UP = 0.6;

    private static final Pattern FOLLOW_UP_NAME =
            Pattern.compile(
                    ".*(fu_?time|follow_?-?.?up|survival|surv_|time_?to|days_?to|months_?to|tte"
                            + "|event_?time|last_?(seen|contact|visit)|censor).*"
                            + "|(fu|os|pfs|dfs|rfs|efs)(_?(time|days|weeks|months|years))?"
                            + "|time|stime|futime|duration|days|months|survtime");

    private LeakageNotes() {}

    /// Notes on every feature, if an outcome with two sides is marked.
    static List<DatasetNote> of(Dataset data, Progress progress) {
        Optional<BinaryOutcome> marked = outcome(data);
        if (marked.isEmpty()) {
            return List.of();
        }
        BinaryOutcome outcome = marked.get();
        return Parallel.map(
                        data.schema().size(),
                        progress,
                        "Looking for leaks",
                        index -> judge(data, index, outcome))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<BinaryOutcome> outcome(Dataset data) {
        Optional<ColumnInfo> info = data.schema().outcome();
        if (info.isEmpty()) {
            return Optional.empty();
        }
        String name = info.get().name();
        List<String> levels = data.codes(name).levels();
        boolean usable = info.get().positive().map(levels::contains).orElse(levels.size() == 2);
        if (!usable) {
            return Optional.empty();
        }
        BinaryOutcome outcome = BinaryOutcome.of(data, name);
        int positives = 0;
        int negatives = 0;
        for (byte value : outcome.values()) {
            positives += value == 1 ? 1 : 0;
            negatives += value == 0 ? 1 : 0;
        }
        return positives < MIN_SIDE || negatives < MIN_SIDE
                ? Optional.empty()
                : Optional.of(outcome);
    }

    private static Optional<DatasetNote> judge(Dataset data, int index, BinaryOutcome outcome) {
        ColumnInfo info = data.schema().columns().get(index);
        if (!info.role().predictor() || info.name().equals(outcome.column())) {
            return Optional.empty();
        }
        Optional<DatasetNote> filled = filled(info, data.column(index), outcome);
        return filled.isPresent() ? filled : values(data, info, outcome);
    }

    /// Whether being filled in at all tells the outcome.
    private static Optional<DatasetNote> filled(
            ColumnInfo info, Column column, BinaryOutcome outcome) {
        double[][] counts = new double[2][2];
        for (int row = 0; row < column.size(); row++) {
            int value = outcome.values()[row];
            if (value >= 0) {
                counts[column.missing(row) ? 0 : 1][value]++;
            }
        }
        double negatives = counts[0][0] + counts[1][0];
        double positives = counts[0][1] + counts[1][1];
        double rows = negatives + positives;
        double present = counts[1][0] + counts[1][1];
        if (Math.min(present, rows - present) < MIN_SIDE) {
            return Optional.empty();
        }
        double filledPositive = counts[1][1] / positives;
        double filledNegative = counts[1][0] / negatives;
        double youden = Math.abs(filledPositive - filledNegative);
        boolean pure =
                Math.max(counts[1][1], counts[1][0]) / present >= PURE
                        && Math.max(positives, negatives) / rows < PURE - 0.08;
        if (youden < DETERMINED && !(pure && youden >= TELLING)) {
            return Optional.empty();
        }
        return Optional.of(
                new DatasetNote(
                        DatasetNote.Kind.LEAKAGE,
                        List.of(info.name()),
                        "\"" + info.name() + "\" is known only after the outcome.",
                        String.format(
                                Locale.ROOT,
                                "It is filled in for %.1f %% of the rows where \"%s\" is \"%s\" and"
                                        + " for %.1f %% of the others, so that whether it is missing"
                                        + " tells the outcome. A model that sees it would look far"
                                        + " better than it is.",
                                100 * filledPositive,
                                outcome.column(),
                                outcome.positive(),
                                100 * filledNegative),
                        List.of(info.withRole(Role.IGNORED))));
    }

    /// Whether the values tell the outcome.
    private static Optional<DatasetNote> values(
            Dataset data, ColumnInfo info, BinaryOutcome outcome) {
        double auc = auc(data, info, outcome);
        if (Double.isNaN(auc)) {
            return Optional.empty();
        }
        double strength = Math.max(auc, 1 - auc);
        boolean followUp =
                info.type().numeric()
                        && FOLLOW_UP_NAME.matcher(info.name().toLowerCase(Locale.ROOT)).matches()
                        && 1 - auc >= FOLLOW_UP;
        if (followUp) {
            return Optional.of(followUp(data, info, outcome, strength));
        }
        return strength >= NEARLY
                ? Optional.of(nearlyDetermines(info, outcome, strength))
                : Optional.empty();
    }

    private static double auc(Dataset data, ColumnInfo info, BinaryOutcome outcome) {
        return switch (data.column(info.name())) {
            case Column.Numbers numbers -> Separation.auc(numbers.values(), outcome);
            case Column.Codes codes -> Separation.auc(codes, outcome);
            case Column.Texts texts -> Double.NaN;
        };
    }

    private static DatasetNote followUp(
            Dataset data, ColumnInfo info, BinaryOutcome outcome, double strength) {
        double[] values = data.numbers(info.name());
        double event = NumberProfile.quantile(Separation.side(values, outcome, 1), 0.5);
        double none = NumberProfile.quantile(Separation.side(values, outcome, 0), 0.5);
        return new DatasetNote(
                DatasetNote.Kind.LEAKAGE,
                List.of(info.name()),
                "\"" + info.name() + "\" looks like a follow-up time that ends at the outcome.",
                String.format(
                        Locale.ROOT,
                        "Its median is %s where \"%s\" is \"%s\" and %s in the others, and alone it"
                                + " tells them apart with an area under the curve of %.2f. It is not"
                                + " known when a prediction is made.",
                        CellText.of(event, info.type()),
                        outcome.column(),
                        outcome.positive(),
                        CellText.of(none, info.type()),
                        strength),
                List.of(info.withRole(Role.TIME)));
    }

    private static DatasetNote nearlyDetermines(
            ColumnInfo info, BinaryOutcome outcome, double strength) {
        return new DatasetNote(
                DatasetNote.Kind.LEAKAGE,
                List.of(info.name()),
                "\"" + info.name() + "\" nearly determines the outcome.",
                String.format(
                        Locale.ROOT,
                        "Alone it tells the two sides of \"%s\" apart with an area under the curve"
                                + " of %.3f. Honest predictors hardly reach that: check whether it is"
                                + " measured after the outcome, or computed from it.",
                        outcome.column(),
                        strength),
                List.of(info.withRole(Role.IGNORED)));
    }
}
