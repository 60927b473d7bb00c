package org.counterpoise.engine.data;

/// What a column is for. Each column has one role.
public enum Role {
    /// What is to be predicted.
    OUTCOME,
    /// A decision already made by some model or person, as one of the outcome's levels.
    PREDICTION,
    /// A number that ranks people by their chance of the positive outcome.
    SCORE,
    /// One of several measurements of the same quantity, or ratings of the same thing.
    MEASUREMENT,
    /// A protected attribute: sex, race, age, ….
    PROTECTED,
    /// Together with others could single a person out.
    QUASI_IDENTIFIER,
    /// Names one person or sample; never modelled, never synthesised as it is.
    IDENTIFIER,
    /// What an attacker must not learn.
    SENSITIVE,
    /// A survey or sampling weight.
    WEIGHT,
    /// When a row was recorded, or how long someone was followed.
    TIME,
    /// Names the plate that a well is on.
    PLATE,
    /// A well's place on its plate, e.g. "B07".
    WELL,
    /// The row of a well, as a letter or a number.
    PLATE_ROW,
    /// The column of a well, as a number.
    PLATE_COLUMN,
    /// What was measured in a well.
    READOUT,
    /// What a well holds: a sample, a positive or a negative control.
    CONTROL,
    /// The structure of a molecule as a line of SMILES; never modelled, never synthesised.
    MOLECULE,
    /// Anything a model may use.
    FEATURE,
    /// Left out of everything.
    IGNORED;

    /// Whether a predictive model may see a column of this role.
    public boolean predictor() {
        return switch (this) {
            case FEATURE, MEASUREMENT, PROTECTED, QUASI_IDENTIFIER, SENSITIVE -> true;
            case OUTCOME, PREDICTION, SCORE, IDENTIFIER, WEIGHT, TIME, IGNORED -> false;
            case PLATE, WELL, PLATE_ROW, PLATE_COLUMN, READOUT, CONTROL, MOLECULE -> false;
        };
    }

    /// Whether a synthesizer makes values for a column of this role.
    public boolean synthesised() {
        return this != IDENTIFIER && this != IGNORED && this != MOLECULE;
    }
}
