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
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.List;

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
                        + " with a reference group, with everyone and with each other. Judges any"
                        + " number of marked predictions or scores of two or more classes, a"
                        + " quantity or a time to an event, or a model trained here by"
                        + " cross-validation.",
                "When there is an outcome, before a model is used and after data was added.",
                List.of(
                        "every rate with its numerator, denominator and interval",
                        "intervals and tests of the largest gaps that hold their level though the"
                                + " groups furthest apart were picked, adjusted for their number",
                        "the smallest gap that would have been found is said for every metric",
                        "undefined rates are shown as undefined, never as 0"),
                List.of(
                        "takes the recorded outcome for the truth: a biased label hides a biased"
                                + " model",
                        "small groups have wide intervals and are not flagged",
                        "rows are taken as independent and are not weighted"),
                "Hardt, Price and Srebro, Equality of Opportunity in Supervised Learning, NeurIPS"
                        + " (2016), arXiv:1610.02413; Newcombe, Stat Med 17:873 (1998); DeLong,"
                        + " DeLong and Clarke-Pearson, Biometrics 44:837 (1988),"
                        + " doi:10.2307/2531595; Kramer, Biometrics 12:307 (1956),"
                        + " doi:10.2307/3001469; Holm, Scand J Stat 6:65 (1979)");
    }

    /// 2: gaps are tested by the studentised range unless permutations are asked for. 3: intervals
    /// of means over rows use Student's t, those of AUC-PR, macro F1 and Harrell's C are the
    /// jackknife's on the logit scale. 4: boosted trees over bins.
    @Override
    public int version() {
        return 4;
    }

    @Override
    public PerformanceSettings defaults() {
        return new PerformanceSettings(
                PerformanceSettings.Model.AUTO,
                5,
                0.5,
                List.of(),
                List.of(),
                5,
                10,
                0.8,
                5,
                10,
                2,
                0,
                PerformanceSettings.Adjustment.HOLM,
                List.of(),
                0,
                0.95);
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
        Chosen chosen = Chosen.of(settings);
        List<Target> targets = Target.of(data, settings, seed, progress.part(0, 0.6));
        Progress measuring = progress.part(0.6, 0.8);
        List<Part> parts = new ArrayList<>();
        for (Target target : targets) {
            // The first has plain names, so that they do not change when a second is marked.
            String prefix = parts.isEmpty() ? "" : "by=" + target.name() + "/";
            parts.add(Part.of(prefix, target, subgroups, settings, chosen, measuring));
        }
        List<GroupResults> all = parts.stream().flatMap(part -> part.groups().stream()).toList();
        GapTests tests =
                GapTests.of(
                        all, settings, Streams.derive(seed, "permutations"), progress.part(0.8, 1));
        List<Finding> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        PerformanceMetrics metrics = new PerformanceMetrics(tests);
        for (Part part : parts) {
            notes.addAll(part.target().notes());
            findings.addAll(PerformanceFindings.of(data, part, settings, tests));
            metrics.add(part, FairnessMeasures.of(data, part, subgroups, settings));
        }
        notes.addAll(subgroups.notes());
        noteMethods(settings, notes);
        return new Assessment(
                card().id(),
                "Performance by group in " + data.name(),
                findings,
                metrics.sorted(),
                notes.stream().distinct().toList());
    }

    /// Everything measured of one prediction.
    ///
    /// @param overall everyone as one group
    /// @param groups one per attribute or crossing
    record Part(String prefix, Target target, GroupResult overall, List<GroupResults> groups) {

        static Part of(
                String prefix,
                Target target,
                Subgroups subgroups,
                PerformanceSettings settings,
                Chosen chosen,
                Progress progress) {
            int rows = subgroups.groupings().getFirst().codes().length;
            GroupResult overall =
                    target.measure(List.of(), new int[rows], 1, chosen, progress).getFirst();
            List<GroupResults> groups =
                    subgroups.groupings().stream()
                            .map(g -> GroupResults.of(prefix, g, target, settings, progress))
                            .toList();
            return new Part(prefix, target, overall, groups);
        }
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
                "The largest gap between any two groups of at least "
                        + NumberText.count(settings.smallestGroup())
                        + " rows has an interval and a test by the studentised range of pairs, which"
                        + " hold their level although the two were picked."
                        + (settings.permutations() > 0
                                ? " Gaps in rates are tested by "
                                        + NumberText.count(settings.permutations())
                                        + " permutations of group labels instead (among rows with"
                                        + " the same outcome for error rates and F1, with the same"
                                        + " decision for predictive values)."
                                : "")
                        + " P-values are adjusted by "
                        + settings.adjustment().title()
                        + " over all metrics, predictions, attributes and crossings.");
    }
}
