package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Shares every row among the components and sums what the next mixture is learned from.
///
/// Missing numbers count with their expectation given the row's other numbers and the component,
/// and with the variance that is left (Ghahramani and Jordan 1994, Supervised learning from
/// incomplete data via an EM approach). Works on runs of rows column by column.
final class Expectation {
    private static final int RUN = 512;
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final MixtureTable table;
    private final Mixture mixture;
    private final double[][][] logShares;
    private final double[] logWeights;

    Expectation(MixtureTable table, Mixture mixture) {
        this.table = table;
        this.mixture = mixture;
        logWeights = Arrays.stream(mixture.weights()).map(Math::log).toArray();
        logShares =
                Arrays.stream(mixture.shares())
                        .map(
                                component ->
                                        Arrays.stream(component)
                                                .map(p -> Arrays.stream(p).map(Math::log).toArray())
                                                .toArray(double[][]::new))
                        .toArray(double[][][]::new);
    }

    /// Rows `from` to `to` of one pattern of missing numbers.
    private record Run(Group group, int from, int to) {}

    /// What is the same for all rows of one pattern, by component.
    ///
    /// @param factors Cholesky factor of the covariance of the present numbers
    /// @param logConstants of the density
    /// @param regressions `[present][missing]`: the factor's inverse times the covariance of
    ///     present and missing numbers
    /// @param left `[missing][missing]` covariance of the missing numbers given the present ones
    private record Group(
            MixtureTable.Gap gap,
            double[][][] factors,
            double[] logConstants,
            double[][][] regressions,
            double[][][] left) {}

    private Group group(MixtureTable.Gap gap) {
        int components = mixture.components();
        double[][][] factors = new double[components][][];
        double[] constants = new double[components];
        double[][][] regressions = new double[components][][];
        double[][][] left = new double[components][][];
        int[] present = gap.present();
        int[] missing = gap.missing();
        for (int k = 0; k < components; k++) {
            double[][] covariance = mixture.covariances()[k];
            double[][] factor = Mixture.cholesky(covariance, present);
            factors[k] = factor;
            constants[k] = logWeights[k] - present.length * LOG_2_PI / 2;
            for (int i = 0; i < present.length; i++) {
                constants[k] -= Math.log(factor[i][i]);
            }
            double[][] w = new double[present.length][missing.length];
            for (int m = 0; m < missing.length; m++) {
                for (int i = 0; i < present.length; i++) {
                    double sum = covariance[present[i]][missing[m]];
                    for (int j = 0; j < i; j++) {
                        sum -= factor[i][j] * w[j][m];
                    }
                    w[i][m] = sum / factor[i][i];
                }
            }
            regressions[k] = w;
            left[k] = new double[missing.length][missing.length];
            for (int a = 0; a < missing.length; a++) {
                for (int b = 0; b < missing.length; b++) {
                    double sum = covariance[missing[a]][missing[b]];
                    for (double[] row : w) {
                        sum -= row[a] * row[b];
                    }
                    left[k][a][b] = sum;
                }
            }
        }
        return new Group(gap, factors, constants, regressions, left);
    }

    /// @throws org.counterpoise.engine.CancelledException if the user stopped the work
    Moments run(Progress progress) {
        List<Run> runs = new ArrayList<>();
        for (MixtureTable.Gap gap : table.gaps()) {
            progress.check();
            Group group = group(gap);
            for (int from = gap.from(); from < gap.to(); from += RUN) {
                runs.add(new Run(group, from, Math.min(gap.to(), from + RUN)));
            }
        }
        // Runs are summed in parts whose bounds do not depend on the threads.
        int perPart = Math.max(1, 8192 / RUN);
        int parts = (runs.size() + perPart - 1) / perPart;
        Moments all = empty();
        Parallel.map(
                        parts,
                        progress,
                        "Finding components",
                        part ->
                                sum(
                                        runs.subList(
                                                part * perPart,
                                                Math.min(runs.size(), (part + 1) * perPart)),
                                        progress))
                .forEach(all::add);
        return all;
    }

    private Moments empty() {
        return new Moments(mixture.components(), mixture.numbers(), table.levels());
    }

    private Moments sum(List<Run> runs, Progress progress) {
        Moments moments = empty();
        int components = mixture.components();
        double[][] share = new double[components][RUN];
        double[][][] z = new double[components][mixture.numbers()][RUN];
        for (Run run : runs) {
            progress.check();
            int n = run.to() - run.from();
            for (int k = 0; k < components; k++) {
                logDensity(run, k, share[k], z[k]);
            }
            moments.addLogLikelihood(normalise(share, n));
            for (int k = 0; k < components; k++) {
                accumulate(run, k, share[k], z[k], moments);
            }
        }
        return moments;
    }

