package org.counterpoise.engine.collapse;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pictures and tables of what generations keep.
final class CollapseFigures {
    private final Chain chain;
    private final FreshSamples chance;
    private final List<Quantity> lost;

    /// @param lost quantities that the last generation has lost
    CollapseFigures(Chain chain, FreshSamples chance, List<Quantity> lost) {
        this.chain = chain;
        this.chance = chance;
        this.lost = lost;
    }

    /// One line per quantity.
    Figure lines() {
        double[] numbers = chain.generations().stream().mapToDouble(Generation::number).toArray();
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (Quantity quantity : chain.quantities()) {
            double[] kept =
                    chain.generations().stream().mapToDouble(g -> g.kept(quantity)).toArray();
            series.add(new Figure.Curves.Series(quantity.words(), Hue.GROUP, numbers, kept, true));
        }
        return new Figure.Curves(
                "What each generation keeps",
                "One line per quantity; 1 is what the real rows, generation 0, have.",
                "generation",
                "kept",
                false,
                series);
    }

    /// The last generation beside fresh samples.
    Figure beside() {
        Generation last = chain.generations().getLast();
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (Quantity quantity : chain.quantities()) {
            FreshSamples.Range range = chance.ranges().get(quantity);
            if (range != null) {
                rows.add(
                        new Figure.Intervals.Row(
                                quantity.words(),
                                last.kept(quantity),
                                range.least(),
                                range.greatest(),
                                chance.pairs(),
                                lost.contains(quantity)));
            }
        }
        return new Figure.Intervals(
                "Generation " + last.number() + " beside fresh samples",
                "A mark is what the last generation keeps, its bar what "
                        + chance.pairs()
                        + " fresh samples of as many people keep.",
                "kept",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(1, "real rows")),
                Optional.empty());
    }

    /// A row per generation, and two for the range of fresh samples.
    Evidence table() {
        List<Quantity> quantities = chain.quantities();
        List<String> columns = new ArrayList<>(List.of("generation", "learned from"));
        quantities.forEach(quantity -> columns.add(quantity.words()));
        boolean numbers = quantities.contains(Quantity.VARIANCE);
        if (numbers) {
            columns.add("beyond the 1st and 99th percentile, %");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Generation generation : chain.generations()) {
            List<Object> row = new ArrayList<>();
            row.add(Integer.toString(generation.number()));
            row.add(generation.number() == 0 ? "real rows" : (Object) generation.learnedFrom());
            quantities.forEach(q -> row.add(Evidence.cell(generation.kept(q), 0)));
            if (numbers) {
                row.add(Evidence.cell(100 * generation.tailShare(), 0));
            }
            rows.add(row);
        }
        rows.add(chanceRow("least", quantities, numbers, true));
        rows.add(chanceRow("greatest", quantities, numbers, false));
        return new Evidence(
                "What each generation keeps, 1 for all, and what fresh samples of the same people"
                        + " keep",
                columns,
                rows);
    }

    private List<Object> chanceRow(
            String which, List<Quantity> quantities, boolean numbers, boolean least) {
        List<Object> row = new ArrayList<>(List.of("fresh sample", which));
        for (Quantity quantity : quantities) {
            FreshSamples.Range range = chance.ranges().get(quantity);
            row.add(range == null ? "–" : (Object) (least ? range.least() : range.greatest()));
        }
        if (numbers) {
            row.add("–");
        }
        return row;
    }

    /// What the last generation keeps column by column.
    Evidence columns() {
        Generation last = chain.generations().getLast();
        List<List<Object>> rows = new ArrayList<>();
        for (Generation.ColumnKept column : last.columns()) {
            boolean number = !Double.isNaN(column.variance());
            rows.add(
                    List.of(
                            column.column(),
                            number ? (Object) column.variance() : "–",
                            number ? (Object) (100 * column.tailShare()) : "–",
                            number ? "–" : column.levels() + " of " + column.realLevels(),
                            number ? "–" : (Object) column.diversity()));
        }
        return new Evidence(
                "What generation " + last.number() + " keeps of each column",
                List.of(
                        "column",
                        "variance kept",
                        "beyond the 1st and 99th percentile, %",
                        "levels that occur",
                        "diversity kept"),
                rows);
    }
}
