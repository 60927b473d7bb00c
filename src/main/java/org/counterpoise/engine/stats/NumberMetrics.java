package org.counterpoise.engine.stats;

/// How well predicted numbers meet observed ones, over rows that may count several times.
///
/// @param explained R²: 1 less the squared error over that of the rows' own mean; 0 or less for
///     predictions no better than that mean, NaN if the observed numbers do not vary
/// @param rootMeanSquare root of the mean squared error (RMSE)
/// @param meanAbsolute mean absolute error (MAE)
/// @param slope of the observed numbers on the predicted ones (the calibration slope), 1 if they
///     are neither too extreme nor too much alike; NaN if the predictions do not vary
public record NumberMetrics(
        double explained, double rootMeanSquare, double meanAbsolute, double slope) {

    /// @param rows that are judged
    /// @param weights how often each row of the table counts
    public static NumberMetrics of(
            double[] observed, double[] predicted, int[] rows, int[] weights) {
        double n = 0;
        double sumObserved = 0;
        double sumPredicted = 0;
        double absolute = 0;
        double square = 0;
        for (int row : rows) {
            int weight = weights[row];
            double error = predicted[row] - observed[row];
            n += weight;
            sumObserved += weight * observed[row];
            sumPredicted += weight * predicted[row];
            absolute += weight * Math.abs(error);
            square += weight * error * error;
        }
        double meanObserved = sumObserved / n;
        double meanPredicted = sumPredicted / n;
        double own = 0;
        double spread = 0;
        double common = 0;
        for (int row : rows) {
            int weight = weights[row];
            double y = observed[row] - meanObserved;
            double x = predicted[row] - meanPredicted;
            own += weight * y * y;
            spread += weight * x * x;
            common += weight * x * y;
        }
        return new NumberMetrics(
                own > 0 ? 1 - square / own : Double.NaN,
                Math.sqrt(square / n),
                absolute / n,
                spread > 0 ? common / spread : Double.NaN);
    }
}
