package org.counterpoise.workbench.generate;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.session.FileLocator;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.util.Optional;

/// Everything needed to make one synthetic version.
///
/// @param fit how to fit the model
/// @param fitted id of a model that was fitted in just this way; empty if there is none
/// @param target id of the target population; empty for none
public record Order(
        Step.FitSynthesizer fit,
        Optional<String> fitted,
        String target,
        SamplingPlan plan,
        long seed) {

    private static final double FITTING = 0.7;

    /// Fits, unless that has been done, and draws. Not for the FX thread.
    ///
    /// @return the record of the draw
    public StepRecord carryOut(Project project, FileLocator files, Progress progress) {
        double drawn = fitted.isPresent() ? 0 : FITTING;
        String model =
                fitted.orElseGet(() -> project.run(fit, files, progress.part(0, FITTING)).output());
        return project.run(
                new Step.Sample(model, target, plan, seed), files, progress.part(drawn, 1));
    }
}
