package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.synth.Apportion;
import org.counterpoise.engine.synth.Cells;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The work for one target: its rows class by class, in the classes' proportions.
final class TargetDraw {
    /// What came of a target.
    ///
    /// @param columns one array per feature: values or codes, NaN where missing
    /// @param reasons why rows are short, if they are
    /// @param remarks what else there is to say
    record Drawn(double[][] columns, Set<String> reasons, Set<String> remarks) {
        int made() {
            return columns[0].length;
        }
    }

    private final Dataset data;
    private final SmoteSettings settings;
    private final Oversampling oversampling;
    private final List<Feature> features;
    private final double[] scales;
    private final Optional<String> outcome;
    private final Target target;
    private final long seed;
    private final Progress progress;
    private final String label;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    TargetDraw(FittedSmote.Model model, Target target, long seed, Progress progress) {
        this.data = model.data();
        this.settings = model.settings();
        this.oversampling = model.oversampling();
        this.features = model.features();
        this.scales = model.scales();
        this.outcome = model.outcome();
        this.target = target;
        this.seed = seed;
        this.progress = progress;
        this.label = Cells.label(target.cell());
    }

    Drawn run() {
        return new Drawn(columns(), reasons, remarks);
    }

    private double[][] columns() {
        int[] rows = Cells.rows(data, target.cell());
        if (rows.length == 0) {
            reasons.add(
                    "No training row is in this group, and rows are made only from rows of their group.");
            return new double[features.size()][0];
        }
        List<int[]> classes = split(rows);
        int[] counts =
                Apportion.largestRemainder(
                        target.rows(), classes.stream().mapToDouble(c -> c.length).toArray());
        CategoryDistance distance = valueDifference();
        List<double[][]> parts = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                parts.add(
                        make(
                                classes.get(c),
                                counts[c],
                                Streams.derive(seed, "class " + c),
                                distance,
                                progress.part(
                                        (double) c / counts.length, (c + 1.0) / counts.length)));
            }
        }
        return shuffled(parts);
    }

    /// The rows by outcome, rows without one together; all in one where there are no classes.
    private List<int[]> split(int[] rows) {
        if (outcome.isEmpty() || target.cell().containsKey(outcome.get())) {
            return List.of(rows);
        }
        Column.Codes codes = data.codes(outcome.get());
        int[] sizes = new int[codes.levels().size() + 1];
        for (int row : rows) {
            sizes[codes.codes()[row] + 1]++;
        }
        int[][] members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[sizes.length];
        for (int row : rows) {
            int code = codes.codes()[row] + 1;
            members[code][filled[code]++] = row;
        }
        return Arrays.stream(members).filter(rowsOfClass -> rowsOfClass.length > 0).toList();
    }

    private double[][] make(
            int[] rows, int count, long classSeed, CategoryDistance distance, Progress part) {
        if (rows.length == 1) {
            return lone(rows[0], count);
        }
        if (rows.length <= settings.neighbours()) {
            remarks.add(
                    label
                            + " has a class of only "
                            + rows.length
                            + " rows, so all of them are neighbours.");
        }
        boolean[] fixed = new boolean[features.size()];
        boolean[] bounded = new boolean[features.size()];
        for (int f = 0; f < fixed.length; f++) {
            fixed[f] = defines(features.get(f));
            bounded[f] = target.cell().containsKey(features.get(f).info().name());
        }
        ClassRows members =
                new ClassRows(
                        features,
                        fixed,
                        bounded,
                        rows,
                        candidates(rows, classSeed),
                        rest(rows),
                        scales,
                        distance,
                        text -> remarks.add(label + ": " + text));
        Draft draft = oversampling.draft(members, count, classSeed, part.part(0, 0.9));
        return new ClassOversampler(members).make(draft, classSeed, part.part(0.9, 1));
    }

    /// The rows a class is to be told from: those with another outcome, or without an outcome
    /// those of other groups.
    private int[] rest(int[] rows) {
        if (outcome.isPresent()) {
            int[] codes = data.codes(outcome.get()).codes();
            int own = codes[rows[0]];
            return IntStream.range(0, codes.length)
                    .filter(row -> codes[row] >= 0 && codes[row] != own)
                    .toArray();
        }
        boolean[] inside = new boolean[data.rows()];
        for (int row : rows) {
            inside[row] = true;
        }
        return IntStream.range(0, inside.length).filter(row -> !inside[row]).toArray();
    }

    private double[][] lone(int row, int count) {
        int copies = settings.copyLoneRows() ? count : 0;
        if (copies == 0) {
            reasons.add("A class of one row has no neighbour to be joined with.");
        } else {
            remarks.add(label + " has a class of one row, which was copied " + copies + "×.");
        }
        double[][] columns = new double[features.size()][copies];
        for (int f = 0; f < columns.length; f++) {
            Arrays.fill(
                    columns[f],
                    features.get(f).missing(row)
                            ? Double.NaN
                            : switch (features.get(f)) {
                                case Feature.Continuous number -> number.values()[row];
                                case Feature.Categorical category -> category.codes()[row];
                            });
        }
        return columns;
    }

    /// The features that count for distances: not those that are the same throughout a class by
    /// its definition. A banded column of the cell varies within its band, so it counts.
    private List<Feature> judged() {
        return features.stream().filter(feature -> !defines(feature)).toList();
    }

    private boolean defines(Feature feature) {
        String name = feature.info().name();
        boolean banded =
                feature instanceof Feature.Continuous && feature.info().binning().isPresent();
        return (target.cell().containsKey(name) && !banded)
                || outcome.filter(name::equals).isPresent();
    }

    private int[] candidates(int[] rows, long classSeed) {
        int most = settings.searchAtMost();
        if (rows.length <= most) {
            return rows;
        }
        remarks.add(
                String.format(
                        Locale.ROOT,
                        "Neighbours in %s were sought among %,d rows drawn at random.",
                        label,
                        most));
        return Shuffle.some(rows, most, Streams.derive(classSeed, "candidates"));
    }

    /// With categories alone: how alike values are by the classes of all training rows, the
    /// classes being the crossing of the cell's columns and the outcome. With a single class
    /// nothing tells values apart, and any two that differ are equally far.
    private CategoryDistance valueDifference() {
        if (judged().stream().anyMatch(Feature.Continuous.class::isInstance)) {
            return CategoryDistance.mismatch(1);
        }
        Set<String> columns = new LinkedHashSet<>(target.cell().keySet());
        outcome.ifPresent(columns::add);
        Grouping grouping = Grouping.of(data, List.copyOf(columns));
        int[] classes = Arrays.stream(grouping.codes()).map(code -> code + 1).toArray();
        if (Arrays.stream(classes).distinct().count() < 2) {
            return CategoryDistance.mismatch(1);
        }
        List<Feature.Categorical> categories =
                judged().stream()
                        .filter(Feature.Categorical.class::isInstance)
                        .map(Feature.Categorical.class::cast)
                        .toList();
        return new ValueDifference(categories, classes, grouping.groups().size() + 1);
    }

    /// Puts the classes' rows in random order, so that the table is not sorted by outcome.
    private double[][] shuffled(List<double[][]> parts) {
        int rows = parts.stream().mapToInt(part -> part[0].length).sum();
        int[] order = IntStream.range(0, rows).toArray();
        Shuffle.inPlace(order, Streams.of(Streams.derive(seed, "order"), 0));
        double[][] columns = new double[features.size()][rows];
        for (int f = 0; f < columns.length; f++) {
            int at = 0;
            for (double[][] part : parts) {
                for (double value : part[f]) {
                    columns[f][order[at++]] = value;
                }
            }
        }
        return columns;
    }
}
