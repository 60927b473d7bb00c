package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Attacker;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.KeyColumn;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a synthetic table against the measures that regulators ask of a release, over the columns
/// that outsiders know.
///
/// Those measures take every row for a person. A synthetic row is none, so they describe, and
/// decide only if the user demands a limit. What decides otherwise has a control: whether people
/// who are alone with their keys are met in the synthetic table more often if they are behind it.
public final class ReleaseDisclosure implements Validator<ReleaseSettings> {
    static final int TRAINING = 0;
    static final int RELEASE = 1;
    static final int HOLDOUT = 2;

    private static final MethodCard CARD =
            new MethodCard(
                    "release",
                    "Release disclosure",
                    "Who could be found in the table by what outsiders know?",
                    "Sorts rows by the columns that outsiders know, gives k-anonymity, l-diversity,"
                            + " t-closeness, k-map and δ-presence, and asks whether people who are"
                            + " alone with their values are met more often if the synthetic rows"
                            + " were made from them.",
                    "Where rules ask for k-anonymity or its kin, or where few columns are known to"
                            + " outsiders; mark them as quasi-identifiers in the data step.",
                    List.of(
                            "the terms that data protection offices use",
                            "exact, and fast on any table",
                            "a holdout tells a match from a coincidence"),
                    List.of(
                            "a synthetic row is no person: a class of one need not be a leak, and"
                                    + " large classes are no proof of privacy",
                            "rests on the columns that were marked as known",
                            "exact matches only: a value changed a little is not seen"),
                    "Sweeney 2002, k-anonymity: a model for protecting privacy,"
                            + " doi:10.1142/S0218488502001648");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public ReleaseSettings defaults() {
        return ReleaseSettings.DEFAULTS;
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
            ValidationInput input, ReleaseSettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        List<Dataset> all = new ArrayList<>(List.of(input.training(), input.synthetic()));
        input.holdout().filter(held -> held.rows() > 0).ifPresent(all::add);
        AlignedTables aligned = AlignedTables.of(all);
        if (aligned.columns().isEmpty()) {
            return Verdicts.leftOut(this, "there is no column that the tables could share.");
        }
        Attacker attacker = Attacker.of(aligned.columns());
        List<KeyColumn> keys = new ArrayList<>();
        for (AlignedColumn column :
                attacker.known().isEmpty() ? attacker.all() : attacker.known()) {
            progress.check();
            keys.add(KeyColumn.exact(column));
        }
        progress.report(0.3, "Sorting rows by what outsiders know");
        KeyClasses classes = KeyClasses.of(keys, aligned.rows(), progress);
        progress.check();
        List<String> notes = new ArrayList<>(aligned.notes());
        notes.add(
                attacker.known().isEmpty()
                        ? "No column is marked as a quasi-identifier or protected, so all columns"
                                + " together were taken as known: mark those that outsiders know."
                        : attacker.note());
        boolean held = all.size() > HOLDOUT;
        int[] real = held ? new int[] {TRAINING, HOLDOUT} : new int[] {TRAINING};
        PopulationMatches matches =
                PopulationMatches.of(classes, RELEASE, aligned.rows()[TRAINING], real);
        progress.check();
        Uniques behind = Uniques.of(classes, TRAINING, RELEASE, real);
        progress.check();
        Optional<Uniques> others =
                held ? Optional.of(Uniques.of(classes, HOLDOUT, RELEASE, real)) : Optional.empty();
        return new ReleaseVerdict(
                        classes,
                        secrets(attacker, classes, progress),
                        matches,
                        behind,
                        others,
                        settings,
                        notes)
                .validation(CARD);
    }

    /// Per secret column that is not known anyway.
    private static Map<String, SecretsInClasses> secrets(
            Attacker attacker, KeyClasses classes, Progress progress) {
        Map<String, SecretsInClasses> secrets = new LinkedHashMap<>();
        if (!attacker.known().isEmpty()) {
            for (AlignedColumn column : attacker.secrets()) {
                progress.check();
                secrets.put(
                        column.name(),
                        SecretsInClasses.of(
                                classes,
                                KeyColumn.exact(column),
                                RELEASE,
                                column instanceof AlignedColumn.Numbers,
                                progress));
            }
        }
        return secrets;
    }
}
