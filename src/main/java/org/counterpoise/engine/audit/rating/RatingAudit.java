package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whether one source of scores favours some systems: score ~ source × system + (1 | item).
public final class RatingAudit implements Audit<RatingSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "rating",
                "Favoured systems",
                "Does one source of scores favour some systems or groups?",
                "Fits a linear mixed model of scores by source, system and their interaction with a"
                        + " random intercept for each item, and asks whether sources differ on"
                        + " average, and whether they differ more for some systems than for others;"
                        + " with three systems or more, whether sources rank them alike.",
                "Before scores of a machine replace those of people to compare systems or groups.",
                List.of(
                        "items need not be scored by all, nor equally often",
                        "intervals by Satterthwaite's degrees of freedom; p adjusted by Holm",
                        "raters within sources can be told apart"),
                List.of(
                        "says that sources differ, not which is right",
                        "takes the spread of errors as the same for all sources and systems",
                        "scores of two values are modelled as log odds only with five or more scores"
                                + " per item, else as numbers"),
                "Laird and Ware 1982, doi:10.2307/2529876; Bates, Mächler, Bolker and Walker 2015,"
                        + " doi:10.18637/jss.v067.i01; Kendall 1945, doi:10.1093/biomet/33.3.239");
    }

    @Override
    public RatingSettings defaults() {
        return new RatingSettings("", "", "", "", false, 0.05, 5, 500, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return RatingColumns.missing(input.data())
                .map(Applicability::missing)
                .orElse(Applicability.READY);
    }

    @Override
    public Assessment run(AuditInput input, RatingSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        progress.report(0, "Collecting scores");
        progress.check();
        RatingColumns columns = RatingColumns.of(data, settings);
        RatingTable table = RatingTable.of(data, columns);
        List<String> notes = new ArrayList<>();
        notes.add(columns.describe());
        List<RatingStudy> studies = studies(data, columns, table, settings, seed, notes, progress);
        if (studies.isEmpty()) {
            throw new UserProblem(
                    "There is nothing to compare. " + String.join(" ", notes),
                    data.name(),
                    "Choose rows in which two sources scored, with scores that vary.");
        }
        double[] adjusted =
                Multiplicity.holm(
                        studies.stream()
                                .flatMap(s -> List.of(s.sourceP(), s.interactionP()).stream())
                                .mapToDouble(Double::doubleValue)
                                .toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (int i = 0; i < studies.size(); i++) {
            progress.check();
            double source = adjusted[2 * i];
            double interaction = adjusted[2 * i + 1];
            findings.addAll(
                    new RatingFindings(studies.get(i), settings, source, interaction).all());
            new RatingMetrics(studies.get(i), settings.confidence(), metrics)
                    .add(source, interaction);
        }
        notes.add(
                "P-values are adjusted by Holm over differences on average and unequal differences"
                        + " of all attributes.");
        return new Assessment(card().id(), "Scores in " + data.name(), findings, metrics, notes);
    }

    private static List<RatingStudy> studies(
            Dataset data,
            RatingColumns columns,
            RatingTable table,
            RatingSettings settings,
            long seed,
            List<String> notes,
            Progress progress) {
        List<Grouping> groupings = groupings(data, columns, notes, progress.part(0, 0.1));
        List<RatingStudy> studies = new ArrayList<>();
        for (int i = 0; i < groupings.size(); i++) {
            progress.report(0.1 + 0.8 * i / groupings.size(), "Comparing sources");
            progress.check();
            Strata strata = Strata.of(groupings.get(i), settings.smallestCell());
            Cells cells =
                    Cells.of(table, strata, strata.title(data), settings.smallestCell(), notes);
            int parameters = cells.sources() * cells.systems().size();
            if (cells.systems().isEmpty() || cells.sources() < 2) {
                notes.add("Too few scores to compare sources by " + cells.title() + ".");
            } else if (!cells.table().varies() || cells.table().n() <= parameters) {
                notes.add("Scores by " + cells.title() + " do not vary.");
            } else {
                studies.add(
                        RatingStudy.of(
                                cells,
                                settings,
                                seed,
                                progress.part(
                                        0.1 + 0.8 * i / groupings.size(),
                                        0.1 + 0.8 * (i + 1) / groupings.size())));
            }
        }
        return studies;
    }

    private static List<Grouping> groupings(
            Dataset data, RatingColumns columns, List<String> notes, Progress progress) {
        if (columns.system().isPresent()) {
            return List.of(Grouping.of(data, List.of(columns.system().get())));
        }
        Subgroups subgroups = Subgroups.of(data, 1, progress);
        notes.addAll(subgroups.notes());
        return subgroups.groupings().stream().filter(g -> g.columns().size() == 1).toList();
    }
}
