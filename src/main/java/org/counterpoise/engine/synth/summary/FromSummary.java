package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.stats.CorrelationMatrix;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rows from summary statistics alone: what a published table tells, and nothing of any person.
///
/// What it learns from is a table with a line per statistic, see the guide.
public final class FromSummary implements Synthesizer<SummarySettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "from-summary",
                    "From summary statistics",
                    "Makes rows that agree with means, shares and correlations, without any record.",
                    "Reads a table of statistics (column, statistic, level, value), chooses for each"
                            + " column a distribution that has them, finds the latent correlations"
                            + " that lead to those given, and draws.",
                    "When records may not leave their home but a table of their statistics may, or"
                            + " to try an analysis on what a paper reports.",
                    List.of(
                            "needs no record, so it cannot copy one",
                            "means, deviations, quantiles, shares and correlations as given",
                            "says which correlations no such distributions can have"),
                    List.of(
                            "minority groups: a summary of everyone says nothing of how a group"
                                    + " differs; summarise groups apart",
                            "shapes are assumed: beta, gamma or normal where only moments are given",
                            "no interactions, and no correlation that is not given",
                            "statistics of very small groups can give a person away by themselves"),
                    "Cario and Nelson 1997, Modeling and generating random vectors with arbitrary"
                            + " marginal distributions and correlation matrix");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Without records",
                Set.of(
                        Traits.Quality.WHOLE_TABLE,
                        Traits.Quality.MIXED_TYPES,
                        Traits.Quality.NO_RECORDS,
                        Traits.Quality.PRIVACY,
                        Traits.Quality.SPEED),
                Set.of(
                        Traits.Quality.TAILS,
                        Traits.Quality.INTERACTIONS,
                        Traits.Quality.SMALL_GROUPS));
    }

    @Override
    public SummarySettings defaults() {
        return new SummarySettings(SummarySettings.Coefficient.PEARSON);
    }

    @Override
    public Applicability applicability(Schema schema) {
        return SummaryTable.wanted(schema).map(Applicability::missing).orElse(Applicability.READY);
    }

    @Override
    public boolean extrapolates() {
        return true;
    }

    /// Nothing random is learned, so the seed does not matter here.
    @Override
    public FittedSynthesizer fit(
            Dataset training, SummarySettings settings, long seed, Progress progress) {
        training.forFitting("From summary statistics");
        SummaryTable.wanted(training.schema())
                .ifPresent(
                        why -> {
                            throw new UserProblem(
                                    "This table is no summary.", training.name(), why);
                        });
        Summary summary = SummaryTable.read(training);
        progress.check();
        List<String> notes = new ArrayList<>();
        LatentNormal latent = new LatentNormal(summary, settings.coefficient());
        double[][] correlations = latent.correlations(training.name(), notes);
        notes.addFirst(
                "Assumed of "
                        + summary.columns().size()
                        + " columns: "
                        + String.join("; ", latent.assumptions())
                        + ".");
        return new FittedSummary(
                summary,
                training.name(),
                new CorrelationMatrix(correlations, 1, 0).root(),
                List.copyOf(notes));
    }
}
