package org.counterpoise.figure;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.Figure;

/// The size of an exported figure.
///
/// Type keeps its size in print (about 8.5 points), whatever the figure's.
///
/// @param widthMm in millimetres, 20 to 1,000
/// @param heightMm in millimetres, 20 to 1,000
public record Size(double widthMm, double heightMm) {
    /// Pixels of 1/96 inch, in which charts are laid out, per millimetre.
    private static final double PIXELS_PER_MM = 96 / 25.4;

    public Size {
        if (!(widthMm >= 20 && widthMm <= 1000 && heightMm >= 20 && heightMm <= 1000)) {
            throw new UserProblem(
                    "A figure cannot be " + widthMm + " by " + heightMm + " mm.",
                    "figure size",
                    "Use 20 to 1,000 mm.");
        }
    }

    /// One column of a journal's page and the height that suits the figure.
    public static Size suiting(Figure figure) {
        return new Size(160, FigureCharts.preferredHeight(figure) / PIXELS_PER_MM);
    }

    double widthPixels() {
        return widthMm * PIXELS_PER_MM;
    }

    double heightPixels() {
        return heightMm * PIXELS_PER_MM;
    }
}
