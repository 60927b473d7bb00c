package org.counterpoise.engine.stats.plate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A local plane over rows and columns, fitted to the samples of a plate.
///
/// How far a plane reaches and how much a well weighs at each distance depend on the layout alone,
/// so they are worked out once; every reweighted pass then only sums, row by row.
final class LoessSurface {
    private static final int REWEIGHTED = 2;
    private static final double FAR = 6;

    /// Fewer samples, or fewer near a well, do not hold a plane.
    private static final int FEWEST = 9;

    private static final int FEWEST_NEAR = 4;

    private final int rows;
    private final int columns;

    /// The readouts of samples; 0 elsewhere.
    private final double[] values;

    private final int[] samples;

    /// 1 for samples; 0 elsewhere.
    private final int[] sample;

    private final int near;

    /// 0 to 1 for samples; 0 elsewhere.
    private final double[] robustness;

    LoessSurface(Wells wells, double span) {
        this.rows = wells.rows();
        this.columns = wells.columns();
        this.values = new double[wells.size()];
        this.robustness = new double[wells.size()];
        this.samples = new int[wells.samples()];
        this.sample = new int[wells.size()];
        for (int well = 0, n = 0; well < wells.size(); well++) {
            if (wells.sample(well)) {
                values[well] = wells.values()[well];
                robustness[well] = 1;
                sample[well] = 1;
                samples[n++] = well;
            }
        }
        this.near = Math.clamp((int) Math.ceil(span * samples.length), 0, samples.length);
    }

    /// The surface at every well; NaN everywhere if there are fewer than 9 samples.
    double[] fit() {
        double[] surface = new double[values.length];
        Arrays.fill(surface, Double.NaN);
        if (samples.length < FEWEST || near < FEWEST_NEAR) {
            return surface;
        }
        Kernel[] kernels = kernels();
        for (int pass = 0; pass <= REWEIGHTED; pass++) {
            for (int well = 0; well < surface.length; well++) {
                surface[well] = at(well, kernels[well]);
            }
            reweight(surface);
        }
        return surface;
    }

    private void reweight(double[] surface) {
        double[] misses = new double[samples.length];
        for (int i = 0; i < misses.length; i++) {
            misses[i] = Math.abs(values[samples[i]] - surface[samples[i]]);
        }
        double scale = FAR * Robust.median(misses);
        for (int i = 0; i < misses.length; i++) {
            double u = scale > 0 ? misses[i] / scale : 0;
            double weight = u >= 1 ? 0 : 1 - u * u;
            robustness[samples[i]] = weight * weight;
        }
    }

    /// The height of the local plane at a well: weighted least squares with the well as origin.
    private double at(int well, Kernel kernel) {
        int row = well / columns;
        int column = well % columns;
        double w0 = 0, wx = 0, wy = 0, wxx = 0, wxy = 0, wyy = 0, wz = 0, wxz = 0, wyz = 0;
        int last = Math.min(rows - 1, row + kernel.reach());
        for (int r = Math.max(0, row - kernel.reach()); r <= last; r++) {
            int y = r - row;
            double[] weights = kernel.weights()[Math.abs(y)];
            int from = Math.max(0, column - weights.length + 1);
            int to = Math.min(columns - 1, column + weights.length - 1);
            double s0 = 0, sx = 0, sxx = 0, sz = 0, sxz = 0;
            for (int c = from, other = r * columns + from; c <= to; c++, other++) {
                double x = c - column;
                double w = weights[Math.abs(c - column)] * robustness[other];
                double weightedX = w * x;
                double z = values[other];
                s0 += w;
                sx += weightedX;
                sxx += weightedX * x;
                sz += w * z;
                sxz += weightedX * z;
            }
            w0 += s0;
            wx += sx;
            wy += y * s0;
            wxx += sxx;
            wxy += y * sx;
            wyy += (double) y * y * s0;
            wz += sz;
            wxz += sxz;
            wyz += y * sz;
        }
        // The plane at x = y = 0 by Cramer's rule; a mean where the samples lie on one line.
        double a = wxx * wyy - wxy * wxy;
        double determinant = w0 * a - wx * (wx * wyy - wxy * wy) + wy * (wx * wxy - wxx * wy);
        if (Math.abs(determinant) < 1e-9 * w0 * (wxx + 1e-300) * (wyy + 1e-300)) {
            return wz / w0;
        }
        return (wz * a - wx * (wxz * wyy - wxy * wyz) + wy * (wxz * wxy - wxx * wyz)) / determinant;
    }

    /// The kernel of every well; wells whose neighbours reach equally far share one.
    private Kernel[] kernels() {
        Map<Integer, Kernel> byReach = new HashMap<>();
        int[] counts = new int[rows * rows + columns * columns];
        Kernel[] kernels = new Kernel[values.length];
        for (int well = 0; well < kernels.length; well++) {
            kernels[well] = byReach.computeIfAbsent(farthest(well, counts), Kernel::of);
        }
        return kernels;
    }

    /// The squared distance of a well to the last of its nearest samples.
    ///
    /// @param counts a buffer with a place for every squared distance
    private int farthest(int well, int[] counts) {
        Arrays.fill(counts, 0);
        int y = -(well / columns);
        for (int from = 0; from < values.length; from += columns, y++) {
            int x = -(well % columns);
            for (int other = from; other < from + columns; other++, x++) {
                counts[x * x + y * y] += sample[other];
            }
        }
        int seen = 0;
        int squared = 0;
        while (seen < near) {
            seen += counts[squared++];
        }
        return squared - 1;
    }

    /// Tricube weights by the distance in rows and columns.
    ///
    /// @param weights per distance in rows, from 0, the weights per distance in columns, from 0
    private record Kernel(double[][] weights) {

        /// Reaches a little farther than the last of the nearest samples.
        static Kernel of(int squared) {
            double radius = Math.max(1.5, Math.sqrt(squared) * 1.001);
            double[][] weights = new double[(int) Math.ceil(radius)][];
            for (int y = 0; y < weights.length; y++) {
                weights[y] = new double[(int) Math.ceil(Math.sqrt(radius * radius - y * y))];
                for (int x = 0; x < weights[y].length; x++) {
                    double distance = Math.sqrt((double) x * x + y * y) / radius;
                    double cube = Math.max(0, 1 - distance * distance * distance);
                    weights[y][x] = cube * cube * cube;
                }
            }
            return new Kernel(weights);
        }

        /// The largest distance in rows.
        int reach() {
            return weights.length - 1;
        }
    }
}
