package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// Settings of [SequentialTrees].
public record TreeSettings(
        @Setting(
                        label = "Visit order",
                        help = "In which order columns are drawn; each sees those before it.",
                        source = "synthpop")
                VisitOrder visit,
        @Setting(
                        label = "Columns first",
                        help =
                                "Columns drawn before all others, in this order. Put here what rows"
                                        + " will be asked for by, so that groups are drawn fast.",
                        names = Setting.Names.COLUMN)
                List<String> first,
        @Setting(
                        label = "Smallest leaf",
                        help =
                                "Rows that a value is drawn from, at least. More of them copy less"
                                        + " and blur more.",
                        min = 1,
                        max = 100_000,
                        unit = "rows",
                        source = "synthpop")
                int minimumLeaf,
        @Setting(
                        label = "Complexity",
                        help =
                                "A division must explain this share of a column's variation; more"
                                        + " gives smaller trees.",
                        min = 0,
                        max = 1,
                        source = "synthpop")
                double complexity,
        @Setting(
                        label = "Proper synthesis",
                        help =
                                "Learns each column from rows drawn with replacement, so that several"
                                        + " synthetic tables differ as several samples would.",
                        source = "synthpop")
                boolean proper,
        @Setting(
                        label = "Trees per column",
                        help =
                                "1 grows one tree on all rows. More grow a random forest: each tree"
                                        + " on rows drawn with replacement and with a part of the"
                                        + " columns, which copies less and blurs more.",
                        min = 1,
                        max = 500,
                        source = "Doove, van Buuren and Dusseldorp 2014")
                int trees,
        @Setting(
                        label = "Smooth numbers",
                        help =
                                "Puts drawn numbers a little beside the real values they come from."
                                        + " Values that 5 % of the rows share stay as they are.",
                        source = "synthpop")
                boolean smoothing) {

    public TreeSettings {
        first = List.copyOf(first);
    }

    static TreeSettings defaults() {
        return new TreeSettings(VisitOrder.AS_GIVEN, List.of(), 5, 1e-8, false, 1, false);
    }
}
