package org.counterpoise.workbench.generate;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.synth.PlanFigure;
import org.counterpoise.engine.synth.PlanResolver;
import org.counterpoise.engine.synth.Reachability;
import org.counterpoise.engine.synth.ResolvedPlan;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sampling plan amounts to, group by group.
///
/// @param plan the plan as a step would store it
/// @param resolved empty if it cannot be resolved
/// @param problem why it cannot be resolved, and what to do; else empty
public record PlanPreview(SamplingPlan plan, Optional<ResolvedPlan> resolved, String problem) {

    /// What a preview depends on.
    ///
    /// @param typed rows typed in, by cell; other cells keep the number they have
    /// @param conditions rows wanted of those who meet a condition
    public record Request(
            Dataset training,
            Optional<Benchmark> target,
            PlanSettings settings,
            Map<Map<String, String>, Integer> typed,
            List<Target> conditions) {
        public Request {
            typed = Map.copyOf(typed);
            conditions = List.copyOf(conditions);
        }
    }

    /// Works it out. Reads every row: not for the FX thread.
    public static PlanPreview of(Request request, Progress progress) {
        progress.check();
        SamplingPlan plan = plan(request);
        try {
            return new PlanPreview(
                    plan,
                    Optional.of(PlanResolver.resolve(plan, request.training(), request.target())),
                    "");
        } catch (UserProblem problem) {
            return new PlanPreview(plan, Optional.empty(), problem.what() + " " + problem.remedy());
        }
    }

    private static SamplingPlan plan(Request request) {
        PlanSettings settings = request.settings();
        List<Target> typed =
                settings.goal() == SamplingPlan.Goal.TYPED ? typed(request) : List.of();
        return new SamplingPlan(
                settings.goal(), settings.columns(), settings.rows(), typed, settings.result());
    }

    private static List<Target> typed(Request request) {
        List<Target> typed = new ArrayList<>();
        if (!request.settings().columns().isEmpty()) {
            for (var group :
                    Grouping.of(request.training(), request.settings().columns()).groups()) {
                int rows = request.typed().getOrDefault(group.cell(), group.count());
                typed.add(new Target(group.cell(), rows));
            }
        }
        typed.addAll(request.conditions());
        return typed;
    }

    /// Before and after as bars.
    public Optional<Figure> figure() {
        return resolved.map(PlanFigure::bars);
    }

    /// What can be expected of the groups that are hard to reach for a method, one sentence each.
    public List<String> expectations(Synthesizer<?> method) {
        return resolved.map(plan -> Reachability.of(plan, method)).orElse(List.of()).stream()
                .map(Reachability::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /// What the plan cannot reach or does not touch.
    public List<String> warnings() {
        return resolved.map(ResolvedPlan::warnings).orElse(List.of());
    }
}
