package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which column is the label in use, and which the more direct measure.
///
/// Any two measurements of a table could be meant for the study of agreement, so nothing is
/// guessed: either both are named, or there is one score (or else one numeric outcome) and one
/// numeric measurement. An outcome of a few values, such as 0 and 1, is none that could be cut into
/// bands.
record Labels(ColumnInfo label, ColumnInfo direct) {
    private static final int FEW = 10;

    static final String HOW =
            "Name the label in use and a more direct measure in the settings, or mark the one as"
                    + " score or outcome and the other as the only numeric measurement.";

    /// @throws UserProblem if a named column does not exist or holds no numbers, or both are one
    static Optional<Labels> of(Dataset data, SubstituteSettings settings, Progress progress) {
        Optional<ColumnInfo> label = named(data, settings.label()).or(() -> inUse(data, progress));
        Optional<ColumnInfo> direct =
                named(data, settings.direct()).or(() -> only(data, Role.MEASUREMENT, progress));
        if (label.isEmpty() || direct.isEmpty()) {
            return Optional.empty();
        }
        if (label.get().name().equals(direct.get().name())) {
            throw new UserProblem(
                    "\"" + label.get().title() + "\" is both label and direct measure.",
                    data.name(),
                    "Name two different columns.");
        }
        return Optional.of(new Labels(label.get(), direct.get()));
    }

    private static Optional<ColumnInfo> inUse(Dataset data, Progress progress) {
        return Stream.of(Role.SCORE, Role.OUTCOME)
                .flatMap(role -> only(data, role, progress).stream())
                .findFirst();
    }

    private static Optional<ColumnInfo> only(Dataset data, Role role, Progress progress) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            progress.check();
            if (info.role() == role && numeric(data, info, role)) {
                columns.add(info);
            }
        }
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }

    private static boolean numeric(Dataset data, ColumnInfo info, Role role) {
        return data.column(info.name()) instanceof Column.Numbers numbers
                && (role != Role.OUTCOME || !numbers.atMostDistinct(FEW));
    }

    private static Optional<ColumnInfo> named(Dataset data, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        ColumnInfo info = data.schema().column(name.strip());
        data.numbers(info.name());
        return Optional.of(info);
    }
}
