package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The projects that come with the program: real data, or simulated data of known truth, and the
/// steps of a whole session on it.
///
/// @param id of the sample, the name of its file without ".csv"
/// @param title for people
/// @param about what it shows, one sentence
public record Samples(String id, String title, String about) {
    /// Free light chains in the serum and death, people over 50 of Olmsted County.
    public static final Samples FLCHAIN =
            new Samples(
                    "flchain",
                    "Light chains and mortality",
                    "7,874 older residents of one county: who is scarce, for whom does a prediction"
                            + " of death fail, and which two columns give the outcome away?");

    /// A health survey that oversampled minorities, with its weights.
    public static final Samples SURVEY_NHANES =
            new Samples(
                    "survey_nhanes",
                    "A survey and its weights",
                    "8,591 people of NHANES 2009–10: how far the people examined are from the"
                            + " population that their own weights stand for.");

    /// Deaths after kidney transplant, with 59 black women among 863 patients.
    public static final Samples KIDTRAN =
            new Samples(
                    "kidtran",
                    "Kidney transplants, 59 black women",
                    "863 transplants by race and sex: what can and cannot be said about a group of"
                            + " 59, and what happens when it is filled up.");

    /// Two meters of peak expiratory flow, the table of Bland and Altman 1986.
    public static final Samples PEFR =
            new Samples(
                    "pefr",
                    "Two flow meters, 17 people",
                    "The table of Bland and Altman 1986: do a large and a mini flow meter agree well"
                            + " enough for one to stand in for the other?");

    /// Scores of a human and a machine, simulated with an offset for women.
    public static final Samples JUDGMENTS =
            new Samples(
                    "judgments_simulated",
                    "Human and machine (simulated)",
                    "400 simulated judgments on a scale of 0 to 3: the machine scores women 0.3 higher"
                            + " than the human does, and men not.");

    /// A simulated screen with three crooked plates.
    public static final Samples SCREEN_PLATES =
            new Samples(
                    "screen_plates",
                    "A screen on crooked plates",
                    "Eight simulated plates of 384 wells: which rows and columns are off, and which"
                            + " hits appear and vanish once they are put right?");

    /// Simulated reactions whose reagent was picked by habit.
    public static final Samples AMINE_REACTIONS =
            new Samples(
                    "amine_reactions",
                    "Reagents picked by habit",
                    "4,000 simulated reactions with 415 amines: do the favourites earn their"
                            + " popularity, and which are under-tried?");

    /// Molecules of the National Cancer Institute.
    public static final Samples NCI5K =
            new Samples(
                    "nci5k_smiles",
                    "Molecules on a few scaffolds",
                    "4,999 molecules of the NCI: how few scaffolds carry most of them, and how far"
                            + " from the popular ones the rest lies.");

    /// Every sample.
    public static final List<Samples> ALL =
            List.of(
                    FLCHAIN,
                    SURVEY_NHANES,
                    KIDTRAN,
                    PEFR,
                    JUDGMENTS,
                    SCREEN_PLATES,
                    AMINE_REACTIONS,
                    NCI5K);

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
        return new SampleSteps(this, project, progress).begin();
    }

    /// Runs the whole session: roles, holdout, target population, audits, synthesis, validation,
    /// report.
    ///
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it; the steps done by
    ///     then stay
    public void runAll(Project project, Progress progress) {
        new SampleSteps(this, project, progress).all();
    }
}
