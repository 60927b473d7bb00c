package org.counterpoise.engine.validate.fidelity;

import java.util.List;
import java.util.stream.DoubleStream;

/// The overall quality of SDMetrics: the mean of column shapes and column pair trends.
///
/// @param columnShapes mean similarity of the columns, NaN without any
/// @param pairTrends mean similarity of the pairs that count, NaN without any
record Quality(double columnShapes, double pairTrends) {

    static Quality of(List<ColumnShape> shapes, List<PairTrend> pairs) {
        return new Quality(
                mean(shapes.stream().mapToDouble(ColumnShape::similarity)),
                mean(pairs.stream().filter(PairTrend::counted).mapToDouble(PairTrend::similarity)));
    }

    /// The mean of the halves that are defined.
    double overall() {
        return mean(DoubleStream.of(columnShapes, pairTrends));
    }

    /// The mean of the defined values, NaN without any.
    static double mean(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }
}
