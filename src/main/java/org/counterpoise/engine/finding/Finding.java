package org.counterpoise.engine.finding;

import java.util.List;
import java.util.Optional;

/// One thing an audit or a validation has to say.
///
/// @param id stable within its assessment, e.g. `race=1` or `tpr/sex=F`
/// @param headline a sentence a clinician would say, not a metric name
/// @param explanation what it means and how sure we are, one to three plain sentences
/// @param measure what was measured, if one number carries the finding
/// @param threshold what it was held against, if anything
/// @param remedies next steps, most useful first
/// @param evidence the table behind it
/// @param figures pictures, the telling one first
public record Finding(
        String id,
        Severity severity,
        String headline,
        String explanation,
        Optional<Measure> measure,
        Optional<Threshold> threshold,
        List<Remedy> remedies,
        Evidence evidence,
        List<Figure> figures) {

    public Finding {
        remedies = List.copyOf(remedies);
        figures = List.copyOf(figures);
    }
}
