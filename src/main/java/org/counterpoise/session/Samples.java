package org.counterpoise.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.SamplingPlan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The projects that come with the program: real data, and the steps of a whole session on it.
///
/// @param id of the sample, the name of its file without ".csv"
/// @param title for people
/// @param about what it shows, one sentence
public record Samples(String id, String title, String about) {
    private static final long SEED = 2026;

    /// Free light chains in the serum and death, people over 50 of Olmsted County.
    public static final Samples FLCHAIN =
            new Samples(
                    "flchain",
                    "Free light chain and mortality",
                    "Death by sex and age band; two columns are known only after death.");

    /// A health survey that oversampled minorities, with its weights.
    public static final Samples SURVEY_NHANES =
            new Samples(
                    "survey_nhanes",
                    "NHANES cholesterol survey",
                    "Who is in the sample, against the population its weights stand for.");

    /// Deaths after kidney transplant, with 59 black women among 863 patients.
    public static final Samples KIDTRAN =
            new Samples(
                    "kidtran",
                    "Kidney transplants",
                    "Death by race and sex, with few black women.");

    /// Every sample.
    public static final List<Samples> ALL = List.of(FLCHAIN, SURVEY_NHANES, KIDTRAN);

    /// Property that names the folder of the samples.
    public static final String FOLDER_PROPERTY = "counterpoise.samples";

    /// Where the files of the samples are: in the folder that the property names, beside the
    /// running program, or on the class path.
    public static FileLocator files() {
        return (name, fileName, sha256) -> file(fileName);
    }

    /// The sample's data file.
    public Path file() {
        return file(id + ".csv");
    }

    private static Path file(String fileName) {
        String property = System.getProperty(FOLDER_PROPERTY);
        for (Path folder :
                property == null
                        ? List.of(besideProgram(), Path.of("sample-data"))
                        : List.of(Path.of(property), besideProgram())) {
            if (Files.isRegularFile(folder.resolve(fileName))) {
                return folder.resolve(fileName);
            }
        }
        return fromClassPath(fileName);
    }

