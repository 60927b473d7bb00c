package org.counterpoise.figure;

import java.awt.Color;

/// The grounds on which figures are drawn. Exports and reports are always [#LIGHT].
public enum Look {
    LIGHT(0xFFFFFF, 0x1F2937, 0x64748B, 0xE8ECF1, 0xA9B4C2),
    DARK(0x161C24, 0xE6EBF1, 0x9AA7B6, 0x2A333E, 0x5A6777);

    private final Color ground;
    private final Color text;
    private final Color muted;
    private final Color grid;
    private final Color line;

    Look(int ground, int text, int muted, int grid, int line) {
        this.ground = new Color(ground);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
        this.line = new Color(line);
    }

    public Color ground() {
        return ground;
    }

    public Color text() {
        return text;
    }

    /// For tick labels, notes and what is said beside the point.
    public Color muted() {
        return muted;
    }

    public Color grid() {
        return grid;
    }

    /// For axis lines and guides.
    public Color line() {
        return line;
    }
}
