package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Quantiles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Columns as conditions that a slice can be made of: their levels, bands of their numbers, and
/// "missing" where values are missing.
///
/// @param columns the columns used
/// @param codes per column and row
/// @param levels per column what each code means
record Conditions(
        List<ColumnInfo> columns,
        List<int[]> codes,
        List<List<String>> levels,
        List<String> notes) {
    static final String MISSING = "missing";

    private static final int FEW_VALUES = 10;

    /// All columns with a predictor's role that vary.
    static Conditions of(Dataset data, int bands, Progress progress) {
        List<ColumnInfo> columns = new ArrayList<>();
        List<int[]> codes = new ArrayList<>();
        List<List<String>> levels = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            progress.check();
            if (!info.role().predictor()) {
                continue;
            }
            if (info.type() == ColumnType.TEXT
                    || info.type() == ColumnType.DATE
                    || info.type() == ColumnType.DATE_TIME) {
                notes.add("\"" + info.title() + "\" makes no slices: it is free text or a date.");
                continue;
            }
            Column.Codes cut = cut(data, info, bands);
            columns.add(info);
            codes.add(withMissing(cut));
            List<String> names = new ArrayList<>(cut.levels());
            names.add(MISSING);
            levels.add(names);
        }
        return new Conditions(columns, codes, levels, notes);
    }

    private static int[] withMissing(Column.Codes cut) {
        int missing = cut.levels().size();
        return Arrays.stream(cut.codes()).map(code -> code < 0 ? missing : code).toArray();
    }

    private static Column.Codes cut(Dataset data, ColumnInfo info, int bands) {
        if (info.binning().isPresent()
                || !(data.column(info.name()) instanceof Column.Numbers numbers)) {
            return Grouping.bands(data, info.name());
        }
        double[] sorted = Quantiles.sortedFinite(numbers.values());
        boolean few = Arrays.stream(sorted).distinct().limit(FEW_VALUES + 1L).count() <= FEW_VALUES;
        if (few) {
            return data.codes(info.name());
        }
        boolean whole = info.type() == ColumnType.INTEGER;
        List<Double> edges = new ArrayList<>();
        for (int i = 1; i < bands; i++) {
            double edge = readable(Quantiles.ofSorted(sorted, (double) i / bands), whole);
            boolean inside = edge > sorted[0] && edge <= sorted[sorted.length - 1];
            if (inside && (edges.isEmpty() || edge > edges.getLast())) {
                edges.add(edge);
            }
        }
        if (edges.isEmpty()) {
            edges.add(sorted[sorted.length - 1]);
        }
        Binning binning = new Binning(edges);
        return new Column.Codes(binning.bands(numbers.values()), binning.labels(whole));
    }

    /// Edges people can read: whole numbers, else three significant digits.
    private static double readable(double edge, boolean whole) {
        return whole
                ? Math.rint(edge)
                : new BigDecimal(edge).round(new MathContext(3)).doubleValue();
    }

    /// The literals with enough rows among these.
    LiteralTable literals(int[] rows, int support) {
        List<int[]> selected = codes.stream().map(all -> select(all, rows)).toList();
        return LiteralTable.of(selected, support);
    }

    private static int[] select(int[] all, int[] rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = all[rows[i]];
        }
        return selected;
    }

    /// The rows that meet conditions, ascending; none if a column or level is not known.
    ///
    /// @param cell column to level
    int[] rows(Map<String, String> cell, int rows) {
        boolean[] in = new boolean[rows];
        Arrays.fill(in, true);
        cell.forEach(
                (column, level) -> {
                    int feature = columns.stream().map(ColumnInfo::name).toList().indexOf(column);
                    int wanted = feature < 0 ? -1 : levels.get(feature).indexOf(level);
                    for (int row = 0; row < rows; row++) {
                        in[row] &= wanted >= 0 && codes.get(feature)[row] == wanted;
                    }
                });
        return IntStream.range(0, rows).filter(row -> in[row]).toArray();
    }

    /// "sex = F" or "kappa is missing".
    String describe(String column, String level) {
        String title =
                columns.stream()
                        .filter(info -> info.name().equals(column))
                        .map(ColumnInfo::title)
                        .findFirst()
                        .orElse(column);
        return level.equals(MISSING) ? title + " is missing" : title + " = " + level;
    }

    /// For the record: how many columns slices were made of.
    String note() {
        return "Slices are made of "
                + NumberText.count(columns.size())
                + (columns.size() == 1
                        ? " column."
                        : " columns; a missing value is a condition of" + " its own.");
    }
}
