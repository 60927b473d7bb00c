package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Levels of categories that occur in fewer rows than a minimum are merged before a model learns,
/// so that no made row can point to the few people who have them.
///
/// Merged levels are called `other`. If they still make up fewer rows than the minimum, the next
/// rarest level joins them. Outcome, decisions and protected attributes are left as they are unless
/// they are named, as merging them would hide the very groups that are looked at; a note says where
/// that leaves a rare level.
///
/// @param minimum rows that a level needs to stay; 0 or 1 merges nothing
/// @param also outcome, decision or protected columns to merge as well
public record RareLevels(int minimum, List<String> also) {
    /// Merges nothing.
    public static final RareLevels KEEP = new RareLevels(0, List.of());

    /// The level that rare ones become.
    public static final String OTHER = "other";

    /// @param levels that were merged, rarest first
    /// @param rows that had one of them
    public record Merged(String column, List<String> levels, int rows) {
        public Merged {
            levels = List.copyOf(levels);
        }
    }

    /// @param data with merged levels
    /// @param notes what was merged and what was not, one plain sentence each
    public record Result(Dataset data, List<Merged> merged, List<String> notes) {
        public Result {
            merged = List.copyOf(merged);
            notes = List.copyOf(notes);
        }
    }

    public RareLevels {
        also = also == null ? List.of() : List.copyOf(also);
    }

    public RareLevels(int minimum) {
        this(minimum, List.of());
    }

    public boolean none() {
        return minimum <= 1;
    }

    /// Merges the rare levels of a table.
    ///
    /// @throws org.counterpoise.engine.UserProblem if a column named in `also` is not there
    public Result apply(Dataset data) {
        also.forEach(data.schema()::column);
        if (none()) {
            return new Result(data, List.of(), List.of());
        }
        List<Column> columns = new ArrayList<>();
        List<Merged> merged = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            Column column = data.column(info.name());
            if (column instanceof Column.Codes codes
                    && Learnable.modelled(info)
                    && info.type() != ColumnType.BOOLEAN) {
                int[] rare = rare(codes);
                if (rare.length > 0 && spared(info)) {
                    notes.add(spare(info, rare.length));
                } else if (rare.length > 0) {
                    Merged one = merged(info.name(), codes, rare);
                    merged.add(one);
                    notes.add(say(one));
                    column = merge(codes, rare);
                }
            }
            columns.add(column);
        }
        Dataset result = new Dataset(data.name(), data.part(), data.schema(), columns);
        return new Result(result, merged, notes);
    }

    private boolean spared(ColumnInfo info) {
        return switch (info.role()) {
            case OUTCOME, PREDICTION, PROTECTED -> !also.contains(info.name());
            case Role _ -> false;
        };
    }

    /// The codes to merge, rarest first; none where no level is rare.
    private int[] rare(Column.Codes codes) {
        long[] counts = codes.counts();
        int[] byCount =
                IntStream.range(0, counts.length)
                        .filter(code -> counts[code] > 0)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer code) -> counts[code]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long rows = 0;
        int taken = 0;
        while (taken < byCount.length
                && (counts[byCount[taken]] < minimum || (taken > 0 && rows < minimum))) {
            rows += counts[byCount[taken++]];
        }
        return Arrays.copyOf(byCount, taken);
    }

    private static Merged merged(String column, Column.Codes codes, int[] rare) {
        long[] counts = codes.counts();
        return new Merged(
                column,
                Arrays.stream(rare).mapToObj(codes.levels()::get).toList(),
                Math.toIntExact(Arrays.stream(rare).mapToLong(code -> counts[code]).sum()));
    }

    /// Levels that stay keep their order; `other` comes last, or stays where it was.
    private static Column.Codes merge(Column.Codes codes, int[] rare) {
        boolean[] gone = new boolean[codes.levels().size()];
        Arrays.stream(rare).forEach(code -> gone[code] = true);
        List<String> levels = new ArrayList<>();
        int[] recoded = new int[gone.length];
        for (int code = 0; code < gone.length; code++) {
            if (!gone[code]) {
                recoded[code] = levels.size();
                levels.add(codes.levels().get(code));
            }
        }
        int other = levels.indexOf(OTHER);
        if (other < 0) {
            other = levels.size();
            levels.add(OTHER);
        }
        for (int code : rare) {
            recoded[code] = other;
        }
        int[] all =
                Arrays.stream(codes.codes()).map(code -> code < 0 ? -1 : recoded[code]).toArray();
        return new Column.Codes(all, levels);
    }

    private String say(Merged one) {
        return String.format(
                java.util.Locale.ROOT,
                "\"%s\": %,d %s with fewer than %,d rows merged into \"%s\", %,d rows.",
                one.column(),
                one.levels().size(),
                one.levels().size() == 1 ? "level" : "levels",
                minimum,
                OTHER,
                one.rows());
    }

    private String spare(ColumnInfo info, int levels) {
        return String.format(
                java.util.Locale.ROOT,
                "\"%s\" has rare levels (%,d to merge for a minimum of %,d rows), which were kept as"
                        + " it is %s.",
                info.name(),
                levels,
                minimum,
                info.role() == Role.PROTECTED ? "protected" : "what is predicted");
    }
}
