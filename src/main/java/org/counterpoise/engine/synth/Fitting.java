package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.RealCheck;
import org.counterpoise.engine.rule.Reshaping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Learns from a training set under rules.
public final class Fitting {
    private Fitting() {}

    /// Fits a synthesizer so that what it draws comes near to obeying the rules; [Drawing] sees to
    /// the rest.
    ///
    /// Rows that break a rule are not learned from, unless fewer than two obey all. Where rules
    /// allow it, the table is learned in a form in which they hold of themselves, see [Reshaping].
    ///
    /// @param rules none for learning from the table as it is
    /// @throws org.counterpoise.engine.UserProblem if a rule does not fit the columns, or the data
    ///     cannot be learned from
    public static <S extends Record> FittedSynthesizer fit(
            Synthesizer<S> synthesizer,
            Dataset training,
            S settings,
            List<Constraint> rules,
            long seed,
            Progress progress) {
        if (rules.isEmpty() || training.rows() == 0) {
            return synthesizer.fit(training, settings, seed, progress);
        }
        training.forFitting(synthesizer.card().name());
        int[] lawful = RealCheck.lawful(rules, training, progress);
        boolean enough = lawful.length > 1 || lawful.length == training.rows();
        Dataset taught =
                enough && lawful.length < training.rows() ? training.select(lawful) : training;
        Reshaping reshaping = Reshaping.of(taught, rules);
        FittedSynthesizer fitted =
                synthesizer.fit(reshaping.shaped(), settings, seed, progress.part(.05, 1));
        return new Reshaped(fitted, reshaping, notes(rules, training, lawful.length, enough));
    }

    private static List<String> notes(
            List<Constraint> rules, Dataset training, int lawful, boolean enough) {
        List<String> notes = new ArrayList<>();
        int broken = training.rows() - lawful;
        if (broken > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            enough
                                    ? "%,d of %,d training rows break a rule and were not learned"
                                            + " from."
                                    : "%,d of %,d training rows break a rule; too few obey all, so"
                                            + " all were learned from.",
                            broken,
                            training.rows()));
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "Bound by %,d %s.",
                        rules.size(),
                        rules.size() == 1 ? "rule" : "rules"));
        return notes;
    }

    /// A model of a reshaped table, whose rows are turned back.
    private static final class Reshaped implements FittedSynthesizer {
        private final FittedSynthesizer model;
        private final Reshaping reshaping;
        private final List<String> notes;

        Reshaped(FittedSynthesizer model, Reshaping reshaping, List<String> notes) {
            this.model = model;
            this.reshaping = reshaping;
            this.notes = new ArrayList<>(model.notes());
            this.notes.addAll(notes);
        }

        /// Columns in another form cannot be aimed at: their part of a target is left out, and
        /// rows that miss it are thrown away later.
        @Override
        public Synthesis sample(List<Target> targets, long seed, Progress progress) {
            List<Target> seen =
                    targets.stream().map(target -> target.without(reshaping::hidden)).toList();
            Synthesis drawn = model.sample(seen, seed, progress);
            int[] made = drawn.made(seen);
            List<Synthesis.Shortfall> shortfalls = new ArrayList<>();
            int next = 0;
            for (int t = 0; t < made.length; t++) {
                if (made[t] < targets.get(t).rows()) {
                    String reason = drawn.shortfalls().get(next++).reason();
                    shortfalls.add(new Synthesis.Shortfall(targets.get(t), made[t], reason));
                }
            }
            return new Synthesis(reshaping.back(drawn.data()), shortfalls, drawn.notes());
        }

        @Override
        public List<String> notes() {
            return List.copyOf(notes);
        }

        @Override
        public boolean makesRows() {
            return model.makesRows();
        }

        @Override
        public Optional<Cleaning> cleaning() {
            return model.cleaning();
        }

        @Override
        public boolean keeps(Constraint rule) {
            return reshaping.keeps(rule);
        }
    }
}
