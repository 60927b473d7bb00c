package org.counterpoise.workbench.validate;

import javafx.scene.layout.Region;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;

import java.util.Optional;

/// One number on a line, with its interval as a band and its threshold as a tick.
final class IntervalStrip extends Region {
    private static final double HEIGHT = 24;
    private static final double TRACK = 6;
    private static final double BAND = 10;
    private static final double DOT = 8;

    private final Region track = part("strip-track");
    private final Region band = part("strip-band");
    private final Region tick = part("strip-tick");
    private final Region dot = part("strip-dot");
    private final Measure measure;
    private final Optional<Threshold> threshold;
    private final double from;
    private final double to;

    IntervalStrip(Measure measure, Optional<Threshold> threshold) {
        this.measure = measure;
        this.threshold = threshold;
        double[] values = values();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double room = high > low ? 0.35 * (high - low) : Math.max(0.1, Math.abs(high) * 0.1);
        boolean share = low >= 0 && high <= 1;
        from = share ? Math.max(0, low - room) : low - room;
        to = share ? Math.min(1, high + room) : high + room;
        getStyleClass().add("interval-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().addAll(track, band, tick, dot);
        band.setVisible(interval().isPresent());
        tick.setVisible(threshold.isPresent());
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    private Optional<Interval> interval() {
        return measure.interval().filter(Interval::defined);
    }

    private double[] values() {
        double value = measure.value();
        return new double[] {
            value,
            interval().map(Interval::lower).orElse(value),
            interval().map(Interval::upper).orElse(value),
            threshold.map(Threshold::value).orElse(value)
        };
    }

    private double x(double value) {
        return Math.clamp((value - from) / (to - from), 0, 1) * getWidth();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        track.resizeRelocate(0, middle - TRACK / 2, getWidth(), TRACK);
        interval()
                .ifPresent(
                        i -> {
                            double left = x(i.lower());
                            band.resizeRelocate(
                                    left,
                                    middle - BAND / 2,
                                    Math.max(2, x(i.upper()) - left),
                                    BAND);
                        });
        threshold.ifPresent(t -> tick.resizeRelocate(x(t.value()) - 1, 0, 2, getHeight()));
        dot.resizeRelocate(x(measure.value()) - DOT / 2, middle - DOT / 2, DOT, DOT);
    }
}