    /// `../sample-data` of the folder that holds the running jar.
    private static Path besideProgram() {
        try {
            Path code =
                    Path.of(
                            Samples.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.resolveSibling("../sample-data").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path fromClassPath(String fileName) {
        try (InputStream in = Samples.class.getResourceAsStream("/sample-data/" + fileName)) {
            if (in == null) {
                throw new UserProblem(
                        "The sample data is not there.",
                        fileName,
                        "Install Counterpoise again, or say where it is with -D"
                                + FOLDER_PROPERTY
                                + "=FOLDER.");
            }
            Path copy = Files.createTempDirectory("counterpoise-sample").resolve(fileName);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UserProblem(
                    "The sample data could not be copied.",
                    fileName,
                    "Check that there is room for temporary files.",
                    e);
        }
    }

    /// Imports the sample's data and marks the roles, ready to be explored.
    ///
    /// @return the id of the dataset with its roles
    public String begin(Project project, Progress progress) {
        Path file = file();
        FileLocator files = FileLocator.of(file);
        Step.ImportData read = Imports.of(file, id, progress.part(0, 0.4));
        String imported = project.run(read, files, progress.part(0.4, 0.8)).output();
        Dataset data = ((Artifact.Data) project.artifact(imported)).dataset();
        Step roles = new Step.AssignRoles(imported, roles(data));
        return project.run(roles, files, progress.part(0.8, 1)).output();
    }

    private List<ColumnInfo> roles(Dataset data) {
        return switch (id) {
            case "flchain" ->
                    List.of(
                            outcome(data, "death", "1"),
                            marked(data, "sex", Role.PROTECTED),
                            banded(data, "age", 60, 70, 80),
                            marked(data, "chapter", Role.IGNORED),
                            marked(data, "futime", Role.IGNORED));
            case "survey_nhanes" ->
                    List.of(
                            outcome(data, "HI_CHOL", "1"),
                            marked(data, "race", Role.PROTECTED),
                            marked(data, "RIAGENDR", Role.PROTECTED),
                            marked(data, "agecat", Role.PROTECTED),
                            marked(data, "WTMEC2YR", Role.WEIGHT),
                            marked(data, "SDMVPSU", Role.IGNORED),
                            marked(data, "SDMVSTRA", Role.IGNORED));
            case "kidtran" ->
                    List.of(
                            outcome(data, "delta", "1"),
                            marked(data, "race", Role.PROTECTED),
                            marked(data, "gender", Role.PROTECTED),
                            marked(data, "obs", Role.IDENTIFIER),
                            marked(data, "time", Role.TIME));
            default -> throw new IllegalStateException(id);
        };
    }

    private static ColumnInfo outcome(Dataset data, String column, String positive) {
        return marked(data, column, Role.OUTCOME).withPositive(Optional.of(positive));
    }

    private static ColumnInfo marked(Dataset data, String column, Role role) {
        return data.schema().column(column).withRole(role);
    }

    private static ColumnInfo banded(Dataset data, String column, double... edges) {
        List<Double> list = java.util.Arrays.stream(edges).boxed().toList();
        return marked(data, column, Role.PROTECTED).withBinning(Optional.of(new Binning(list)));
    }

    /// Runs the whole session: roles, holdout, target population, audits, synthesis, validation,
    /// report.
    public void runAll(Project project, Progress progress) {
        Path file = file();
        String roles = begin(project, progress.part(0, 0.1));
        Session session = new Session(project, FileLocator.of(file), progress.part(0.1, 1));
        switch (id) {
            case "flchain" -> flchain(session, roles);
            case "survey_nhanes" -> surveyNhanes(session, roles);
            default -> kidtran(session, roles);
        }
        session.run(new Step.WriteReport(title, List.of("html", "pdf", "json", "protocol")));
    }

    private record Session(Project project, FileLocator files, Progress progress) {
        /// @return the id of the first thing the step made
        String run(Step step) {
            return project.run(step, files, progress).output();
        }
    }

    private static void flchain(Session session, String roles) {
        String training =
                session.run(new Step.Split(roles, 0.25, List.of("death", "sex"), "", SEED));
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("F", 0.51);
        shares.put("M", 0.49);
        String target =
                session.run(
                        new Step.SetBenchmark(
                                roles, new BenchmarkSource.Typed(Map.of("sex", shares))));
        session.run(audit(roles, target, "representation", none()));
        session.run(
                audit(training, target, "performance", none().put("model", "logistic-regression")));
        generate(session, training, "smote-nc", balance("sex", "death"));
    }

    private static void surveyNhanes(Session session, String roles) {
        String target =
                session.run(new Step.SetBenchmark(roles, new BenchmarkSource.Weights("WTMEC2YR")));
        session.run(audit(roles, target, "representation", none()));
        String training = session.run(new Step.Split(roles, 0.25, List.of("race"), "", SEED));
        generate(session, training, "gaussian-copula", SamplingPlan.keep(0));
    }

    private static void kidtran(Session session, String roles) {
        String training =
                session.run(new Step.Split(roles, 0.25, List.of("delta", "race"), "", SEED));
        session.run(audit(roles, "", "representation", none()));
        session.run(audit(training, "", "performance", none()));
        generate(session, training, "gaussian-copula", balance("race", "gender"));
    }

    /// Fits, draws and validates; the holdout is the split's second dataset.
    private static void generate(
            Session session, String training, String method, SamplingPlan plan) {
        String model = session.run(new Step.FitSynthesizer(training, method, none(), SEED));
        String drawn = session.run(new Step.Sample(model, "", plan, SEED));
        String holdout =
                session.project().lineage().maker(training).orElseThrow().outputs().getLast().id();
        session.run(new Step.Validate(training, holdout, drawn, Map.of(), SEED));
    }

    private static SamplingPlan balance(String... columns) {
        return new SamplingPlan(
                SamplingPlan.Goal.BALANCE,
                List.of(columns),
                0,
                List.of(),
                SamplingPlan.Result.AUGMENTED);
    }

    private static Step audit(String input, String benchmark, String method, ObjectNode settings) {
        return new Step.RunAudit(input, benchmark, method, settings, SEED);
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }
}
