package org.counterpoise.engine.mitigate.plate;

import org.counterpoise.engine.plate.PlateOptions;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateMethod;

import java.util.List;

/// How plates are corrected.
///
/// @param method how
/// @param alpha level for flagging a row or column
/// @param perLine whether `alpha` is that of each line, as published, or of the whole plate
/// @param modelTest what decides between additive and multiplicative
/// @param span of the loess surface
/// @param positive the word for positive controls in the control column
/// @param negative the word for negative controls in the control column
/// @param samples the words for samples in the control column
public record PlateCorrectionSettings(
        @Setting(
                        label = "Method",
                        help =
                                "Partial mean polish corrects only rows and columns that are"
                                        + " biased; scores put every plate on one scale.")
                PlateMethod method,
        @Setting(
                        label = PlateOptions.ALPHA,
                        help = PlateOptions.ALPHA_HELP,
                        min = PlateOptions.LEAST_ALPHA,
                        max = PlateOptions.MOST_ALPHA,
                        source = PlateOptions.SOURCE)
                double alpha,
        @Setting(label = PlateOptions.PER_LINE, help = PlateOptions.PER_LINE_HELP) boolean perLine,
        @Setting(label = PlateOptions.MODEL, help = PlateOptions.MODEL_HELP) ModelTest modelTest,
        @Setting(
                        label = PlateOptions.SPAN,
                        help = PlateOptions.SPAN_HELP,
                        min = PlateOptions.LEAST_SPAN,
                        max = 1)
                double span,
        @Setting(
                        label = PlateOptions.POSITIVE,
                        help = PlateOptions.CONTROL_HELP,
                        names = Setting.Names.LEVEL)
                String positive,
        @Setting(
                        label = PlateOptions.NEGATIVE,
                        help = PlateOptions.CONTROL_HELP,
                        names = Setting.Names.LEVEL)
                String negative,
        @Setting(
                        label = PlateOptions.SAMPLES,
                        help = PlateOptions.SAMPLES_HELP,
                        names = Setting.Names.LEVEL)
                List<String> samples)
        implements PlateOptions {

    public PlateCorrectionSettings {
        samples = List.copyOf(samples);
    }
}
