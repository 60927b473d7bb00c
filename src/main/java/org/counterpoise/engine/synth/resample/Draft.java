package org.counterpoise.engine.synth.resample;

import java.util.random.RandomGenerator;

/// From which rows new rows are made; what one oversampling method says and another does not.
///
/// @param bases the row each new row starts from, as training rows
/// @param partners for each new row those among which a partner is drawn, at least one
/// @param voters for each new row those whose most frequent category it takes
/// @param place where on the line to the partner a row lies
/// @param spread standard deviation of the noise added to each feature; empty for none
record Draft(int[] bases, int[][] partners, int[][] voters, Place place, double[] spread) {

    /// A place on the line from a row to its partner: 0 is the row, 1 the partner, below 0 beyond
    /// the row.
    interface Place {
        Place UNIFORM = (row, partner, random) -> random.nextDouble();

        /// @param row number of the new row
        double at(int row, int partner, RandomGenerator random);
    }

    Draft(int[] bases, int[][] partners, int[][] voters, Place place) {
        this(bases, partners, voters, place, new double[0]);
    }
}