    /// Sets `log` to the logarithm of the joint density, and `z` to the whitened present numbers.
    private void logDensity(Run run, int k, double[] log, double[][] z) {
        int n = run.to() - run.from();
        int from = run.from();
        Group group = run.group();
        double[][] factor = group.factors()[k];
        Arrays.fill(log, 0, n, group.logConstants()[k]);
        int[] present = group.gap().present();
        for (int i = 0; i < present.length; i++) {
            double[] x = table.numbers()[present[i]];
            double mean = mixture.means()[k][present[i]];
            double[] zi = z[i];
            for (int r = 0; r < n; r++) {
                zi[r] = x[from + r] - mean;
            }
            for (int j = 0; j < i; j++) {
                double f = factor[i][j];
                double[] zj = z[j];
                for (int r = 0; r < n; r++) {
                    zi[r] -= f * zj[r];
                }
            }
            double inverse = 1 / factor[i][i];
            for (int r = 0; r < n; r++) {
                zi[r] *= inverse;
                log[r] -= zi[r] * zi[r] / 2;
            }
        }
        for (int c = 0; c < table.categories().length; c++) {
            int[] codes = table.categories()[c];
            double[] logShare = logShares[k][c];
            for (int r = 0; r < n; r++) {
                log[r] += logShare[codes[from + r]];
            }
        }
    }

    /// Turns logarithms of joint densities into shares that sum to 1 in each row.
    ///
    /// @return the sum over rows of the log-likelihood
    private static double normalise(double[][] log, int n) {
        double sum = 0;
        for (int r = 0; r < n; r++) {
            double most = Double.NEGATIVE_INFINITY;
            for (double[] one : log) {
                most = Math.max(most, one[r]);
            }
            double total = 0;
            for (double[] one : log) {
                one[r] = Math.exp(one[r] - most);
                total += one[r];
            }
            for (double[] one : log) {
                one[r] /= total;
            }
            sum += most + Math.log(total);
        }
        return sum;
    }

    /// Adds the rows of a run, weighted by their share; `z` is overwritten.
    private void accumulate(Run run, int k, double[] share, double[][] z, Moments moments) {
        int n = run.to() - run.from();
        int from = run.from();
        double rows = 0;
        for (int r = 0; r < n; r++) {
            rows += share[r];
        }
        moments.addRows(k, rows);
        double[][] x = completed(run, k, z);
        double[] first = moments.first(k);
        double[][] second = moments.second(k);
        for (int i = 0; i < x.length; i++) {
            double[] weighted = z[i];
            double[] xi = x[i];
            int offset = offset(run, i);
            double sum = 0;
            for (int r = 0; r < n; r++) {
                weighted[r] = share[r] * xi[offset + r];
                sum += weighted[r];
            }
            first[i] += sum;
            for (int j = 0; j <= i; j++) {
                double[] xj = x[j];
                int other = offset(run, j);
                double product = 0;
                for (int r = 0; r < n; r++) {
                    product += weighted[r] * xj[other + r];
                }
                second[i][j] += product;
            }
        }
        addLeft(run.group(), k, rows, second);
        for (int c = 0; c < table.categories().length; c++) {
            int[] codes = table.categories()[c];
            double[] counts = moments.counts(k, c);
            for (int r = 0; r < n; r++) {
                counts[codes[from + r]] += share[r];
            }
        }
    }

    /// The numbers of a run: the table's own where present, else their expectation.
    private double[][] completed(Run run, int k, double[][] z) {
        int[] present = run.group().gap().present();
        int[] missing = run.group().gap().missing();
        double[][] x = table.numbers().clone();
        int n = run.to() - run.from();
        for (int m = 0; m < missing.length; m++) {
            double[] expected = new double[n];
            Arrays.fill(expected, mixture.means()[k][missing[m]]);
            for (int i = 0; i < present.length; i++) {
                double w = run.group().regressions()[k][i][m];
                for (int r = 0; r < n; r++) {
                    expected[r] += w * z[i][r];
                }
            }
            x[missing[m]] = expected;
        }
        return x;
    }

    private static int offset(Run run, int number) {
        return Arrays.binarySearch(run.group().gap().missing(), number) >= 0 ? 0 : run.from();
    }

    private static void addLeft(Group group, int k, double rows, double[][] second) {
        int[] missing = group.gap().missing();
        for (int a = 0; a < missing.length; a++) {
            for (int b = 0; b <= a; b++) {
                second[missing[a]][missing[b]] += rows * group.left()[k][a][b];
            }
        }
    }
}
