package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Learnable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Learns a Gaussian copula: an axis and a marginal per column, when each is missing, and the
/// correlation of the latent numbers.
///
/// A column with at least two values has a latent number; so has each pattern of missing values
/// that no other column determines.
final class CopulaFit {
    private static final Marginal NOTHING =
            new Marginal() {
                @Override
                public double value(double z) {
                    return Double.NaN;
                }

                @Override
                public String name() {
                    return "all missing";
                }
            };

    private final Learnable learnable;
    private final CopulaSettings settings;
    private final Progress progress;
    private final List<Axis> axes;
    private final List<StepScores> steps;
    private final List<double[]> scores;
    private final List<StepScores> latentSteps = new ArrayList<>();
    private final List<double[]> latentScores = new ArrayList<>();

    CopulaFit(Learnable learnable, CopulaSettings settings, Progress progress) {
        this.learnable = learnable;
        this.settings = settings;
        this.progress = progress;
        int columns = learnable.data().schema().size();
        Progress reading = progress.part(0, 0.5);
        axes =
                new ArrayList<>(
                        Parallel.map(
                                columns,
                                reading,
                                "Reading columns",
                                column -> Axis.of(learnable.data(), column)));
        scores =
                new ArrayList<>(
                        Parallel.map(
                                columns,
                                reading,
                                "Learning columns",
                                column -> steps(column).perRow(axes.get(column).x())));
        new LevelOrder(axes, scores).run(progress);
        steps = Parallel.map(columns, reading, "Learning columns", this::steps);
    }

    /// The steps of a column; of an all-missing column those of a constant, which nothing uses.
    private StepScores steps(int column) {
        double[] sorted = LevelOrder.sorted(axes.get(column).x());
        return StepScores.of(sorted.length == 0 ? new double[] {0} : sorted);
    }

    FittedCopula fit() {
        int[] latents = new int[axes.size()];
        for (int column = 0; column < latents.length; column++) {
            latents[column] =
                    steps.get(column).constant()
                            ? -1
                            : addLatent(steps.get(column), scores.get(column));
        }
        List<Missing> missing = missing();
        List<Marginal> marginals =
                Parallel.map(
                        axes.size(), progress.part(0.5, 0.6), "Fitting marginals", this::marginal);
        LatentCorrelation correlation =
                LatentCorrelation.estimate(latentSteps, latentScores, progress.part(0.6, 1));
        List<Variable> variables =
                IntStream.range(0, axes.size())
                        .mapToObj(
                                column ->
                                        new Variable(
                                                axes.get(column).withoutRows(),
                                                marginals.get(column),
                                                latents[column],
                                                missing.get(column),
                                                steps.get(column)))
                        .toList();
        return new FittedCopula(
                learnable.data(),
                variables,
                correlation.matrix(),
                CopulaNotes.of(learnable, variables, correlation));
    }

    private int addLatent(StepScores column, double[] score) {
        latentSteps.add(column);
        latentScores.add(score);
        return latentSteps.size() - 1;
    }

    private List<Missing> missing() {
        Map<BitSet, Missing> known = new LinkedHashMap<>();
        List<Missing> list = new ArrayList<>();
        for (Axis axis : axes) {
            progress.check();
            BitSet pattern = Missing.pattern(axis.x());
            if (pattern.isEmpty()) {
                list.add(new Missing.Never());
            } else if (pattern.cardinality() == axis.x().length) {
                list.add(new Missing.Always());
            } else {
                Missing found = known.get(pattern);
                if (found == null) {
                    found = Missing.given(pattern, axes, steps).orElseGet(() -> indicator(pattern));
                    known.put(pattern, found);
                }
                list.add(found);
            }
        }
        return list;
    }

    private Missing indicator(BitSet pattern) {
        int rows = learnable.data().rows();
        double[] observed = new double[rows];
        for (int row = 0; row < rows; row++) {
            observed[row] = pattern.get(row) ? 0 : 1;
        }
        StepScores binary = StepScores.of(LevelOrder.sorted(observed));
        return new Missing.Indicator(
                addLatent(binary, binary.perRow(observed)), binary.thresholds()[0]);
    }

    private Marginal marginal(int column) {
        Axis axis = axes.get(column);
        StepScores values = steps.get(column);
        double[] sorted = LevelOrder.sorted(axis.x());
        if (sorted.length == 0) {
            return NOTHING;
        }
        boolean continuous =
                switch (axis.info().type()) {
                    case INTEGER, REAL -> !axis.coded();
                    default -> false;
                };
        Precision precision = Precision.of(values.distinct());
        if (continuous
                && settings.marginals() == CopulaSettings.Marginals.BEST_FIT
                && BestFit.suits(values)) {
            BestFit.Candidate best = new BestFit(sorted).candidates().getFirst();
            return new FittedMarginal(
                    best.name(),
                    best.distribution(),
                    sorted[0],
                    sorted[sorted.length - 1],
                    precision);
        }
        return new EmpiricalMarginal(values, precision, settings.fillGaps() && !axis.coded());
    }
}
