package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.MacroAuc;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Everything that is computed of proxies.
///
/// @param columns that attributes are told from
/// @param told by source and attribute
/// @param usefulness of the columns for the outcome, if there is one of two classes
/// @param sampled rows that the test and the models with columns left out rest on
record ProxyStudy(
        List<ColumnInfo> columns, List<Told> told, Optional<Usefulness> usefulness, int sampled) {

    /// Rows at most that a model judged on all rows learns from. The model ranks hardly better with
    /// more, but takes the longer.
    static final int MOST_LEARNT = 20_000;

    /// How well one source tells one attribute.
    ///
    /// @param score the column of a model's score; absent for all other columns together
    /// @param auc over the targets
    /// @param byTarget the area of each group against the others
    /// @param curves of each group against the others
    /// @param p adjusted, by target
    /// @param carriers if the columns tell the attribute better than chance
    record Told(
            Optional<ColumnInfo> score,
            Attribute attribute,
            MacroAuc auc,
            List<Estimate> byTarget,
            List<Roc.Curve> curves,
            double[] p,
            Optional<Carriers> carriers) {

        double smallestP() {
            return Arrays.stream(p).min().orElse(1);
        }

        /// Whether some group is told better than by chance, and as well as `highest`.
        boolean givenAway(ProxySettings settings) {
            return smallestP() <= settings.level()
                    && (auc.value() >= settings.highest()
                            || IntStream.range(0, p.length)
                                    .anyMatch(
                                            t ->
                                                    p[t] <= settings.level()
                                                            && byTarget.get(t).value()
                                                                    >= settings.highest()));
        }
    }

    /// @param columns to tell attributes from
    /// @param scores of models, each looked at by itself
    static ProxyStudy of(
            Dataset data,
            List<Attribute> attributes,
            List<ColumnInfo> columns,
            List<ColumnInfo> scores,
            Optional<BinaryOutcome> outcome,
            ProxySettings settings,
            long seed,
            Progress progress) {
        int[] units = Folds.units(data);
        List<BinnedTable> tables = new ArrayList<>();
        tables.add(
                BinnedTable.of(
                        data,
                        columns.stream().map(ColumnInfo::name).toList(),
                        progress.part(0, 0.05)));
        for (ColumnInfo score : scores) {
            tables.add(BinnedTable.of(data, List.of(score.name()), progress.silent()));
        }
        int[] rows = Folds.sample(units, settings.sample(), Streams.derive(seed, "sample"));
        List<BinnedTable> small = tables.stream().map(table -> table.select(rows)).toList();
        List<Attribute> fewer = attributes.stream().map(a -> a.select(rows)).toList();
        int[] people = IntStream.of(rows).map(row -> units[row]).toArray();
        ChanceTest test =
                ChanceTest.of(small, fewer, people, settings, seed, progress.part(0.05, 0.5));
        List<Told> told = new ArrayList<>();
        for (int a = 0; a < attributes.size(); a++) {
            for (int s = 0; s < tables.size(); s++) {
                double at = 0.5 + 0.4 * (a * tables.size() + s) / attributes.size() / tables.size();
                double[] p = test.adjusted()[s][a];
                boolean found = Arrays.stream(p).min().orElse(1) <= settings.level();
                Optional<Carriers> carriers =
                        found && s == 0
                                ? Optional.of(
                                        Carriers.of(
                                                small.getFirst(),
                                                fewer.get(a),
                                                people,
                                                test.critical(),
                                                settings.steps(),
                                                seed,
                                                progress.part(at, at + 0.1)))
                                : Optional.empty();
                told.add(
                        told(
                                s == 0 ? Optional.empty() : Optional.of(scores.get(s - 1)),
                                tables.get(s),
                                attributes.get(a),
                                units,
                                p,
                                carriers,
                                settings,
                                seed,
                                progress.part(at, at + 0.1)));
            }
        }
        boolean any = told.stream().anyMatch(t -> t.carriers().isPresent());
        Optional<Usefulness> usefulness =
                outcome.filter(o -> any)
                        .map(
                                o ->
                                        Usefulness.of(
                                                small.getFirst(),
                                                data.schema().column(o.column()).title(),
                                                picked(o.values(), rows),
                                                people,
                                                settings.confidence(),
                                                Streams.derive(seed, "outcome"),
                                                progress.part(0.9, 1)));
        return new ProxyStudy(columns, told, usefulness, rows.length);
    }

    private static Told told(
            Optional<ColumnInfo> score,
            BinnedTable table,
            Attribute attribute,
            int[] units,
            double[] p,
            Optional<Carriers> carriers,
            ProxySettings settings,
            long seed,
            Progress progress) {
        int[] folds =
                Folds.stratified(
                        attribute.codes(),
                        units,
                        attribute.classes(),
                        settings.folds(),
                        Streams.derive(seed, "all folds of " + attribute.column()));
        Telling telling =
                Telling.of(
                        table,
                        attribute.outcomes(),
                        folds,
                        IntStream.range(0, table.columns()).toArray(),
                        BinnedBoosting.Options.FULL,
                        MOST_LEARNT,
                        Streams.derive(seed, "rows to learn " + attribute.column() + " from"),
                        progress);
        List<Estimate> byTarget = new ArrayList<>();
        List<Roc.Curve> curves = new ArrayList<>();
        for (int t = 0; t < telling.outcomes().size(); t++) {
            Roc roc = Roc.of(telling.outcomes().get(t), telling.scores().get(t));
            byTarget.add(
                    new Estimate(
                            roc.auc(),
                            roc.positives(),
                            (long) roc.positives() + roc.negatives(),
                            roc.interval(settings.confidence())));
            curves.add(roc.curve(200));
        }
        return new Told(score, attribute, telling.auc(), byTarget, curves, p, carriers);
    }

    private static byte[] picked(byte[] values, int[] rows) {
        byte[] picked = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
