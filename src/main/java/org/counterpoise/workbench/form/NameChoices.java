package org.counterpoise.workbench.form;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// The names a setting may refer to, offered as choices.
///
/// @param columns the dataset's columns
/// @param levels the levels of its protected attributes as COLUMN=LEVEL, with their bands
public record NameChoices(List<String> columns, List<String> levels) {
    public static final NameChoices NONE = new NameChoices(List.of(), List.of());

    public NameChoices {
        columns = List.copyOf(columns);
        levels = List.copyOf(levels);
    }

    /// The names in a dataset. Reads every row of the protected columns: not for the FX thread.
    public static NameChoices of(Dataset data) {
        List<String> levels =
                data.schema().namesWithRole(Role.PROTECTED).stream()
                        .flatMap(
                                name ->
                                        Grouping.bands(data, name).levels().stream()
                                                .map(level -> name + "=" + level))
                        .toList();
        return new NameChoices(data.schema().names(), levels);
    }

    /// What to offer for a setting; empty if anything may be typed.
    List<String> offered(Setting.Names names) {
        return switch (names) {
            case ANYTHING -> List.of();
            case COLUMN -> columns;
            case LEVEL -> levels;
        };
    }
}
