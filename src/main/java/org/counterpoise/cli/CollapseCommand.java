package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.collapse.CollapseSettings;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.jspecify.annotations.Nullable;

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
            "Examples:",
            "  counterpoise collapse real.csv --method gaussian-copula --generations 5",
            "  counterpoise collapse real.csv --protected sex --mode accumulate --out report"
        })
final class CollapseCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "The synthesizer (default: ${DEFAULT-VALUE}).")
    String method = "gaussian-copula";

    @Option(
            names = "--generations",
            paramLabel = "N",
            description = "How many generations follow the real rows; 5 unless given.")
    @Nullable Integer generations;

    @Option(
            names = "--mode",
            paramLabel = "replace|accumulate",
            description =
                    "What a generation learns from: the rows of the one before (replace, unless"
                            + " given), or the real rows and all made since (accumulate).")
    CollapseSettings.@Nullable Mode mode;

    @Option(
            names = "--real-share",
            paramLabel = "SHARE",
            description =
                    "When rows are replaced, the share of real rows that every generation still"
                            + " learns from; 0 unless given.")
    @Nullable Double realShare;

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();
    @Mixin SettingOptions settings = new SettingOptions();
    @Mixin SeedOption seed = new SeedOption();
    @Mixin OutputOptions output = new OutputOptions();
    @Mixin FailOn failOn = new FailOn();

    CollapseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        CollapseStudy study = CollapseStudy.INSTANCE;
        var given = settings.of(List.of(synthesizer, study));
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            CollapseWarning.of(work.data(input), console);
            String made =
                    work.run(
                            new Step.StudyCollapse(
                                    input,
                                    method,
                                    given.getOrDefault(method, SettingOptions.none()),
                                    asked(given.getOrDefault(study.id(), SettingOptions.none())),
                                    seed.seed));
            Assessment assessment =
                    ((Artifact.Findings) work.project().artifact(made)).assessment();
            new Printer(console.out()).assessment(assessment);
            print(
                    assessment.findings().stream()
                            .filter(finding -> finding.id().equals("loss"))
                            .findFirst()
                            .orElseThrow()
                            .evidence());
            output.write("collapse", work.project(), List.of(), console, progress);
            return failOn.exitCode(work.project());
        }
    }

    /// What the options say goes before what `--set` says.
    private JsonNode asked(JsonNode set) {
        ObjectNode asked = SettingOptions.none();
        set.properties().forEach(entry -> asked.set(entry.getKey(), entry.getValue()));
        if (generations != null) {
            asked.put("generations", generations);
        }
        if (mode != null) {
            asked.put("mode", mode.name().toLowerCase(Locale.ROOT));
        }
        if (realShare != null) {
            asked.put("realShare", realShare);
        }
        return asked;
    }

    private void print(Evidence table) {
        console.out().println();
        console.out().println(table.caption() + ":");
        line(List.copyOf(table.columns()), table);
        table.rows().forEach(row -> line(row, table));
    }

    private void line(List<?> cells, Evidence table) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(12, table.columns().get(i).length()) + 2;
            line.append(" ".repeat(Math.max(1, width - text(cells.get(i)).length())));
            line.append(text(cells.get(i)));
        }
        console.out().println(line);
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? NumberText.fixed(number, 2) : cell.toString();
    }
}
