package org.counterpoise.engine.learn.downstream;

/// What a downstream model is trained on.
public enum Source {
    /// Train on real, test on real.
    REAL("trtr", "real"),
    /// Train on synthetic, test on real.
    SYNTHETIC("tstr", "synthetic"),
    /// Train on both, test on real.
    AUGMENTED("augmented", "real + synthetic");

    private final String id;
    private final String title;

    Source(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// Its name in metrics.
    public String id() {
        return id;
    }

    /// Its name for people.
    public String title() {
        return title;
    }
}
