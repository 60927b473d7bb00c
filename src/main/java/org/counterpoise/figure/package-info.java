/// Turns a [org.counterpoise.engine.finding.Figure] into a picture: one palette, one look, one
/// exporter. Nothing else in the program draws charts, and nothing here computes a statistic.
///
/// Start reading at [FigureCharts].
@NullMarked
package org.counterpoise.figure;

import org.jspecify.annotations.NullMarked;
