package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Attacker;
import org.counterpoise.engine.validate.KeyColumn;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.RowSample;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Guesses the secrets of people of whom the rest is known, from the synthetic table alone.
///
/// Two attackers: one trains a model on the synthetic rows, one matches keys. What either finds out
/// about people never seen is knowledge of the population; only what is found out beyond that about
/// the people behind the data is a leak.
public final class AttributeInference implements Validator<AttributeSettings> {
    static final int TRAINING = 0;
    static final int SYNTHETIC = 1;
    static final int CONTROL = 2;

    private static final MethodCard CARD =
            new MethodCard(
                    "attribute",
                    "Attribute inference",
                    "Could a secret be guessed of someone of whom the rest is known?",
                    "Trains a model on the synthetic rows and matches keys to them, guesses the"
                            + " secrets of training rows and of rows never seen, and asks by how much"
                            + " the former are guessed better.",
                    "Where some columns are sensitive and others are known to outsiders; mark them"
                            + " so in the data step. Needs a holdout.",
                    List.of(
                            "categories by AUC, numbers by R², both by correct attribution (CAP)",
                            "what is true of everyone is no leak: the control takes it off",
                            "the model reproduces rows it has seen, so copies show"),
                    List.of(
                            "an average over people: a few given away do not show in it",
                            "numbers are cut into bands before keys are matched",
                            "few holdout rows leave it undecided"),
                    "Taub, Elliot, Pampaka and Smith 2018, Differential correct attribution"
                            + " probability for synthetic data,"
                            + " doi:10.1007/978-3-319-99771-1_9");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public AttributeSettings defaults() {
        return AttributeSettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("attacks", 500, "maxRows", 2_500, "trees", 20);
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

    /// The real tables among so many.
    static int[] attacked(int tables) {
        return tables > CONTROL ? new int[] {TRAINING, CONTROL} : new int[] {TRAINING};
    }

    @Override
    public Validation run(
            ValidationInput input, AttributeSettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        List<Dataset> all = new ArrayList<>(List.of(input.training(), input.synthetic()));
        input.holdout().filter(held -> held.rows() > 0).ifPresent(all::add);
        AlignedTables aligned = AlignedTables.of(all);
        if (aligned.columns().size() < 2) {
            return Verdicts.leftOut(this, "there are fewer than two columns to attack by.");
        }
        int[][] rows = new int[all.size()][];
        for (int t = 0; t < rows.length; t++) {
            int most = t == SYNTHETIC ? settings.maxRows() : settings.attacks();
            rows[t] = RowSample.of(aligned.rows()[t], most, Streams.of(seed, t));
        }
        AlignedTables tables = aligned.select(rows);
        Attacker attacker = Attacker.of(tables.columns());
        List<AlignedColumn> secrets =
                attacker.secrets().stream()
                        .filter(secret -> !attacker.knownBeside(secret).isEmpty())
                        .limit(settings.secrets())
                        .toList();
        if (secrets.isEmpty()) {
            return Verdicts.leftOut(this, "every column is known to the attacker already.");
        }
        List<String> notes = new ArrayList<>(aligned.notes());
        notes.add(attacker.note());
        if (secrets.size() < attacker.secrets().size()) {
            notes.add(
                    "Only the first "
                            + secrets.size()
                            + " of "
                            + attacker.secrets().size()
                            + " columns were attacked; mark those that matter as sensitive.");
        }
        return new AttributeVerdict(
                        attacks(tables, attacker, secrets, settings, seed, progress),
                        all.size() > CONTROL,
                        settings,
                        notes)
                .validation(CARD);
    }

    private static List<Attempt> attacks(
            AlignedTables tables,
            Attacker attacker,
            List<AlignedColumn> secrets,
            AttributeSettings settings,
            long seed,
            Progress progress) {
        double confidence = 1 - (1 - settings.confidence()) / (2 * secrets.size());
        List<Attempt> attempts = new ArrayList<>();
        for (int s = 0; s < secrets.size(); s++) {
            AlignedColumn secret = secrets.get(s);
            List<AlignedColumn> known = attacker.knownBeside(secret);
            double from = (double) s / secrets.size();
            double to = (s + 1.0) / secrets.size();
            Gain model =
                    new ModelAttack(
                                    tables,
                                    settings.trees(),
                                    confidence,
                                    Streams.derive(seed, secret.name()))
                            .on(secret, known, progress.part(from, (from + to) / 2));
            attempts.add(
                    match(
                            tables,
                            secret,
                            known,
                            model,
                            settings.bands(),
                            confidence,
                            progress.part((from + to) / 2, to)));
        }
        return attempts;
    }

    private static Attempt match(
            AlignedTables tables,
            AlignedColumn secret,
            List<AlignedColumn> known,
            Gain model,
            int bands,
            double confidence,
            Progress progress) {
        int[] real = attacked(tables.rows().length);
        List<KeyColumn> keys =
                known.stream().map(column -> KeyColumn.banded(column, bands, real)).toList();
        KeyColumn wanted = KeyColumn.banded(secret, bands, real);
        CorrectAttribution[] of = new CorrectAttribution[real.length];
        for (int i = 0; i < real.length; i++) {
            of[i] =
                    CorrectAttribution.of(
                            keys, wanted, tables.rows(), SYNTHETIC, real[i], progress);
        }
        CorrectAttribution training = of[0];
        CorrectAttribution control = real.length > 1 ? of[1] : new CorrectAttribution(0, 0, 0, 0);
        return new Attempt(
                model,
                new Gain(
                        "cap/" + secret.name(),
                        secret.name(),
                        "GCAP",
                        training.generalisedCap(),
                        control.generalisedCap(),
                        Proportion.difference(
                                training.generalisedCap(),
                                wilson(training, confidence),
                                control.generalisedCap(),
                                wilson(control, confidence),
                                "Newcombe"),
                        training.people() + control.people()),
                training,
                control);
    }

    private static Interval wilson(CorrectAttribution attribution, double confidence) {
        return Proportion.wilson(attribution.generalised(), attribution.people(), confidence);
    }

    /// Both attacks on one secret.
    record Attempt(
            Gain model, Gain matching, CorrectAttribution training, CorrectAttribution control) {}
}
