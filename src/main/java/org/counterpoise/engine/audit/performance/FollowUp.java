package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Quantiles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How long people were followed, where a time is marked: the outcome is then an event that ended
/// the follow-up, or its absence a censored one.
///
/// @param column its name
/// @param times per row, at least 0, NaN for none
/// @param horizon when predicted risks are held against observed ones
record FollowUp(String column, double[] times, double horizon) {

    /// The first column with the role of a time that holds durations, not dates.
    static Optional<FollowUp> of(Dataset data, PerformanceSettings settings, List<String> notes) {
        for (ColumnInfo info : data.schema().withRole(Role.TIME)) {
            if (info.type() == ColumnType.INTEGER || info.type() == ColumnType.REAL) {
                double[] times = data.numbers(info.name());
                if (Arrays.stream(times).noneMatch(t -> t < 0)) {
                    double horizon =
                            settings.horizon() > 0 ? settings.horizon() : Quantiles.median(times);
                    notes.add(
                            "\""
                                    + info.title()
                                    + "\" is taken as the time until the outcome or the end of"
                                    + " follow-up: Harrell's C ranks those who had it earlier, and"
                                    + " risks at "
                                    + NumberText.short3(horizon)
                                    + " are held against Kaplan–Meier. The other metrics take the"
                                    + " outcome as recorded, whenever it came.");
                    return Optional.of(new FollowUp(info.name(), times, horizon));
                }
                notes.add(
                        "\"" + info.title() + "\" holds negative times, so survival was left out.");
            }
        }
        return Optional.empty();
    }
}
