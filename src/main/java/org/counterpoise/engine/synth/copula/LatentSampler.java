package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.stats.Normal;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws the latent numbers of a row from a normal or t distribution, some held to intervals.
///
/// The held numbers follow the truncated multivariate distribution exactly: the rarest is drawn
/// from its own truncated distribution, the others given it, and the draw is rejected unless all
/// lie in their intervals. Where that is rejected too often (intervals that hardly occur together),
/// the draw starts from the sequential truncated normals of Geweke, Hajivassiliou and Keane and is
/// brought to the target by Gibbs sampling (Geweke 1991; Kotecha and Djurić 1999,
/// doi:10.1109/ICASSP.1999.756335). The free numbers are then drawn given the held ones.
///
/// A t distribution is normal given its common factor, which is drawn given the first held number
/// and, in Gibbs sampling, given all held numbers of the sweep.
final class LatentSampler implements Dependence.Sampler {
    private static final int TRIES = 500;
    private static final int SWEEPS = 100;
    private static final double REJECTED = 0;

    private final Mixing mixing;
    private final int[] order;
    private final int held;
    private final double[] from;
    private final double[] to;
    /// Row `i` holds the first `i + 1` entries of the Cholesky factor, latent numbers in `order`.
    private final double[][] factor;
    private final double[][] precision;

    /// @param correlation of all latent numbers, positive definite
    /// @param from lower ends by latent number, minus infinity where free
    /// @param to upper ends by latent number, infinity where free
    LatentSampler(double[][] correlation, Mixing mixing, double[] from, double[] to) {
        this.mixing = mixing;
        int size = correlation.length;
        int[] free = IntStream.range(0, size).filter(i -> isFree(from[i], to[i])).toArray();
        int[] bound =
                IntStream.range(0, size)
                        .filter(i -> !isFree(from[i], to[i]))
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Integer i) -> Normal.probability(from[i], to[i])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.held = bound.length;
        this.order = IntStream.concat(Arrays.stream(bound), Arrays.stream(free)).toArray();
        this.from = Arrays.stream(bound).mapToDouble(i -> mixing.outward(from[i])).toArray();
        this.to = Arrays.stream(bound).mapToDouble(i -> mixing.outward(to[i])).toArray();
        DMatrixRMaj ordered = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                ordered.set(i, j, correlation[order[i]][order[j]]);
            }
        }
        this.factor = cholesky(ordered);
        this.precision = held > 1 ? inverse(ordered, held) : new double[0][];
    }

    private static boolean isFree(double from, double to) {
        return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
    }

    private static double[][] cholesky(DMatrixRMaj matrix) {
        int size = matrix.getNumRows();
        double[][] rows = new double[size][];
        if (size > 0) {
            CholeskyDecomposition_F64<DMatrixRMaj> decomposition =
                    DecompositionFactory_DDRM.chol(size, true);
            if (!decomposition.decompose(matrix.copy())) {
                throw new IllegalStateException("the correlation matrix is not positive definite");
            }
            DMatrixRMaj lower = decomposition.getT(null);
            for (int i = 0; i < size; i++) {
                rows[i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                    rows[i][j] = lower.get(i, j);
                }
            }
        }
        return rows;
    }

    private static double[][] inverse(DMatrixRMaj ordered, int size) {
        DMatrixRMaj block = CommonOps_DDRM.extract(ordered, 0, size, 0, size);
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        if (!CommonOps_DDRM.invert(block, inverse)) {
            throw new IllegalStateException("the correlation matrix is singular");
        }
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = inverse.get(i, j);
            }
        }
        return rows;
    }

    @Override
    public int workSize() {
        return order.length;
    }

    @Override
    public boolean draw(double[] z, double[] work, RandomGenerator random) {
        double common;
        if (held == 0) {
            common = mixing.factor(random);
        } else {
            common = reject(work, random);
            if (common == REJECTED) {
                common = gibbs(work, random);
            }
        }
        for (int i = held; i < order.length; i++) {
            work[i] = random.nextGaussian();
        }
        for (int i = 0; i < order.length; i++) {
            z[order[i]] = mixing.inward(common * row(i, work, i + 1));
        }
        return true;
    }

    /// Draws the independent numbers behind the held ones until all lie in their intervals.
    ///
    /// @return the common factor, or [#REJECTED]
    private double reject(double[] work, RandomGenerator random) {
        for (int tries = 0; tries < TRIES; tries++) {
            double first = mixing.truncated(from[0], to[0], random);
            double common = mixing.factorGiven(first * first, 1, random);
            work[0] = first / common;
            int inside = 1;
            boolean accepted = true;
            while (accepted && inside < held) {
                work[inside] = random.nextGaussian();
                double x = common * row(inside, work, inside + 1);
                accepted = x >= from[inside] && x < to[inside];
                inside += accepted ? 1 : 0;
            }
            if (accepted) {
                return common;
            }
        }
        return REJECTED;
    }

    private double gibbs(double[] work, RandomGenerator random) {
        double[] z = new double[held];
        double first = mixing.truncated(from[0], to[0], random);
        double common = mixing.factorGiven(first * first, 1, random);
        z[0] = first / common;
        work[0] = z[0];
        for (int i = 1; i < held; i++) {
            double mean = row(i, work, i);
            work[i] = truncated(i, mean, factor[i][i], common, random);
            z[i] = mean + factor[i][i] * work[i];
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double squares = 0;
            for (int i = 0; i < held; i++) {
                squares += z[i] * product(i, z);
            }
            double next = mixing.factorGiven(common * common * squares, held, random);
            for (int i = 0; i < held; i++) {
                z[i] *= common / next;
            }
            common = next;
            for (int i = 0; i < held; i++) {
                double mean = z[i] - product(i, z) / precision[i][i];
                double deviation = 1 / Math.sqrt(precision[i][i]);
                z[i] = mean + deviation * truncated(i, mean, deviation, common, random);
            }
        }
        for (int i = 0; i < held; i++) {
            work[i] = (z[i] - row(i, work, i)) / factor[i][i];
        }
        return common;
    }

    /// The product of a row of the precision matrix with the held numbers.
    private double product(int i, double[] z) {
        double sum = 0;
        for (int j = 0; j < held; j++) {
            sum += precision[i][j] * z[j];
        }
        return sum;
    }

    private double truncated(
            int i, double mean, double deviation, double common, RandomGenerator random) {
        return Normal.truncated(
                (from[i] / common - mean) / deviation, (to[i] / common - mean) / deviation, random);
    }

    /// The product of a row of the factor with the first `length` independent numbers.
    private double row(int i, double[] work, int length) {
        double sum = 0;
        double[] row = factor[i];
        for (int j = 0; j < length; j++) {
            sum += row[j] * work[j];
        }
        return sum;
    }
}
