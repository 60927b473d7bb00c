package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;

import java.util.random.RandomGenerator;

/// Metrics of groups of simulated people, with the true value known: how [LargestGap] does with
/// intervals other than those of rates.
///
/// Without a gap every group is drawn alike. With one, the true value of a group is the base plus
/// its shift, by the closed form stated.
public enum SimulatedMetric {
    /// Of all decisions, 40 % are positive and 70 % of those right: the denominator is random.
    PPV("PPV", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            return of(RateMetric.PPV, n, random, 0.4 * (0.7 + shift), 0.4 * (0.3 - shift), 0.2);
        }
    },
    /// `F1 = 2a/(2a + e)` for shares `a` of true positives and `e` of wrong decisions.
    F1("F1", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double f1 = 0.65 + shift;
            return of(RateMetric.F1, n, random, 0.2 * f1 / (2 * (1 - f1)), 0.1, 0.1);
        }
    },
    /// Half of the rows are positive; 80 % of the others are recognised.
    BALANCED_ACCURACY("balanced accuracy", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double found = 0.7 + 2 * shift;
            return of(RateMetric.BALANCED_ACCURACY, n, random, found / 2, 0.1, (1 - found) / 2);
        }
    },
    /// Half of the rows are positive; of either class a share `(1 + MCC)/2` is recognised.
    MCC("MCC", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double right = (1.5 + shift) / 2;
            return of(RateMetric.MCC, n, random, right / 2, (1 - right) / 2, (1 - right) / 2);
        }
    },
    /// Normal scores, 30 % positive, `√2 Φ⁻¹(AUC)` apart.
    AUC("AUC", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            return roc(n, 0.75 + shift, random)::areaAt;
        }
    },
    AUC_PR("AUC-PR", 0) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            return roc(n, 0.75, random).averagePrecisionEstimator();
        }
    },
    /// Risks of 0.2 and 0.6, too low by `δ`: `Brier = 0.2 + δ/5`.
    BRIER("Brier score", 0.05) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            byte[] y = new byte[n];
            double[] risks = new double[n];
            for (int i = 0; i < n; i++) {
                risks[i] = random.nextBoolean() ? 0.2 : 0.6;
                y[i] = (byte) (random.nextDouble() < risks[i] + 5 * shift ? 1 : 0);
            }
            return Calibration.of(y, risks, 0.95, Progress.NONE)::brierAt;
        }
    },
    /// Logits are standard normal; log odds are `slope` times as large.
    CALIBRATION_SLOPE("calibration slope", 0.5) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            byte[] y = new byte[n];
            double[] risks = new double[n];
            for (int i = 0; i < n; i++) {
                double logit = random.nextGaussian();
                risks[i] = LogisticFit.logistic(logit);
                double risk = LogisticFit.logistic((1 + shift) * logit);
                y[i] = (byte) (random.nextDouble() < risk ? 1 : 0);
            }
            return Calibration.of(y, risks, 0.95, Progress.NONE)::slopeAt;
        }
    },
    /// Normal errors with a standard deviation of `√(π/2)` MAE.
    MAE("MAE", 0.2) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double spread = (1 + shift) * Math.sqrt(Math.PI / 2);
            return errors(n, 0, spread, random)::absoluteAt;
        }
    },
    RMSE("RMSE", 0.2) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            return errors(n, 0, 1 + shift, random)::rootAt;
        }
    },
    BIAS("mean error", 0.2) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            return errors(n, shift, 1, random)::biasAt;
        }
    },
    /// Predictions of variance 1, independent errors of variance `1/R² − 1`.
    R2("R²", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double spread = Math.sqrt(1 / (0.5 + shift) - 1);
            return errors(n, 0, spread, random)::explainedAt;
        }
    },
    /// Three classes as frequent, 70 % recognised, the others mistaken evenly.
    MACRO_F1("macro F1", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            long[][] counts = new long[3][3];
            for (int i = 0; i < n; i++) {
                int observed = random.nextInt(3);
                boolean right = random.nextDouble() < 0.7 + shift;
                counts[observed][right ? observed : (observed + 1 + random.nextInt(2)) % 3]++;
            }
            return new ClassConfusion(counts)::macroF1;
        }
    },
    /// Exponential times with the exponential of a normal score as rate, censored as often.
    C_INDEX("Harrell's C", 0) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double[] times = new double[n];
            byte[] events = new byte[n];
            double[] scores = new double[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextGaussian();
                double event = random.nextExponential() / Math.exp(scores[i]);
                double end = random.nextExponential();
                times[i] = Math.min(event, end);
                events[i] = (byte) (event <= end ? 1 : 0);
            }
            return Concordance.of(times, events, scores)::at;
        }
    },
    /// 40 % have the event by time 1, more by the shift; follow-up ends evenly up to 2.
    SURVIVAL("risk at a time", 0.1) {
        @Override
        Estimator draw(int n, double shift, RandomGenerator random) {
            double[] times = new double[n];
            byte[] events = new byte[n];
            double rate = -Math.log(0.6 - shift);
            for (int i = 0; i < n; i++) {
                double event = random.nextExponential() / rate;
                double end = 2 * random.nextDouble();
                times[i] = Math.min(event, end);
                events[i] = (byte) (event <= end ? 1 : 0);
            }
            KaplanMeier curve = KaplanMeier.at(1, times, events);
            return confidence -> {
                Interval survival = curve.interval(confidence);
                return Double.isNaN(curve.survival())
                        ? Estimate.undefined(confidence, "Kaplan–Meier")
                        : new Estimate(
                                1 - curve.survival(),
                                n,
                                n,
                                new Interval(
                                        1 - survival.upper(),
                                        1 - survival.lower(),
                                        confidence,
                                        "Kaplan–Meier"));
            };
        }
    };

    private final String title;
    private final double gap;

    SimulatedMetric(String title, double gap) {
        this.title = title;
        this.gap = gap;
    }

    public String title() {
        return title;
    }

    /// The true gap to be simulated besides none; 0 where the true value has no closed form.
    public double gap() {
        return gap;
    }

    /// One group of `n` people.
    abstract Estimator draw(int n, double shift, RandomGenerator random);

    private static Estimator of(
            RateMetric metric,
            int n,
            RandomGenerator random,
            double truePositives,
            double falsePositives,
            double falseNegatives) {
        long tp = 0;
        long fp = 0;
        long fn = 0;
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            if (u < truePositives) {
                tp++;
            } else if (u < truePositives + falsePositives) {
                fp++;
            } else if (u < truePositives + falsePositives + falseNegatives) {
                fn++;
            }
        }
        Confusion confusion = new Confusion(tp, fp, n - tp - fp - fn, fn);
        return confidence -> metric.of(confusion, confidence);
    }

    private static Roc roc(int n, double area, RandomGenerator random) {
        double apart = Math.sqrt(2) * Normal.quantile(area);
        byte[] y = new byte[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = (byte) (random.nextDouble() < 0.3 ? 1 : 0);
            scores[i] = random.nextGaussian() + y[i] * apart;
        }
        return Roc.of(y, scores);
    }

    private static RegressionError errors(
            int n, double bias, double spread, RandomGenerator random) {
        double[] observed = new double[n];
        double[] predicted = new double[n];
        for (int i = 0; i < n; i++) {
            predicted[i] = random.nextGaussian();
            observed[i] = predicted[i] - bias - spread * random.nextGaussian();
        }
        return RegressionError.of(observed, predicted);
    }
}
