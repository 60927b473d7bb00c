package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.budget.Laplace;
import org.counterpoise.engine.budget.Ledger;
import org.counterpoise.engine.budget.Ledger.Spent;
import org.counterpoise.engine.budget.SampledGaussian;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.session.PrivacyLedger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what noise amounts to.
@Command(
        name = "budget",
        description = "Says which differential privacy noise amounts to, all uses together.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Noise is a multiple of the sensitivity; neighbours differ by one record.",
            "Example (DP-SGD: σ 1.1, sampling rate 256/60000, 14,062 steps):",
            "  counterpoise budget --gaussian 1.1@0.0042667x14062 --delta 1e-5"
        })
final class BudgetCommand implements Callable<Integer> {
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)";
    private static final Pattern USE =
            Pattern.compile(NUMBER + "(?:@" + NUMBER + ")?(?:x(\\d{1,15}))?");

    private final Console console;

    @Option(
            names = "--gaussian",
            paramLabel = "SIGMA[@RATE][xSTEPS]",
            description = "Gaussian noise on sums over a random part of the records.")
    List<String> gaussian = new ArrayList<>();

    @Option(
            names = "--laplace",
            paramLabel = "SCALE[xSTEPS]",
            description = "Laplace noise; alone it costs ε = 1/SCALE.")
    List<String> laplace = new ArrayList<>();

    @Option(
            names = "--delta",
            paramLabel = "DELTA",
            description = "The chance that ε need not hold; below one over the number of records.")
    double delta = 1e-6;

    BudgetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(delta > 0 && delta < 1)) {
            throw new UserProblem(
                    "δ must lie between 0 and 1.", "option --delta", "Give e.g. --delta 1e-6.");
        }
        List<Spent> spent = new ArrayList<>();
        for (String text : gaussian) {
            Matcher use = use(text, "--gaussian");
            double rate = use.group(2) == null ? 1 : Double.parseDouble(use.group(2));
            double sigma = Double.parseDouble(use.group(1));
            if (!(rate > 0 && rate <= 1 && sigma > 0)) {
                throw refused(text, "--gaussian");
            }
            spent.add(new Spent(new SampledGaussian(rate, sigma), steps(use, text)));
        }
        for (String text : laplace) {
            Matcher use = use(text, "--laplace");
            double scale = Double.parseDouble(use.group(1));
            if (use.group(2) != null || !(scale > 0)) {
                throw refused(text, "--laplace");
            }
            spent.add(new Spent(new Laplace(scale), steps(use, text)));
        }
        if (spent.isEmpty()) {
            throw new UserProblem(
                    "No noise is given.",
                    "budget",
                    "Add --gaussian SIGMA[@RATE][xSTEPS] or --laplace SCALE[xSTEPS].");
        }
        print(spent);
        return Cli.DONE;
    }

    private static Matcher use(String text, String option) {
        Matcher matcher = USE.matcher(text);
        if (!matcher.matches()) {
            throw refused(text, option);
        }
        return matcher;
    }

    private static long steps(Matcher use, String text) {
        long steps = use.group(3) == null ? 1 : Long.parseLong(use.group(3));
        if (steps < 1) {
            throw refused(text, "xSTEPS");
        }
        return steps;
    }

    private static UserProblem refused(String text, String option) {
        return new UserProblem(
                "\"" + text + "\" is no noise.",
                "option " + option,
                "Write a multiple of the sensitivity over 0, for Gaussian noise perhaps a sampling"
                        + " rate of at most 1, and a number of steps, e.g. 1.1@0.01x1000.");
    }

    private void print(List<Spent> spent) {
        PrintStream out = console.out();
        for (Spent use : spent) {
            out.println(
                    use.mechanism().words()
                            + ", "
                            + NumberText.count(use.steps())
                            + (use.steps() == 1 ? " step" : " steps"));
        }
        for (Ledger.Bound bound : Ledger.bounds(spent, delta)) {
            out.println(
                    "  "
                            + bound.accountant()
                            + ": ε = "
                            + NumberText.short3(bound.guarantee().epsilon())
                            + " at δ = "
                            + NumberText.short3(bound.guarantee().delta()));
        }
        out.println("Covered:");
        PrivacyLedger.covered().forEach(line -> out.println("  " + line));
        out.println("Not covered:");
        PrivacyLedger.notCovered().forEach(line -> out.println("  " + line));
    }
}
