package org.counterpoise.cli;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

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
            "      --protected sex,age:50-60-70-80 --ignore chapter,futime --json a.json"
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
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            String benchmark = benchmarks.set(work, input, reading);
            List<String> leftOut = new ArrayList<>();
            for (Audit<?> audit : audits) {
                Applicability can = audit.applicability(input(work, input, benchmark));
                if (!can.ready() && methods.isEmpty()) {
                    leftOut.add(audit.card().name() + " was left out: " + can.reason());
                    continue;
                }
                var own = given.getOrDefault(audit.id(), SettingOptions.none());
                try {
                    work.run(new Step.RunAudit(input, benchmark, audit.id(), own, seed.seed));
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

    private static AuditInput input(Work work, String input, String benchmark) {
        Optional<Benchmark> target =
                benchmark.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ((Artifact.Target) work.project().artifact(benchmark)).benchmark());
        return new AuditInput(work.data(input), target);
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
