package org.counterpoise.workbench.data;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Changes of roles that keep a schema sound.
final class Roles {
    private Roles() {}

    /// The columns that change when one takes a role: there is one outcome, one weight and one of
    /// each role of a plate, so the column that had the role before becomes a feature. A role that
    /// needs no positive level gives it up.
    static List<ColumnInfo> assign(Dataset data, String column, Role role) {
        List<ColumnInfo> changed = new ArrayList<>();
        if (single(role)) {
            data.schema().withRole(role).stream()
                    .filter(info -> !info.name().equals(column))
                    .map(info -> info.withRole(Role.FEATURE).withPositive(Optional.empty()))
                    .forEach(changed::add);
        }
        ColumnInfo info = data.schema().column(column).withRole(role);
        changed.add(judged(role) ? info : info.withPositive(Optional.empty()));
        return changed;
    }

    private static boolean single(Role role) {
        return switch (role) {
            case OUTCOME, WEIGHT, MOLECULE -> true;
            case PLATE, WELL, PLATE_ROW, PLATE_COLUMN, READOUT, CONTROL -> true;
            default -> false;
        };
    }

    /// Whether a role is about a yes and a no.
    static boolean judged(Role role) {
        return role == Role.OUTCOME || role == Role.PREDICTION;
    }

    /// Inner edges of bands as text, e.g. "60, 70, 80".
    static String shown(Optional<Binning> binning) {
        return binning.map(
                        bands ->
                                bands.edges().stream()
                                        .map(CellText::number)
                                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    /// Reads inner edges of bands; none from a blank text.
    ///
    /// @throws UserProblem if they are not ascending numbers
    static Optional<Binning> bands(String text, String column) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Binning(
                            Arrays.stream(text.strip().split("[\\s,;]+"))
                                    .map(Double::valueOf)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            throw new UserProblem(
                    "The bands \"" + text + "\" cannot be read.",
                    column,
                    "Type where one band ends and the next begins, ascending, such as 60, 70, 80.",
                    e);
        }
    }
}
