package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells of near copies: too many only if certainly more than among people never seen.
///
/// @param confidence of all findings on privacy by distance together
record NearCopiesFinding(NearCopies copies, double confidence) {

    /// Half of the error is left to exact copies.
    boolean fails() {
        return copies.controlled() && copies.excessAtLeast(1 - (1 - confidence) / 2) > 0;
    }

    Measure measure() {
        return Measure.of("near copies of training rows", copies.near(), copies.rows());
    }

    Threshold threshold() {
        return new Threshold(
                copies.expected(),
                "no more near copies than holdout rows lead one to expect",
                "ours: chance resemblance is no leak");
    }

    String sentence() {
        return NumberText.count(copies.near())
                + " synthetic rows resemble a training row in every column; chance explains about "
                + NumberText.count(Math.round(copies.expected()))
                + ".";
    }

    Finding finding() {
        boolean fails = fails();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("synthetic", copies.near(), copies.rows(), copies.novelty()));
        if (copies.controlled()) {
            rows.add(
                    List.of(
                            "holdout (control)",
                            copies.controlNear(),
                            copies.controlRows(),
                            1 - (double) copies.controlNear() / copies.controlRows()));
        }
        return new Finding(
                "near-copies",
                fails ? Severity.SERIOUS : copies.controlled() ? Severity.OK : Severity.NOTE,
                NumberText.percent(copies.novelty())
                        + " of the synthetic rows are new: no training row resembles them in every"
                        + " column.",
                "A row resembles another if their categories are equal and their numbers differ by"
                        + " at most 1%. "
                        + (copies.controlled()
                                ? "At the rate of the holdout rows, which were never seen, chance"
                                        + " would give about "
                                        + NumberText.count(Math.round(copies.expected()))
                                        + " near copies; there are "
                                        + NumberText.count(copies.near())
                                        + "."
                                : "Without a holdout it cannot be said how many would do so by"
                                        + " chance."),
                Optional.of(measure()),
                copies.controlled() ? Optional.of(threshold()) : Optional.empty(),
                fails
                        ? List.of(
                                Remedy.of(
                                        "Use a synthesizer that does not repeat rows",
                                        Remedy.Action.GENERATE))
                        : List.of(),
                new Evidence(
                        "Rows that resemble a training row in every column",
                        List.of("rows", "near copies", "of", "row novelty"),
                        rows),
                List.of());
    }
}
