package org.counterpoise.engine.synth;

import org.counterpoise.engine.rule.Condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sampling plan in numbers of rows, before anything is drawn.
///
/// @param plan the plan it was worked out from
/// @param allocations one per group, in the order of the groups; with an empty cell, everyone
/// @param warnings what the plan cannot reach or does not touch, one plain sentence each
public record ResolvedPlan(SamplingPlan plan, List<Allocation> allocations, List<String> warnings) {

    /// What one group gets.
    ///
    /// @param cell column to level; empty for everyone
    /// @param where what else must be true of the rows
    /// @param existing rows in the training set
    /// @param wanted rows the plan asks for in the result
    /// @param toGenerate rows to be drawn
    public record Allocation(
            Map<String, String> cell, Condition where, int existing, int wanted, int toGenerate) {
        public Allocation {
            cell = Collections.unmodifiableMap(new LinkedHashMap<>(cell));
        }

        public Allocation(Map<String, String> cell, int existing, int wanted, int toGenerate) {
            this(cell, Condition.ANY, existing, wanted, toGenerate);
        }

        /// What is to be drawn.
        public Target target() {
            return new Target(cell, where, toGenerate);
        }

        /// "F, 70–79"; "everyone" for the empty cell.
        public String label() {
            return target().label();
        }
    }

    public ResolvedPlan {
        allocations = List.copyOf(allocations);
        warnings = List.copyOf(warnings);
    }

    /// Rows of a group in the result, if all that is to be drawn can be drawn.
    public int after(Allocation allocation) {
        boolean augmented = plan.result() == SamplingPlan.Result.AUGMENTED;
        return (augmented ? allocation.existing() : 0) + allocation.toGenerate();
    }

    /// What a synthesizer is asked for: the groups that get rows.
    public List<Target> targets() {
        return allocations.stream()
                .filter(allocation -> allocation.toGenerate() > 0)
                .map(Allocation::target)
                .toList();
    }

    /// Rows to be drawn in all.
    public int rows() {
        return allocations.stream().mapToInt(Allocation::toGenerate).sum();
    }
}
