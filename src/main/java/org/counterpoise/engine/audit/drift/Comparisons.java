package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which rows are held against which.
///
/// @param overall late against early
/// @param windows each window but the first against those before it
/// @param groups late against early within each group
record Comparisons(
        Dataset data,
        DriftSettings settings,
        Sides overall,
        List<Sides> windows,
        List<GroupSides> groups) {

    /// Rows held against each other.
    record Sides(int[] reference, int[] recent) {}

    record GroupSides(String attribute, String group, Sides sides) {}

    static Comparisons of(
            Dataset data, TimeLine time, List<Strata> strata, DriftSettings settings) {
        List<Sides> windows = new ArrayList<>();
        // Of two tables, windows would tell once more what the tables as a whole tell.
        int compared = time.words().tables() ? 1 : time.windows().size();
        for (int w = 1; w < compared; w++) {
            int[] before =
                    time.windows().subList(Math.max(0, w - settings.trailing()), w).stream()
                            .flatMapToInt(window -> Arrays.stream(window.rows()))
                            .toArray();
            windows.add(new Sides(before, time.windows().get(w).rows()));
        }
        List<GroupSides> groups = new ArrayList<>();
        for (Strata by : strata) {
            for (int g = 0; g < by.names().size(); g++) {
                Sides sides =
                        new Sides(
                                within(time.early().rows(), by.codes(), g),
                                within(time.late().rows(), by.codes(), g));
                if (Math.min(sides.reference().length, sides.recent().length)
                        >= settings.smallestGroup()) {
                    groups.add(new GroupSides(by.id(), by.names().get(g), sides));
                }
            }
        }
        return new Comparisons(
                data,
                settings,
                new Sides(time.early().rows(), time.late().rows()),
                windows,
                groups);
    }

    private static int[] within(int[] rows, int[] codes, int group) {
        return IntStream.of(rows).filter(row -> codes[row] == group).toArray();
    }

    ColumnStudy study(ColumnInfo info, Progress progress) {
        Column column = data.column(info.name());
        List<Shift> byWindow = new ArrayList<>();
        for (Sides sides : windows) {
            progress.check();
            byWindow.add(shift(info, column, sides));
        }
        List<ColumnStudy.GroupShift> byGroup = new ArrayList<>();
        for (GroupSides group : groups) {
            // Within a group of its own levels a column cannot differ.
            if (!group.attribute().equals(info.name())) {
                progress.check();
                byGroup.add(
                        new ColumnStudy.GroupShift(
                                group.attribute(),
                                group.group(),
                                shift(info, column, group.sides())));
            }
        }
        progress.check();
        return new ColumnStudy(
                shift(info, column, overall),
                ColumnStudy.Missing.of(column, overall.reference(), overall.recent()),
                byWindow,
                byGroup);
    }

    private Shift shift(ColumnInfo info, Column column, Sides sides) {
        return Shift.of(info, column, sides.reference(), sides.recent(), settings);
    }
}
