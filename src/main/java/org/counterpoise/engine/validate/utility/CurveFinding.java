package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.downstream.LearningCurve;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many synthetic rows it takes.
///
/// @param metric name of the headline, e.g. "AUC"
/// @param model what the models of the curve are called
record CurveFinding(LearningCurve curve, String metric, String model, UtilitySettings settings) {

    Finding finding() {
        double limit = settings.minimumRatio() * curve.real().value();
        int reached = curve.reaches(limit);
        int all = curve.sizes()[curve.sizes().length - 1];
        String share = NumberText.percent(settings.minimumRatio());
        String headline;
        if (!(curve.real().value() > 0)) {
            headline = "Real rows predict too little to say how many synthetic rows it takes.";
        } else if (reached == 0) {
            headline =
                    "No number of synthetic rows up to "
                            + NumberText.count(all)
                            + " reaches "
                            + share
                            + " of what the real rows reach.";
        } else {
            headline =
                    "From "
                            + NumberText.count(reached)
                            + " synthetic rows on a model reaches "
                            + share
                            + " of what the real rows reach.";
        }
        return new Finding(
                "learning-curve",
                Severity.NOTE,
                headline,
                metric
                        + " on the holdout of "
                        + model
                        + " by the number of synthetic rows it is trained on. Intervals hold the"
                        + " chance in judging and in drawing so many rows; a curve that still rises"
                        + " at its end says that more rows may help, a flat one under the line of"
                        + " the real rows that they will not.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                table(),
                List.of(figure()));
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        double[] lower = limits(-1);
        double[] upper = limits(1);
        for (int i = 0; i < curve.sizes().length; i++) {
            int n = curve.sizes()[i];
            rows.add(
                    List.of(
                            n,
                            Evidence.cell(curve.values()[i], n),
                            Evidence.cell(lower[i], n),
                            Evidence.cell(upper[i], n)));
        }
        return new Evidence(
                metric
                        + " by number of synthetic rows; all real rows reach "
                        + NumberText.short3(curve.real().value()),
                List.of("synthetic rows", metric, "lower", "upper"),
                rows);
    }

    private double[] limits(int sign) {
        double z = sign * Normal.z(settings.confidence());
        double[] limits = new double[curve.sizes().length];
        Arrays.setAll(limits, i -> curve.values()[i] + z * curve.errors()[i]);
        return limits;
    }

    private Figure figure() {
        double[] x = Arrays.stream(curve.sizes()).mapToDouble(Math::log10).toArray();
        double[] ends = {x[0], x[x.length - 1]};
        double real = curve.real().value();
        return new Figure.Curves(
                metric + " by number of synthetic rows",
                "The line is the same model trained on all real rows. Where the curve meets it, so"
                        + " many synthetic rows are worth as much as all real ones.",
                "synthetic rows, as a power of 10",
                metric,
                false,
                List.of(
                        new Figure.Curves.Series(
                                "synthetic",
                                Hue.SYNTHETIC,
                                x,
                                curve.values(),
                                true,
                                limits(-1),
                                limits(1)),
                        new Figure.Curves.Series(
                                "real", Hue.REAL, ends, new double[] {real, real}, false)));
    }

    /// Puts the curve under names such as "utility/learning-curve/100".
    static void addTo(Map<String, Double> metrics, LearningCurve curve) {
        for (int i = 0; i < curve.sizes().length; i++) {
            metrics.put("utility/learning-curve/" + curve.sizes()[i], curve.values()[i]);
        }
        metrics.put("utility/learning-curve/real", curve.real().value());
    }
}
