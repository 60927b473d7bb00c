package org.counterpoise.engine.synth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of a plan and of the rules in a drawing.
///
/// @param plan one entry per target of the plan that rows were to be drawn for
/// @param rules one entry per rule, in their order
public record Steered(List<Reached> plan, List<RuleResult> rules) {
    /// Nothing was asked for.
    public static final Steered NONE = new Steered(List.of(), List.of());

    /// @param requested rows to be drawn for the target
    /// @param reached rows drawn, at most as many
    /// @param drawn rows the model made for it, those rejected included
    /// @param reason why not all were reached, one plain sentence; empty if they were
    public record Reached(Target target, int requested, int reached, long drawn, String reason) {}

    /// @param rule in the language of rules
    /// @param how how it was kept: "by construction", "by repair", "by rejection", …
    /// @param realRows of the training set
    /// @param realBroken training rows that break it
    /// @param drawn rows that the model made
    /// @param repaired of them, rows mended to obey it
    /// @param rejected of them, rows thrown away as they broke it; a row may break several
    /// @param left rows of the result that break it; none, as the result is checked at the end
    public record RuleResult(
            String rule,
            String words,
            String how,
            int realRows,
            int realBroken,
            long drawn,
            long repaired,
            long rejected,
            int left) {}

    public Steered {
        plan = List.copyOf(plan);
        rules = List.copyOf(rules);
    }

    /// The numbers by name, for `--json`:
    ///
    /// - `synthesis/plan/CELL/requested`, `…/reached`, `…/drawn`: rows; CELL as in [Target#key()]
    /// - `synthesis/rules/RULE/realBroken`: training rows that break the rule
    /// - `synthesis/rejected/RULE`, `synthesis/repaired/RULE`, `synthesis/violations/RULE`: rows
    ///   thrown away, mended, and left; RULE in the language of rules
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (Reached cell : plan) {
            String name = "synthesis/plan/" + cell.target().key();
            metrics.put(name + "/requested", (double) cell.requested());
            metrics.put(name + "/reached", (double) cell.reached());
            metrics.put(name + "/drawn", (double) cell.drawn());
        }
        for (RuleResult rule : rules) {
            metrics.put(
                    "synthesis/rules/" + rule.rule() + "/realBroken", (double) rule.realBroken());
            metrics.put("synthesis/rejected/" + rule.rule(), (double) rule.rejected());
            metrics.put("synthesis/repaired/" + rule.rule(), (double) rule.repaired());
            metrics.put("synthesis/violations/" + rule.rule(), (double) rule.left());
        }
        return metrics;
    }
}
