package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.engine.finding.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pairs behind a finding on agreement, row by row: what can be looked at closely.
///
/// @param title "wright − mini"
/// @param first what is measured
/// @param second what it is held against
/// @param ratio whether means and differences are of logarithms
/// @param rows position of each pair in the dataset
/// @param means of each pair
/// @param differences first minus second
/// @param lines as the finding draws them, or bias and limits if it draws none
/// @param groupings by each protected attribute; none if no attribute can define groups
/// @param about the position of the grouping that the finding is about, −1 for none
public record PairedRows(
        String title,
        String first,
        String second,
        String meanLabel,
        String differenceLabel,
        boolean ratio,
        int[] rows,
        double[] means,
        double[] differences,
        List<Agreement.Line> lines,
        List<Grouping> groupings,
        int about) {

    public PairedRows {
        lines = List.copyOf(lines);
        groupings = List.copyOf(groupings);
    }

    /// The pairs as an audit with these settings saw them.
    ///
    /// @return empty if the finding is not on the differences of pairs, or the data have no pairs
    ///     of its measurements
    public static Optional<PairedRows> of(
            Dataset data, AgreementSettings settings, Finding finding, Progress progress) {
        List<ColumnInfo> columns = AgreementAudit.measurements(data);
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                String prefix = columns.get(i).name() + "," + columns.get(j).name() + "/";
                boolean named = finding.id().startsWith(prefix);
                if (named || columns.size() == 2) {
                    String kind = named ? finding.id().substring(prefix.length()) : finding.id();
                    return ofPairs(
                            data,
                            columns.get(i),
                            columns.get(j),
                            settings,
                            finding,
                            kind,
                            progress);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PairedRows> ofPairs(
            Dataset data,
            ColumnInfo first,
            ColumnInfo second,
            AgreementSettings settings,
            Finding finding,
            String kind,
            Progress progress) {
        if (!concerns(kind)) {
            return Optional.empty();
        }
        Pairs pairs =
                Pairs.of(
                        data,
                        first,
                        second,
                        settings.ratio(),
                        AgreementAudit.subjects(data, settings));
        progress.check();
        if (pairs.n() == 0) {
            return Optional.empty();
        }
        List<Grouping> groupings = AgreementAudit.groupings(data, new ArrayList<>(), progress);
        List<Agreement.Line> drawn =
                finding.figures().stream()
                        .filter(Agreement.class::isInstance)
                        .findFirst()
                        .map(figure -> ((Agreement) figure).lines())
                        .orElseGet(
                                () ->
                                        AgreementFigures.levels(
                                                pairs,
                                                PairStudy.limits(pairs, settings),
                                                settings));
        return Optional.of(
                new PairedRows(
                        pairs.title(),
                        first.title(),
                        second.title(),
                        pairs.meanLabel(),
                        pairs.differenceLabel(),
                        settings.ratio(),
                        pairs.rows(),
                        pairs.means(),
                        pairs.differences(),
                        drawn,
                        groupings,
                        about(groupings, kind)));
    }

    /// Whether a finding of this audit is on the differences of pairs.
    public static boolean concerns(String findingId) {
        return ("/" + findingId).matches("(?s).*/(limits|trend|group/.*)");
    }

    private static int about(List<Grouping> groupings, String kind) {
        for (int i = 0; i < groupings.size(); i++) {
            if (kind.equals("group/" + groupings.get(i).columns().getFirst())) {
                return i;
            }
        }
        return -1;
    }

    /// The value of the first measurement, in its unit.
    public double firstOf(int pair) {
        return told(means[pair] + differences[pair] / 2);
    }

    /// The value of the second measurement, in its unit.
    public double secondOf(int pair) {
        return told(means[pair] - differences[pair] / 2);
    }

    private double told(double value) {
        return ratio ? Math.exp(value) : value;
    }
}
