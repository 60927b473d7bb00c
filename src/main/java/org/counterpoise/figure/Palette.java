package org.counterpoise.figure;

import org.counterpoise.engine.finding.Hue;

import java.awt.Color;
import java.util.List;

/// The house colours: a colour means the same thing in every picture and on every screen.
///
/// Okabe and Ito's palette for colour-blind readers (2008, jfly.uni-koeln.de/color), with a purple
/// of its own for the target population.
public final class Palette {
    public static final Color REAL = new Color(0x0072B2);
    public static final Color SYNTHETIC = new Color(0xE69F00);
    public static final Color HOLDOUT = new Color(0x009E73);
    public static final Color TARGET = new Color(0x9A6FB0);
    public static final Color AUGMENTED = new Color(0x56B4E9);
    public static final Color FLAGGED = new Color(0xD55E00);
    public static final Color NEUTRAL = new Color(0x64748B);

    /// A light ground behind a range of concern.
    public static final Color CONCERN = new Color(0xFDF1DC);

    private static final Color CONCERN_DARK = new Color(0x3A2F1D);

    private static final List<Color> GROUPS =
            List.of(
                    REAL,
                    HOLDOUT,
                    new Color(0xCC79A7),
                    SYNTHETIC,
                    AUGMENTED,
                    new Color(0x4B5563),
                    FLAGGED,
                    new Color(0xB8A800));

    /// Blues of ColorBrewer (Harrower and Brewer 2003), light to dark.
    private static final List<Color> SEQUENTIAL =
            colours(0xF4F8FC, 0xC9DDF0, 0x8ABEDC, 0x3F8FC4, 0x0A5A9C, 0x08306B);

    /// Blue for negative, vermilion for positive, near white in the middle.
    private static final List<Color> DIVERGING =
            colours(0x00476F, 0x0072B2, 0x8CC0DE, 0xF6F7F8, 0xF2B48C, 0xD55E00, 0x8A3D00);

    private Palette() {}

    /// The colour of a series.
    ///
    /// @param group for [Hue#GROUP]: how many group series came before this one
    public static Color of(Hue hue, int group, Look look) {
        Color colour =
                switch (hue) {
                    case REAL -> REAL;
                    case SYNTHETIC -> SYNTHETIC;
                    case AUGMENTED -> AUGMENTED;
                    case HOLDOUT -> HOLDOUT;
                    case TARGET -> TARGET;
                    case NEUTRAL -> NEUTRAL;
                    case FLAGGED -> FLAGGED;
                    case GROUP -> group(group);
                };
        return look == Look.DARK ? mix(colour, Color.WHITE, 0.25) : colour;
    }

    /// The n-th colour for groups that have no colour of their own; repeats after eight.
    public static Color group(int n) {
        return GROUPS.get(Math.floorMod(n, GROUPS.size()));
    }

    public static Color concern(Look look) {
        return look == Look.DARK ? CONCERN_DARK : CONCERN;
    }

    /// The sequential scale at `t` from 0 to 1, light to dark.
    public static Color sequential(double t) {
        return at(SEQUENTIAL, t);
    }

    /// The diverging scale at `t` from -1 to 1; 0 is near white.
    public static Color diverging(double t) {
        return at(DIVERGING, (t + 1) / 2);
    }

    /// Black or white, whichever is easier to read on this ground (WCAG 2 relative luminance).
    public static Color textOn(Color ground) {
        double luminance =
                0.2126 * linear(ground.getRed())
                        + 0.7152 * linear(ground.getGreen())
                        + 0.0722 * linear(ground.getBlue());
        return luminance > 0.22 ? Look.LIGHT.text() : Color.WHITE;
    }

    /// `share` of the way from one colour to the other.
    public static Color mix(Color from, Color to, double share) {
        return new Color(
                between(from.getRed(), to.getRed(), share),
                between(from.getGreen(), to.getGreen(), share),
                between(from.getBlue(), to.getBlue(), share));
    }

    static Color transparent(Color colour, double opacity) {
        return new Color(
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue(),
                (int) Math.round(opacity * 255));
    }

    private static Color at(List<Color> stops, double t) {
        double place = Math.clamp(t, 0, 1) * (stops.size() - 1);
        int below = Math.min((int) place, stops.size() - 2);
        return mix(stops.get(below), stops.get(below + 1), place - below);
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static List<Color> colours(int... rgb) {
        return java.util.Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
