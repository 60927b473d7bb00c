package org.counterpoise.workbench.data;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.widget.Badge;

/// Roles, types and levels of measurement in the field's words.
final class Words {
    private Words() {}

    static String of(Role role) {
        return switch (role) {
            case OUTCOME -> "outcome";
            case PREDICTION -> "prediction";
            case SCORE -> "score";
            case MEASUREMENT -> "measurement";
            case PROTECTED -> "protected";
            case QUASI_IDENTIFIER -> "quasi-identifier";
            case IDENTIFIER -> "identifier";
            case SENSITIVE -> "sensitive";
            case WEIGHT -> "weight";
            case TIME -> "time";
            case PLATE -> "plate";
            case WELL -> "well";
            case PLATE_ROW -> "plate row";
            case PLATE_COLUMN -> "plate column";
            case READOUT -> "readout";
            case CONTROL -> "control";
            case MOLECULE -> "molecule";
            case FEATURE -> "feature";
            case IGNORED -> "left out";
        };
    }

    /// What a role means, in one line.
    static String help(Role role) {
        return switch (role) {
            case OUTCOME -> "what is to be predicted";
            case PREDICTION -> "a decision some model or person already made";
            case SCORE -> "a number that ranks people by their chance of the positive outcome";
            case MEASUREMENT -> "one of several measurements or ratings of the same thing";
            case PROTECTED -> "sex, race, age …: groups to compare";
            case QUASI_IDENTIFIER -> "with others, could single a person out";
            case IDENTIFIER -> "names one person or sample; never modelled";
            case SENSITIVE -> "what an attacker must not learn";
            case WEIGHT -> "a survey or sampling weight";
            case TIME -> "when recorded, or how long followed";
            case PLATE -> "names the plate that a well is on";
            case WELL -> "a well's place on its plate, such as B07";
            case PLATE_ROW -> "the row of a well, a letter or a number";
            case PLATE_COLUMN -> "the column of a well, a number";
            case READOUT -> "what was measured in a well";
            case CONTROL -> "whether a well holds a sample or a control";
            case MOLECULE -> "a structure as a line of SMILES; never modelled";
            case FEATURE -> "anything a model may use";
            case IGNORED -> "left out of everything";
        };
    }

    static Badge.Tone tone(Role role) {
        return switch (role) {
            case OUTCOME, PREDICTION, SCORE -> Badge.Tone.ACCENT;
            case PROTECTED -> Badge.Tone.PROTECTED;
            case QUASI_IDENTIFIER, IDENTIFIER, SENSITIVE -> Badge.Tone.WARNING;
            case WEIGHT, TIME -> Badge.Tone.OK;
            case PLATE, WELL, PLATE_ROW, PLATE_COLUMN, CONTROL, MOLECULE -> Badge.Tone.OK;
            case READOUT, MEASUREMENT -> Badge.Tone.ACCENT;
            case FEATURE, IGNORED -> Badge.Tone.QUIET;
        };
    }

    static String of(ColumnType type) {
        return switch (type) {
            case INTEGER -> "whole number";
            case REAL -> "real number";
            case BOOLEAN -> "yes/no";
            case CATEGORY -> "category";
            case DATE -> "date";
            case DATE_TIME -> "date and time";
            case TEXT -> "text";
        };
    }

    static String of(MeasurementLevel level) {
        return switch (level) {
            case NOMINAL -> "nominal";
            case ORDINAL -> "ordinal";
            case INTERVAL -> "interval";
            case RATIO -> "ratio";
        };
    }

    /// The type with the unit, e.g. "real number · mg/dL".
    static String typeAndUnit(ColumnInfo info) {
        return info.unit().isEmpty() ? of(info.type()) : of(info.type()) + " · " + info.unit();
    }
}
