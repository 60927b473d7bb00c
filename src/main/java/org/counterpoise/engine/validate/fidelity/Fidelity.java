package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.engine.validate.Verdicts;
import org.counterpoise.engine.validate.fidelity.FidelitySettings.Compatible;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Holds the columns, and the pairs of columns, of the synthetic table against the real training
/// table.
///
/// The score is the quality of SDMetrics: the mean of column shapes (1 − Kolmogorov–Smirnov for
/// numbers and dates, 1 − total variation for categories) and column pair trends (1 − |Δr|/2 for
/// two numeric columns, else 1 − total variation between contingency tables), over the pairs that
/// are associated.
public final class Fidelity implements Validator<FidelitySettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "fidelity",
                    "Statistical fidelity",
                    "Does the synthetic data look like the real data?",
                    "Compares every column and every pair of columns of the synthetic table with"
                            + " the real one, and sums up as a quality score from 0 to 1.",
                    "First of the three pillars: data that does not look like its source is"
                            + " of no use, however private.",
                    List.of(
                            "every column on one scale with the real one",
                            "finds associations that were lost or invented",
                            "exact SDMetrics score on request"),
                    List.of(
                            "one column or pair at a time: higher-order structure is not seen",
                            "the score is that of everyone: a small group can be wrong, see the finding on"
                                    + " groups",
                            "a table that copies its source scores best: judge privacy as well"),
                    "Dankar, Ibrahim and Ismail 2022, A multi-dimensional evaluation of synthetic"
                            + " data generators, doi:10.1109/ACCESS.2022.3144765; score:"
                            + " SDMetrics 0.29, github.com/sdv-dev/SDMetrics");

    @Override
    public MethodCard card() {
        return CARD;
    }

    /// 3: boosted trees over bins tell the tables apart; rows that complete real ones are held
    /// against real rows of the same mix.
    @Override
    public int version() {
        return 3;
    }

    @Override
    public FidelitySettings defaults() {
        return FidelitySettings.DEFAULTS;
    }

    @Override
    public Map<String, Integer> quick() {
        return Map.of("replicates", 50, "bootstrapRows", 1_000, "modelRows", 400, "order", 1);
    }

    @Override
    public Pillar pillar() {
        return Pillar.FIDELITY;
    }

    @Override
    public Applicability applicability(ValidationInput input) {
        if (input.synthetic().rows() == 0) {
            return Applicability.missing("the synthetic table has no rows.");
        }
        return input.training().rows() == 0
                ? Applicability.missing("the real table has no rows.")
                : Applicability.READY;
    }

    @Override
    public Validation run(
            ValidationInput input, FidelitySettings settings, long seed, Progress progress) {
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            return Verdicts.leftOut(this, applicability.reason());
        }
        AlignedTables given = AlignedTables.of(List.of(input.training(), input.synthetic()));
        if (given.columns().isEmpty()) {
            return Verdicts.leftOut(this, "there is no column that both tables could share.");
        }
        SameMix mix =
                input.completing()
                        ? SameMix.of(given, Streams.derive(seed, "mix"))
                        : new SameMix(given, List.of());
        AlignedTables tables = mix.tables();
        Comparison comparison = compare(tables, settings, progress.part(0, 0.5));
        Quality quality = Quality.of(comparison.shapes(), comparison.pairs());
        QualityBootstrap bootstrap =
                new QualityBootstrap(
                        comparison.cuts(),
                        comparison.pairs().stream().filter(PairTrend::counted).toList(),
                        settings.bootstrapRows(),
                        Streams.derive(seed, "sample"));
        double error =
                bootstrap.standardError(
                        settings.replicates(),
                        Streams.derive(seed, "bootstrap"),
                        progress.part(0.5, 0.7));
        Measure measure = measure(quality, error, settings, tables.rows()[1]);
        Optional<AlignedTables> holdout =
                input.holdout()
                        .filter(held -> held.rows() > 0)
                        .map(held -> AlignedTables.of(List.of(input.training(), held)));
        WholeTable whole = WholeTable.of(tables, holdout, settings, seed, progress.part(0.7, 0.9));
        GroupFidelityFindings groups =
                new GroupFidelityFindings(
                        GroupFidelity.of(
                                tables,
                                settings,
                                Streams.derive(seed, "groups"),
                                progress.part(0.9, 1)),
                        settings,
                        input.completing() || input.target().isPresent());
        RareFindings rare = new RareFindings(tables);
        List<Finding> findings = new ArrayList<>();
        Verdict verdict = Verdicts.atLeast(measure, settings.minimumQuality());
        findings.addAll(
                new FidelityFindings(comparison, settings)
                        .all(
                                measure,
                                threshold(settings),
                                verdict,
                                sentence(verdict, measure, settings)));
        findings.addAll(groups.all());
        findings.addAll(rare.all());
        findings.addAll(new WholeTableFindings(whole, settings).all());
        SortedMap<String, Double> metrics = metrics(quality, comparison);
        whole.metrics(metrics);
        groups.metrics(metrics);
        rare.metrics(metrics);
        List<String> notes = notes(bootstrap.sampledRows(), tables, settings);
        if (input.completing()) {
            notes.add(completing(mix));
        }
        return new Validation(
                pillar(),
                verdict,
                Optional.of(measure),
                Optional.of(threshold(settings)),
                sentence(verdict, measure, settings),
                new Assessment(CARD.id(), CARD.name(), findings, metrics, notes));
    }

    private static String completing(SameMix mix) {
        return mix.columns().isEmpty()
                ? "The synthetic rows were made to complete real ones; alone they need not resemble"
                        + " the real table."
                : "The synthetic rows were made to complete real ones, so they are held against "
                        + mix.tables().rows()[0]
                        + " real rows drawn to have the same mix of "
                        + String.join(" and ", mix.columns())
                        + ".";
    }

    private static Comparison compare(
            AlignedTables tables, FidelitySettings settings, Progress progress) {
        boolean sdmetrics = settings.compatible() == Compatible.SDMETRICS;
        List<CutColumn> common =
                Parallel.map(
                        tables.columns().size(),
                        progress.part(0, 0.1),
                        "Cutting columns",
                        i -> CutColumn.common(tables.columns().get(i)));
        List<ColumnShape> shapes =
                Parallel.map(
                        common.size(),
                        progress.part(0.1, 0.3),
                        "Comparing columns",
                        i -> ColumnShape.of(common.get(i), sdmetrics));
        List<CutColumn> cuts =
                sdmetrics ? tables.columns().stream().map(CutColumn::own).toList() : common;
        List<PairTrend> pairs =
                new PairTrends(cuts, settings, progress.part(0.3, 0.4)).all(progress.part(0.4, 1));
        return new Comparison(cuts, shapes, pairs);
    }

    private static Measure measure(
            Quality quality, double error, FidelitySettings settings, int rows) {
        if (Double.isNaN(error) || Double.isNaN(quality.overall())) {
            return Measure.of("overall quality", quality.overall(), rows);
        }
        double half = Normal.z(settings.confidence()) * error;
        return Measure.of(
                "overall quality",
                quality.overall(),
                new Interval(
                        Math.max(0, quality.overall() - half),
                        Math.min(1, quality.overall() + half),
                        settings.confidence(),
                        "bootstrap standard error"),
                rows);
    }

    private static Threshold threshold(FidelitySettings settings) {
        return Verdicts.threshold(
                settings.minimumQuality(),
                FidelitySettings.DEFAULTS.minimumQuality(),
                "overall quality of at least " + settings.minimumQuality(),
                "ours: SDMetrics itself names no limit");
    }

    private static String sentence(Verdict verdict, Measure measure, FidelitySettings settings) {
        if (!measure.defined()) {
            return "The synthetic table could not be compared: no column has values in both"
                    + " tables.";
        }
        String value = String.format(Locale.ROOT, "%.3f", measure.value());
        String limit = String.format(Locale.ROOT, "%.2f", settings.minimumQuality());
        return switch (verdict) {
            case PASS ->
                    "The synthetic data resembles the real data: quality "
                            + value
                            + ", at least "
                            + limit
                            + ".";
            case FAIL ->
                    "The synthetic data does not resemble the real data closely enough: quality "
                            + value
                            + ", under "
                            + limit
                            + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether the synthetic data resembles the real data closely enough is"
                            + " undecided: the interval of quality "
                            + value
                            + " straddles "
                            + limit
                            + ".";
        };
    }

    private static SortedMap<String, Double> metrics(Quality quality, Comparison comparison) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("fidelity/quality", quality.overall());
        metrics.put("fidelity/column-shapes", quality.columnShapes());
        metrics.put("fidelity/pair-trends", quality.pairTrends());
        metrics.put("fidelity/correlation-difference", comparison.correlationDifference());
        metrics.put("fidelity/association-difference", comparison.associationDifference());
        metrics.put("fidelity/mutual-information-difference", comparison.informationDifference());
        for (ColumnShape shape : comparison.shapes()) {
            metrics.put(
                    (shape.numeric() ? "fidelity/ks/" : "fidelity/tv/") + shape.name(),
                    shape.distance());
            metrics.put("fidelity/js/" + shape.name(), shape.jensenShannon());
            metrics.put("fidelity/hellinger/" + shape.name(), shape.hellinger());
            metrics.put("fidelity/psi/" + shape.name(), shape.stability());
            metrics.put("fidelity/missing-difference/" + shape.name(), shape.missingDifference());
            if (shape.numeric()) {
                metrics.put("fidelity/wasserstein/" + shape.name(), shape.wasserstein());
            }
        }
        return metrics;
    }

    private static List<String> notes(
            int sampledRows, AlignedTables tables, FidelitySettings settings) {
        List<String> notes = new ArrayList<>(tables.notes());
        notes.add(
                settings.compatible() == Compatible.SDMETRICS
                        ? "Quality follows SDMetrics 0.29: each table is cut at its own ten"
                                + " equal-width edges, so that a shift between the tables does not"
                                + " show in pairs of a number and a category, and a pair counts by"
                                + " its association in the real table alone. All rows are used"
                                + " where SDMetrics would draw a sample of large tables."
                        : "Both tables are cut on common edges, the deciles of the real column,"
                                + " with cells of their own for values beyond them and for missing"
                                + " values; a pair counts if it is associated in either table. For"
                                + " the score of SDMetrics, set \"Compatible with\" to sdmetrics.");
        notes.add(
                "Kolmogorov–Smirnov leaves missing values out; total variation counts missing as a"
                        + " level. Wasserstein distances are in standard deviations of the real"
                        + " column. Jensen–Shannon distances have base 2, on common edges.");
        if (Math.max(tables.rows()[0], tables.rows()[1]) > PairTrends.RANKED_ROWS) {
            notes.add(
                    "Spearman correlations in the table of pairs rest on "
                            + PairTrends.RANKED_ROWS
                            + " evenly spaced rows of each table; everything else on all rows.");
        }
        if (Math.max(tables.rows()[0], tables.rows()[1]) > settings.modelRows()) {
            notes.add(
                    "Models that tell the tables apart saw up to "
                            + settings.modelRows()
                            + " rows of each table, the propensity score up to "
                            + WholeTable.PROPENSITY_ROWS
                            + ".");
        }
        if (settings.replicates() >= 2) {
            notes.add(
                    "The interval of the quality comes from "
                            + settings.replicates()
                            + " bootstrap samples of up to "
                            + sampledRows
                            + " rows of each table. Distances are biased upwards in small tables,"
                            + " so the quality is conservative.");
        }
        return notes;
    }
}
