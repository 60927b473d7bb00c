package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;

/// SMOTE: any row of the class is joined with one of its `neighbours` nearest in the class, at a
/// uniform place. SMOTE-NC with categories, SMOTE-N without numbers.
record NearestJoin(int neighbours) implements Oversampling {
    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        return members.join(
                ClassRows.drawn(members.rows(), count, seed),
                neighbours,
                Draft.Place.UNIFORM,
                progress);
    }
}
