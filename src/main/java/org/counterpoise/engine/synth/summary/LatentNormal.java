package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.stats.CorrelationMatrix;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Finds the correlations of latent normal numbers that lead to those of the values (NORTA, Cario
/// and Nelson 1997).
final class LatentNormal {
    private static final int NODES = 200;
    private static final int BISECTIONS = 30;
    private static final int CELLS = 8192;
    private static final double REACH = 8;

    /// Values of each column on a fine grid of latent numbers, standardised.
    private final double[][] grids;
    private final double[] nodes = new double[NODES];
    private final Summary summary;
    private final SummarySettings.Coefficient coefficient;

    LatentNormal(Summary summary, SummarySettings.Coefficient coefficient) {
        this.summary = summary;
        this.coefficient = coefficient;
        for (int i = 0; i < NODES; i++) {
            nodes[i] = Normal.quantile((i + 0.5) / NODES);
        }
        this.grids = summary.columns().stream().map(this::grid).toArray(double[][]::new);
    }

    private double[] grid(Summary.Described column) {
        double[] grid = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            double z = REACH * (2.0 * i / CELLS - 1);
            grid[i] = score(column, z);
        }
        double mean = 0;
        double square = 0;
        for (double node : nodes) {
            double value = at(grid, node);
            mean += value / NODES;
            square += value * value / NODES;
        }
        double deviation = Math.sqrt(Math.max(0, square - mean * mean));
        double centre = mean;
        return Arrays.stream(grid).map(v -> deviation > 0 ? (v - centre) / deviation : 0).toArray();
    }

    private double score(Summary.Described column, double z) {
        return switch (column) {
            case Summary.Quantity quantity ->
                    coefficient == SummarySettings.Coefficient.SPEARMAN
                            ? Normal.below(z)
                            : quantity.marginal().value(z);
            case Summary.Factor factor -> level(factor.shares(), z);
        };
    }

    /// The level at a latent number: levels divide its distribution in their order.
    static int level(double[] shares, double z) {
        double chance = Normal.below(z);
        double sum = 0;
        int level = 0;
        while (level < shares.length - 1 && chance >= (sum += shares[level])) {
            level++;
        }
        return level;
    }

    private static double at(double[] grid, double z) {
        double place = Math.clamp((z / REACH + 1) / 2 * CELLS, 0, CELLS - 1e-9);
        int cell = (int) place;
        return grid[cell] + (place - cell) * (grid[cell + 1] - grid[cell]);
    }

    /// Positive definite, by column.
    ///
    /// @param notes takes what had to be changed
    /// @throws UserProblem if a correlation cannot be reached with the two distributions
    double[][] correlations(String table, List<String> notes) {
        int size = grids.length;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
        }
        for (Summary.Correlated pair : summary.correlations()) {
            double latent = latent(pair, table);
            matrix[pair.first()][pair.second()] = latent;
            matrix[pair.second()][pair.first()] = latent;
        }
        CorrelationMatrix repaired = CorrelationMatrix.repaired(matrix);
        notes.addAll(repaired.notes());
        return repaired.matrix();
    }

    private double latent(Summary.Correlated pair, String table) {
        double[] a = grids[pair.first()];
        double[] b = grids[pair.second()];
        double least = implied(a, b, -1);
        double most = implied(a, b, 1);
        if (pair.value() < least - 0.005 || pair.value() > most + 0.005) {
            throw new UserProblem(
                    String.format(
                            Locale.ROOT,
                            "%s and %s cannot be correlated by %.2f: with these distributions it is"
                                    + " %.2f to %.2f.",
                            summary.columns().get(pair.first()).name(),
                            summary.columns().get(pair.second()).name(),
                            pair.value(),
                            least,
                            most),
                    table + ", row " + (pair.line() + 1),
                    "Correct the correlation or the distributions.");
        }
        double low = -1;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (implied(a, b, middle) < pair.value()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The correlation of two columns whose latent numbers are correlated by `rho`, by the midpoint
    /// rule over chances.
    private double implied(double[] a, double[] b, double rho) {
        double rest = Math.sqrt(Math.max(0, 1 - rho * rho));
        double sum = 0;
        for (double z : nodes) {
            double own = at(a, z);
            double inner = 0;
            for (double w : nodes) {
                inner += at(b, rho * z + rest * w);
            }
            sum += own * inner / NODES;
        }
        return sum / NODES;
    }

    /// What was assumed of each column, for the report.
    List<String> assumptions() {
        List<String> texts = new ArrayList<>();
        for (Summary.Described column : summary.columns()) {
            texts.add(
                    column.name()
                            + switch (column) {
                                case Summary.Quantity quantity -> " " + quantity.marginal().name();
                                case Summary.Factor factor ->
                                        " " + factor.levels().size() + " levels";
                            });
        }
        return texts;
    }
}
