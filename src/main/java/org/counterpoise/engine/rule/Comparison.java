package org.counterpoise.engine.rule;

/// How two numbers or dates stand to each other.
public enum Comparison {
    LESS("<", "below"),
    AT_MOST("<=", "at most"),
    MORE(">", "above"),
    AT_LEAST(">=", "at least");

    private final String symbol;
    private final String words;

    Comparison(String symbol, String words) {
        this.symbol = symbol;
        this.words = words;
    }

    /// As it is written in a rule.
    public String symbol() {
        return symbol;
    }

    /// As it is said: "below", "at least".
    public String words() {
        return words;
    }

    /// Whether it holds; never for NaN.
    public boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
        };
    }

    /// Whether the left side is the smaller one.
    public boolean ascending() {
        return this == LESS || this == AT_MOST;
    }

    /// Whether equal values are allowed.
    public boolean equalHolds() {
        return this == AT_MOST || this == AT_LEAST;
    }
}
