package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.RowSample;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Attacks the synthetic data as the European regulators name the risks: singling out, linking and
/// inference (Article 29 Working Party, opinion 05/2014), each with a control.
public final class PrivacyAttacks implements Validator<AttackSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "attacks",
                    "Privacy by attack",
                    "What could an attacker learn about the people behind the synthetic data?",
                    "Picks people out by rare values, links halves of their values, and guesses each"
                            + " value from the others; does the same to people the synthesizer has"
                            + " never seen, and counts only what is gained beyond.",
                    "Always, before synthetic data leaves the house. Needs a holdout that was"
                            + " locked away before the synthesizer was fitted.",
                    List.of(
                            "the three risks that regulators name",
                            "what is true of everyone is no leak: the control takes it off",
                            "equally close rows count as the share that is right"),
                    List.of(
                            "minority groups: rates are averages over people; a few may be at risk"
                                    + " where most are not",
                            "only these attacks: a better attacker may succeed where they fail",
                            "few holdout rows leave it undecided"),
                    "Giomi, Boenisch, Wehmeyer and Tasnádi 2023, A unified framework for quantifying"
                            + " privacy risk in synthetic data, doi:10.56553/popets-2023-0055");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public AttackSettings defaults() {
        return AttackSettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("attacks", 500, "maxRows", 2_500);
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
            ValidationInput input, AttackSettings settings, long seed, Progress progress) {
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
        List<int[]> rows = new ArrayList<>();
        for (int t = 0; t < all.size(); t++) {
            rows.add(RowSample.of(aligned.rows()[t], settings.maxRows(), Streams.of(seed, t)));
        }
        AttackTables tables = AttackTables.of(aligned.columns(), rows);
        List<Attack> attacks = attacks(aligned.columns(), tables, settings, seed, progress);
        List<String> notes = new ArrayList<>(aligned.notes());
        for (int t = 0; t < all.size(); t++) {
            if (rows.get(t).length < aligned.rows()[t]) {
                notes.add(
                        "Of \""
                                + all.get(t).name()
                                + "\" a random sample of "
                                + rows.get(t).length
                                + " rows took part.");
            }
        }
        return new AttackVerdict(attacks, tables.controlled(), settings, notes).validation(CARD);
    }

    private static List<Attack> attacks(
            List<AlignedColumn> columns,
            AttackTables tables,
            AttackSettings settings,
            long seed,
            Progress progress) {
        double confidence = 1 - (1 - settings.confidence()) / (columns.size() + 3);
        SinglingOut singling = new SinglingOut(tables, settings, confidence, seed);
        int[] training =
                RowSample.of(
                        tables.rows(AttackTables.TRAINING),
                        settings.attacks(),
                        Streams.of(Streams.derive(seed, "attacked"), 0));
        int[] control =
                tables.controlled()
                        ? RowSample.of(
                                tables.rows(AttackTables.CONTROL),
                                settings.attacks(),
                                Streams.of(Streams.derive(seed, "control"), 0))
                        : new int[0];
        List<Attack> attacks = new ArrayList<>();
        attacks.add(singling.byColumn(progress.part(0, .1)));
        attacks.add(singling.byColumns(progress.part(.1, .3)));
        attacks.add(
                new Linkability(tables, settings)
                        .attack(
                                halves(columns),
                                training,
                                control,
                                confidence,
                                progress.part(.3, .6)));
        attacks.addAll(
                new Inference(tables, settings)
                        .attacks(training, control, confidence, progress.part(.6, 1)));
        return attacks;
    }

    /// The quasi-identifiers against the rest, as an outsider would hold them; without any, every
    /// other column.
    private static boolean[] halves(List<AlignedColumn> columns) {
        boolean[] first = new boolean[columns.size()];
        int quasi = 0;
        for (int c = 0; c < first.length; c++) {
            first[c] = columns.get(c).info().role() == Role.QUASI_IDENTIFIER;
            quasi += first[c] ? 1 : 0;
        }
        if (quasi == 0 || quasi == first.length) {
            for (int c = 0; c < first.length; c++) {
                first[c] = c % 2 == 0;
            }
        }
        return first;
    }
}
