package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.stats.TwoSampleTest;

import java.util.TreeMap;
import java.util.stream.IntStream;

/// The numbers of a drift audit by their documented names.
final class DriftMetrics {
    private final TreeMap<String, Double> metrics = new TreeMap<>();
    private final DriftStudy study;

    private DriftMetrics(DriftStudy study) {
        this.study = study;
    }

    static TreeMap<String, Double> of(DriftStudy study) {
        DriftMetrics all = new DriftMetrics(study);
        for (int c = 0; c < study.studies().size(); c++) {
            all.column(c);
        }
        all.pairs();
        all.whole();
        all.outcome();
        return all.metrics;
    }

    private void put(String name, double value) {
        metrics.put("drift/" + name, value);
    }

    private void column(int index) {
        ColumnStudy column = study.studies().get(index);
        String name = column.column().name();
        Shift shift = column.overall();
        measures(shift, name);
        put("kl/" + name, shift.cells().kullbackLeibler());
        put("js/" + name, shift.cells().jensenShannon());
        put("hellinger/" + name, shift.cells().hellinger());
        if (shift instanceof NumberShift numbers) {
            put("mean/" + name, numbers.mean());
            put("mean/" + name + "/lower", numbers.interval().lower());
            put("mean/" + name + "/upper", numbers.interval().upper());
            put("ks/" + name, numbers.kolmogorovSmirnov().statistic());
            put("ks/" + name + "/p", numbers.kolmogorovSmirnov().p());
            put("cvm/" + name + "/p", TwoSampleTest.CRAMER_VON_MISES.p(numbers.difference()));
            put("ad/" + name + "/p", TwoSampleTest.ANDERSON_DARLING.p(numbers.difference()));
        } else if (shift instanceof LevelShift levels) {
            put("chi-square/" + name, levels.test().statistic());
            put("chi-square/" + name + "/p", levels.test().p());
        }
        put("adjusted-p/" + name, study.adjusted(index));
        put("missing/" + name, column.missing().change());
        for (ColumnStudy.GroupShift group : column.groups()) {
            measures(group.shift(), name + "/" + group.key());
        }
        for (int w = 0; w < column.windows().size(); w++) {
            measures(column.windows().get(w), name + "/window=" + (w + 2));
        }
    }

    private void measures(Shift shift, String name) {
        put("psi/" + name, shift.cells().populationStability());
        put(
                (shift instanceof NumberShift ? "wasserstein/" : "total-variation/") + name,
                shift.effect());
    }

    private void pairs() {
        for (CorrelationShift pair : study.pairs()) {
            String name = pair.first().name() + "," + pair.second().name();
            put("correlation/" + name, pair.change());
            put("correlation/" + name + "/p", pair.p());
        }
    }

    private void whole() {
        study.discriminator()
                .ifPresent(
                        model -> {
                            put("auc", model.auc());
                            put("auc/lower", model.interval().lower());
                            put("auc/upper", model.interval().upper());
                            put("auc/p", model.p());
                        });
        put(
                "flagged",
                IntStream.range(0, study.studies().size()).filter(study::columnDrifted).count());
    }

    private void outcome() {
        for (OutcomeStudy.Series series : study.outcome().series()) {
            put("performance/" + series.id() + "/p", series.p());
            for (int w = 0; w < series.values().length; w++) {
                put("performance/" + series.id() + "/window=" + (w + 1), series.values()[w]);
            }
        }
    }
}
