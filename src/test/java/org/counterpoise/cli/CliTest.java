package org.counterpoise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.session.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CliTest {
    private static final String FLCHAIN = "sample-data/flchain.csv";
    private static final String NHANES = "sample-data/survey_nhanes.csv";
    private static final String KIDTRAN = "sample-data/kidtran.csv";

    @TempDir Path folder;

    /// What a command came to.
    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Cli.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws IOException {
        return Json.read(Files.readString(folder.resolve(name)), JsonNode.class);
    }

    @Test
    void auditOfFlchain() throws IOException {
        Outcome outcome =
                run(
                        "audit",
                        FLCHAIN,
                        "--outcome",
                        "death",
                        "--positive",
                        "1",
                        "--protected",
                        "sex,age:50-60-70-80",
                        "--ignore",
                        "chapter,futime",
                        "--json",
                        path("a.json"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        JsonNode metrics = json("a.json").path("metrics");
        assertThat(metrics.path("representation/sex/F/share").asDouble())
                .isEqualTo(4350 / 7874.0, within(1e-12));
        assertThat(metrics.has("representation/age/60–69/share")).isTrue();
        assertThat(metrics.has("performance/auc/sex=F")).isTrue();
        assertThat(json("a.json").path("protocol").path("steps")).hasSizeGreaterThan(2);
    }

    /// An outcome of one value cannot be judged; who is in the table can.
    @Test
    void anAuditThatCannotRunDoesNotStopTheOthers() throws IOException {
        StringBuilder table = new StringBuilder("sex,y,guess\n");
        for (int i = 0; i < 60; i++) {
            table.append(i % 2 == 0 ? "F" : "M").append(",no,").append(i % 3 == 0 ? "yes" : "no");
            table.append('\n');
        }
        Files.writeString(folder.resolve("one.csv"), table);
        Outcome outcome =
                run(
                        "audit",
                        path("one.csv"),
                        "--outcome",
                        "y",
                        "--prediction",
                        "guess",
                        "--protected",
                        "sex");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Representation").contains("was left out: ");
    }

    @Test
    void auditAgainstSurveyWeights() throws IOException {
        Outcome outcome =
                run(
                        "audit",
                        NHANES,
                        "--protected",
                        "race",
                        "--weight",
                        "WTMEC2YR",
                        "--benchmark",
                        "weights",
                        "--json",
                        path("a.json"),
                        "--fail-on",
                        "warning");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(Cli.FLAGGED);
        JsonNode metrics = json("a.json").path("metrics");
        assertThat(metrics.path("representation/race/1/share").asDouble())
                .isEqualTo(.316, within(5e-4));
        assertThat(metrics.path("representation/race/1/benchmark").asDouble())
                .isEqualTo(.151, within(5e-4));
        assertThat(outcome.out()).contains("left out");
    }

    @Test
    void auditAgainstTypedSharesAndAgainstAFile() throws IOException {
        String[] common = {"audit", FLCHAIN, "--protected", "sex", "--method", "representation"};
        assertThat(run(with(common, "--benchmark", "sex=F:0.51,M:0.49", "--json", path("a.json"))))
                .returns(0, Outcome::code);
        Files.writeString(folder.resolve("target.csv"), "sex,count\nF,51\nM,49\n");
        assertThat(run(with(common, "--benchmark", path("target.csv"), "--json", path("b.json"))))
                .returns(0, Outcome::code);
        for (String file : List.of("a.json", "b.json")) {
            assertThat(json(file).path("metrics").path("representation/sex/F/benchmark").asDouble())
                    .isEqualTo(.51, within(1e-12));
        }
    }

    /// The US Census counts 77,339,192 people over 49 in 2000, of them 42,430,552 women.
    @Test
    void auditAgainstTheCensusAndAgainstAnotherDataset() throws IOException {
        String[] common = {
            "audit", FLCHAIN, "--protected", "sex,age:60-70-80", "--method", "representation"
        };
        String census = "sample-data/us_population_2000.csv";
        Outcome outcome = run(with(common, "--benchmark", census, "--json", path("a.json")));
        assertThat(outcome.err()).isEmpty();
        JsonNode metrics = json("a.json").path("metrics");
        assertThat(metrics.path("representation/sex/F/benchmark").asDouble())
                .isEqualTo(42_430_552 / 77_339_192.0, within(1e-12));
        assertThat(metrics.has("representation/age,sex/60–69,M/benchmark")).isTrue();
        Files.writeString(
                folder.resolve("people.csv"),
                "id,sex,creatinine\n1,F,1.1\n2,F,0.9\n3,M,80\n4,F,1.0\n");
        Outcome other =
                run(with(common, "--benchmark", path("people.csv"), "--json", path("b.json")));
        assertThat(other.err()).isEmpty();
        assertThat(json("b.json").path("metrics").path("representation/sex/F/benchmark").asDouble())
                .isEqualTo(0.75);
    }

    @Test
    void generateWithACopula() throws IOException {
        Outcome outcome =
                run(
                        "generate",
                        FLCHAIN,
                        "--outcome",
                        "death",
                        "--protected",
                        "sex",
                        "--method",
                        "gaussian-copula",
                        "--rows",
                        "5000",
                        "--seed",
                        "7",
                        "--out",
                        path("syn.csv"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("syn.csv"));
        assertThat(lines).hasSize(5001);
        assertThat(lines.getFirst()).contains("counterpoise_origin");
    }

    @Test
    void generateUnderRulesAndConditions() throws IOException {
        Files.writeString(folder.resolve("rules.txt"), "# light chains\nkappa < lambda\n");
        Outcome outcome =
                run(
                        "generate",
                        FLCHAIN,
                        "--outcome",
                        "death",
                        "--condition",
                        "200: sex=F, age>=70",
                        "--rule",
                        "creatinine between 0.4 and 3",
                        "--rules",
                        path("rules.txt"),
                        "--suppress-rare",
                        "20",
                        "--json",
                        path("g.json"),
                        "--out",
                        path("syn.csv"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Rule: kappa < lambda").contains("merged into");
        List<String> lines = Files.readAllLines(folder.resolve("syn.csv"));
        assertThat(lines).hasSize(201);
        for (String line : lines.subList(1, 201)) {
            String[] cells = line.split(",");
            assertThat(Integer.parseInt(cells[0])).isGreaterThanOrEqualTo(70);
            assertThat(cells[1]).isEqualTo("F");
            assertThat(Double.parseDouble(cells[3])).isLessThan(Double.parseDouble(cells[4]));
        }
        JsonNode metrics = json("g.json").path("metrics");
        assertThat(metrics.path("synthesis/plan/sex = F and age >= 70/reached").asInt())
                .isEqualTo(200);
        assertThat(metrics.path("synthesis/violations/kappa < lambda").asInt(-1)).isZero();
    }

    @Test
    void aRuleThatCannotBeReadSaysWhere() {
        Outcome outcome =
                run("generate", FLCHAIN, "--rule", "kappa < lamda", "--out", path("syn.csv"));
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains("character 9").contains("Did you mean \"lambda\"?");
    }

    @Test
    void generateBySmoteBalanced() throws IOException {
        Outcome outcome =
                run(
                        "generate",
                        KIDTRAN,
                        "--outcome",
                        "delta",
                        "--protected",
                        "gender",
                        "--method",
                        "smote-nc",
                        "--plan",
                        "balance:gender,delta",
                        "--out",
                        path("syn.csv"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        // The largest of the four groups are the 437 men who survived.
        assertThat(Files.readAllLines(folder.resolve("syn.csv"))).hasSize(1 + 4 * 437);
    }

    @Test
    void validateWithEverythingAndWithLess() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(KIDTRAN));
        Files.write(folder.resolve("train.csv"), part(lines, 0));
        Files.write(folder.resolve("hold.csv"), part(lines, 1));
        assertThat(run("generate", path("train.csv"), "--out", path("syn.csv")).err()).isEmpty();

        Outcome all =
                run(
                        "validate",
                        "--real",
                        path("train.csv"),
                        "--synthetic",
                        path("syn.csv"),
                        "--holdout",
                        path("hold.csv"),
                        "--outcome",
                        "delta",
                        "--positive",
                        "1",
                        "--protected",
                        "gender",
                        "--json",
                        path("v.json"));
        assertThat(all.err()).isEmpty();
        assertThat(all.code()).isZero();
        JsonNode metrics = json("v.json").path("metrics");
        assertThat(metrics.path("fidelity/quality").asDouble()).isBetween(0.5, 1.0);
        assertThat(metrics.has("privacy/exact-copies")).isTrue();

        Outcome less =
                run(
                        "validate",
                        "--real",
                        path("train.csv"),
                        "--synthetic",
                        path("syn.csv"),
                        "--set",
                        "fidelity.compatible=sdmetrics");
        assertThat(less.err()).isEmpty();
        assertThat(less.code()).isZero();
    }

    private static List<String> part(List<String> lines, int which) {
        List<String> part = new ArrayList<>(List.of(lines.getFirst()));
        for (int i = 1; i < lines.size(); i++) {
            if (i % 4 == 0 == (which == 1)) {
                part.add(lines.get(i));
            }
        }
        return part;
    }

    @Test
    void aProtocolIsReplayedOnOneAndOnTwoThreads() throws IOException {
        assertThat(
                        run("generate", KIDTRAN, "--out", path("syn.csv"), "--json", path("g.json"))
                                .code())
                .isZero();
        Path protocol = folder.resolve("protocol.json");
        Files.writeString(protocol, Json.writePretty(json("g.json").path("protocol")));
        for (String threads : List.of("1", "2")) {
            Outcome outcome =
                    run(
                            "run",
                            protocol.toString(),
                            "--data",
                            "kidtran=" + KIDTRAN,
                            "--threads",
                            threads);
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("came out the same");
        }
        Files.writeString(
                protocol, Files.readString(protocol).replaceFirst("\"seed\" : 1", "\"seed\" : 2"));
        Outcome other = run("run", protocol.toString(), "--data", "kidtran=" + KIDTRAN);
        assertThat(other.code()).isEqualTo(Cli.MISTAKE);
        assertThat(other.out()).contains("DIFFERENT");
    }

    @Test
    void methodsAreListedAndDescribed() throws IOException {
        assertThat(run("methods", "--json", path("m.json")).out())
                .contains("gaussian-copula", "fidelity");
        assertThat(json("m.json").path("synthesizers").isEmpty()).isFalse();
        assertThat(run("methods", "gaussian-copula").out()).contains("Settings");
        refused(run("methods", "gausian-copula"), "Did you mean \"gaussian-copula\"?");
    }

    @Test
    void aReportIsWritten() {
        Outcome outcome = run("audit", KIDTRAN, "--protected", "gender", "--out", path("report"));
        assertThat(outcome.err()).isEmpty();
        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("report/report.pdf")).isNotEmptyFile();
        Outcome again =
                run(
                        "report",
                        path("report/protocol.json"),
                        "--data",
                        "kidtran=" + KIDTRAN,
                        "--out",
                        path("again"));
        assertThat(again.err()).isEmpty();
        assertThat(folder.resolve("again/report.pdf")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit nothing.csv",
                "audit sample-data",
                "audit",
                "audti x.csv",
                "audit sample-data/kidtran.csv --protcted gender",
                "audit sample-data/kidtran.csv --protected gander",
                "audit sample-data/kidtran.csv --protected age",
                "audit sample-data/kidtran.csv --protected gender:1-x",
                "audit sample-data/kidtran.csv --protected age:50-40",
                "audit sample-data/kidtran.csv --outcome delta --positive maybe --protected race",
                "audit sample-data/kidtran.csv --positive 1",
                "audit sample-data/kidtran.csv --outcome race --protected race",
                "audit sample-data/kidtran.csv",
                "audit sample-data/kidtran.csv --protected race --benchmark weights",
                "audit sample-data/kidtran.csv --protected race --benchmark race=1:0.5",
                "audit sample-data/kidtran.csv --protected race --benchmark nothing.csv",
                "audit sample-data/kidtran.csv --protected race --set representation.nothing=1",
                "audit sample-data/kidtran.csv --protected race --set nothing",
                "audit sample-data/kidtran.csv --protected race --method nothing",
                "audit sample-data/kidtran.csv --protected race --types race=colour",
                "audit sample-data/kidtran.csv --protected race --fail-on never",
                "audit sample-data/kidtran.csv --protected race --seed x",
                "generate sample-data/kidtran.csv",
                "generate sample-data/kidtran.csv --out x.doc",
                "generate sample-data/kidtran.csv --out x.csv --method nothing",
                "generate sample-data/kidtran.csv --out x.csv --plan blance:race",
                "generate sample-data/kidtran.csv --out x.csv --rows -1",
                "validate --real sample-data/kidtran.csv",
                "validate --real sample-data/kidtran.csv --synthetic sample-data/flchain.csv",
                "validate --real sample-data/kidtran.csv --synthetic sample-data/kidtran.csv"
                        + " --holdout sample-data/kidtran.csv",
                "run nothing.json",
                "run sample-data/kidtran.csv",
                "report sample-data/kidtran.csv --out x",
                "methods nothing"
            })
    void mistakesAreExplainedInThreeLines(String command) {
        refused(run(command.split(" ")), "");
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws IOException {
        Files.createFile(folder.resolve("empty.csv"));
        refused(run("audit", path("empty.csv"), "--protected", "x"), "");
        Files.writeString(folder.resolve("header.csv"), "a,b\n");
        refused(run("audit", path("header.csv"), "--protected", "a"), "");
        Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, 3, 0, (byte) 255});
        refused(run("audit", path("binary.csv"), "--protected", "a"), "");
    }

    @Test
    void helpIsThereForEveryCommand() {
        for (String command :
                List.of("audit", "generate", "validate", "run", "report", "methods")) {
            Outcome outcome = run(command, "--help");
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("Usage: counterpoise " + command);
        }
        assertThat(run("--version").out()).contains("Counterpoise");
    }

    private static void refused(Outcome outcome, String message) {
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(Cli.MISTAKE);
        assertThat(outcome.err().lines()).hasSize(3);
        assertThat(outcome.err()).startsWith("counterpoise: ").contains(message);
    }

    private static String[] with(String[] common, String... more) {
        List<String> all = new ArrayList<>(List.of(common));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
