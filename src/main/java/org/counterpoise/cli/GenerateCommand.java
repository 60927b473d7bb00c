package org.counterpoise.cli;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.WriteOptions;
import org.counterpoise.engine.synth.PlanResolver;
import org.counterpoise.engine.synth.Reachability;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Makes a synthetic or augmented table.
@Command(
        name = "generate",
        description = "Makes synthetic rows from a table, each marked as synthetic.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  counterpoise generate flchain.csv --outcome death --protected sex \\",
            "      --method gaussian-copula --rows 5000 --seed 7 --out syn.csv",
            "  counterpoise generate flchain.csv --outcome death --protected sex \\",
            "      --method smote-nc --plan balance:sex,death --out syn.csv",
            "  counterpoise generate flchain.csv --condition \"200: sex=F, age>=70\" \\",
            "      --rule \"kappa > 0\" --suppress-rare 10 --out women.csv"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int SHORTFALLS_SHOWN = 10;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin BenchmarkOptions benchmarks = new BenchmarkOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "The synthesizer (default: ${DEFAULT-VALUE}).")
    String method = "gaussian-copula";

    @Mixin PlanOption plan = new PlanOption();
    @Mixin RuleOptions rules = new RuleOptions();
    @Mixin SettingOptions settings = new SettingOptions();

    @Mixin SeedOption seed = new SeedOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the table goes: .csv or .parquet.")
    Path out = Path.of("");

    @Option(
            names = "--for-spreadsheets",
            description = "Make cells that a spreadsheet would take for formulas harmless.")
    boolean forSpreadsheets;

    @Option(names = "--json", paramLabel = "FILE", description = "Write notes and the protocol.")
    @Nullable Path json;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        TableFile table = TableFile.of(out);
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        var given = settings.of(List.of(synthesizer));
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            String benchmark = benchmarks.set(work, input, reading);
            CollapseWarning.of(work.data(input), console);
            var sampling = plan.of(work.data(input));
            var own = given.getOrDefault(method, SettingOptions.none());
            Dataset data = work.data(input);
            expect(work, benchmark, sampling, data, synthesizer);
            String model =
                    work.run(
                            new Step.FitSynthesizer(
                                    input,
                                    method,
                                    own,
                                    seed.seed,
                                    rules.of(data),
                                    rules.rare(data)));
            String drawn = work.run(new Step.Sample(model, benchmark, sampling, seed.seed));
            Artifact.Data made = (Artifact.Data) work.project().artifact(drawn);
            WriteOptions options =
                    forSpreadsheets ? WriteOptions.FOR_SPREADSHEETS : WriteOptions.USUAL;
            table.write(made.dataset(), options, progress);
            print(work, model, made);
            Path target = json;
            if (target != null) {
                JsonResult.of("generate", work.project(), List.of()).write(target);
                console.out().println("Wrote " + target);
            }
            return Cli.DONE;
        }
    }

    /// Says before the work what can be expected of groups that are hard to reach.
    private void expect(
            Work work,
            String benchmark,
            SamplingPlan sampling,
            Dataset data,
            Synthesizer<?> synthesizer) {
        Optional<Benchmark> target =
                benchmark.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ((Artifact.Target) work.project().artifact(benchmark)).benchmark());
        Reachability.of(PlanResolver.resolve(sampling, data, target), synthesizer).stream()
                .map(Reachability::words)
                .filter(words -> !words.isEmpty())
                .limit(SHORTFALLS_SHOWN)
                .forEach(words -> console.out().println("Expect: " + words));
    }

    private void print(Work work, String model, Artifact.Data made) {
        PrintStream stream = console.out();
        Dataset data = made.dataset();
        int synthetic = OriginColumn.syntheticRows(data).length;
        stream.println(
                "Wrote "
                        + out
                        + ": "
                        + synthetic
                        + " synthetic rows of generation "
                        + OriginColumn.generation(data)
                        + (synthetic < data.rows()
                                ? " and " + (data.rows() - synthetic) + " real rows"
                                : "")
                        + ", marked in the column "
                        + OriginColumn.NAME);
        ((Artifact.Model) work.project().artifact(model))
                .notes()
                .forEach(note -> stream.println("Note: " + note));
        made.notes().forEach(note -> stream.println("Note: " + note));
        made.steered().rules().forEach(rule -> stream.println(RuleLine.of(rule)));
        made.shortfalls().stream()
                .limit(SHORTFALLS_SHOWN)
                .forEach(
                        shortfall ->
                                stream.println(
                                        "Not reached: "
                                                + shortfall.target().label()
                                                + ", "
                                                + shortfall.made()
                                                + " of "
                                                + shortfall.target().rows()
                                                + " rows. "
                                                + shortfall.reason()));
    }
}
