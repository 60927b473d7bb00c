package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which labels disagree with what the other columns say, and whether those of one group do so
/// more often.
public final class NoiseAudit implements Audit<NoiseSettings> {
    private static final int MOST_CLASSES = 10;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "label-noise",
                "Label noise by group",
                "Which outcome labels look wrong, and in which group more often?",
                "Holds each outcome label against models that have not seen its row (confident"
                        + " learning): an estimate of the joint distribution of given and latent"
                        + " labels, rows to review, and whether labels of one group disagree more"
                        + " often than those of others for which the models say the same.",
                "Before labels from records, billing codes or one rater are taken as the truth.",
                List.of(
                        "needs no second label",
                        "groups are compared only where the models say the same of them",
                        "lists the rows most worth a second look"),
                List.of(
                        "a label that disagrees can be right: what the columns do not show looks like"
                                + " noise, so look at the rows before changing any",
                        "an outcome that differs between groups for reasons that no column shows"
                                + " looks like noise in one of them",
                        "errors that follow the columns the same way in all groups cannot be seen"),
                "Northcutt, Jiang and Chuang 2021, doi:10.1613/jair.1.12125; Mantel and Haenszel 1959,"
                        + " doi:10.1093/jnci/22.4.719");
    }

    @Override
    public NoiseSettings defaults() {
        return new NoiseSettings(5, 20, 0.05, 30, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        Dataset data = input.data();
        boolean labels =
                data.schema()
                        .outcome()
                        .filter(info -> labels(data.column(info.name())))
                        .isPresent();
        if (!labels) {
            return Applicability.missing(
                    "Mark a column of categories, such as a diagnosis, as the outcome in the data"
                            + " step.");
        }
        if (columns(data).isEmpty()) {
            return Applicability.missing(
                    "Give at least one column of numbers or categories the role of a feature in the"
                            + " data step.");
        }
        return Subgroups.applicability(data);
    }

    private static boolean labels(Column column) {
        return switch (column) {
            case Column.Codes _ -> true;
            case Column.Numbers numbers -> numbers.atMostDistinct(MOST_CLASSES);
            case Column.Texts _ -> false;
        };
    }

    /// Predictors that are not protected themselves, so that no model makes up for a group's noise.
    private static List<ColumnInfo> columns(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role().predictor() && info.role() != Role.PROTECTED)
                .filter(info -> !(data.column(info.name()) instanceof Column.Texts))
                .toList();
    }

    @Override
    public Assessment run(AuditInput input, NoiseSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There are no labels to hold against other columns by group.",
                    data.name(),
                    applicability.reason());
        }
        data.forFitting("A model of the labels");
        progress.report(0, "Looking for label noise");
        Given given = given(data);
        int[] units = Folds.units(data);
        int folds =
                Math.min(
                        settings.folds(),
                        Folds.smallestClass(given.codes(), units, given.classes().size()));
        if (given.classes().size() < 2 || folds < 2) {
            throw new UserProblem(
                    "Some label of \""
                            + given.column().title()
                            + "\" occurs in one row only, or"
                            + " all are the same.",
                    data.name(),
                    "Choose rows with at least two labels, each in two rows or more, or merge rare"
                            + " labels.");
        }
        Subgroups subgroups = Subgroups.of(data, 1, progress.silent());
        List<String> notes = new ArrayList<>(subgroups.notes());
        List<Grouping> groupings =
                subgroups.groupings().stream().filter(g -> g.columns().size() == 1).toList();
        BinnedTable table =
                BinnedTable.of(
                        data,
                        columns(data).stream().map(ColumnInfo::name).toList(),
                        progress.part(0, 0.1));
        Probabilities probabilities =
                Probabilities.of(
                        table,
                        given,
                        units,
                        folds,
                        Streams.derive(seed, "folds"),
                        progress.part(0.1, 0.9));
        NoiseStudy study = NoiseStudy.of(given, probabilities, groupings, settings, progress);
        notes.add(
                "Groups are compared by Mantel and Haenszel's test within strata of the label that the"
                        + " models are confident of and of its probability; p-values are adjusted by"
                        + " Holm over "
                        + study.adjusted().length
                        + " groups.");
        return new Assessment(
                card().id(),
                "Label noise in " + data.name(),
                new NoiseFindings(data, study, settings).all(),
                NoiseMetrics.of(study, settings),
                notes);
    }

    /// Only classes that occur.
    private static Given given(Dataset data) {
        ColumnInfo info = data.schema().outcome().orElseThrow();
        Column.Codes codes = data.codes(info.name());
        long[] counts = codes.counts();
        int[] present = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
        if (present.length > MOST_CLASSES) {
            throw new UserProblem(
                    "\"" + info.title() + "\" has " + present.length + " labels.",
                    data.name(),
                    "Merge the labels to at most " + MOST_CLASSES + ".");
        }
        int[] places = new int[counts.length];
        for (int i = 0; i < present.length; i++) {
            places[present[i]] = i;
        }
        return new Given(
                info,
                Arrays.stream(present).mapToObj(c -> codes.levels().get(c)).toList(),
                Arrays.stream(codes.codes()).map(c -> c < 0 ? -1 : places[c]).toArray());
    }
}
