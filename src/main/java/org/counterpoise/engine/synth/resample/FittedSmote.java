package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.synth.Cleaning;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A training set ready to be oversampled.
final class FittedSmote implements FittedSynthesizer {
    /// An outcome of more different values than this is a quantity, not a class.
    private static final int MOST_CLASSES = 20;

    private final Model model;
    private final Optional<Cleaning> cleaning;
    private final List<String> notes;

    /// What is known of the training set.
    ///
    /// @param data the columns that are synthesised
    /// @param oversampling which rows new ones are made from
    /// @param features the same columns as SMOTE-NC sees them
    /// @param scales what the numbers of each feature are divided by for distances
    /// @param outcome the outcome column, if it is marked and has classes
    record Model(
            Dataset data,
            SmoteSettings settings,
            Oversampling oversampling,
            List<Feature> features,
            double[] scales,
            Optional<String> outcome) {}

    FittedSmote(
            Learnable learnable,
            SmoteSettings settings,
            Oversampling oversampling,
            Optional<Cleaning> cleaning,
            Progress progress) {
        Dataset data = learnable.data();
        List<Feature> features = new ArrayList<>();
        double[] scales = new double[data.schema().size()];
        int[] all = IntStream.range(0, data.rows()).toArray();
        for (int f = 0; f < scales.length; f++) {
            progress.check();
            features.add(Feature.of(data, f));
            scales[f] = scale(features.get(f), all, settings);
        }
        this.model =
                new Model(
                        data, settings, oversampling, List.copyOf(features), scales, classes(data));
        this.cleaning = cleaning;
        this.notes = describe(learnable);
    }

    private static double scale(Feature feature, int[] all, SmoteSettings settings) {
        if (settings.scaling() == SmoteSettings.Scaling.STANDARDISE
                && feature instanceof Feature.Continuous number) {
            double deviation = number.deviation(all);
            return deviation > 0 ? deviation : 1;
        }
        return 1;
    }

    /// The outcome, if it is marked and has classes.
    private static Optional<String> classes(Dataset data) {
        return data.schema()
                .outcome()
                .map(info -> info.name())
                .filter(
                        name ->
                                data.schema().column(name).type().coded()
                                        || data.codes(name).levels().size() <= MOST_CLASSES);
    }

    private List<String> describe(Learnable learnable) {
        SmoteSettings settings = model.settings();
        List<Feature> features = model.features();
        long numbers = features.stream().filter(Feature.Continuous.class::isInstance).count();
        List<String> list = new ArrayList<>();
        list.add(
                String.format(
                        Locale.ROOT,
                        "Holds %,d rows with %d columns of numbers and %d of categories; numbers"
                                + " %s for distances.",
                        model.data().rows(),
                        numbers,
                        features.size() - numbers,
                        settings.scaling() == SmoteSettings.Scaling.STANDARDISE
                                ? "standardised (the published method does not)"
                                : "as they are"));
        list.add(
                model.outcome()
                        .map(name -> "Rows are made within each value of \"" + name + "\".")
                        .orElse("No outcome with classes is marked: neighbours may differ in it."));
        list.addAll(learnable.notes());
        return List.copyOf(list);
    }

    @Override
    public Optional<Cleaning> cleaning() {
        return cleaning;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Synthesis sample(List<Target> targets, long seed, Progress progress) {
        List<double[][]> parts = new ArrayList<>();
        List<Synthesis.Shortfall> shortfalls = new ArrayList<>();
        Set<String> remarks = new LinkedHashSet<>();
        for (int t = 0; t < targets.size(); t++) {
            progress.check();
            TargetDraw.Drawn drawn =
                    new TargetDraw(
                                    model,
                                    targets.get(t),
                                    Streams.derive(seed, "target " + t),
                                    progress.part(
                                            (double) t / targets.size(),
                                            (t + 1.0) / targets.size()))
                            .run();
            parts.add(drawn.columns());
            remarks.addAll(drawn.remarks());
            if (drawn.made() < targets.get(t).rows()) {
                shortfalls.add(
                        new Synthesis.Shortfall(
                                targets.get(t), drawn.made(), String.join(" ", drawn.reasons())));
            }
        }
        return new Synthesis(assemble(parts), shortfalls, List.copyOf(remarks));
    }

    private Dataset assemble(List<double[][]> parts) {
        List<Column> columns = new ArrayList<>();
        for (int f = 0; f < model.features().size(); f++) {
            int column = f;
            double[] all = parts.stream().flatMapToDouble(p -> Arrays.stream(p[column])).toArray();
            columns.add(model.features().get(f).column(all));
        }
        return new Dataset(model.data().name(), Part.SYNTHETIC, model.data().schema(), columns);
    }
}
