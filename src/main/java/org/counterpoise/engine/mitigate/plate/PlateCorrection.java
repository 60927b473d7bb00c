package org.counterpoise.engine.mitigate.plate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.plate.LookedScreen;
import org.counterpoise.engine.plate.PlateOptions;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.engine.stats.plate.Wells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes the bias of rows, columns and well locations out of the readouts of plates.
///
/// The corrected readouts stand in a column of their own that takes the role of the readout; the
/// measured ones stay beside it, left out of everything.
public final class PlateCorrection implements Correction<PlateCorrectionSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "plate-correction",
                    "Plate correction",
                    "Corrects readouts for their place on the plate.",
                    "Finds rows and columns whose wells differ from the rest of their plate and"
                            + " moves them back, by adding or by multiplying, whichever fits; or"
                            + " scores every well against its plate or its location.",
                    "When the plates audit finds biased rows or columns and most wells hold"
                            + " samples placed at random.",
                    List.of(
                            "leaves plates without biased lines untouched",
                            "keeps the unit of the readout, except for scores",
                            "tells additive from multiplicative bias"),
                    List.of(
                            "takes real differences out where samples are not placed at random",
                            "finds no bias once half of a plate is off",
                            "corrects samples; controls keep their readouts under partial mean"
                                    + " polish"),
                    "Mazoure B, Nadon R, Makarenkov V (2017): Identification and correction of"
                            + " spatial bias are essential for obtaining quality data in"
                            + " high-throughput screening technologies. Scientific Reports 7:11921."
                            + " doi:10.1038/s41598-017-11940-4");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public PlateCorrectionSettings defaults() {
        return new PlateCorrectionSettings(
                PlateMethod.PMP_ONE_MODEL,
                PlateOptions.USUAL_ALPHA,
                false,
                ModelTest.SPREAD,
                PlateOptions.USUAL_SPAN,
                "",
                "",
                List.of());
    }

    @Override
    public Applicability applicability(Dataset data) {
        return Screen.missing(data.schema())
                .map(Applicability::missing)
                .orElse(Applicability.READY);
    }

    @Override
    public Corrected correct(Dataset data, PlateCorrectionSettings settings, Progress progress) {
        LookedScreen looked = LookedScreen.of(data, settings, progress.part(0, 0.5));
        Screen screen = looked.screen();
        PlateMethod method = settings.method();
        if (method.acrossPlates() && screen.plates().size() < 2) {
            throw new UserProblem(
                    "The " + method.label() + " compares plates, and there is only one.",
                    data.name(),
                    "Choose a method that works plate by plate, or mark the column that names the"
                            + " plates.");
        }
        List<double[]> corrected =
                method.correct(looked.looks(), settings.span(), progress.part(0.5, 1));
        return new Corrected(
                table(data, screen, method, corrected), notes(looked, method, corrected));
    }

    private static Dataset table(
            Dataset data, Screen screen, PlateMethod method, List<double[]> corrected) {
        double[] values = new double[data.rows()];
        Arrays.fill(values, Double.NaN);
        for (int plate = 0; plate < corrected.size(); plate++) {
            int[] rowOf = screen.plates().get(plate).rowOf();
            for (int well = 0; well < rowOf.length; well++) {
                if (rowOf[well] >= 0 && Double.isFinite(corrected.get(plate)[well])) {
                    values[rowOf[well]] = corrected.get(plate)[well];
                }
            }
        }
        ColumnInfo readout = screen.readout();
        ColumnInfo info =
                ColumnInfo.of(name(data.schema(), readout.name()), ColumnType.REAL)
                        .withRole(Role.READOUT)
                        .withUnit(method.score() ? "" : readout.unit());
        Schema schema = data.schema().with(readout.name(), column -> column.withRole(Role.IGNORED));
        return data.withSchema(schema).with(info, new Column.Numbers(values));
    }

    private static String name(Schema schema, String readout) {
        String name = readout + "_corrected";
        for (int n = 2; schema.has(name); n++) {
            name = readout + "_corrected_" + n;
        }
        return name;
    }

    private static List<String> notes(
            LookedScreen looked, PlateMethod method, List<double[]> corrected) {
        List<String> notes = new ArrayList<>();
        method.warning().ifPresent(notes::add);
        List<PlateLook> looks = looked.looks();
        int biased = looked.biasedPlates();
        int lines = looked.biasedLines();
        int changed = 0;
        int samples = 0;
        for (int plate = 0; plate < looks.size(); plate++) {
            Wells wells = looks.get(plate).wells();
            for (int well = 0; well < wells.size(); well++) {
                if (wells.sample(well)) {
                    samples++;
                    changed += corrected.get(plate)[well] != wells.values()[well] ? 1 : 0;
                }
            }
        }
        notes.add(
                "Corrected by "
                        + method.label()
                        + ": "
                        + changed
                        + " of "
                        + samples
                        + " sample wells changed.");
        notes.add(
                lines
                        + (lines == 1 ? " row or column is" : " rows and columns are")
                        + " flagged, on "
                        + biased
                        + " of "
                        + looks.size()
                        + (looks.size() == 1 ? " plate." : " plates."));
        ModelChoice.Model model = looked.model();
        if (method == PlateMethod.PMP_ONE_MODEL && model != ModelChoice.Model.NONE) {
            notes.add(
                    switch (model) {
                        case ADDITIVE -> "The bias adds to the readouts.";
                        case MULTIPLICATIVE -> "The bias multiplies the readouts.";
                        default ->
                                "The plates do not tell whether the bias adds or multiplies; each"
                                        + " took the likelier correction.";
                    });
        }
        notes.addAll(looked.screen().notes());
        return notes;
    }
}
