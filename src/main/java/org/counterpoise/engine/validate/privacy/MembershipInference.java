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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Tries to tell, from the synthetic table alone, who was in the training table.
///
/// Two scores: how close the closest synthetic row is (Hilprecht, Härterich and Bernau 2019,
/// doi:10.2478/popets-2019-0067, with the closest row in place of a count), and how much closer it
/// is than the closest row of a reference sample of the population, which takes off what is merely
/// common. The latter is the density ratio of DOMIAS (van Breugel, Sun, Qian and van der Schaar,
/// AISTATS 2023) with densities estimated by nearest neighbours, since columns are mixed. One half
/// of the holdout is the reference, the other half are the people who were not there.
public final class MembershipInference implements Validator<MembershipSettings> {
    /// Keeps ratios defined where both distances are 0.
    private static final double TINY = 1e-8;

    private static final int FEWEST_HELD = 4;

    /// 2: the rarest people and groups can turn the verdict to a failure.
    private static final int VERSION = 2;

    private static final MethodCard CARD =
            new MethodCard(
                    "membership",
                    "Membership inference",
                    "Could someone tell who was in the training data?",
                    "Scores training rows and rows never seen by how close the synthetic rows come,"
                            + " plainly and beside a reference sample, and asks how well the score"
                            + " tells the two apart.",
                    "Before release, above all where to be in the data is itself a secret, as in a"
                            + " registry of one disease. Needs a holdout.",
                    List.of(
                            "an attack that needs no access to the synthesizer",
                            "the few who are given away show at 1 % false alarms, not in an average",
                            "the rarest people and each group are looked at on their own",
                            "a reference sample takes off what is merely common"),
                    List.of(
                            "an attacker who knows the synthesizer may do better",
                            "half of the holdout is spent as the reference",
                            "few holdout rows leave it undecided"),
                    "van Breugel, Sun, Qian and van der Schaar 2023, Membership inference attacks"
                            + " against synthetic data through overfitting detection, PMLR 206");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public MembershipSettings defaults() {
        return MembershipSettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("maxRows", 2_500);
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Pillar pillar() {
        return Pillar.PRIVACY;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        if (input.synthetic().rows() == 0) {
            return Applicability.missing("the synthetic table has no rows.");
        } else if (input.training().rows() == 0) {
            return Applicability.missing("the real table has no rows.");
        }
        return input.holdout().map(Dataset::rows).orElse(0) < FEWEST_HELD
                ? Applicability.missing(
                        "members can only be told from people never seen, and there are fewer than"
                                + " four holdout rows.")
                : Applicability.READY;
    }

    @Override
    public Validation run(
            ValidationInput input, MembershipSettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        AlignedTables aligned =
                AlignedTables.of(
                        List.of(
                                input.training(),
                                input.synthetic(),
                                input.holdout().orElseThrow()));
        if (aligned.columns().isEmpty()) {
            return Verdicts.leftOut(this, "there is no column that the tables could share.");
        }
        int[] training = RowSample.of(aligned.rows()[0], settings.maxRows(), Streams.of(seed, 0));
        int[] synthetic = RowSample.of(aligned.rows()[1], settings.maxRows(), Streams.of(seed, 1));
        int[] held = RowSample.of(aligned.rows()[2], settings.maxRows(), Streams.of(seed, 2));
        shuffle(held, Streams.of(seed, 3));
        List<Points> points = Points.of(aligned, List.of(training, synthetic, held), 0, 2);
        Points members = points.get(0);
        Points everyHeld = points.get(2);
        String phrase = "Telling members from others";
        double[] near =
                ClosestRecords.of(members, points.get(1), progress.part(0, .3), phrase).closest();
        double[] far =
                ClosestRecords.of(everyHeld, points.get(1), progress.part(.3, .5), phrase)
                        .closest();
        double confidence = 1 - (1 - settings.confidence()) / 2;
        Exposures exposures =
                Exposures.of(
                        aligned,
                        training,
                        held,
                        List.of(members, everyHeld),
                        List.of(near, far),
                        settings.rarest(),
                        settings.confidence(),
                        progress.part(.5, .7));
        int half = held.length / 2;
        List<MembershipAttack> attacks =
                attacks(
                        members,
                        everyHeld.part(half, held.length),
                        near,
                        Arrays.copyOfRange(far, half, held.length),
                        everyHeld.part(0, half),
                        confidence,
                        progress.part(.7, 1));
        return new MembershipVerdict(
                        attacks,
                        exposures,
                        settings,
                        input.holdout().orElseThrow().rows(),
                        aligned.notes())
                .validation(CARD);
    }

    /// @param near distances of members to the closest synthetic row
    /// @param far those of others
    private static List<MembershipAttack> attacks(
            Points members,
            Points others,
            double[] near,
            double[] far,
            Points reference,
            double confidence,
            Progress progress) {
        String phrase = "Telling members from others";
        double[] membersToReference =
                ClosestRecords.of(members, reference, progress.part(0, .7), phrase).closest();
        double[] othersToReference =
                ClosestRecords.of(others, reference, progress.part(.7, 1), phrase).closest();
        return List.of(
                MembershipAttack.of(
                        "distance",
                        "the distance to the closest synthetic row",
                        closeness(near),
                        closeness(far),
                        confidence),
                MembershipAttack.of(
                        "density-ratio",
                        "the density of synthetic rows against a reference",
                        ratio(near, membersToReference),
                        ratio(far, othersToReference),
                        confidence));
    }

    private static double[] closeness(double[] distances) {
        double[] scores = new double[distances.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -distances[i];
        }
        return scores;
    }

    private static double[] ratio(double[] toSynthetic, double[] toReference) {
        double[] scores = new double[toSynthetic.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (toReference[i] + TINY) / (toSynthetic[i] + TINY);
        }
        return scores;
    }

    private static void shuffle(int[] rows, RandomGenerator random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }
}
