package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.PairedDifference;

import java.util.List;

/// How one group stands by the metrics of the verdict.
///
/// @param differences how much better the group fares, per metric of the verdict
/// @param intervals of these, that hold for all groups and metrics together
/// @param standings by each metric
/// @param overall by all of them
record GroupStanding(
        Judged judged,
        List<PairedDifference> differences,
        List<Interval> intervals,
        List<Standing> standings,
        Standing overall) {}
