package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.Generations;
import org.counterpoise.engine.synth.Synthesizer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Shows what is lost when a synthesizer learns from its own rows again and again.
@Command(
        name = "collapse",
        description =
                "Fits a synthesizer to its own rows again and again and shows what each generation"
                        + " loses.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  counterpoise collapse real.csv --method gaussian-copula --generations 5",
        })
final class CollapseCommand implements Callable<Integer> {
    private static final int MOST = 50;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "The synthesizer; gaussian-copula unless named.")
    String method = "gaussian-copula";

    @Option(
            names = "--generations",
            paramLabel = "N",
            description = "How many generations follow the real rows; 5 unless given.")
    int generations = 5;

    @Option(
            names = "--real-share",
            paramLabel = "SHARE",
            description = "Share of real rows that every generation learns from; 0 unless given.")
    double realShare;

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();
    @Mixin SettingOptions settings = new SettingOptions();
    @Mixin SeedOption seed = new SeedOption();

    CollapseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (generations < 1 || generations > MOST || !(realShare >= 0 && realShare < 1)) {
            throw new UserProblem(
                    "There are to be " + generations + " generations with " + realShare + " real.",
                    "options --generations and --real-share",
                    "Choose 1 to " + MOST + " generations and a share from 0 to under 1.");
        }
        Progress progress = console.progress();
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        JsonNode own =
                settings.of(List.of(synthesizer)).getOrDefault(method, SettingOptions.none());
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            Dataset data = work.data(work.assign(imported, roles));
            print(run(synthesizer, data, own, progress));
            return Cli.DONE;
        }
    }

    private <S extends Record> Generations run(
            Synthesizer<S> synthesizer, Dataset data, JsonNode own, Progress progress) {
        return Generations.run(
                synthesizer,
                data,
                synthesizer.settings().fromJson(own),
                generations,
                realShare,
                seed.seed,
                progress);
    }

    private void print(Generations result) {
        console.out()
                .println(
                        "What each generation keeps of the real rows ("
                                + result.method()
                                + ", "
                                + NumberText.percent(result.realShare())
                                + " real rows in each):");
        console.out().println("generation  tails  spread  rare rows  rare levels  diversity");
        for (Generations.Generation one : result.generations()) {
            console.out()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "%10d %6s %7s %10s %12s %10s",
                                    one.number(),
                                    kept(one.tails()),
                                    kept(one.spread()),
                                    kept(one.rare()),
                                    kept(one.rareLevels()),
                                    kept(one.diversity())));
        }
    }

    private static String kept(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
