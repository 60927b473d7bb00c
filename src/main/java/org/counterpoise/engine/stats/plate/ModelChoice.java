package org.counterpoise.engine.stats.plate;

import java.util.Arrays;
import java.util.List;

/// Whether the bias of a plate adds to the readouts or multiplies them.
///
/// By default the lines' spread decides: a bias that adds leaves it as it is, one that multiplies
/// stretches it with the mean. With a test chosen instead, it is done as published: each of the six
/// corrections is tried, and the one that fits makes the wells of flagged lines look like the rest
/// of the plate. If the test rejects every correction of one kind and not all of the other kind,
/// the other kind it is; if it rejects none, the kind with the largest p-value; in all other cases
/// the plate is undecided (Mazoure, Nadon and Makarenkov 2017, doi:10.1038/s41598-017-11940-4).
///
/// @param model the verdict
/// @param logOdds natural logarithm of the odds of additive against multiplicative by the spread of
///     the lines; 0 where it does not tell
/// @param p p-value per correction, in the order of [Pmp]; NaN without flagged lines
/// @param confidence how many corrections of the chosen kind the test did not reject, 0 to 3; where
///     it rejected none or the plate is undecided, how many of all six
/// @param correction the correction to use on this plate, never a questionable one
public record ModelChoice(Model model, double logOdds, double[] p, int confidence, Pmp correction) {
    /// Odds below two to one are no verdict.
    private static final double LEAST_LOG_ODDS = Math.log(2);

    /// How a bias acts.
    public enum Model {
        /// No line is flagged.
        NONE,
        ADDITIVE,
        MULTIPLICATIVE,
        /// The tests do not tell.
        UNDECIDED
    }

    /// @param alpha level of the test, 0 to 1
    public static ModelChoice of(Wells wells, BiasedLines lines, ModelTest test, double alpha) {
        double[] p = new double[Pmp.values().length];
        Arrays.fill(p, Double.NaN);
        int area = lines.area(wells);
        if (!lines.any() || area == wells.samples()) {
            return new ModelChoice(Model.NONE, 0, p, 0, Pmp.ADDITIVE_SEQUENCE);
        }
        double[] biased = new double[area];
        double[] rest = new double[wells.samples() - area];
        for (Pmp pmp : Pmp.values()) {
            divide(wells.with(pmp.correct(wells, lines)), wells, lines, biased, rest);
            p[pmp.ordinal()] = test.sample().p(biased, rest);
        }
        double logOdds = SpreadOdds.of(wells, lines);
        ModelChoice published = decide(p, logOdds, alpha);
        return test == ModelTest.SPREAD ? published.bySpread() : published;
    }

    /// The verdict of the spread. Where flagged lines cross, both effects are taken in sequence:
    /// the few wells there cannot choose among variants.
    private ModelChoice bySpread() {
        Model verdict =
                Math.abs(logOdds) < LEAST_LOG_ODDS
                        ? Model.UNDECIDED
                        : logOdds > 0 ? Model.ADDITIVE : Model.MULTIPLICATIVE;
        return new ModelChoice(verdict, logOdds, p, confidence, sequence(logOdds >= 0));
    }

    private static Pmp sequence(boolean additive) {
        return additive ? Pmp.ADDITIVE_SEQUENCE : Pmp.MULTIPLICATIVE_SEQUENCE;
    }

    private static void divide(
            Wells corrected, Wells raw, BiasedLines lines, double[] biased, double[] rest) {
        int inside = 0;
        int outside = 0;
        for (int well = 0; well < raw.size(); well++) {
            if (!raw.sample(well)) {
                continue;
            }
            if (lines.touches(well / raw.columns(), well % raw.columns())) {
                biased[inside++] = corrected.values()[well];
            } else {
                rest[outside++] = corrected.values()[well];
            }
        }
    }

    /// The published verdict on p-values in the order of [Pmp].
    static ModelChoice decide(double[] p, double logOdds, double alpha) {
        int additive = kept(p, alpha, true);
        int multiplicative = kept(p, alpha, false);
        int each = Pmp.values().length / 2;
        Model model = Model.UNDECIDED;
        int confidence = additive + multiplicative;
        if (additive == 0 && multiplicative > 0) {
            model = Model.MULTIPLICATIVE;
        } else if (multiplicative == 0 && additive > 0) {
            model = Model.ADDITIVE;
        } else if (additive == each && multiplicative == each) {
            model = best(p, Model.UNDECIDED).additive() ? Model.ADDITIVE : Model.MULTIPLICATIVE;
        }
        return new ModelChoice(model, logOdds, p, confidence, best(p, model));
    }

    private static int kept(double[] p, double alpha, boolean additive) {
        int kept = 0;
        for (Pmp pmp : Pmp.values()) {
            kept += pmp.additive() == additive && p[pmp.ordinal()] > alpha ? 1 : 0;
        }
        return kept;
    }

    /// The correction of a kind with the largest p, or of both kinds for an undecided plate.
    private static Pmp best(double[] p, Model model) {
        Pmp best = model == Model.MULTIPLICATIVE ? sequence(false) : sequence(true);
        for (Pmp pmp : Pmp.values()) {
            boolean allowed = model == Model.UNDECIDED || pmp.additive() == best.additive();
            if (allowed && !pmp.questionable() && p[pmp.ordinal()] > p[best.ordinal()]) {
                best = pmp;
            }
        }
        return best;
    }

    /// One verdict for the plates of one screen, which usually share their bias: the odds of the
    /// plates multiplied, each plate weighing at most twenty to one.
    ///
    /// @return NONE if no plate has a flagged line, UNDECIDED if the odds are below two to one
    public static Model pooled(List<ModelChoice> plates) {
        if (plates.stream().allMatch(plate -> plate.model == Model.NONE)) {
            return Model.NONE;
        }
        double most = Math.log(20);
        double logOdds =
                plates.stream().mapToDouble(plate -> Math.clamp(plate.logOdds, -most, most)).sum();
        return Math.abs(logOdds) < LEAST_LOG_ODDS
                ? Model.UNDECIDED
                : logOdds > 0 ? Model.ADDITIVE : Model.MULTIPLICATIVE;
    }

    /// The correction to use on this plate if the whole screen has one model.
    Pmp correction(Model shared) {
        return shared == Model.UNDECIDED || shared == Model.NONE
                ? correction
                : sequence(shared == Model.ADDITIVE);
    }
}
