package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Interval;

/// Something measured in the source and in the synthetic table.
///
/// @param key group, or attribute, it is of
/// @param source value among training rows
/// @param synthetic value among synthetic rows
/// @param target value in the target population, NaN if that is not known
/// @param change interval of synthetic less source that holds for all groups together
/// @param flagged whether it got worse, certainly and by more than is tolerated
/// @param n synthetic rows it rests on
record Change(
        String key,
        double source,
        double synthetic,
        double target,
        Interval change,
        boolean flagged,
        long n) {}
