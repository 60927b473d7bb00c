package org.counterpoise.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Suggests roles from names and values: protected attributes, identifiers, weights, outcomes.
final class RoleNotes {
    /// Words, as they stand between marks in a name.
    private static final Pattern PROTECTED =
            words(
                    "sex|gender|riagendr|race|ethnicity|ethnic|ethnicgroup|ridreth[0-9]?|religion"
                            + "|faith|disability|disabled|nationality|citizenship|citizen|country"
                            + "|native|immigrant|migration|marital|married|pregnant|pregnancy|caste"
                            + "|orientation|skin|fitzpatrick");

    private static final Pattern AGE =
            words("age|agecat|agegrp|agegroup|ageband|ageyears?|ageyrs?|ridageyr|agegp");

    private static final Pattern IDENTIFIER =
            words(
                    "id|ids|uid|uuid|guid|mrn|ssn|nhs|seqn|obs|patno|patid|patientid|subjid"
                            + "|subjectid|personid|recordid|sampleid|barcode|accession|usubjid|name"
                            + "|surname|email|phone|index|rowid|key");

    private static final Pattern PERSON = words("patient|subject|person|participant|case|record");

    private static final Pattern WEIGHT =
            words("weight|weights|wt|wgt|pweight|pw|sampweight|wtmec[0-9a-z]*|wtint[0-9a-z]*");

    private static final Pattern OUTCOME =
            words(
                    "death|died|dead|deceased|mortality|outcome|event|status|target|label|class"
                            + "|readmission|readmitted|relapse|recurrence|progression|response"
                            + "|responder|diagnosis|disease|diabetes|cancer|stroke|sepsis|case|delta"
                            + "|y|survived|placed|income");

    private static final int FEW_BANDS = 6;

    private RoleNotes() {}

    /// A name that holds one of the words between its ends, capitals, digits or marks.
    private static Pattern words(String alternatives) {
        return Pattern.compile("(^|.*[^a-z])(" + alternatives + ")([^a-z].*|$)");
    }

    private static boolean named(ColumnInfo info, Pattern pattern) {
        String spaced = info.name().replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2");
        return pattern.matcher(spaced.toLowerCase(Locale.ROOT)).matches();
    }

    /// The role that a feature seems to have, if another than feature.
    static Optional<DatasetNote> role(Dataset data, ColumnInfo info, ColumnProfile profile) {
        int present = data.rows() - profile.missing();
        if (named(info, AGE)) {
            return Optional.of(age(data, info, profile));
        } else if (isWeight(info, profile)) {
            return Optional.of(
                    note(
                            DatasetNote.Kind.WEIGHT,
                            info,
                            "may be a survey or sampling weight.",
                            "It is named like one, is never negative, and is on no scale of body"
                                    + " weights.",
                            info.withRole(Role.WEIGHT)));
        } else if (named(info, PROTECTED) && profile.distinct() <= Math.max(50, present / 20)) {
            return Optional.of(
                    note(
                            DatasetNote.Kind.PROTECTED,
                            info,
                            "may be a protected attribute.",
                            "It is named like one and has " + profile.distinct() + " values.",
                            info.withRole(Role.PROTECTED).withLevel(MeasurementLevel.NOMINAL)));
        }
        return identifier(data, info, profile, present);
    }

    private static DatasetNote age(Dataset data, ColumnInfo info, ColumnProfile profile) {
        ColumnInfo marked = info.withRole(Role.PROTECTED);
        String reason = "It is named like one.";
        boolean continuous = info.type() == ColumnType.INTEGER || info.type() == ColumnType.REAL;
        if (continuous && profile.distinct() > ColumnProfile.TOP && info.binning().isEmpty()) {
            List<Double> edges = ageEdges(data.numbers(info.name()));
            if (!edges.isEmpty()) {
                Binning binning = new Binning(edges);
                marked = marked.withBinning(Optional.of(binning));
                reason +=
                        " Cut into the bands "
                                + String.join(
                                        ", ", binning.labels(info.type() == ColumnType.INTEGER))
                                + ", because a group for each year would be too small.";
            }
        }
        return note(
                DatasetNote.Kind.PROTECTED, info, "may be a protected attribute.", reason, marked);
    }

    /// Round ages between the 5 % and 95 % quantiles: tens, or twenties where tens are too many.
    private static List<Double> ageEdges(double[] values) {
        double[] sorted = NumberProfile.sorted(values);
        double low = NumberProfile.quantile(sorted, 0.05);
        double high = NumberProfile.quantile(sorted, 0.95);
        List<Double> edges = multiples(low, high, 10);
        return edges.size() > FEW_BANDS ? multiples(low, high, 20) : edges;
    }

