package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A prediction, a score or a cross-validated model, judged in every protected group.
public final class PerformanceAudit implements Audit<PerformanceSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "performance",
                "Subgroup performance",
                "For whom does the prediction work, and for whom does it fail?",
                "Computes error rates, predictive values, F1, AUC, Brier score and calibration in"
                        + " every protected group and crossing, with intervals, and compares them"
                        + " with a reference group. Judges a marked prediction or score, or a model"
                        + " trained here by cross-validation.",
                "When there is an outcome, before a model is used and after data was added.",
                List.of(
                        "every rate with its numerator, denominator and interval",
                        "permutation tests of the largest gaps, adjusted for their number",
                        "undefined rates are shown as undefined, never as 0"),
                List.of(
                        "takes the recorded outcome for the truth: a biased label hides a biased"
                                + " model",
                        "small groups have wide intervals and are not flagged",
                        "rows are taken as independent and are not weighted"),
                "Hardt, Price and Srebro, Equality of Opportunity in Supervised Learning, NeurIPS"
                        + " (2016), arXiv:1610.02413; Newcombe, Stat Med 17:873 (1998); DeLong,"
                        + " DeLong and Clarke-Pearson, Biometrics 44:837 (1988),"
                        + " doi:10.2307/2531595; Holm, Scand J Stat 6:65 (1979)");
    }

    @Override
    public PerformanceSettings defaults() {
        return new PerformanceSettings(
                PerformanceSettings.Model.AUTO, 5, 0.5, List.of(), 5, 10, 0.8, 10, 2, 1000, 0.95);
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return input.data().schema().outcome().isEmpty()
                ? Applicability.missing(
                        "Mark a column as the outcome in the data step: what is, or was, to be"
                                + " predicted.")
                : Subgroups.applicability(input.data());
    }

    @Override
    public Assessment run(
            AuditInput input, PerformanceSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress);
        requireReferences(subgroups, settings.reference());
        Judged judged = Judged.of(data, settings, seed, progress.part(0, 0.6));
        List<String> notes = new ArrayList<>(judged.notes());
        notes.addAll(subgroups.notes());
        Progress measuring = progress.part(0.6, 0.8);
        GroupResult overall = GroupResults.overall(judged, settings, measuring);
        List<GroupResults> all = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            all.add(GroupResults.of(grouping, judged, settings, measuring));
        }
        GapTests tests =
                GapTests.of(
                        all,
                        settings.permutations(),
                        Streams.derive(seed, "permutations"),
                        progress.part(0.8, 1));
        List<Finding> findings = new ArrayList<>();
        findings.add(overall(judged, overall));
        for (GroupResults results : all) {
            findings.addAll(PerformanceFindings.of(data, judged, results, settings, tests));
        }
        noteMethods(settings, notes);
        return new Assessment(
                card().id(),
                "Performance by group in " + data.name(),
                findings,
                PerformanceMetrics.of(overall, all, tests),
                notes);
    }

    private static void requireReferences(Subgroups subgroups, List<String> references) {
        List<String> keys = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            if (grouping.columns().size() == 1) {
                grouping.groups().forEach(group -> keys.add(group.key()));
            }
        }
        for (String reference : references) {
            if (!keys.contains(reference)) {
                throw new UserProblem(
                        "There is no group \"" + reference + "\" to be the reference.",
                        "setting reference",
                        "Use one of: "
                                + String.join("; ", keys.subList(0, Math.min(20, keys.size())))
                                + ".");
            }
        }
    }

    private static void noteMethods(PerformanceSettings settings, List<String> notes) {
        notes.add(
                "Intervals are "
                        + NumberText.short3(settings.confidence() * 100)
                        + "%: Wilson for rates, DeLong on the logit scale for AUC, Wilson of"
                        + " TP/(TP+FP+FN) carried over to F1, Newcombe for differences of rates.");
        notes.add(
                "Gaps are tested by "
                        + NumberText.count(settings.permutations())
                        + " permutations of group labels (among rows with the same outcome for"
                        + " error rates and F1, with the same decision for predictive values), and"
                        + " p-values are adjusted by Holm over all metrics, attributes and"
                        + " crossings.");
    }

    private static Finding overall(Judged judged, GroupResult result) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Estimate> entry : result.estimates().entrySet()) {
            Estimate e = entry.getValue();
            rows.add(
                    List.of(
                            entry.getKey(),
                            Evidence.cell(e.value(), e.n()),
                            Evidence.cell(e.interval().lower(), e.n()),
                            Evidence.cell(e.interval().upper(), e.n()),
                            e.count(),
                            e.n()));
        }
        Estimate found = result.estimate(RateMetric.TPR);
        Estimate right = result.estimate(RateMetric.PPV);
        return new Finding(
                "overall",
                Severity.NOTE,
                judged.subject()
                        + " finds "
                        + share(found)
                        + " of "
                        + judged.outcome().column()
                        + " = "
                        + judged.outcome().positive()
                        + ", and is right in "
                        + share(right)
                        + " of its positive decisions.",
                judged.description(),
                Optional.of(
                        Measure.of(
                                RateMetric.BALANCED_ACCURACY.title(),
                                result.estimate(RateMetric.BALANCED_ACCURACY).value(),
                                result.estimate(RateMetric.BALANCED_ACCURACY).interval(),
                                result.confusion().n())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Performance overall",
                        List.of("metric", "value", "lower", "upper", "count", "n"),
                        rows),
                List.of());
    }

    private static String share(Estimate estimate) {
        return estimate.defined()
                ? NumberText.percent(estimate.value())
                : NumberText.undefined(estimate.n());
    }
}
