package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.ClosestRecords;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Points;
import org.counterpoise.engine.validate.RowSample;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for training rows in the synthetic table: exact copies, and rows suspiciously close.
public final class Privacy implements Validator<PrivacySettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "privacy",
                    "Privacy by distance",
                    "Does the synthetic data give away the rows it was made from?",
                    "Counts exact copies of training rows, and asks whether synthetic rows lie"
                            + " closer to the training rows than to real rows the synthesizer has"
                            + " never seen.",
                    "Always, before synthetic data leaves the house. Needs a holdout that was"
                            + " locked away before the synthesizer was fitted.",
                    List.of(
                            "finds copied and slightly changed records",
                            "a holdout tells memory from resemblance",
                            "mixed columns and missing values"),
                    List.of(
                            "no proof of privacy: distances miss what an attacker may infer",
                            "an average: one outlier given away does not show in it",
                            "few rows leave it undecided"),
                    "Platzer and Reutterer 2021, Holdout-based empirical assessment of mixed-type"
                            + " synthetic data, doi:10.3389/fdata.2021.679939");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public PrivacySettings defaults() {
        return PrivacySettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("maxRows", 2_500);
    }

    /// 2: near copies can turn the verdict to a failure.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public Pillar pillar() {
        return Pillar.PRIVACY;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        if (input.synthetic().rows() == 0) {
            return Applicability.missing("the synthetic table has no rows.");
        }
        return input.training().rows() == 0
                ? Applicability.missing("the real table has no rows.")
                : Applicability.READY;
    }

    @Override
    public Validation run(
            ValidationInput input, PrivacySettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        List<Dataset> tables = new ArrayList<>(List.of(input.training(), input.synthetic()));
        input.holdout().filter(held -> held.rows() > 0).ifPresent(tables::add);
        AlignedTables aligned = AlignedTables.of(tables);
        if (aligned.columns().isEmpty()) {
            return Verdicts.leftOut(this, "there is no column that the tables could share.");
        }
        ExactCopies copies = ExactCopies.of(aligned, progress);
        NearCopies near = NearCopies.of(aligned, progress.part(0, 0.05));
        List<int[]> rows = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            rows.add(RowSample.of(aligned.rows()[t], settings.maxRows(), Streams.of(seed, t)));
        }
        PrivacyEvidence evidence = measure(aligned, rows, copies, near, settings, progress);
        return new PrivacyVerdict(evidence, settings).validation(CARD);
    }

    private static PrivacyEvidence measure(
            AlignedTables aligned,
            List<int[]> rows,
            ExactCopies copies,
            NearCopies near,
            PrivacySettings settings,
            Progress progress) {
        boolean held = rows.size() > 2;
        List<Points> points = held ? Points.of(aligned, rows, 0, 2) : Points.of(aligned, rows, 0);
        Points training = points.get(0);
        Points synthetic = points.get(1);
        Optional<Points> holdout = held ? Optional.of(points.get(2)) : Optional.empty();
        ClosestRecords toTraining;
        Optional<PrivacyEvidence.Held> control = Optional.empty();
        if (holdout.isPresent()) {
            ClosestRecords.Pair pair =
                    ClosestRecords.Pair.of(
                            synthetic,
                            training,
                            holdout.get(),
                            progress.part(0.05, 0.8),
                            "Seeking the closest real rows");
            toTraining = pair.first();
            control =
                    Optional.of(
                            new PrivacyEvidence.Held(
                                    pair.second(),
                                    ClosestRecords.of(
                                            holdout.get(),
                                            training,
                                            progress.part(0.8, 1),
                                            "Seeking how close fresh real rows come"),
                                    Closeness.of(
                                            pair.votes(),
                                            training.size(),
                                            synthetic.size(),
                                            settings.confidence())));
        } else {
            toTraining =
                    ClosestRecords.of(
                            synthetic,
                            training,
                            progress.part(0.05, 1),
                            "Seeking the closest training rows");
        }
        return new PrivacyEvidence(
                copies,
                near,
                toTraining,
                control,
                aligned.rows(),
                rows.stream().mapToInt(chosen -> chosen.length).toArray(),
                aligned.notes());
    }
}
