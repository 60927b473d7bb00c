package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Apportion;

import java.util.Arrays;

/// ADASYN: a row starts as many new rows as other classes crowd it.
record AdaptiveJoin(int neighbours) implements Oversampling {
    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        double[] crowding = crowding(members, neighbours, progress.part(0, 0.6));
        if (Arrays.stream(crowding).allMatch(share -> share == 0)) {
            members.remark()
                    .accept(
                            "no row has a neighbour of another class, so every row started equally"
                                    + " many, as by SMOTE.");
            return new NearestJoin(neighbours).draft(members, count, seed, progress.part(0.6, 1));
        }
        int[] parts = Apportion.largestRemainder(count, crowding);
        int[] bases = new int[count];
        int filled = 0;
        for (int i = 0; i < parts.length; i++) {
            Arrays.fill(bases, filled, filled + parts[i], members.sought()[i]);
            filled += parts[i];
        }
        return members.join(bases, neighbours, Draft.Place.UNIFORM, progress.part(0.6, 1));
    }

    /// For each row of the class the share of other classes among its nearest rows (r).
    static double[] crowding(ClassRows members, int neighbours, Progress progress) {
        int asked = Math.min(neighbours, members.rows().length + members.rest().length - 1);
        return Arrays.stream(members.others(members.sought(), neighbours, progress))
                .mapToDouble(others -> (double) others / asked)
                .toArray();
    }
}
