package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.Roc;

/// What one way of telling members from others came to.
///
/// @param id stable, as in the names of metrics
/// @param title for people
/// @param roc members against others
/// @param interval of the area under the curve
/// @param p one-sided, that members score no higher than others
/// @param recognised members found at few false alarms
record MembershipAttack(
        String id, String title, Roc roc, Interval interval, double p, RecognisedRate recognised) {
    /// The false positive rate at which members are counted.
    static final double RATE = 0.01;

    /// @param members scores, higher for the more likely member
    static MembershipAttack of(
            String id, String title, double[] members, double[] others, double confidence) {
        byte[] member = new byte[members.length + others.length];
        double[] scores = new double[member.length];
        for (int i = 0; i < scores.length; i++) {
            member[i] = (byte) (i < members.length ? 1 : 0);
            scores[i] = i < members.length ? members[i] : others[i - members.length];
        }
        Roc roc = Roc.of(member, scores);
        Interval deLong = roc.interval(confidence);
        return new MembershipAttack(
                id,
                title,
                roc,
                deLong.defined() ? deLong : roc.scoreInterval(confidence),
                chance(roc),
                RecognisedRate.of(members, others, RATE, confidence));
    }

    /// By the normal approximation of Mann and Whitney's U without ties, which is conservative with
    /// them.
    private static double chance(Roc roc) {
        double m = roc.positives();
        double n = roc.negatives();
        return 1 - Normal.below((roc.auc() - 0.5) / Math.sqrt((m + n + 1) / (12 * m * n)));
    }
}
