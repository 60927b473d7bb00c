package org.counterpoise.engine.synth;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out a plan whose result has the shares of a target population.
///
/// Where the population tells the shares of the whole crossing, they are taken. Where it tells only
/// shares of its columns or of parts of it, the crossing is raked to all of them.
final class BenchmarkPlan {
    private BenchmarkPlan() {}

    static ResolvedPlan resolve(SamplingPlan plan, Dataset training, Benchmark benchmark) {
        return MarginPlan.resolve(
                plan,
                margins(plan.columns(), benchmark),
                training,
                Optional.of(benchmark),
                "benchmark");
    }

    private static List<Margin> margins(List<String> columns, Benchmark benchmark) {
        Set<String> wanted = new HashSet<>(columns);
        Set<String> covered = new HashSet<>();
        List<Margin> margins = new ArrayList<>();
        for (Benchmark.Table table : benchmark.tables()) {
            Set<String> of = new HashSet<>(table.columns());
            if (of.equals(wanted)) {
                return List.of(new Margin(columns, Margin.Aim.MATCH_BENCHMARK));
            } else if (wanted.containsAll(of)) {
                covered.addAll(of);
                margins.add(new Margin(table.columns(), Margin.Aim.MATCH_BENCHMARK));
            }
        }
        if (!columns.isEmpty() && !covered.equals(wanted)) {
            throw without(columns, benchmark);
        }
        return margins.isEmpty()
                ? List.of(new Margin(columns, Margin.Aim.MATCH_BENCHMARK))
                : margins;
    }

    static UserProblem without(List<String> columns, Benchmark benchmark) {
        String described =
                String.join(
                        "; ",
                        benchmark.tables().stream()
                                .map(table -> String.join(" × ", table.columns()))
                                .toList());
        return PlanResolver.problem(
                "The benchmark has no shares of " + String.join(" × ", columns) + ".",
                "Choose columns it describes: " + described + ".");
    }

    /// The shares of a table by cell.
    static Map<Map<String, String>, Double> cells(Benchmark.Table table) {
        Map<Map<String, String>, Double> cells = new LinkedHashMap<>();
        table.shares()
                .forEach(
                        (levels, share) -> {
                            Map<String, String> cell = new LinkedHashMap<>();
                            for (int i = 0; i < levels.size(); i++) {
                                cell.put(table.columns().get(i), levels.get(i));
                            }
                            cells.put(cell, share);
                        });
        return cells;
    }
}
