package org.counterpoise.engine.stats;

import java.util.random.RandomGenerator;

/// Draws from hypergeometric distributions: how many of `draws` members of a population of `total`
/// have a mark that `marked` of them bear.
///
/// Exact: few draws are played out one by one, many are inverted from the mode outwards, which
/// takes about as many steps as the standard deviation.
final class Hypergeometric {
    /// Up to here playing out is faster than inverting.
    private static final int FEW = 24;

    private final double[] logFactorials;

    /// @param largest the largest `total` that will be asked for
    Hypergeometric(int largest) {
        logFactorials = new double[largest + 1];
        for (int i = 2; i <= largest; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
    }

    int draw(int total, int marked, int draws, RandomGenerator random) {
        // Marks and draws may change places.
        int fewer = Math.min(marked, draws);
        int more = Math.max(marked, draws);
        return fewer <= FEW
                ? playedOut(total, more, fewer, random)
                : inverted(total, more, fewer, random.nextDouble());
    }

    private static int playedOut(int total, int marked, int draws, RandomGenerator random) {
        int left = marked;
        for (int i = 0; i < draws; i++) {
            if (random.nextInt(total - i) < left) {
                left--;
            }
        }
        return marked - left;
    }

    private int inverted(int total, int marked, int draws, double uniform) {
        int lowest = Math.max(0, draws + marked - total);
        int highest = Math.min(draws, marked);
        int mode = (int) ((draws + 1L) * (marked + 1L) / (total + 2L));
        double atMode = Math.exp(logProbability(total, marked, draws, mode));
        double rest = uniform - atMode;
        int up = mode;
        int down = mode;
        double atUp = atMode;
        double atDown = atMode;
        int unmarked = total - marked;
        while (rest > 0 && (up < highest || down > lowest)) {
            if (up < highest) {
                atUp *= (double) (marked - up) * (draws - up);
                up++;
                atUp /= (double) up * (unmarked - draws + up);
                rest -= atUp;
                if (rest <= 0) {
                    return up;
                }
            }
            if (down > lowest) {
                atDown *= (double) down * (unmarked - draws + down);
                down--;
                atDown /= (double) (marked - down) * (draws - down);
                rest -= atDown;
                if (rest <= 0) {
                    return down;
                }
            }
        }
        return mode;
    }

    private double logProbability(int total, int marked, int draws, int k) {
        return logChoose(marked, k)
                + logChoose(total - marked, draws - k)
                - logChoose(total, draws);
    }

    private double logChoose(int n, int k) {
        return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
}
