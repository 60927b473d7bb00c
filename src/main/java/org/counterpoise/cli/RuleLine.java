package org.counterpoise.cli;

import org.counterpoise.engine.synth.Steered;

import java.util.Locale;

/// What became of a rule, on one line.
final class RuleLine {
    private RuleLine() {}

    /// "Rule: age < 90: 3 of 400 real rows break it; kept by rejection, 12 of 500 rows drawn were
    /// rejected".
    static String of(Steered.RuleResult rule) {
        StringBuilder line = new StringBuilder("Rule: " + rule.rule());
        line.append(
                String.format(
                        Locale.ROOT,
                        ": %,d of %,d real rows break it; kept %s",
                        rule.realBroken(),
                        rule.realRows(),
                        rule.how()));
        if (rule.repaired() > 0) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            ", %,d of %,d rows drawn were mended",
                            rule.repaired(),
                            rule.drawn()));
        }
        if (rule.rejected() > 0) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            ", %,d of %,d rows drawn were rejected",
                            rule.rejected(),
                            rule.drawn()));
        }
        return line.toString();
    }
}
