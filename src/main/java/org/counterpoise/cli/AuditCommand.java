package org.counterpoise.cli;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Imports;
import org.counterpoise.session.Step;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Asks a table every question that its roles allow.
@Command(
        name = "audit",
        description = "Asks who is missing from a table and for whom a model fails.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  counterpoise audit flchain.csv --outcome death --positive 1 \\",
            "      --protected sex,age:50-60-70-80 --ignore chapter,futime --json a.json",
            "  counterpoise audit visits2023.csv --against visits2024.csv --method drift"
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin BenchmarkOptions benchmarks = new BenchmarkOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "ID",
            description = "Run only these audits (default: all that can be run).")
    List<String> methods = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "A second table, which drift holds against the first: what is different in it?"
                            + " Roles are those of the first.")
    @Nullable Path against;

    @Mixin SettingOptions settings = new SettingOptions();
    @Mixin SeedOption seed = new SeedOption();
    @Mixin OutputOptions output = new OutputOptions();
    @Mixin FailOn failOn = new FailOn();

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        List<Audit<?>> audits = wanted();
        var given = settings.of(audits);
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            Step.ImportData first = reading.importStep(file, name, progress);
            String input = work.assign(work.run(first, name, file), roles);
            String other = other(work, audits, first);
            String benchmark = benchmarks.set(work, input, reading);
            List<String> leftOut = new ArrayList<>();
            for (Audit<?> audit : audits) {
                Applicability can =
                        audit.applicability(input(work, audit, input, benchmark, other));
                if (!can.ready() && methods.isEmpty()) {
                    leftOut.add(audit.card().name() + " was left out: " + can.reason());
                    continue;
                }
                var own = given.getOrDefault(audit.id(), SettingOptions.none());
                try {
                    work.run(
                            new Step.RunAudit(
                                    input,
                                    benchmark,
                                    audit.id(),
                                    own,
                                    seed.seed,
                                    audit.comparesDatasets() ? other : ""));
                } catch (UserProblem problem) {
                    if (!methods.isEmpty()) {
                        throw problem;
                    }
                    leftOut.add(
                            audit.card().name()
                                    + " was left out: "
                                    + problem.what()
                                    + " "
                                    + problem.remedy());
                }
            }
            print(work, leftOut);
            output.write("audit", work.project(), leftOut, console, progress);
            return failOn.exitCode(work.project());
        }
    }

    private List<Audit<?>> wanted() {
        List<Audit<?>> audits = new ArrayList<>();
        if (methods.isEmpty()) {
            Catalogue.all(Audit.class).forEach(audits::add);
        } else {
            methods.forEach(id -> audits.add(Catalogue.find(Audit.class, id)));
        }
        return audits;
    }

    /// Reads the second table.
    ///
    /// @return its id; empty for none
    private String other(Work work, List<Audit<?>> audits, Step.ImportData first) {
        Path second = against;
        if (second == null) {
            return "";
        } else if (audits.stream().noneMatch(Audit::comparesDatasets)) {
            throw new UserProblem(
                    "None of these audits compares two tables.",
                    "option --against",
                    "Add --method drift, or leave --against out.");
        }
        String own = Imports.nameOf(second);
        String name = own.equals(first.name()) ? own + "-2" : own;
        return work.run(reading.importBeside(first, second, name, work.progress()), name, second);
    }

    private static AuditInput input(
            Work work, Audit<?> audit, String input, String benchmark, String other) {
        Optional<Benchmark> target =
                benchmark.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ((Artifact.Target) work.project().artifact(benchmark)).benchmark());
        boolean two = audit.comparesDatasets() && !other.isEmpty();
        return new AuditInput(
                work.data(input), target, two ? Optional.of(work.data(other)) : Optional.empty());
    }

    private void print(Work work, List<String> leftOut) {
        Printer printer = new Printer(console.out());
        boolean any = false;
        for (String id : work.project().artifactIds()) {
            if (work.project().artifact(id) instanceof Artifact.Findings findings) {
                printer.assessment(findings.assessment());
                any = true;
            }
        }
        if (!any) {
            throw new UserProblem(
                    "No audit can be run. " + String.join(" ", leftOut),
                    file.toString(),
                    "Say what the columns are, e.g. with --protected and --outcome.");
        }
        leftOut.forEach(console.out()::println);
    }
}
