package org.counterpoise.engine.synth.sequential;

/// What a tree predicts, for each training row.
sealed interface Response {

    /// How many of some predictors a tree of a forest tries at each division: the root of their
    /// number for classes, a third for numbers (Breiman 2001; Liaw and Wiener 2002).
    default int tried(int predictors) {
        int tried =
                switch (this) {
                    case Classes _ -> (int) Math.sqrt(predictors);
                    case Values _ -> predictors / 3;
                };
        return Math.max(1, tried);
    }

    /// Classes, told apart by the Gini index.
    ///
    /// @param classes per row; anything for rows that are not learned from
    /// @param count how many classes there are
    record Classes(int[] classes, int count) implements Response {}

    /// Numbers, told apart by the sum of squares.
    ///
    /// @param values per row; anything for rows that are not learned from
    record Values(double[] values) implements Response {

        /// Centred, and of a size whose squares neither vanish nor overflow.
        ///
        /// @param rows those that are learned from
        static Values scaled(double[] values, int[] rows) {
            double largest = 0;
            for (int row : rows) {
                largest = Math.max(largest, Math.abs(values[row]));
            }
            double scale = largest > 0 ? largest : 1;
            double mean = 0;
            for (int row : rows) {
                mean += values[row] / scale / rows.length;
            }
            double spread = 0;
            for (int row : rows) {
                spread = Math.max(spread, Math.abs(values[row] / scale - mean));
            }
            double[] scaled = new double[values.length];
            for (int row : rows) {
                scaled[row] = spread > 0 ? (values[row] / scale - mean) / spread : 0;
            }
            return new Values(scaled);
        }
    }
}
