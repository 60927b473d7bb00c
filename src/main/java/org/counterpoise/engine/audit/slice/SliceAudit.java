package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The conjunctions of conditions under which a prediction fails most.
public final class SliceAudit implements Audit<SliceSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "slice",
                "Slice finding",
                "In which corner of the data does the prediction fail most?",
                "Searches all combinations of up to three conditions, over every column and not only"
                        + " the protected ones, for the slices with the most errors for their size,"
                        + " and tests those found on rows that were not searched.",
                "When the prediction works for each group taken by itself, or when nobody knows"
                        + " where to look.",
                List.of(
                        "exact: finds what looking at every combination would find",
                        "adjusted for every slice the search ranged over, not only those shown",
                        "confirmed on rows kept back, so that luck in the search does not count"),
                List.of(
                        "a slice describes where errors are, not why",
                        "numbers are cut into bands, so that a narrow trouble spot may be blurred",
                        "half of the rows are kept for confirmation, which costs power"),
                "Sagadeeva and Boehm, SliceLine: Fast, Linear-Algebra-based Slice Finding for ML"
                        + " Model Debugging, SIGMOD (2021), doi:10.1145/3448016.3457323; Chung,"
                        + " Kraska, Polyzotis, Tae and Whang, Slice Finder, ICDE (2019),"
                        + " doi:10.1109/ICDE.2019.00139");
    }

    @Override
    public SliceSettings defaults() {
        return new SliceSettings(
                3, 20, 0.95, 32, 1, 4, 50, 10, 0.5, Learner.LOGISTIC_REGRESSION, 5, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return input.data().schema().outcome().isEmpty()
                ? Applicability.missing(
                        "Mark a column as the outcome in the data step: what is, or was, to be"
                                + " predicted.")
                : Applicability.READY;
    }

    @Override
    public Assessment run(AuditInput input, SliceSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        RowErrors errors =
                RowErrors.of(data, settings, Streams.derive(seed, "model"), progress.part(0, 0.4));
        Conditions conditions = Conditions.of(data, settings.bands(), progress);
        if (conditions.columns().isEmpty()) {
            throw new UserProblem(
                    "There is no column to make slices of.",
                    data.name(),
                    "Give at least one column the role of a feature or a protected attribute.");
        }
        int[][] sides = split(data, errors, settings.confirm(), Streams.derive(seed, "split"));
        double[] searched = select(errors.values(), sides[0]);
        double[] kept = select(errors.values(), sides[1]);
        int support =
                Math.max(
                        settings.smallest(),
                        (int) Math.ceil(settings.smallestShare() / 100 * searched.length));
        LiteralTable literals = conditions.literals(sides[0], support);
        double sum = Arrays.stream(searched).sum();
        SliceSearch search =
                sum > 0
                        ? SliceSearch.of(
                                literals,
                                searched,
                                new SliceScore(settings.alpha(), searched.length, sum, support),
                                settings.slices(),
                                settings.conditions(),
                                progress.part(0.4, 0.9))
                        : new SliceSearch(List.of(), 0);
        double possible = literals.conjunctions(settings.conditions());
        progress.report(0.9, "Confirming the slices found");
        List<FoundSlice> found = new ArrayList<>();
        for (Slice slice : search.best()) {
            progress.check();
            Map<String, String> cell = FoundSlice.cell(conditions, literals, slice);
            Excess where =
                    excess(searched, conditions, literals, slice, sides[0], errors, settings);
            found.add(
                    new FoundSlice(
                            slice,
                            FoundSlice.name(conditions, cell),
                            cell,
                            where,
                            excess(kept, conditions, literals, slice, sides[1], errors, settings),
                            Math.min(1, where.p() * possible),
                            Double.NaN));
        }
        SliceFindings findings =
                new SliceFindings(
                        data,
                        settings,
                        errors,
                        adjusted(found),
                        searched,
                        kept,
                        search.evaluated(),
                        possible,
                        support);
        List<String> notes = new ArrayList<>(errors.notes());
        notes.addAll(conditions.notes());
        notes.add(conditions.note());
        notes.add(findings.method());
        return new Assessment(
                card().id(),
                "Slices of " + data.name(),
                findings.all(leaders(conditions, literals, search.best(), sides)),
                findings.metrics(),
                notes);
    }

    /// The rows of a slice, ascending; none if the data no longer have its columns or levels.
    ///
    /// @param cell its conditions, column to level, as in the evidence of a finding
    public static int[] rows(
            Dataset data, SliceSettings settings, Map<String, String> cell, Progress progress) {
        return Conditions.of(data, settings.bands(), progress).rows(cell, data.rows());
    }

    private static Excess excess(
            double[] values,
            Conditions conditions,
            LiteralTable literals,
            Slice slice,
            int[] rows,
            RowErrors errors,
            SliceSettings settings) {
        return Excess.of(
                values,
                FoundSlice.members(conditions, literals, slice, rows),
                errors.wrongOrRight(),
                settings.confidence());
    }

    private static List<FoundSlice> adjusted(List<FoundSlice> found) {
        double[] holm =
                Multiplicity.holm(found.stream().mapToDouble(f -> f.confirmed().p()).toArray());
        return IntStream.range(0, holm.length)
                .mapToObj(
                        i -> {
                            FoundSlice f = found.get(i);
                            return new FoundSlice(
                                    f.slice(),
                                    f.name(),
                                    f.cell(),
                                    f.searched(),
                                    f.confirmed(),
                                    f.searchedP(),
                                    holm[i]);
                        })
                .toList();
    }

    /// Judged rows, those searched and those kept back. Rows of one person stay together.
    private static int[][] split(Dataset data, RowErrors errors, double confirm, long seed) {
        List<String> identifiers = data.schema().namesWithRole(Role.IDENTIFIER);
        int[] unit =
                identifiers.isEmpty()
                        ? IntStream.range(0, data.rows()).toArray()
                        : data.codes(identifiers.getFirst()).codes();
        boolean[] kept = new boolean[data.rows()];
        for (int row = 0; row < kept.length; row++) {
            long drawn = unit[row] < 0 ? -1L - row : unit[row];
            kept[row] = Streams.of(seed, drawn).nextDouble() < confirm / 100;
        }
        return new int[][] {judged(errors, kept, false), judged(errors, kept, true)};
    }

    private static int[] judged(RowErrors errors, boolean[] kept, boolean side) {
        return IntStream.range(0, kept.length)
                .filter(row -> kept[row] == side && !Double.isNaN(errors.values()[row]))
                .toArray();
    }

    private static double[] select(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /// For each slice the best slice that shares most of its rows (itself if there is none), so
    /// that variants of one trouble spot are told once.
    private static int[] leaders(
            Conditions conditions, LiteralTable literals, List<Slice> slices, int[][] sides) {
        List<boolean[]> members =
                slices.stream()
                        .map(s -> FoundSlice.members(conditions, literals, s, sides[0]))
                        .toList();
        int[] leaders = new int[slices.size()];
        for (int i = 0; i < leaders.length; i++) {
            leaders[i] = i;
            for (int j = 0; j < i && leaders[i] == i; j++) {
                if (leaders[j] == j && overlap(members.get(i), members.get(j)) > 0.5) {
                    leaders[i] = j;
                }
            }
        }
        return leaders;
    }

    /// Rows in both over rows in the smaller.
    private static double overlap(boolean[] a, boolean[] b) {
        int both = 0;
        int inA = 0;
        int inB = 0;
        for (int row = 0; row < a.length; row++) {
            inA += a[row] ? 1 : 0;
            inB += b[row] ? 1 : 0;
            both += a[row] && b[row] ? 1 : 0;
        }
        return (double) both / Math.max(1, Math.min(inA, inB));
    }
}
