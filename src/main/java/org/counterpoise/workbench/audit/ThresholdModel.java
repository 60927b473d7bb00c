package org.counterpoise.workbench.audit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

import org.counterpoise.engine.audit.performance.Thresholds;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Estimator;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.List;

/// What moved thresholds do to each group and to the gaps between them. Needs no window.
///
/// A change of any threshold recomputes [#state] at once: each group takes a bisection, so a
/// million rows follow the pointer.
public final class ThresholdModel {
    /// What is shown of each group and compared between groups.
    public static final List<RateMetric> METRICS =
            List.of(RateMetric.SELECTION_RATE, RateMetric.TPR, RateMetric.FPR, RateMetric.PPV);

    /// One group under its threshold.
    ///
    /// @param rates in the order of [#METRICS]
    public record Row(String label, double threshold, long n, List<Estimate> rates) {}

    /// Everything that is shown.
    ///
    /// @param gaps the largest gap of each of [#METRICS]
    public record State(List<Row> rows, List<LargestGap> gaps) {
        /// The lowest selection rate over the highest, NaN if undefined.
        public double selectionRatio() {
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (Row row : rows) {
                Estimate rate = row.rates().getFirst();
                if (rate.defined()) {
                    low = Math.min(low, rate.value());
                    high = Math.max(high, rate.value());
                }
            }
            return high > 0 ? low / high : Double.NaN;
        }
    }

    private final Thresholds thresholds;
    private final double start;
    private final double confidence;
    private final List<DoubleProperty> values = new ArrayList<>();
    private final BooleanProperty together = new SimpleBooleanProperty(this, "together", true);
    private final ReadOnlyObjectWrapper<State> state;
    private boolean moving;

    /// @param start the threshold of every group at first
    public ThresholdModel(Thresholds thresholds, double start, double confidence) {
        this.thresholds = thresholds;
        this.start = start;
        this.confidence = confidence;
        for (int g = 0; g < thresholds.labels().size(); g++) {
            DoubleProperty value = new SimpleDoubleProperty(this, "threshold " + g, start);
            value.addListener((_, _, now) -> moved(now.doubleValue()));
            values.add(value);
        }
        state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        together.addListener((_, _, now) -> rejoin(now));
    }

    /// Of the intervals, e.g. 0.95.
    public double confidence() {
        return confidence;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /// The threshold of a group.
    public DoubleProperty threshold(int group) {
        return values.get(group);
    }

    /// Whether one threshold holds for all groups, so that moving one moves all.
    public BooleanProperty together() {
        return together;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Puts every threshold back to where the audit had it.
    public void reset() {
        setAll(start);
    }

    private void rejoin(boolean all) {
        if (all && !values.isEmpty()) {
            setAll(values.getFirst().get());
        }
    }

    private void moved(double now) {
        if (moving) {
            return;
        } else if (together.get()) {
            setAll(now);
        } else {
            state.set(compute());
        }
    }

    private void setAll(double threshold) {
        moving = true;
        values.forEach(value -> value.set(threshold));
        moving = false;
        state.set(compute());
    }

    private State compute() {
        List<Row> rows = new ArrayList<>();
        List<Confusion> confusions = new ArrayList<>();
        for (int g = 0; g < values.size(); g++) {
            Confusion c = thresholds.at(g, values.get(g).get());
            confusions.add(c);
            rows.add(
                    new Row(
                            thresholds.labels().get(g),
                            values.get(g).get(),
                            c.n(),
                            METRICS.stream().map(metric -> metric.of(c, confidence)).toList()));
        }
        List<LargestGap> gaps = new ArrayList<>();
        for (RateMetric metric : METRICS) {
            List<Estimator> estimators = new ArrayList<>();
            for (Confusion c : confusions) {
                estimators.add(level -> metric.of(c, level));
            }
            gaps.add(LargestGap.of(estimators, confidence));
        }
        return new State(rows, gaps);
    }

    /// Where a group stands on its ROC curve: false and true positive rate; NaN where undefined.
    public double[] point(int group) {
        List<Estimate> rates = state.get().rows().get(group).rates();
        return new double[] {
            rates.get(METRICS.indexOf(RateMetric.FPR)).value(),
            rates.get(METRICS.indexOf(RateMetric.TPR)).value()
        };
    }
}
