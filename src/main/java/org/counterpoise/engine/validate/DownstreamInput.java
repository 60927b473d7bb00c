package org.counterpoise.engine.validate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.Downstream;

import java.util.List;
import java.util.Optional;

/// What validators need that train models: an outcome and a holdout.
public final class DownstreamInput {
    private DownstreamInput() {}

    /// @param tables training, synthetic and holdout, in this order
    /// @param outcome name of the outcome
    /// @param positive its level that counts as yes
    public static Downstream of(AlignedTables tables, String outcome, String positive) {
        Contest.Tables datasets = datasets(tables);
        return new Downstream(
                datasets.real(),
                datasets.synthetic(),
                datasets.holdout(),
                Downstream.labels(datasets.holdout(), outcome, positive),
                predictors(tables));
    }

    /// @param tables training, synthetic and holdout, in this order
    public static Contest.Tables datasets(AlignedTables tables) {
        return new Contest.Tables(
                tables.dataset(0, "training", Part.TRAINING),
                tables.dataset(1, "synthetic", Part.SYNTHETIC),
                tables.dataset(2, "holdout", Part.HOLDOUT));
    }

    /// Columns that models may see.
    public static List<String> predictors(AlignedTables tables) {
        return tables.columns().stream()
                .filter(column -> column.info().role().predictor())
                .map(AlignedColumn::name)
                .toList();
    }

    /// Whether models of two classes can be trained on the real rows and judged on the holdout.
    public static Applicability applicability(ValidationInput input) {
        Applicability present = present(input);
        return present.ready()
                ? twoClasses(input, input.training().schema().outcome().orElseThrow().name())
                : present;
    }

    /// Whether there are rows, an outcome and a holdout.
    public static Applicability present(ValidationInput input) {
        if (input.synthetic().rows() == 0) {
            return Applicability.missing("the synthetic table has no rows.");
        } else if (input.training().rows() == 0) {
            return Applicability.missing("the real table has no rows.");
        }
        Optional<ColumnInfo> outcome = input.training().schema().outcome();
        if (outcome.isEmpty()) {
            return Applicability.missing(
                    "no column is marked as the outcome; mark one in the data step.");
        } else if (input.holdout().map(Dataset::rows).orElse(0) == 0) {
            return Applicability.missing(
                    "there is no holdout; split one off in the data step before generating.");
        }
        return Applicability.READY;
    }

    private static Applicability twoClasses(ValidationInput input, String outcome) {
        Dataset holdout = input.holdout().orElseThrow();
        if (input.training().column(outcome) instanceof Column.Texts) {
            return Applicability.missing("the outcome \"" + outcome + "\" is free text.");
        } else if (!holdout.schema().has(outcome)) {
            return Applicability.missing("the holdout has no column \"" + outcome + "\".");
        }
        String positive;
        try {
            positive = BinaryOutcome.of(input.training(), outcome).positive();
        } catch (UserProblem problem) {
            return Applicability.missing(problem.what() + " " + problem.remedy());
        }
        for (Dataset real : List.of(input.training(), holdout)) {
            byte[] values = Downstream.labels(real, outcome, positive).values();
            boolean yes = false;
            boolean no = false;
            for (byte value : values) {
                yes |= value == 1;
                no |= value == 0;
            }
            if (!yes || !no) {
                return Applicability.missing(
                        "\""
                                + real.name()
                                + "\" has rows of one outcome only, so a model of \""
                                + outcome
                                + "\" cannot be judged.");
            }
        }
        return Applicability.READY;
    }
}
