package org.counterpoise.engine.stats.plate;

import java.util.Arrays;

/// A local plane over rows and columns, fitted to the samples of a plate.
final class LoessSurface {
    private static final int REWEIGHTED = 2;
    private static final double FAR = 6;

    private final Wells wells;
    private final int[] samples;
    private final int near;
    private final double[] robustness;

    LoessSurface(Wells wells, double span) {
        this.wells = wells;
        this.samples = new int[wells.samples()];
        for (int well = 0, n = 0; well < wells.size(); well++) {
            if (wells.sample(well)) {
                samples[n++] = well;
            }
        }
        this.near = Math.clamp((int) Math.ceil(span * samples.length), 0, samples.length);
        this.robustness = new double[wells.size()];
        Arrays.fill(robustness, 1);
    }

    /// The surface at every well; NaN everywhere if there are fewer than 9 samples.
    double[] fit() {
        double[] surface = new double[wells.size()];
        Arrays.fill(surface, Double.NaN);
        if (samples.length < 9 || near < 4) {
            return surface;
        }
        for (int pass = 0; pass <= REWEIGHTED; pass++) {
            for (int well = 0; well < surface.length; well++) {
                surface[well] = at(well);
            }
            reweight(surface);
        }
        return surface;
    }

    private void reweight(double[] surface) {
        double[] misses = new double[samples.length];
        for (int i = 0; i < misses.length; i++) {
            misses[i] = Math.abs(wells.values()[samples[i]] - surface[samples[i]]);
        }
        double scale = FAR * Robust.median(misses);
        for (int i = 0; i < misses.length; i++) {
            double u = scale > 0 ? misses[i] / scale : 0;
            double weight = u >= 1 ? 0 : 1 - u * u;
            robustness[samples[i]] = weight * weight;
        }
    }

    private double at(int well) {
        int row = well / wells.columns();
        int column = well % wells.columns();
        double reach = reach(row, column);
        double w0 = 0, wx = 0, wy = 0, wxx = 0, wxy = 0, wyy = 0, wz = 0, wxz = 0, wyz = 0;
        for (int sample : samples) {
            double x = sample % wells.columns() - column;
            double y = sample / wells.columns() - row;
            double distance = Math.sqrt(x * x + y * y) / reach;
            if (distance >= 1) {
                continue;
            }
            double cube = 1 - distance * distance * distance;
            double w = cube * cube * cube * robustness[sample];
            double z = wells.values()[sample];
            w0 += w;
            wx += w * x;
            wy += w * y;
            wxx += w * x * x;
            wxy += w * x * y;
            wyy += w * y * y;
            wz += w * z;
            wxz += w * x * z;
            wyz += w * y * z;
        }
        // The plane at x = y = 0 by Cramer's rule; a mean where the samples lie on one line.
        double a = wxx * wyy - wxy * wxy;
        double determinant = w0 * a - wx * (wx * wyy - wxy * wy) + wy * (wx * wxy - wxx * wy);
        if (Math.abs(determinant) < 1e-9 * w0 * (wxx + 1e-300) * (wyy + 1e-300)) {
            return wz / w0;
        }
        return (wz * a - wx * (wxz * wyy - wxy * wyz) + wy * (wxz * wxy - wxx * wyz)) / determinant;
    }

    /// A little more than the distance to the last of the nearest samples.
    private double reach(int row, int column) {
        int[] byDistance = new int[wells.rows() * wells.rows() + wells.columns() * wells.columns()];
        for (int sample : samples) {
            int x = sample % wells.columns() - column;
            int y = sample / wells.columns() - row;
            byDistance[x * x + y * y]++;
        }
        int seen = 0;
        int squared = 0;
        while (seen < near) {
            seen += byDistance[squared++];
        }
        return Math.max(1.5, Math.sqrt(squared - 1.0) * 1.001);
    }
}
