package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows of a table of which it is known how long they were followed and what ended it.
///
/// @param rows their numbers
/// @param times follow-up of each, at least 0
/// @param events of each 1 if the event ended it, 0 if it was censored
public record FollowedRows(int[] rows, double[] times, byte[] events) {

    /// @param event per row of `data`
    /// @param time name of the column of follow-up times
    public static FollowedRows of(Dataset data, BinaryOutcome event, String time) {
        double[] all = data.numbers(time);
        byte[] ended = event.values();
        int[] rows =
                IntStream.range(0, all.length)
                        .filter(
                                row ->
                                        ended[row] >= 0
                                                && all[row] >= 0
                                                && Double.isFinite(all[row]))
                        .toArray();
        byte[] events = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            events[i] = ended[rows[i]];
        }
        return new FollowedRows(
                rows, Arrays.stream(rows).mapToDouble(row -> all[row]).toArray(), events);
    }

    public int eventCount() {
        return IntStream.range(0, events.length).map(i -> events[i]).sum();
    }
}
