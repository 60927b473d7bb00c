package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.stats.Roc;

/// How well members of one kind of people are told from others of that kind by the distance to the
/// closest synthetic row.
///
/// @param id in metric names
/// @param title for people
/// @param roc members against others
/// @param interval of the area under the curve
/// @param toMembers median distance of a member to the closest synthetic row
/// @param toOthers median distance of another person to it
record Exposure(
        String id, String title, Roc roc, Interval interval, double toMembers, double toOthers) {

    /// With fewer of either, the interval is the one that holds in small samples.
    private static final int FEW = 100;

    /// @param members distances of people in the training table, at least one
    /// @param others distances of people who are not, at least one
    static Exposure of(
            String id, String title, double[] members, double[] others, double confidence) {
        byte[] member = new byte[members.length + others.length];
        double[] scores = new double[member.length];
        for (int i = 0; i < scores.length; i++) {
            member[i] = (byte) (i < members.length ? 1 : 0);
            scores[i] = -(i < members.length ? members[i] : others[i - members.length]);
        }
        Roc roc = Roc.of(member, scores);
        Interval deLong = roc.interval(confidence);
        boolean few = Math.min(members.length, others.length) < FEW;
        return new Exposure(
                id,
                title,
                roc,
                few || !deLong.defined() ? roc.scoreInterval(confidence) : deLong,
                Quantiles.median(members),
                Quantiles.median(others));
    }

    /// Whether members are told from others certainly better than a limit.
    boolean exceeds(double auc) {
        return interval.lower() > auc;
    }
}
