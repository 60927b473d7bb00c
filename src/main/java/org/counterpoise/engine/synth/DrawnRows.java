package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;

import java.util.ArrayList;
import java.util.List;

/// One chunk of drawn rows, as [Feature] values.
///
/// @param made rows that were made; the columns may be longer
/// @param columns by column, then row
public record DrawnRows(int made, double[][] columns) {

    /// Puts chunks together, in their order.
    ///
    /// @param training gives the name and the columns
    /// @param features of the training set, in order
    public static Dataset assemble(
            Dataset training, List<Feature> features, List<DrawnRows> chunks) {
        int rows = chunks.stream().mapToInt(DrawnRows::made).sum();
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < features.size(); column++) {
            double[] all = new double[rows];
            int at = 0;
            for (DrawnRows chunk : chunks) {
                System.arraycopy(chunk.columns()[column], 0, all, at, chunk.made());
                at += chunk.made();
            }
            columns.add(features.get(column).column(all));
        }
        return new Dataset(training.name(), Part.SYNTHETIC, training.schema(), columns);
    }
}
