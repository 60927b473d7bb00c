package org.counterpoise.engine.validate;

import org.counterpoise.engine.validate.Validation.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The pillars in the order in which they are passed: fidelity, utility, privacy, fairness, then
/// use. The first that is not passed is where to work next; what comes later waits for it.
///
/// @param stages one per pillar, then the use
public record Gate(List<Stage> stages) {

    /// One stage.
    ///
    /// @param name of the pillar, or "use"
    /// @param verdict the worst of the pillar's validations; of the use, whether all are passed
    /// @param waits whether an earlier stage is not passed
    /// @param advice what to do if it is not passed; empty if it is
    public record Stage(String name, Verdict verdict, boolean waits, String advice) {

        public boolean passed() {
            return verdict == Verdict.PASS;
        }
    }

    public Gate {
        stages = List.copyOf(stages);
    }

    /// Pillars that no validator judged are left out of their verdicts, not passed.
    public static Gate of(List<Validation> validations) {
        List<Stage> stages = new ArrayList<>();
        boolean waits = false;
        for (Pillar pillar : Pillar.values()) {
            Verdict verdict = Verdicts.worst(validations, pillar).orElse(Verdict.LEFT_OUT);
            String name = pillar.name().toLowerCase(Locale.ROOT);
            stages.add(new Stage(name, verdict, waits, advice(pillar, verdict)));
            waits |= verdict != Verdict.PASS;
        }
        stages.add(
                new Stage(
                        "use",
                        waits ? worst(stages) : Verdict.PASS,
                        waits,
                        waits ? "Do not use or release the data yet." : ""));
        return new Gate(stages);
    }

    private static Verdict worst(List<Stage> stages) {
        List<Verdict> order =
                List.of(Verdict.PASS, Verdict.LEFT_OUT, Verdict.UNDECIDED, Verdict.FAIL);
        return stages.stream()
                .map(Stage::verdict)
                .max((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)))
                .orElse(Verdict.LEFT_OUT);
    }

    private static String advice(Pillar pillar, Verdict verdict) {
        return switch (verdict) {
            case PASS -> "";
            case LEFT_OUT ->
                    "Mark what is missing (outcome, protected attribute) and split off a holdout"
                            + " before generating, then judge again.";
            case UNDECIDED -> "More real rows in the holdout settle it: " + more(pillar);
            case FAIL -> failed(pillar);
        };
    }

    private static String more(Pillar pillar) {
        return switch (pillar) {
            case FIDELITY -> "or more synthetic rows.";
            case UTILITY, FAIRNESS -> "how many is in the verdict.";
            case PRIVACY ->
                    "attacks need people who were never seen. Until then it counts as open.";
        };
    }

    private static String failed(Pillar pillar) {
        return switch (pillar) {
            case FIDELITY ->
                    "See which columns and pairs betray it; try another synthesizer, or one that"
                            + " models pairs, before looking at anything else.";
            case UTILITY ->
                    "Check whether the outcome's strongest columns kept their association; add"
                            + " constraints or choose a synthesizer that conditions on the outcome.";
            case PRIVACY ->
                    "Do not release. Remove copies, merge rare levels, choose a smoother or a"
                            + " differentially private synthesizer, then start again at fidelity.";
            case FAIRNESS ->
                    "Plan more rows for the groups named, or mitigate the source first, then start"
                            + " again at fidelity.";
        };
    }

    /// The first stage that is not passed; empty if all are.
    public Optional<Stage> next() {
        return stages.stream().filter(stage -> !stage.passed()).findFirst();
    }

    /// Where the data stands and what to do, in one or two sentences.
    public String sentence() {
        return next().map(
                        stage ->
                                "Next: "
                                        + stage.name()
                                        + " ("
                                        + word(stage.verdict())
                                        + "). "
                                        + stage.advice())
                .orElse("Every gate is passed; people decide on the use.");
    }

    /// A verdict in a word.
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case UNDECIDED -> "undecided";
            case FAIL -> "failed";
            case LEFT_OUT -> "not judged";
        };
    }

    /// "fidelity passed → utility undecided → …".
    @Override
    public String toString() {
        return String.join(
                " → ",
                stages.stream().map(stage -> stage.name() + " " + word(stage.verdict())).toList());
    }
}