    private static List<Double> multiples(double low, double high, int step) {
        List<Double> edges = new ArrayList<>();
        for (double edge = step * Math.floor(low / step + 1); edge <= high; edge += step) {
            edges.add(edge);
        }
        return edges.size() > 2 * FEW_BANDS ? List.of() : edges;
    }

    /// Weights of bodies, in kilograms or pounds, lie between 1 and 700 and around 70 or 150;
    /// sampling weights are around 1, or count thousands of people.
    private static boolean isWeight(ColumnInfo info, ColumnProfile profile) {
        if (!named(info, WEIGHT) || profile.summary().isEmpty()) {
            return false;
        }
        ColumnProfile.Summary summary = profile.summary().get();
        boolean body = summary.max() < 700 && summary.median() > 2;
        return summary.min() >= 0 && !body;
    }

    private static Optional<DatasetNote> identifier(
            Dataset data, ColumnInfo info, ColumnProfile profile, int present) {
        boolean all = profile.distinct() == present && present >= 20;
        boolean name = named(info, IDENTIFIER);
        boolean person = named(info, PERSON) && profile.distinct() > 20;
        boolean text = info.type() == ColumnType.TEXT || info.type() == ColumnType.CATEGORY;
        boolean sequence = all && isSequence(data, info);
        boolean repeated = (name || person) && profile.distinct() >= Math.max(2, present / 20);
        boolean wordOrWhole = text || info.type() == ColumnType.INTEGER;
        if (!wordOrWhole || !(repeated || sequence || (text && all))) {
            return Optional.empty();
        }
        String values =
                all
                        ? "Every row has its own value"
                        : DatasetNotes.count(profile.distinct())
                                + " values stand for "
                                + DatasetNotes.count(present)
                                + " rows";
        return Optional.of(
                note(
                        DatasetNote.Kind.IDENTIFIER,
                        info,
                        "may be an identifier.",
                        values
                                + (sequence ? ", counting up" : "")
                                + (name || person ? ", and it is named like one." : ".")
                                + " A model could learn it by heart, and a synthetic copy would"
                                + " name real people.",
                        info.withRole(Role.IDENTIFIER)));
    }

    private static boolean isSequence(Dataset data, ColumnInfo info) {
        if (info.type() != ColumnType.INTEGER) {
            return false;
        }
        double[] values = data.numbers(info.name());
        return IntStream.range(1, values.length).allMatch(i -> values[i] - values[i - 1] == 1);
    }

    /// Columns with two values that may be what is to be predicted: those named so, else those
    /// written as 0 and 1; at most three.
    static List<DatasetNote> outcomes(Dataset data, Profile profile) {
        List<ColumnInfo> named = new ArrayList<>();
        List<ColumnInfo> zeroOne = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            ColumnInfo info = data.schema().columns().get(i);
            ColumnProfile column = profile.columns().get(i);
            if (info.role() != Role.FEATURE || column.distinct() != 2 || named(info, PROTECTED)) {
                continue;
            }
            if (named(info, OUTCOME)) {
                named.add(info);
            } else if (column.top().stream()
                    .allMatch(level -> level.level().equals("0") || level.level().equals("1"))) {
                zeroOne.add(info);
            }
        }
        boolean byName = !named.isEmpty();
        return (byName ? named : zeroOne)
                .stream().limit(3).map(info -> outcome(data, info, byName)).toList();
    }

    private static DatasetNote outcome(Dataset data, ColumnInfo info, boolean byName) {
        String positive = BinaryOutcome.of(data, info.name()).positive();
        return note(
                DatasetNote.Kind.OUTCOME,
                info,
                "may be the outcome.",
                "It has two values"
                        + (byName ? " and is named like one." : ", 0 and 1.")
                        + " \""
                        + positive
                        + "\" would be the positive one.",
                info.withRole(Role.OUTCOME)
                        .withLevel(MeasurementLevel.NOMINAL)
                        .withPositive(Optional.of(positive)));
    }

    private static DatasetNote note(
            DatasetNote.Kind kind,
            ColumnInfo info,
            String headline,
            String reason,
            ColumnInfo change) {
        return new DatasetNote(
                kind,
                List.of(info.name()),
                "\"" + info.name() + "\" " + headline,
                reason,
                List.of(change));
    }
}
