package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Precision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Learns a copula: an axis and a marginal per column, when each is missing, and how the latent
/// numbers go together.
///
/// A column with at least two values has a latent number; so has each pattern of missing values
/// that no other column determines.
final class CopulaFit {
    private final Learnable learnable;
    private final MarginalSettings settings;
    private final Progress progress;
    private final List<Axis> axes;
    private final List<Scored> scored;
    private final List<Scored> latents = new ArrayList<>();

    private CopulaFit(
            Learnable learnable, MarginalSettings settings, boolean associated, Progress progress) {
        this.learnable = learnable;
        this.settings = settings;
        this.progress = progress;
        int columns = learnable.data().schema().size();
        axes =
                new ArrayList<>(
                        Parallel.map(
                                columns,
                                progress.part(0, 0.1),
                                "Reading columns",
                                column -> Axis.of(learnable.data(), column)));
        scored =
                new ArrayList<>(
                        Parallel.map(
                                columns,
                                progress.part(0.1, 0.5),
                                "Learning columns",
                                column -> Scored.of(axes.get(column).x(), progress)));
        if (associated) {
            new LevelOrder(axes, scored).run(progress);
        }
    }

    /// @param what what is about to be fitted, for messages, e.g. "The Gaussian copula"
    /// @throws UserProblem if this data cannot be learned from
    static FittedCopula fit(
            Dataset training,
            String what,
            MarginalSettings settings,
            DependenceFit dependence,
            Progress progress) {
        Learnable learnable = Learnable.of(training, what);
        if (learnable.data().rows() < 2) {
            throw new UserProblem(
                    "One row shows no distribution: the copula would only copy it.",
                    training.name(),
                    "Choose a dataset with at least two rows.");
        }
        return new CopulaFit(learnable, settings, dependence.associated(), progress)
                .fit(dependence);
    }

    private FittedCopula fit(DependenceFit dependence) {
        int[] latentOf = new int[axes.size()];
        for (int column = 0; column < latentOf.length; column++) {
            Scored values = scored.get(column);
            latentOf[column] = values.steps().constant() ? -1 : addLatent(values);
        }
        List<Missing> missing = missing(dependence.associated());
        List<Marginal> marginals =
                Parallel.map(
                        axes.size(), progress.part(0.5, 0.6), "Fitting marginals", this::marginal);
        DependenceFit.Learned learned = dependence.learn(latents, progress.part(0.6, 1));
        List<Variable> variables =
                IntStream.range(0, axes.size())
                        .mapToObj(
                                column ->
                                        new Variable(
                                                axes.get(column).withoutRows(),
                                                marginals.get(column),
                                                latentOf[column],
                                                missing.get(column),
                                                scored.get(column).steps()))
                        .toList();
        return new FittedCopula(
                learnable.data(),
                variables,
                learned.dependence(),
                CopulaNotes.of(learnable, variables, learned));
    }

    private int addLatent(Scored values) {
        latents.add(values);
        return latents.size() - 1;
    }

    /// @param associated whether columns may be missing together, or by the value of another one
    private List<Missing> missing(boolean associated) {
        Map<BitSet, Missing> known = new LinkedHashMap<>();
        List<Missing> list = new ArrayList<>();
        for (Axis axis : axes) {
            progress.check();
            BitSet pattern = Missing.pattern(axis.x());
            if (pattern.isEmpty()) {
                list.add(new Missing.Never());
            } else if (pattern.cardinality() == axis.x().length) {
                list.add(new Missing.Always());
            } else if (!associated) {
                list.add(indicator(pattern));
            } else {
                Missing found = known.get(pattern);
                if (found == null) {
                    found =
                            Missing.given(pattern, axes, scored, progress)
                                    .orElseGet(() -> indicator(pattern));
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
        Scored binary = Scored.of(observed, progress);
        return new Missing.Indicator(addLatent(binary), binary.steps().thresholds()[0]);
    }

    private Marginal marginal(int column) {
        Axis axis = axes.get(column);
        StepScores values = scored.get(column).steps();
        double[] distinct = values.distinct();
        boolean continuous =
                switch (axis.info().type()) {
                    case INTEGER, REAL -> !axis.coded();
                    default -> false;
                };
        Precision precision = Precision.of(distinct);
        Optional<Marginal> smooth = Optional.empty();
        if (continuous) {
            smooth =
                    switch (settings.marginals()) {
                        case EMPIRICAL -> Optional.empty();
                        case KERNEL -> KernelDensity.marginal(values, precision);
                        case BEST_FIT -> BestFit.marginal(values, precision);
                    };
        }
        return smooth.orElseGet(
                () ->
                        new EmpiricalMarginal(
                                values, precision, settings.fillGaps() && !axis.coded()));
    }
}
