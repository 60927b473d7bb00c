package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Cox's partial log-likelihood with its gradient and information at one point.
///
/// Rows are passed once from the last time to the first, while sums over those still at risk grow.
final class CoxLikelihood {
    /// Hazards beyond e to this power would overflow.
    private static final double MOST = 700;

    private static final int BLOCK = 1024;

    private final double[][] rows;
    private final double[] times;
    private final byte[] events;
    private final double ridge;
    private final Progress progress;
    private final int width;
    private final double[] gradient;
    private final DMatrixRMaj information;
    private double value;

    /// Sums over rows at risk: of hazards, of hazards times columns, and times pairs of columns.
    private double risk;

    private final double[] first;
    private final double[] second;

    /// The same over the events of one time.
    private double tiedRisk;

    private final double[] tiedFirst;
    private final double[] tiedSecond;

    CoxLikelihood(
            double[][] columns, double[] times, byte[] events, double ridge, Progress progress) {
        int[] order =
                IntStream.range(0, times.length)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(i -> times[i]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.width = columns.length;
        this.rows = new double[times.length][width];
        this.times = new double[times.length];
        this.events = new byte[times.length];
        for (int i = 0; i < order.length; i++) {
            this.times[i] = times[order[i]];
            this.events[i] = events[order[i]];
            for (int j = 0; j < width; j++) {
                rows[i][j] = columns[j][order[i]];
            }
        }
        this.ridge = ridge;
        this.progress = progress;
        this.gradient = new double[width];
        this.information = new DMatrixRMaj(width, width);
        int pairs = width * (width + 1) / 2;
        this.first = new double[width];
        this.second = new double[pairs];
        this.tiedFirst = new double[width];
        this.tiedSecond = new double[pairs];
    }

    /// The penalised partial log-likelihood; NaN or −∞ where a hazard overflows.
    double evaluate(double[] beta) {
        clear();
        double penalty = 0;
        for (int j = 0; j < width; j++) {
            penalty += ridge * beta[j] * beta[j] / 2;
            gradient[j] = -ridge * beta[j];
            information.set(j, j, ridge);
        }
        int start = 0;
        while (start < rows.length) {
            int end = start;
            int deaths = 0;
            tiedRisk = 0;
            Arrays.fill(tiedFirst, 0);
            Arrays.fill(tiedSecond, 0);
            for (; end < rows.length && times[end] == times[start]; end++) {
                if (end % BLOCK == 0) {
                    progress.check();
                }
                deaths += events[end];
                add(rows[end], events[end] == 1, beta);
            }
            for (int death = 0; death < deaths; death++) {
                event((double) death / deaths);
            }
            start = end;
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < j; k++) {
                information.set(k, j, information.get(j, k));
            }
        }
        return value - penalty;
    }

    private void clear() {
        value = 0;
        risk = 0;
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        information.zero();
    }

    /// A row enters those at risk.
    private void add(double[] row, boolean event, double[] beta) {
        double log = 0;
        for (int j = 0; j < width; j++) {
            log += beta[j] * row[j];
        }
        double hazard = Math.abs(log) <= MOST ? Math.exp(log) : Double.NaN;
        risk += hazard;
        sum(row, hazard, first, second);
        if (event) {
            value += log;
            tiedRisk += hazard;
            sum(row, hazard, tiedFirst, tiedSecond);
            for (int j = 0; j < width; j++) {
                gradient[j] += row[j];
            }
        }
    }

    private static void sum(double[] row, double hazard, double[] first, double[] second) {
        int at = 0;
        for (int j = 0; j < row.length; j++) {
            double weighted = hazard * row[j];
            first[j] += weighted;
            for (int k = 0; k <= j; k++) {
                second[at++] += weighted * row[k];
            }
        }
    }

    /// One of the events of a time, before which a share of them has left those at risk.
    private void event(double gone) {
        double left = risk - gone * tiedRisk;
        value -= Math.log(left);
        int at = 0;
        for (int j = 0; j < width; j++) {
            double mean = (first[j] - gone * tiedFirst[j]) / left;
            gradient[j] -= mean;
            for (int k = 0; k <= j; k++, at++) {
                double other = (first[k] - gone * tiedFirst[k]) / left;
                double product = (second[at] - gone * tiedSecond[at]) / left;
                information.add(j, k, product - mean * other);
            }
        }
    }

    /// Without the penalty, at the point evaluated last.
    double value() {
        return value;
    }

    double[] gradient() {
        return gradient;
    }

    DMatrixRMaj information() {
        return information;
    }
}
