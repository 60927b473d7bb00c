package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Borderline-SMOTE: only rows in danger are joined, those at least half but not all of whose
/// nearest rows are of another class.
///
/// @param judges how many nearest rows decide about danger (m)
/// @param towardsAll whether partners may be of another class (Borderline-2); the new row then
///     stays in the nearer half, drawn as the product of U(0, 1) and U(0, ½)
record BorderJoin(int neighbours, int judges, boolean towardsAll) implements Oversampling {
    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        int[] danger = danger(members, judges, progress.part(0, 0.6));
        if (danger.length == 0) {
            members.remark()
                    .accept(
                            "no row lies at the border to another class, so rows were made from all"
                                    + " rows of the class, as by SMOTE.");
            return new NearestJoin(neighbours).draft(members, count, seed, progress.part(0.6, 1));
        }
        members.remark()
                .accept(
                        danger.length
                                + " of "
                                + members.sought().length
                                + " rows are at the border.");
        int[] bases = ClassRows.drawn(danger, count, seed);
        return towardsAll
                ? towardsAll(members, bases, progress.part(0.6, 1))
                : members.join(bases, neighbours, Draft.Place.UNIFORM, progress.part(0.6, 1));
    }

    /// The rows of a class in danger, ascending.
    static int[] danger(ClassRows members, int judges, Progress progress) {
        int[] sought = members.sought();
        int asked = Math.min(judges, members.rows().length + members.rest().length - 1);
        int[] others = members.others(sought, judges, progress);
        return IntStream.range(0, sought.length)
                .filter(i -> 2 * others[i] >= asked && others[i] < asked)
                .map(i -> sought[i])
                .toArray();
    }

    private Draft towardsAll(ClassRows members, int[] bases, Progress progress) {
        int[] queries = Arrays.stream(bases).distinct().sorted().toArray();
        int[][] found = members.nearest(queries, members.everyone(), neighbours, progress);
        int[][] partners = new int[bases.length][];
        int[][] voters = new int[bases.length][];
        for (int i = 0; i < bases.length; i++) {
            int base = bases[i];
            partners[i] = found[Arrays.binarySearch(queries, base)];
            int[] own = Arrays.stream(partners[i]).filter(members::holds).toArray();
            voters[i] = own.length > 0 ? own : new int[] {base};
        }
        return new Draft(
                bases,
                partners,
                voters,
                (row, partner, random) -> {
                    double place = random.nextDouble();
                    return members.holds(partner) ? place : place * 0.5 * random.nextDouble();
                });
    }
}
