package org.counterpoise.engine.plate;

import org.counterpoise.engine.data.ControlLevels;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateLook;

import java.util.List;

/// What every settings record about plates holds, and the words its forms say it in.
public interface PlateOptions {
    String ALPHA = "Level";
    String ALPHA_HELP = "A row or column is flagged if its p-value is below this.";
    double LEAST_ALPHA = 1e-9;
    double MOST_ALPHA = 0.5;
    double USUAL_ALPHA = 0.01;
    String SOURCE = "Mazoure et al. 2017";
    String PER_LINE = "Level of each line";
    String PER_LINE_HELP =
            "Tests every row and column at the level, as published. A clean plate of 384 wells then"
                    + " loses a line one time in three; off, the level is that of the whole plate.";
    String MODEL = "Model told by";
    String MODEL_HELP =
            "What decides whether a bias adds or multiplies: the spread of the lines, or one of the"
                    + " published tests.";
    String SPAN = "Span of the surface";
    String SPAN_HELP = "For the loess surface: share of the wells behind each point.";
    double LEAST_SPAN = 0.05;
    double USUAL_SPAN = 0.3;
    String POSITIVE = "Positive controls";
    String NEGATIVE = "Negative controls";
    String CONTROL_HELP = "Their word in the control column; empty for the usual words.";
    String SAMPLES = "Samples";
    String SAMPLES_HELP = "The words for samples in the control column; empty for the usual words.";

    /// The level for flagging a row or column, above 0 to 0.5.
    double alpha();

    /// Whether [#alpha()] is that of each line, as published, or of the whole plate.
    boolean perLine();

    /// What decides between additive and multiplicative.
    ModelTest modelTest();

    /// Of the loess surface, above 0 to 1.
    double span();

    /// The word for positive controls in the control column; empty for the usual words.
    String positive();

    /// The word for negative controls in the control column; empty for the usual words.
    String negative();

    /// The words for samples in the control column; empty for the usual words.
    List<String> samples();

    /// The words of the control column.
    default ControlLevels levels() {
        return new ControlLevels(positive(), negative(), samples());
    }

    /// The level at which each line of these plates is tested.
    default double lineAlpha(Screen screen) {
        return perLine() ? alpha() : PlateLook.perLine(alpha(), screen.rows(), screen.columns());
    }
}
