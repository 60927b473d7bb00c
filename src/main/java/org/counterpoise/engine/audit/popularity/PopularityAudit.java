package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.stats.PowerLaw;
import org.counterpoise.engine.stats.Tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// How popular choices are, what law their popularity follows, and whether success earns it.
///
/// Metrics are named `popularity/COL/…`: `choices`, `records`, `never-picked`, `gini`,
/// `effective-number`, `simpson`, `top-share`, `choices-for-80`, `choices-for-50`;
/// `power-law/alpha`, `alpha-error`, `xmin`, `tail`, `ks`, `p` and `vuong/LAW` with `/p`;
/// `success/spearman`, `success/slope` with `/p`, `success/sigma`, `success/under-tried`;
/// `attention/slope`, `attention/new`, `attention/effective-number/before` and `after`;
/// `conditions/FEATURE/never-tried`, `never-tried-by-chance` and `single`.
public final class PopularityAudit implements Audit<PopularitySettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "popularity",
                "Popularity of choices",
                "Do a few favourites make most of the records, and did they earn it?",
                "Counts how unequally records are spread over choices such as reagents, targets or"
                        + " sites, fits a power law and its rivals, and holds popularity against"
                        + " success, time and conditions.",
                "For data that people made by choosing: screens, syntheses, cell lines, sites.",
                List.of(
                        "tells habit from merit: success is compared at equal chance",
                        "names under-tried choices that may be as good as the favourites",
                        "the plausibility of the power law counts the search for its start"),
                List.of(
                        "needs records of failures, too: where only successes are kept, success"
                                + " cannot be compared",
                        "with fewer than about 50 choices in the tail, laws cannot be told apart",
                        "choices that nobody recorded are not seen"),
                "Jia et al., Anthropogenic biases in chemical reaction data hinder exploratory"
                        + " inorganic synthesis, Nature 573:251 (2019),"
                        + " doi:10.1038/s41586-019-1540-5; Clauset, Shalizi and Newman, SIAM Review"
                        + " 51:661 (2009), doi:10.1137/070710111");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public PopularitySettings defaults() {
        return new PopularitySettings("", 20, 80, 500, 1000, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Choices.proposed(input.data()).isPresent()
                ? Applicability.READY
                : Applicability.missing(
                        "No feature is a category of at least "
                                + Choices.FEWEST
                                + " values that could record choices.");
    }

    @Override
    public Assessment run(
            AuditInput input, PopularitySettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        progress.report(0, "Counting choices");
        progress.check();
        Choices choices = Choices.of(data, settings.column());
        List<String> notes = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        if (settings.column().isEmpty()) {
            notes.add(
                    "\""
                            + choices.title()
                            + "\" was taken for the choices, as the category with the most values;"
                            + " name another in the settings.");
        }
        Tally tally = Tally.of(choices.counts());
        Optional<PowerLaw> law = PowerLaw.fit(tally);
        SpreadFinding spread = new SpreadFinding(choices, settings, law);
        spread.measure(metrics);
        findings.add(spread.finding());
        if (law.isPresent() && settings.replicates() > 0) {
            LawFinding fitted =
                    LawFinding.of(
                            choices,
                            settings,
                            law.get(),
                            tally,
                            Streams.derive(seed, "power law"),
                            progress.part(0.1, 0.5));
            fitted.measure(metrics);
            findings.add(fitted.finding());
        } else if (law.isEmpty()) {
            notes.add("All choices are equally popular, so there is no law to fit.");
        }
        outcome(data, notes)
                .flatMap(
                        outcome ->
                                SuccessFinding.of(
                                        choices,
                                        settings,
                                        outcome,
                                        spread.concentrated(),
                                        notes,
                                        Streams.derive(seed, "success"),
                                        progress.part(0.5, 0.9)))
                .ifPresent(
                        success -> {
                            success.measure(metrics);
                            findings.add(success.finding());
                            success.underTriedFinding().ifPresent(findings::add);
                        });
        time(data)
                .flatMap(
                        info ->
                                AttentionFinding.of(
                                        choices,
                                        settings,
                                        info.title(),
                                        ((Column.Numbers) data.column(info.name())).values(),
                                        notes))
                .ifPresent(
                        attention -> {
                            attention.measure(metrics);
                            findings.add(attention.finding());
                        });
        ConditionsFinding.of(data, choices, progress)
                .ifPresent(
                        conditions -> {
                            conditions.measure(metrics);
                            findings.add(conditions.finding());
                            UntriedFinding.of(choices, conditions.conditions())
                                    .ifPresent(untried -> findings.add(untried.finding()));
                        });
        return new Assessment(
                card().id(),
                "Popularity of " + choices.title() + " in " + data.name(),
                findings,
                metrics,
                notes);
    }

    private static Optional<BinaryOutcome> outcome(Dataset data, List<String> notes) {
        Optional<ColumnInfo> marked = data.schema().outcome();
        if (marked.isEmpty()) {
            notes.add("No outcome is marked, so popularity was not held against success.");
            return Optional.empty();
        }
        try {
            return Optional.of(BinaryOutcome.of(data, marked.get().name()));
        } catch (UserProblem problem) {
            notes.add("Popularity was not held against success: " + problem.what());
            return Optional.empty();
        }
    }

    private static Optional<ColumnInfo> time(Dataset data) {
        return data.schema().withRole(Role.TIME).stream()
                .filter(info -> info.type().numeric())
                .findFirst();
    }
}
