package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which biases of the source the synthetic table strengthens.
final class BiasFindings {
    private final SourceBias bias;
    private final FairnessSettings settings;
    private final String outcome;

    BiasFindings(SourceBias bias, FairnessSettings settings, String outcome) {
        this.bias = bias;
        this.settings = settings;
        this.outcome = outcome;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                finding(
                        "representation",
                        bias.shares(),
                        "share",
                        "These groups are rarer among synthetic rows than in the source: ",
                        "No group is certainly lost among synthetic rows.",
                        "A group is named if its share certainly fell, to less than "
                                + settings.shareRatio()
                                + " of what it was, and not towards the target population.",
                        Verdicts.threshold(
                                settings.shareRatio(),
                                FairnessSettings.DEFAULTS.shareRatio(),
                                "ratio of shares of at least " + settings.shareRatio(),
                                "ours: the four-fifths rule"),
                        Remedy.of("Plan how many rows each group gets", Action.GENERATE)));
        findings.add(
                finding(
                        "label-association",
                        bias.labels(),
                        "difference of outcome rates",
                        "The synthetic data ties \""
                                + outcome
                                + "\" more closely to these groups: ",
                        "The synthetic data does not certainly tie \""
                                + outcome
                                + "\" more closely to any group.",
                        "The share of positive outcomes in the group less that in the largest group"
                                + " of its attribute. Named if the difference certainly grew, by"
                                + " more than "
                                + settings.labelMargin()
                                + ".",
                        Verdicts.threshold(
                                settings.labelMargin(),
                                FairnessSettings.DEFAULTS.labelMargin(),
                                "grows by at most " + settings.labelMargin(),
                                "ours"),
                        Remedy.of("Try another synthesizer or setting", Action.GENERATE)));
        if (!bias.proxies().isEmpty()) {
            findings.add(
                    finding(
                            "proxies",
                            bias.proxies(),
                            "AUC of guessing the group",
                            "Other columns give these groups away more in the synthetic data: ",
                            "Other columns do not certainly give any group away more in the"
                                    + " synthetic data.",
                            "The cross-validated AUC of guessing the group from columns that are"
                                    + " neither protected nor the outcome; 0.5 is chance. Named if"
                                    + " it certainly grew, by more than "
                                    + settings.proxyMargin()
                                    + ".",
                            Verdicts.threshold(
                                    settings.proxyMargin(),
                                    FairnessSettings.DEFAULTS.proxyMargin(),
                                    "grows by at most " + settings.proxyMargin(),
                                    "ours"),
                            Remedy.of("See which columns carry it", Action.AUDIT)));
        }
        return findings;
    }

    private static Finding finding(
            String id,
            List<Change> changes,
            String what,
            String bad,
            String good,
            String explanation,
            Threshold threshold,
            Remedy remedy) {
        List<Change> flagged = changes.stream().filter(Change::flagged).toList();
        return new Finding(
                id,
                flagged.isEmpty() ? Severity.OK : Severity.WARNING,
                flagged.isEmpty()
                        ? good
                        : bad
                                + flagged.stream()
                                        .map(Change::key)
                                        .collect(Collectors.joining(", "))
                                + ".",
                explanation + " Intervals hold for all groups together.",
                Optional.empty(),
                Optional.of(threshold),
                flagged.isEmpty() ? List.of() : List.of(remedy),
                table(changes, what),
                List.of(figure(changes, what)));
    }

    private static Evidence table(List<Change> changes, String what) {
        List<List<Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            long n = change.n();
            rows.add(
                    List.of(
                            change.key(),
                            n,
                            Evidence.cell(change.source(), n),
                            Evidence.cell(change.synthetic(), n),
                            Double.isNaN(change.target()) ? "not known" : (Object) change.target(),
                            Evidence.cell(change.synthetic() - change.source(), n),
                            Evidence.cell(change.change().lower(), n),
                            Evidence.cell(change.change().upper(), n)));
        }
        return new Evidence(
                capital(what) + " in source, synthetic table and target population",
                List.of(
                        "group",
                        "synthetic rows",
                        "source",
                        "synthetic",
                        "target",
                        "change",
                        "lower",
                        "upper"),
                rows);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Figure figure(List<Change> changes, String what) {
        return new Figure.Intervals(
                capital(what) + ": synthetic less source",
                "One interval per group, all holding together; at 0 nothing changed.",
                "synthetic less source",
                false,
                changes.stream()
                        .map(
                                change ->
                                        new Figure.Intervals.Row(
                                                change.key(),
                                                change.synthetic() - change.source(),
                                                change.change().lower(),
                                                change.change().upper(),
                                                change.n(),
                                                change.flagged()))
                        .toList(),
                Optional.of(new Figure.Intervals.Reference(0, "unchanged")),
                Optional.empty());
    }

    /// All of it in one table: source against synthetic against target.
    Finding amplification(GroupFindings groups) {
        List<List<Object>> rows = new ArrayList<>();
        for (SourceGroups attribute : bias.attributes()) {
            rows.add(
                    row(
                            attribute.name(),
                            "distance of shares to the target (total variation)",
                            attribute.distanceToTarget(false),
                            attribute.distanceToTarget(true),
                            attribute.targets().length == 0 ? Double.NaN : 0));
        }
        for (Change change : bias.labels()) {
            rows.add(
                    row(
                            change.key(),
                            "difference of outcome rates",
                            change.source(),
                            change.synthetic(),
                            change.target()));
        }
        for (Change change : bias.proxies()) {
            rows.add(
                    row(
                            change.key(),
                            "AUC of guessing the group",
                            change.source(),
                            change.synthetic(),
                            Double.NaN));
        }
        groups.byAttribute()
                .forEach(
                        (column, judged) -> {
                            for (GroupGap gap : GroupGap.values()) {
                                rows.add(
                                        row(
                                                column,
                                                gap.title() + " of the model",
                                                gap.of(judged, Source.REAL),
                                                gap.of(judged, Source.SYNTHETIC),
                                                Double.NaN));
                            }
                        });
        long stronger = rows.stream().filter(row -> row.get(5).equals("larger")).count();
        return new Finding(
                "amplification",
                Severity.NOTE,
                "Bias of the source, the synthetic table and the target population side by side.",
                stronger
                        + " of "
                        + rows.size()
                        + " measures are larger in the synthetic table than in the source. Half of"
                        + " them would be by chance alone; which changes are certain is in the other"
                        + " findings.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Bias by measure",
                        List.of("of", "measure", "source", "synthetic", "target", "size"),
                        rows),
                List.of());
    }

    private static List<Object> row(
            String of, String measure, double source, double synthetic, double target) {
        return List.of(
                of,
                measure,
                Double.isNaN(source) ? "not known" : (Object) source,
                Double.isNaN(synthetic) ? "not known" : (Object) synthetic,
                Double.isNaN(target) ? "not known" : (Object) target,
                Double.isNaN(source) || Double.isNaN(synthetic)
                        ? "not known"
                        : Math.abs(synthetic) > Math.abs(source) ? "larger" : "not larger");
    }
}
