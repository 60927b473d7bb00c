package org.counterpoise.engine.validate;

import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an attacker knows of a person and what must not be learned, by the roles of the columns.
///
/// Quasi-identifiers and protected attributes are known. If there are none, every other column is:
/// the worst case. Secret are sensitive columns; without any the outcome; without that every column
/// that is not known.
///
/// @param known columns marked as known; empty if none is
/// @param secrets at least one unless every column is known
/// @param all every column
public record Attacker(
        List<AlignedColumn> known, List<AlignedColumn> secrets, List<AlignedColumn> all) {

    public static Attacker of(List<AlignedColumn> columns) {
        List<AlignedColumn> known = with(columns, Role.QUASI_IDENTIFIER, Role.PROTECTED);
        List<AlignedColumn> secrets = with(columns, Role.SENSITIVE);
        if (secrets.isEmpty()) {
            secrets = with(columns, Role.OUTCOME);
        }
        if (secrets.isEmpty()) {
            secrets = new ArrayList<>(columns);
            secrets.removeAll(known);
        }
        return new Attacker(known, List.copyOf(secrets), List.copyOf(columns));
    }

    private static List<AlignedColumn> with(List<AlignedColumn> columns, Role... roles) {
        return columns.stream().filter(c -> List.of(roles).contains(c.info().role())).toList();
    }

    /// The columns from which an attacker would guess a secret.
    public List<AlignedColumn> knownBeside(AlignedColumn secret) {
        return (known.isEmpty() ? all : known)
                .stream().filter(c -> !c.name().equals(secret.name())).toList();
    }

    /// Who the attacker is taken to be, in one sentence.
    public String note() {
        return known.isEmpty()
                ? "No column is marked as a quasi-identifier or protected, so an attacker was taken"
                        + " to know every column but the one that is guessed."
                : "An attacker was taken to know the quasi-identifiers and protected attributes: "
                        + known.stream().map(AlignedColumn::name).collect(Collectors.joining(", "))
                        + ".";
    }
}
