package org.counterpoise.engine.collapse;

/// What rows of a later generation can keep of the real rows; 1 is all.
public enum Quantity {
    /// Share of numbers beyond the 1st and 99th percentile of the real rows, over their share
    /// there, over all columns of numbers.
    TAILS("tails"),
    /// Mean ratio of the variances of columns of numbers, by maximum likelihood: divided by n.
    VARIANCE("variance"),
    /// Share of the levels that fewer than 5 % of the real rows have and that still occur.
    RARE_LEVELS("rare levels"),
    /// Share of cells with such a level, over their share in the real rows.
    RARE_ROWS("values in rare levels"),
    /// Share of rows in the smallest protected groups, over their share in the real rows.
    SMALL_GROUPS("smallest groups"),
    /// Share of rows that differ from each other, over that share in the real rows.
    DISTINCT_ROWS("distinct rows"),
    /// Mean ratio of the effective numbers of levels, the exponential of Shannon's entropy (Jost
    /// 2006, doi:10.1111/j.2006.0030-1299.14714.x).
    DIVERSITY("diversity of categories"),
    /// Overall quality of SDMetrics against the real rows; 1 for the real rows themselves.
    QUALITY("quality score");

    private final String words;

    Quantity(String words) {
        this.words = words;
    }

    /// In plain words, to stand in a sentence.
    public String words() {
        return words;
    }

    /// The name in metrics: `rare-levels`.
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether too little of it is a loss. Quality also falls where nothing is lost.
    boolean losable() {
        return this != QUALITY;
    }
}
