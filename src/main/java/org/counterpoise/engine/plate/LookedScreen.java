package org.counterpoise.engine.plate;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.Wells;

import java.util.List;

/// A screen whose plates have been searched for biased rows and columns.
///
/// @param looks one per plate, in the order of the screen
public record LookedScreen(Screen screen, List<PlateLook> looks) {

    public LookedScreen {
        looks = List.copyOf(looks);
    }

    /// @throws org.counterpoise.engine.UserProblem if the table cannot be read as plates
    public static LookedScreen of(Dataset data, PlateOptions options, Progress progress) {
        Screen screen = Screen.of(data, options.levels());
        List<Wells> wells =
                screen.plates().stream()
                        .map(
                                plate ->
                                        new Wells(
                                                screen.rows(),
                                                screen.columns(),
                                                plate.values(),
                                                plate.controls()))
                        .toList();
        return new LookedScreen(
                screen,
                PlateLook.all(wells, options.lineAlpha(screen), options.modelTest(), progress));
    }

    /// How the bias acts, told from all plates together.
    public ModelChoice.Model model() {
        return ModelChoice.pooled(looks.stream().map(PlateLook::choice).toList());
    }

    public int samples() {
        return looks.stream().mapToInt(look -> look.wells().samples()).sum();
    }

    public int biasedLines() {
        return looks.stream().mapToInt(look -> look.lines().count()).sum();
    }

    public int biasedPlates() {
        return (int) looks.stream().filter(look -> look.lines().any()).count();
    }

    /// The name of a plate by its position.
    public String name(int plate) {
        return screen.plates().get(plate).name();
    }

    /// The position of the plate with the most flagged lines, the first of them.
    public int worst() {
        int worst = 0;
        for (int plate = 1; plate < looks.size(); plate++) {
            if (looks.get(plate).lines().count() > looks.get(worst).lines().count()) {
                worst = plate;
            }
        }
        return worst;
    }
}
