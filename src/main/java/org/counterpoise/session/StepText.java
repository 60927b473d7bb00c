package org.counterpoise.session;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;

import java.util.List;
import java.util.Locale;

/// Steps in a few words, for undo labels, lineage and reports.
final class StepText {
    private static final int NAMES_SHOWN = 4;

    private StepText() {}

    static String describe(Step step) {
        return switch (step) {
            case Step.ImportData s -> "Import " + s.fileName();
            case Step.AssignRoles s ->
                    "Set roles of " + names(s.columns().stream().map(ColumnInfo::name).toList());
            case Step.Split s -> "Lock away " + percent(s.share()) + " as holdout";
            case Step.SetBenchmark s -> "Set target population: " + describe(s.source());
            case Step.RunAudit s ->
                    "Audit: "
                            + methodName(Audit.class, s.method()).toLowerCase(Locale.ROOT)
                            + (s.other().isEmpty() ? "" : " against " + s.other());
            case Step.FitSynthesizer s -> "Fit " + methodName(Synthesizer.class, s.method());
            case Step.Sample s -> describe(s.plan());
            case Step.Correct s ->
                    "Correct: " + methodName(Correction.class, s.method()).toLowerCase(Locale.ROOT);
            case Step.Validate s -> "Validate " + s.synthetic();
            case Step.StudyCollapse s ->
                    "Train again and again: " + methodName(Synthesizer.class, s.method());
            case Step.WriteReport s -> "Write report";
        };
    }

    static String describe(BenchmarkSource source) {
        return switch (source) {
            case BenchmarkSource.Weights weights -> "survey weights " + weights.column();
            case BenchmarkSource.Typed typed ->
                    "typed shares of " + names(List.copyOf(typed.shares().keySet()));
            case BenchmarkSource.File file -> file.fileName();
        };
    }

    private static String describe(SamplingPlan plan) {
        String rows =
                (plan.rows() == 0 ? "" : String.format(Locale.ROOT, "%,d ", plan.rows()))
                        + plan.result().name().toLowerCase(Locale.ROOT)
                        + " rows";
        String goal =
                switch (plan.goal()) {
                    case KEEP -> "";
                    case BALANCE -> ", balanced by " + String.join(" × ", plan.columns());
                    case MATCH_BENCHMARK -> ", as in the target population";
                    case TYPED -> ", as typed in";
                    case MARGINS -> ", by shares of " + String.join(", ", plan.columns());
                };
        return "Draw " + rows + goal;
    }

    private static <M extends Method<?>> String methodName(Class<M> kind, String id) {
        return Catalogue.all(kind).stream()
                .filter(method -> method.id().equals(id))
                .map(method -> method.card().name())
                .findFirst()
                .orElse(id);
    }

    private static String names(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + ", …" : shown;
    }

    private static String percent(double share) {
        return CellText.number(Math.round(share * 1000) / 10.0) + " %";
    }
}
