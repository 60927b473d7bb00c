package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.AgreementLimits;
import org.counterpoise.engine.stats.BlandAltman;
import org.counterpoise.engine.stats.DemingLine;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.PassingBablok;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Whether two ways to measure the same thing agree well enough to stand in for each other.
public final class AgreementAudit implements Audit<AgreementSettings> {
    private static final int MOST_COLUMNS = 6;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "agreement",
                "Agreement of measurements",
                "Do two methods, or two raters, measure the same?",
                "Compares every two columns marked as measurements: bias and limits of agreement with"
                        + " intervals, whether either changes with the size of what is measured, and"
                        + " whether it differs between groups.",
                "Before one method, rater or machine stands in for another.",
                List.of(
                        "tells how far apart two measurements of one person can be, in their unit",
                        "intervals of the limits are exact where differences are normal; quantiles"
                                + " with intervals where they are not",
                        "several rows of one person, and lines of Deming and of Passing and Bablok",
                        "a verdict against the difference that you say would not matter"),
                List.of(
                        "limits of agreement hold if differences are normal, which is tested; else"
                                + " quantiles are told",
                        "rows are taken as different people unless an identifier says that they are"
                                + " of the same",
                        "a high correlation is not agreement, and none is computed"),
                "Bland and Altman 1986, doi:10.1016/S0140-6736(86)90837-8; 1999,"
                        + " doi:10.1177/096228029900800204; 2007, doi:10.1080/10543400701329422; Carkeet 2015,"
                        + " doi:10.1097/OPX.0000000000000513; Lin 1989, doi:10.2307/2532051");
    }

    @Override
    public AgreementSettings defaults() {
        return new AgreementSettings(
                0,
                false,
                1.96,
                BlandAltman.Limits.EXACT,
                0.05,
                10,
                0.95,
                AgreementSettings.Repeats.LINKED,
                1);
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return measurements(input.data()).size() < 2
                ? Applicability.missing(
                        "Mark at least two columns of numbers as measurements of the same thing in"
                                + " the data step.")
                : Applicability.READY;
    }

    static List<ColumnInfo> measurements(Dataset data) {
        return data.schema().withRole(Role.MEASUREMENT).stream()
                .filter(info -> data.column(info.name()) instanceof Column.Numbers)
                .toList();
    }

    @Override
    public Assessment run(
            AuditInput input, AgreementSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        Applicability applicability = applicability(input);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "There are no two measurements to compare.",
                    data.name(),
                    applicability.reason());
        }
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        List<String> notes = new ArrayList<>();
        List<Grouping> groupings = groupings(data, notes, progress.part(0, 0.2));
        List<PairStudy> studies = studies(data, groupings, settings, notes, progress);
        double[] adjusted =
                Multiplicity.holm(
                        studies.stream()
                                .flatMap(study -> PairTests.of(study).stream())
                                .mapToDouble(PairTests.Named::p)
                                .toArray());
        List<Finding> findings = new ArrayList<>();
        TreeMap<String, Double> metrics = new TreeMap<>();
        int from = 0;
        for (PairStudy study : studies) {
            progress.check();
            PairTests tests = PairTests.adjusted(study, adjusted, from);
            from += tests.size();
            findings.addAll(new PairFindings(study, tests, settings, studies.size() > 1).all());
            metrics(study, settings, studies.size() > 1, metrics);
        }
        notes.add(
                "P-values are adjusted by Holm over all "
                        + adjusted.length
                        + " tests of bias, slope, spread and groups.");
        return new Assessment(
                card().id(),
                "Agreement of measurements in " + data.name(),
                findings,
                metrics,
                notes);
    }

    private static List<PairStudy> studies(
            Dataset data,
            List<Grouping> groupings,
            AgreementSettings settings,
            List<String> notes,
            Progress progress) {
        List<ColumnInfo> columns = measurements(data);
        if (columns.size() > MOST_COLUMNS) {
            notes.add("Only the first " + MOST_COLUMNS + " measurements were compared.");
            columns = columns.subList(0, MOST_COLUMNS);
        }
        int[] subjects = subjects(data, settings);
        List<PairStudy> studies = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                progress.report(0.2 + 0.7 * i / columns.size(), "Comparing measurements");
                progress.check();
                Pairs pairs =
                        Pairs.of(data, columns.get(i), columns.get(j), settings.ratio(), subjects);
                if (pairs.unusable() > 0) {
                    notes.add(
                            pairs.unusable()
                                    + " pairs of "
                                    + pairs.title()
                                    + " were left out, as a ratio needs values above 0.");
                }
                if (pairs.repeated()) {
                    notes.add(
                            pairs.title()
                                    + ": "
                                    + pairs.n()
                                    + " pairs of "
                                    + pairs.subjects()
                                    + " subjects; tests, concordance and lines rest on the mean of"
                                    + " each subject.");
                }
                if (pairs.n() > 0) {
                    studies.add(PairStudy.of(pairs, groupings, settings, progress));
                }
            }
        }
        if (studies.isEmpty()) {
            throw new UserProblem(
                    "No row has two measurements.",
                    data.name(),
                    "Choose rows in which both are present"
                            + (settings.ratio() ? " and above 0." : "."));
        }
        return studies;
    }

    /// The subject of each row: its identifier's, if that says that rows belong together.
    static int[] subjects(Dataset data, AgreementSettings settings) {
        List<String> identifiers = data.schema().namesWithRole(Role.IDENTIFIER);
        return settings.repeats() == AgreementSettings.Repeats.APART || identifiers.isEmpty()
                ? IntStream.range(0, data.rows()).toArray()
                : Grouping.of(data, identifiers.subList(0, 1)).codes();
    }

    /// By single attributes, if any can define groups.
    static List<Grouping> groupings(Dataset data, List<String> notes, Progress progress) {
        if (!Subgroups.applicability(data).ready()) {
            return List.of();
        }
        try {
            Subgroups subgroups = Subgroups.of(data, 1, progress);
            notes.addAll(subgroups.notes());
            return subgroups.groupings().stream().filter(g -> g.columns().size() == 1).toList();
        } catch (UserProblem problem) {
            notes.add("Groups were not compared: " + problem.what());
            return List.of();
        }
    }

    private static void metrics(
            PairStudy study,
            AgreementSettings settings,
            boolean several,
            TreeMap<String, Double> metrics) {
        Pairs pairs = study.pairs();
        String name =
                "agreement/"
                        + (several ? pairs.first().name() + "," + pairs.second().name() + "/" : "");
        AgreementLimits limits = study.limits();
        put(
                metrics,
                name + "bias",
                pairs.told(limits.bias()),
                pairs,
                limits.biasInterval(settings.confidence()));
        put(
                metrics,
                name + "limit/lower",
                pairs.told(limits.lower()),
                pairs,
                limits.lowerInterval(settings.confidence(), settings.limits()));
        put(
                metrics,
                name + "limit/upper",
                pairs.told(limits.upper()),
                pairs,
                limits.upperInterval(settings.confidence(), settings.limits()));
        metrics.put(name + "n", (double) pairs.n());
        metrics.put(name + "sd", limits.deviation());
        metrics.put(name + "slope", study.trend().slope());
        metrics.put(name + "slope/p", study.trend().p());
        metrics.put(name + "spread/p", study.spread().p());
        metrics.put(name + "normality/p", study.normality().p());
        metrics.put(name + "concordance", study.concordance().value());
        metrics.put(name + "concordance/lower", study.concordance().interval().lower());
        metrics.put(name + "concordance/upper", study.concordance().interval().upper());
        metrics.put(name + "subjects", (double) pairs.subjects());
        study.quantiles()
                .ifPresent(
                        q -> {
                            put(
                                    metrics,
                                    name + "quantile/lower",
                                    pairs.told(q.lower()),
                                    pairs,
                                    q.lowerInterval());
                            put(
                                    metrics,
                                    name + "quantile/upper",
                                    pairs.told(q.upper()),
                                    pairs,
                                    q.upperInterval());
                        });
        DemingLine deming = study.deming();
        line(metrics, name + "deming/slope", deming.slope(), deming.slopeInterval());
        line(metrics, name + "deming/intercept", deming.intercept(), deming.interceptInterval());
        PassingBablok robust = study.passingBablok();
        line(metrics, name + "passing-bablok/slope", robust.slope(), robust.slopeInterval());
        line(
                metrics,
                name + "passing-bablok/intercept",
                robust.intercept(),
                robust.interceptInterval());
        for (PairStudy.ByGroup by : study.groups()) {
            String column = by.grouping().columns().getFirst();
            metrics.put(name + "bias/" + column + "/p", by.bias().p());
            metrics.put(name + "spread/" + column + "/p", by.spread().p());
            for (int g = 0; g < by.labels().size(); g++) {
                String group = name + "%s/" + column + "=" + by.labels().get(g);
                AgreementLimits one = by.limits().get(g);
                metrics.put(group.formatted("bias"), pairs.told(one.bias()));
                metrics.put(group.formatted("limit/lower"), pairs.told(one.lower()));
                metrics.put(group.formatted("limit/upper"), pairs.told(one.upper()));
            }
        }
    }

    private static void line(
            TreeMap<String, Double> metrics, String name, double value, Interval interval) {
        metrics.put(name, value);
        metrics.put(name + "/lower", interval.lower());
        metrics.put(name + "/upper", interval.upper());
    }

    private static void put(
            TreeMap<String, Double> metrics,
            String name,
            double value,
            Pairs pairs,
            Interval interval) {
        metrics.put(name, value);
        metrics.put(name + "/lower", pairs.told(interval.lower()));
        metrics.put(name + "/upper", pairs.told(interval.upper()));
    }
}
