package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.Coefficients;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The same regression fitted to the real and to the synthetic table, coefficient by coefficient.
///
/// @param terms those that both fits have
/// @param fitted whether both fits exist
/// @param lost names of terms that do not vary in the synthetic table
record AnalysisAgreement(List<Term> terms, boolean fitted, List<String> lost) {

    /// One coefficient.
    ///
    /// @param overlap of both intervals, as the mean of the share of each that lies in the other; 1
    ///     for equal ones, below 0 if they lie apart (Karr et al., Am Stat 2006,
    ///     doi:10.1198/000313006X124640)
    /// @param difference synthetic less real, in standard errors of the real one
    /// @param p of no difference between the two populations, adjusted (Holm) for all terms
    record Term(
            String name,
            double real,
            double realError,
            double synthetic,
            double syntheticError,
            double overlap,
            double difference,
            double p,
            boolean sameSign,
            boolean sameSignificance) {}

    /// @param compared what real rows are held against: synthetic rows, or both together
    /// @param predictors of the model that the user cares about
    static AnalysisAgreement of(
            Downstream downstream,
            Dataset compared,
            List<String> predictors,
            double confidence,
            Progress progress) {
        String outcome = downstream.truth().column();
        String positive = downstream.truth().positive();
        Coefficients real =
                Coefficients.logistic(
                        downstream.real(),
                        downstream.real(),
                        Downstream.labels(downstream.real(), outcome, positive),
                        predictors,
                        progress);
        Coefficients made =
                Coefficients.logistic(
                        downstream.real(),
                        compared,
                        Downstream.labels(compared, outcome, positive),
                        predictors,
                        progress);
        return of(real, made, confidence);
    }

    /// Of two fits with the same terms.
    static AnalysisAgreement of(Coefficients real, Coefficients made, double confidence) {
        if (!real.converged() || !made.converged()) {
            return new AnalysisAgreement(List.of(), false, List.of());
        }
        return compare(real.terms(), made.terms(), confidence);
    }

    static AnalysisAgreement compare(
            List<Coefficients.Term> real, List<Coefficients.Term> made, double confidence) {
        double[] p = new double[real.size()];
        for (int i = 0; i < p.length; i++) {
            double error = Math.hypot(real.get(i).error(), made.get(i).error());
            p[i] = Normal.twoSided((made.get(i).estimate() - real.get(i).estimate()) / error);
        }
        double[] adjusted = Multiplicity.holm(p);
        List<Term> terms = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (Double.isNaN(p[i])) {
                lost.add(real.get(i).name());
            } else {
                terms.add(term(real.get(i), made.get(i), adjusted[i], Normal.z(confidence)));
            }
        }
        return new AnalysisAgreement(terms, true, lost);
    }

    private static Term term(
            Coefficients.Term real, Coefficients.Term made, double adjusted, double z) {
        double realHalf = z * real.error();
        double madeHalf = z * made.error();
        double common =
                Math.min(real.estimate() + realHalf, made.estimate() + madeHalf)
                        - Math.max(real.estimate() - realHalf, made.estimate() - madeHalf);
        boolean realSignificant = Math.abs(real.estimate()) > realHalf;
        boolean madeSignificant = Math.abs(made.estimate()) > madeHalf;
        return new Term(
                real.name(),
                real.estimate(),
                real.error(),
                made.estimate(),
                made.error(),
                (common / (2 * realHalf) + common / (2 * madeHalf)) / 2,
                (made.estimate() - real.estimate()) / real.error(),
                adjusted,
                Math.signum(real.estimate()) == Math.signum(made.estimate()),
                realSignificant == madeSignificant);
    }

    double meanOverlap() {
        return terms.stream().mapToDouble(Term::overlap).average().orElse(Double.NaN);
    }

    /// Share of coefficients for which something holds, NaN without any.
    double share(Predicate<Term> holds) {
        return terms.isEmpty()
                ? Double.NaN
                : (double) terms.stream().filter(holds).count() / terms.size();
    }

    /// Mean absolute difference in standard errors of the real coefficients.
    double meanDifference() {
        return terms.stream()
                .mapToDouble(term -> Math.abs(term.difference()))
                .average()
                .orElse(Double.NaN);
    }

    /// Terms that certainly differ between the tables.
    List<Term> differing(double confidence) {
        return terms.stream().filter(term -> term.p() <= 1 - confidence).toList();
    }
}
