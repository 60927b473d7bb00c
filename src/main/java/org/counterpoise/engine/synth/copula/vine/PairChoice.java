package org.counterpoise.engine.synth.copula.vine;

import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// Chooses the copula of a pair among independence, Gaussian, t, Clayton, Gumbel (both turned four
/// ways) and Frank by Akaike's information criterion.
///
/// Every family is first judged at the parameter that its Kendall's τ implies; the best few are
/// then fitted by maximum likelihood. τ is that of the correlation of the normal scores,
/// `2/π asin ρ`, close enough for a start.
final class PairChoice {
    private static final int FITTED = 3;

    /// By how much a criterion must beat independence: the best of seven families does so by luck
    /// in 5 % of unrelated pairs (Bonferroni: the 0.7 % point of χ² with one degree, less 2).
    private static final double LUCK = 5.2;

    private static final int STEPS = 16;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double MOST_RHO = .995;

    /// Degrees of freedom of the first look at a t copula.
    private static final List<StudentPair.Tables> FIRST_LOOK =
            DoubleStream.of(2.5, 5, 12).mapToObj(StudentPair.Tables::of).toList();

    private static final double MOST_FREEDOM = 50;
    private static final double LEAST_FREEDOM = 1.5;

    private final PairSample sample;
    private final double rho;
    private final double tau;
    private final Progress progress;

    private PairChoice(PairSample sample, Progress progress) {
        this.sample = sample;
        this.rho = Math.clamp(sample.correlation(), -MOST_RHO, MOST_RHO);
        this.tau = 2 / Math.PI * Math.asin(Math.abs(rho));
        this.progress = progress;
    }

    /// A family with one number to be fitted.
    private record Family(DoubleFunction<PairCopula> make, double start, double low, double high) {
        PairCopula first() {
            return make.apply(start);
        }
    }

    /// A copula as first looked at, and how to fit it.
    private record Candidate(PairCopula copula, double aic, Family family) {}

    static PairCopula choose(PairSample sample, Progress progress) {
        return new PairChoice(sample, progress).choose();
    }

    private PairCopula choose() {
        List<Candidate> candidates = new ArrayList<>();
        for (Family family : families()) {
            progress.check();
            PairCopula copula = family.first();
            candidates.add(new Candidate(copula, copula.aic(sample), family));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::aic));
        PairCopula best = new IndependentPair();
        double smallest = -LUCK;
        for (Candidate candidate : candidates.subList(0, FITTED)) {
            progress.check();
            PairCopula fitted = fitted(candidate);
            double aic = fitted.aic(sample);
            if (aic < smallest) {
                smallest = aic;
                best = fitted;
            }
        }
        return best;
    }

    private List<Family> families() {
        List<Family> list = new ArrayList<>();
        list.add(new Family(GaussianPair::new, rho, -MOST_RHO, MOST_RHO));
        list.add(student());
        double clayton = Math.clamp(2 * tau / (1 - tau), 1e-2, ClaytonPair.MOST);
        double gumbel = Math.clamp(1 / (1 - tau), 1.005, GumbelPair.MOST);
        double frank = Math.copySign(Math.clamp(frank(tau), 1e-2, FrankPair.MOST), rho);
        for (boolean other : new boolean[] {false, true}) {
            boolean turnX = rho < 0 ? !other : other;
            boolean turnY = other;
            list.add(
                    new Family(
                            theta -> turned(new ClaytonPair(theta), turnX, turnY),
                            clayton,
                            1e-3,
                            ClaytonPair.MOST));
            list.add(
                    new Family(
                            theta -> turned(new GumbelPair(theta), turnX, turnY),
                            gumbel,
                            1,
                            GumbelPair.MOST));
        }
        list.add(
                rho < 0
                        ? new Family(FrankPair::new, frank, -FrankPair.MOST, -1e-3)
                        : new Family(FrankPair::new, frank, 1e-3, FrankPair.MOST));
        return list;
    }

    /// The t family with the best of a few degrees of freedom.
    private Family student() {
        StudentPair.Tables best =
                FIRST_LOOK.stream()
                        .min(
                                Comparator.comparingDouble(
                                        tables -> new StudentPair(rho, tables).aic(sample)))
                        .orElseThrow();
        return new Family(r -> new StudentPair(r, best), rho, -MOST_RHO, MOST_RHO);
    }

    private static PairCopula turned(PairCopula base, boolean turnX, boolean turnY) {
        return turnX || turnY ? new TurnedPair(base, turnX, turnY) : base;
    }

    /// The θ of a Frank copula with this τ, roughly: `τ = 1 - 4/θ (1 - D₁(θ))` (Nelsen 2006, 5.4)
    /// by bisection.
    private static double frank(double tau) {
        double low = 1e-3;
        double high = FrankPair.MOST;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (1 - 4 / middle * (1 - debye(middle)) < tau) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The first Debye function by the midpoint rule.
    private static double debye(double theta) {
        int cells = 100;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double t = theta * (i + .5) / cells;
            sum += t / Math.expm1(t);
        }
        return sum / cells;
    }

    /// The most likely member of a candidate's family.
    private PairCopula fitted(Candidate candidate) {
        if (candidate.copula() instanceof StudentPair student) {
            return student(student);
        }
        Family family = candidate.family();
        double width = Math.max(.15, Math.abs(family.start()) / 2);
        if (candidate.copula() instanceof GaussianPair) {
            width = .15;
        }
        return family.make().apply(best(family, family.start(), width));
    }

    /// First the degrees of freedom, then the correlation, then both again.
    private PairCopula student(StudentPair start) {
        double correlation = start.rho();
        double freedom = start.freedom();
        double width = .6;
        for (int round = 0; round < 2; round++) {
            double r = correlation;
            double inverse = 1 / freedom;
            double low = Math.max(1 / MOST_FREEDOM, inverse * (1 - width));
            double high = Math.min(1 / LEAST_FREEDOM, inverse / (1 - width));
            freedom =
                    1
                            / maximum(
                                    value -> new StudentPair(r, 1 / value).logLikelihood(sample),
                                    low,
                                    high);
            StudentPair.Tables tables = StudentPair.Tables.of(freedom);
            correlation =
                    best(
                            new Family(
                                    value -> new StudentPair(value, tables),
                                    r,
                                    -MOST_RHO,
                                    MOST_RHO),
                            r,
                            .1);
            width = .3;
        }
        return new StudentPair(correlation, freedom);
    }

    private double best(Family family, double around, double width) {
        return maximum(
                value -> family.make().apply(value).logLikelihood(sample),
                Math.max(family.low(), around - width),
                Math.min(family.high(), around + width));
    }

    /// The place of the maximum of a function with one peak, by golden section.
    private double maximum(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double inner = high - GOLDEN * (high - low);
        double outer = low + GOLDEN * (high - low);
        double atInner = function.applyAsDouble(inner);
        double atOuter = function.applyAsDouble(outer);
        for (int i = 0; i < STEPS; i++) {
            progress.check();
            if (atInner > atOuter) {
                high = outer;
                outer = inner;
                atOuter = atInner;
                inner = high - GOLDEN * (high - low);
                atInner = function.applyAsDouble(inner);
            } else {
                low = inner;
                inner = outer;
                atInner = atOuter;
                outer = low + GOLDEN * (high - low);
                atOuter = function.applyAsDouble(outer);
            }
        }
        return (low + high) / 2;
    }
}
