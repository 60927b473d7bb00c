package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.SamplingPlan.Goal;
import org.counterpoise.engine.synth.SamplingPlan.Result;
import org.counterpoise.engine.synth.Target;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who gets generated.
final class PlanOption {
    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the result (default: as many as the plan needs).")
    int rows;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description =
                    "keep; balance:COL,...; match:COL,... (the --benchmark); or numbers of rows per"
                            + " group, e.g. \"rows:sex=F&age=<50:200;sex=M:100\".")
    String plan = "keep";

    @Option(
            names = "--result",
            paramLabel = "synthetic|augmented",
            description =
                    "Synthetic rows alone, or the real rows and the synthetic ones that complete"
                            + " them (default: augmented for a plan other than keep without --rows,"
                            + " else synthetic).")
    @Nullable Result result;

    /// @throws UserProblem if the plan cannot be understood, or names a column that is not there
    SamplingPlan of(Dataset data) {
        if (rows < 0) {
            throw new UserProblem(
                    "The number of rows is " + rows + ".", "option --rows", "Ask for 1 or more.");
        }
        int colon = plan.indexOf(':');
        String goal = (colon < 0 ? plan : plan.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : plan.substring(colon + 1);
        return switch (goal) {
            case "keep" -> new SamplingPlan(Goal.KEEP, List.of(), rows, List.of(), kind(true));
            case "balance" -> plan(Goal.BALANCE, columns(data, rest));
            case "match" -> plan(Goal.MATCH_BENCHMARK, columns(data, rest));
            case "rows" ->
                    new SamplingPlan(Goal.TYPED, List.of(), 0, targets(data, rest), kind(false));
            default ->
                    throw Texts.unknown(
                            "There is no plan called \"" + goal + "\".",
                            "option --plan",
                            goal,
                            List.of("keep", "balance", "match", "rows"));
        };
    }

    private SamplingPlan plan(Goal goal, List<String> columns) {
        return new SamplingPlan(goal, columns, rows, List.of(), kind(false));
    }

    private Result kind(boolean keep) {
        Result chosen = result;
        if (chosen != null) {
            return chosen;
        }
        return keep || rows > 0 ? Result.SYNTHETIC : Result.AUGMENTED;
    }

    /// The named columns; without any, the protected attributes.
    private static List<String> columns(Dataset data, String text) {
        List<String> named =
                Texts.list(text).stream().map(name -> Texts.column(data, name, "--plan")).toList();
        return named.isEmpty() ? data.schema().namesWithRole(Role.PROTECTED) : named;
    }

    private static List<Target> targets(Dataset data, String text) {
        List<Target> targets = new ArrayList<>();
        for (String group : text.split(";")) {
            int colon = group.lastIndexOf(':');
            targets.add(
                    new Target(
                            cell(data, group.substring(0, Math.max(0, colon))),
                            count(group.substring(colon + 1))));
        }
        return targets;
    }

    private static Map<String, String> cell(Dataset data, String text) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new UserProblem(
                        "\"" + text + "\" is not a group.",
                        "option --plan",
                        "Write COL=LEVEL:ROWS, e.g. --plan rows:sex=F:200;sex=M:100.");
            }
            String column = Texts.column(data, pair.substring(0, equals).strip(), "--plan");
            cell.put(column, pair.substring(equals + 1).strip());
        }
        return cell;
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw notACount(text, e);
        }
        throw notACount(text, null);
    }

    private static UserProblem notACount(String text, @Nullable NumberFormatException cause) {
        return new UserProblem(
                "\"" + text + "\" is not a number of rows.",
                "option --plan",
                "Write a whole number, e.g. --plan rows:sex=F:200.",
                cause);
    }
}
