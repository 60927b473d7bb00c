package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A project that comes with the program and tells a story: real data, real steps.
///
/// @param id short name, e.g. for the project's file
/// @param title for people
/// @param sentence what it shows
/// @param fileName of its data in the folder of sample data
public record SampleProject(String id, String title, String sentence, String fileName) {
    /// Property that names the folder of sample data.
    public static final String FOLDER_PROPERTY = "counterpoise.samples";

    /// Serum free light chain and mortality.
    public static final SampleProject FLCHAIN =
            new SampleProject(
                    "flchain",
                    "Light chains and mortality",
                    "7,874 older residents of one county: who is scarce, for whom does a prediction"
                            + " of death fail, and which two columns give the outcome away?",
                    "flchain.csv");

    /// A national health survey.
    public static final SampleProject NHANES =
            new SampleProject(
                    "survey_nhanes",
                    "A survey and its weights",
                    "8,591 people of NHANES 2009–10: how far the people examined are from the"
                            + " population that their own weights stand for.",
                    "survey_nhanes.csv");

    /// Kidney transplants.
    public static final SampleProject KIDTRAN =
            new SampleProject(
                    "kidtran",
                    "Kidney transplants, 59 black women",
                    "863 transplants by race and sex: what can and cannot be said about a group of"
                            + " 59, and what happens when it is filled up.",
                    "kidtran.csv");

    /// In the order in which they are offered.
    public static List<SampleProject> all() {
        return List.of(FLCHAIN, NHANES, KIDTRAN);
    }

    /// The sample's data file.
    ///
    /// @throws UserProblem if the folder of sample data is not where it should be
    public Path file() {
        return folders()
                .map(folder -> folder.resolve(fileName))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserProblem(
                                        "The sample data is not there.",
                                        fileName,
                                        "Install Counterpoise again, or name the folder with"
                                                + " -Dcounterpoise.samples=FOLDER."));
    }

    /// Where the sample data may be: as told, beside the installed program, in the source tree.
    private static Stream<Path> folders() {
        Stream<Path> told =
                Stream.ofNullable(System.getProperty(FOLDER_PROPERTY)).map(Path::of);
        return Stream.concat(
                told, Stream.of(home().resolve("sample-data"), Path.of("sample-data")));
    }

    /// The folder above the program's `lib`.
    private static Path home() {
        try {
            Path code =
                    Path.of(
                            SampleProject.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.resolve("../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Carries out the sample's steps in a new project.
    ///
    /// @param told is told of each step when it is done
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it; the steps done by
    ///     then stay
    public void tell(Project project, Progress progress, Consumer<StepRecord> told) {
        SampleSteps steps = new SampleSteps(this, project, progress, told);
        switch (id) {
            case "flchain" -> steps.flchain();
            case "survey_nhanes" -> steps.nhanes();
            case "kidtran" -> steps.kidtran();
            default -> throw new IllegalStateException(id);
        }
    }
}
