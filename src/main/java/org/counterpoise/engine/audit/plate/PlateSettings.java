package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.plate.HitRule;
import org.counterpoise.engine.plate.PlateOptions;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.plate.ModelTest;

import java.util.List;

/// How plates are judged.
///
/// @param alpha level for flagging a row or column
/// @param perLine whether `alpha` is that of each line, as published, or of the whole plate
/// @param modelTest what decides between additive and multiplicative
/// @param hit how many robust standard deviations make a hit
/// @param direction which side hits lie on
/// @param span of the loess surface
/// @param positive the word for positive controls in the control column
/// @param negative the word for negative controls in the control column
/// @param samples the words for samples in the control column
public record PlateSettings(
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
                        label = HitRule.HIT,
                        help = HitRule.HIT_HELP,
                        min = HitRule.LEAST,
                        max = HitRule.MOST,
                        unit = "SD",
                        source = HitRule.SOURCE)
                double hit,
        @Setting(label = HitRule.SIDE, help = HitRule.SIDE_HELP) HitRule.Direction direction,
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

    public PlateSettings {
        samples = List.copyOf(samples);
    }

    /// What counts as a hit.
    HitRule rule() {
        return new HitRule(hit, direction);
    }
}
