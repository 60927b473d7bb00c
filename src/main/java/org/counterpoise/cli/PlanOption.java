package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
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
                    "keep; balance:COL,...; match:COL,... (the --benchmark); numbers of rows per"
                            + " group, e.g. \"rows:sex=F&age=<50:200;sex=M:100\"; or shares of"
                            + " columns reached together, each keep, balance, match or typed, e.g."
                            + " \"shares:race=balance;age=match;sex=F:55,M:45\".")
    String plan = "keep";

    @Option(
            names = "--condition",
            paramLabel = "N: CONDITION",
            description =
                    "N rows that meet a condition, e.g. \"200: sex=F, age>=70\"; may be repeated."
                            + " With it, the result is synthetic unless --result says otherwise.")
    List<String> conditions = new ArrayList<>();

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
        if (!conditions.isEmpty()) {
            return conditioned(data, goal, rest);
        }
        return switch (goal) {
            case "keep" -> new SamplingPlan(Goal.KEEP, List.of(), rows, List.of(), kind(true));
            case "balance" -> plan(Goal.BALANCE, columns(data, rest));
            case "match" -> plan(Goal.MATCH_BENCHMARK, columns(data, rest));
            case "rows" ->
                    new SamplingPlan(Goal.TYPED, List.of(), 0, targets(data, rest), kind(false));
            case "shares" -> SamplingPlan.margins(ShareText.margins(data, rest), rows, kind(false));
            default ->
                    throw Texts.unknown(
                            "There is no plan called \"" + goal + "\".",
                            "option --plan",
                            goal,
                            List.of("keep", "balance", "match", "rows", "shares"));
        };
    }

    private SamplingPlan conditioned(Dataset data, String goal, String rest) {
        boolean typed = goal.equals("rows");
        if (rows > 0 || !(typed || goal.equals("keep"))) {
            throw new UserProblem(
                    "A condition says itself how many rows are wanted.",
                    "option --condition",
                    "Leave out --rows, and use no other plan than rows:….");
        }
        List<Target> targets = new ArrayList<>(typed ? targets(data, rest) : List.of());
        for (String condition : conditions) {
            int colon = condition.indexOf(':');
            if (colon < 0) {
                throw new UserProblem(
                        "\"" + condition + "\" does not say how many rows are wanted.",
                        "option --condition",
                        "Write e.g. --condition \"200: sex=F, age>=70\".");
            }
            int count = count(condition.substring(0, colon), "--condition \"200: sex=F\"");
            String text = condition.substring(colon + 1);
            targets.add(new Target(Rules.condition(text, Vocabulary.of(data)), count));
        }
        return new SamplingPlan(Goal.TYPED, List.of(), 0, targets, kind(true));
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
                            count(group.substring(colon + 1), "--plan rows:sex=F:200")));
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

    private static int count(String text, String example) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw notACount(text, example, e);
        }
        throw notACount(text, example, null);
    }

    private static UserProblem notACount(
            String text, String example, @Nullable NumberFormatException cause) {
        return new UserProblem(
                "\"" + text + "\" is not a number of rows.",
                "option " + example.substring(0, example.indexOf(' ')),
                "Write a whole number, e.g. " + example + ".",
                cause);
    }
}
