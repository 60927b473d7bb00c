package org.counterpoise.workbench.generate;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.ProjectView;

import java.util.ArrayList;
import java.util.List;

/// A synthetic or augmented dataset of the project.
///
/// @param number counted from 1 in the order of making
/// @param id the dataset's artifact id
/// @param fit how its model was fitted
/// @param draw how it was drawn
/// @param data the dataset, with what the plan could not reach
public record Version(
        int number, String id, Step.FitSynthesizer fit, Step.Sample draw, Artifact.Data data) {

    /// All versions in a project, oldest first.
    public static List<Version> all(ProjectView project) {
        List<Version> versions = new ArrayList<>();
        for (StepRecord record : project.steps()) {
            if (record.step() instanceof Step.Sample draw
                    && project.madeBy(draw.model()).map(StepRecord::step).orElse(null)
                            instanceof Step.FitSynthesizer fit
                    && project.artifacts().get(record.output()) instanceof Artifact.Data data) {
                versions.add(new Version(versions.size() + 1, record.output(), fit, draw, data));
            }
        }
        return versions;
    }

    public Dataset dataset() {
        return data.dataset();
    }

    /// "v2".
    public String title() {
        return "v" + number;
    }

    /// The synthesizer's name.
    public String methodName() {
        return Catalogue.all(Synthesizer.class).stream()
                .map(synthesizer -> synthesizer.card())
                .filter(card -> card.id().equals(fit.method()))
                .map(MethodCard::name)
                .findFirst()
                .orElse(fit.method());
    }

    /// "Gaussian copula · 7,874 rows · synthetic (generation 1), as in the training set".
    public String summary() {
        return methodName() + " · " + NumberText.count(dataset().rows()) + " rows · " + planWords();
    }

    /// "synthetic (generation 1), as in the training set".
    String planWords() {
        String plan =
                switch (draw.plan().goal()) {
                    case KEEP -> "as in the training set";
                    case BALANCE -> "balanced by " + String.join(" × ", draw.plan().columns());
                    case MATCH_BENCHMARK -> "as in the target population";
                    case TYPED -> "as typed in";
                    case MARGINS -> "by shares of " + String.join(", ", draw.plan().columns());
                };
        String result =
                draw.plan().result() == SamplingPlan.Result.AUGMENTED ? "augmented" : "synthetic";
        return result + " (generation " + OriginColumn.generation(dataset()) + "), " + plan;
    }
}
