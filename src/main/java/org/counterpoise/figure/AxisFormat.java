package org.counterpoise.figure;

import org.counterpoise.engine.finding.NumberText;

import java.io.Serial;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Tick labels: as few digits as the tick needs, shares in per cent on request.
final class AxisFormat extends NumberFormat {
    @Serial private static final long serialVersionUID = 1;

    private final boolean percent;
    private final DecimalFormat plain;

    AxisFormat(boolean percent) {
        this.percent = percent;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        this.plain = new DecimalFormat(percent ? "#,##0.###%" : "#,##0.#####", symbols);
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double size = Math.abs(number);
        boolean extreme = size >= 1e7 || (size > 0 && size < 1e-4);
        if (extreme && !percent) {
            return to.append(NumberText.short3(number));
        }
        return plain.format(number + 0.0, to, position);
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        return plain.parse(source, position);
    }
}
