package org.counterpoise.workbench.audit.pairs;

import org.counterpoise.engine.finding.NumberText;

/// Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.
///
/// @param step between ticks
/// @param first the lowest in range
/// @param count how many there are
record Ticks(double step, double first, int count) {

    /// @param most how many there is room for
    static Ticks of(double low, double high, double most) {
        double atLeast = (high - low) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double leading = atLeast / power;
        double step = power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
        double first = Math.ceil(low / step) * step;
        return new Ticks(step, first, (int) Math.floor((high - first) / step + 1e-9) + 1);
    }

    double at(int i) {
        return first + i * step;
    }

    /// With as many decimals as the step needs.
    String text(int i) {
        double value = Math.abs(at(i)) < step / 2 ? 0 : at(i);
        double size = Math.abs(value);
        if (size >= 1e7 || step < 1e-4) {
            return NumberText.short3(value);
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return NumberText.fixed(value, decimals);
    }
}
