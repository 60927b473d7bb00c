package org.counterpoise.engine.audit.missingness;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whether values are missing more often in some groups than in others.
public final class MissingnessAudit implements Audit<MissingnessSettings> {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "missingness",
                "Missingness by group",
                "Whose values are missing?",
                "Compares, for every column with gaps, the share of missing values between"
                        + " protected groups and their crossings: chi-square tests adjusted over"
                        + " all of them, and the widest difference with its interval.",
                "Before incomplete rows are dropped or gaps are filled in.",
                List.of(
                        "every column, every attribute, one level of false alarms over all",
                        "small groups are put together, so that none is singled out",
                        "shows how much of each group is lost when incomplete rows are dropped"),
                List.of(
                        "can show that values are not missing completely at random; cannot show"
                                + " that they are",
                        "missing by group is not yet missing by value: what was not measured is not"
                                + " seen",
                        "rows are taken as independent people"),
                "Rubin, Inference and Missing Data, Biometrika 63:581 (1976),"
                        + " doi:10.1093/biomet/63.3.581; Newcombe, Stat Med 17:873 (1998),"
                        + " doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I");
    }

    @Override
    public MissingnessSettings defaults() {
        return new MissingnessSettings(5, 0.05, 2, 10, 0.95);
    }

    /// 2: small groups that are too few even together are not compared.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Subgroups.applicability(input.data());
    }

    @Override
    public Assessment run(
            AuditInput input, MissingnessSettings settings, long seed, Progress progress) {
        Dataset data = input.data();
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress.part(0, 0.2));
        List<Strata> strata = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            strata.add(Strata.of(grouping, settings.smallestGroup()));
        }
        List<Gaps> all = new ArrayList<>();
        List<Gaps> incomplete = new ArrayList<>();
        boolean[] any = new boolean[data.rows()];
        List<ColumnInfo> columns = data.schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            progress.report(0.2 + 0.7 * i / columns.size(), "Counting gaps");
            progress.check();
            boolean[] missing = missing(data.column(i), any, columns.get(i));
            if (missing.length > 0) {
                measure(columns.get(i), missing, strata, settings, progress, all);
            }
        }
        for (Strata groups : strata) {
            progress.check();
            incomplete.add(Gaps.of(columns.getFirst(), any, groups, settings.smallestGroup()));
        }
        double[] adjusted =
                Multiplicity.holm(all.stream().mapToDouble(g -> g.test().p()).toArray());
        MissingnessFindings findings = new MissingnessFindings(data, settings, all, adjusted);
        List<Finding> told = new ArrayList<>(findings.byColumn());
        told.addAll(findings.completeness(incomplete));
        List<String> notes = new ArrayList<>(subgroups.notes());
        notes.add(
                "Missing values are compared by chi-square tests, adjusted by Holm over all "
                        + all.size()
                        + " columns by attributes and crossings; groups under "
                        + settings.smallestGroup()
                        + " rows are put together, and left out if that makes fewer still.");
        return new Assessment(
                card().id(),
                "Missing values in " + data.name(),
                told,
                metrics(findings, all, adjusted, incomplete),
                notes);
    }

    /// Whether each row lacks the column; empty if none does or the column is left out.
    private static boolean[] missing(Column column, boolean[] any, ColumnInfo info) {
        if (info.role() == Role.IGNORED) {
            return new boolean[0];
        }
        boolean[] missing = new boolean[any.length];
        boolean some = false;
        for (int row = 0; row < missing.length; row++) {
            missing[row] = column.missing(row);
            some |= missing[row];
            any[row] |= missing[row];
        }
        return some ? missing : new boolean[0];
    }

    private static void measure(
            ColumnInfo column,
            boolean[] missing,
            List<Strata> strata,
            MissingnessSettings settings,
            Progress progress,
            List<Gaps> all) {
        for (Strata groups : strata) {
            progress.check();
            // A group is known by its attribute: of that attribute nothing is missing in it.
            if (!groups.grouping().columns().contains(column.name())) {
                all.add(Gaps.of(column, missing, groups, settings.smallestGroup()));
            }
        }
    }

    private static TreeMap<String, Double> metrics(
            MissingnessFindings findings,
            List<Gaps> all,
            double[] adjusted,
            List<Gaps> incomplete) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            Gaps gaps = all.get(i);
            String name = "missingness/" + gaps.column().name() + "/" + gaps.strata().id() + "/";
            for (int g = 0; g < gaps.groups().size(); g++) {
                metrics.put(
                        name + gaps.groups().get(g).replace(", ", ",") + "/share",
                        gaps.shares().get(g).value());
            }
            metrics.put(name + "max-gap", gaps.gap());
            metrics.put(name + "p", gaps.test().p());
            metrics.put(name + "adjusted-p", adjusted[i]);
        }
        for (Gaps gaps : incomplete) {
            for (int g = 0; g < gaps.groups().size(); g++) {
                metrics.put(
                        "missingness/incomplete/"
                                + gaps.strata().id()
                                + "/"
                                + gaps.groups().get(g).replace(", ", ",")
                                + "/share",
                        gaps.shares().get(g).value());
            }
        }
        metrics.put("missingness/flagged", (double) findings.flagged());
        return metrics;
    }
}
