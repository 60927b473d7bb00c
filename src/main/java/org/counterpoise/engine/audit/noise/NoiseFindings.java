package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.ConfidentJoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said about label noise.
record NoiseFindings(Dataset data, NoiseStudy study, NoiseSettings settings) {

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        int from = 0;
        for (NoiseStudy.ByAttribute by : study.attributes()) {
            all.add(groups(by, from));
            from += by.groups().size();
        }
        all.add(overall());
        return all;
    }

    private String label() {
        return study.given().column().title();
    }

    // ---- groups -----------------------------------------------------------------------------

    private Finding groups(NoiseStudy.ByAttribute by, int from) {
        int worst = 0;
        for (int g = 1; g < by.groups().size(); g++) {
            double so = by.groups().get(worst).comparison().z();
            double z = by.groups().get(g).comparison().z();
            worst = Double.isNaN(so) || z > so ? g : worst;
        }
        NoiseStudy.Group group = by.groups().get(worst);
        double adjusted = study.adjusted()[from + worst];
        boolean named = adjusted < settings.level() && group.comparison().z() > 0;
        String title = data.schema().column(by.column()).title();
        Interval interval = group.comparison().interval(settings.confidence());
        return new Finding(
                "noise/" + by.column(),
                named ? Severity.WARNING : Severity.OK,
                named
                        ? "Where "
                                + title
                                + " is "
                                + group.label()
                                + ", labels of "
                                + label()
                                + " disagree with the other columns "
                                + NumberText.points(group.comparison().difference())
                                + " more often than elsewhere."
                        : "Labels of "
                                + label()
                                + " disagree with the other columns as often in every group of "
                                + title
                                + ", but for chance.",
                named
                        ? "Only rows are compared of which the models say the same. Labels may be wrong"
                                + " more often in this group, or something that no column shows may"
                                + " set it apart; reviewing the suspects tells."
                        : "Only rows are compared of which the models say the same, and of which they"
                                + " are confident.",
                Optional.of(
                        Measure.of(
                                        "difference of the share of suspects",
                                        group.comparison().difference(),
                                        interval,
                                        group.confident())
                                .withTest("Mantel–Haenszel", group.comparison().p(), adjusted)),
                Optional.of(
                        new Threshold(
                                settings.level(),
                                "adjusted p of at least " + NumberText.short3(settings.level()),
                                "set by you")),
                named
                        ? List.of(
                                new Remedy(
                                        "Have labels of " + group.label() + " given again, blinded",
                                        Remedy.Action.COLLECT,
                                        List.of(study.given().column().name()),
                                        Map.of(by.column(), group.label())))
                        : List.of(),
                table(by, from, title),
                List.of(excess(by, title)));
    }

    private Evidence table(NoiseStudy.ByAttribute by, int from, String title) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int g = 0; g < by.groups().size(); g++) {
            NoiseStudy.Group group = by.groups().get(g);
            Interval interval = group.comparison().interval(settings.confidence());
            rows.add(
                    List.of(
                            group.label(),
                            group.n(),
                            group.confident(),
                            group.suspects(),
                            Evidence.cell(ConfidentJoint.noise(group.joint()), group.n()),
                            Evidence.cell(group.comparison().difference(), group.confident()),
                            Evidence.cell(interval.lower(), group.confident()),
                            Evidence.cell(interval.upper(), group.confident()),
                            Evidence.cell(study.adjusted()[from + g], group.confident())));
            cells.add(Map.of(by.column(), group.label()));
        }
        return new Evidence(
                "Labels that disagree by " + title,
                List.of(
                        title,
                        "labelled",
                        "models confident",
                        "suspects",
                        "estimated noise",
                        "suspects beyond others",
                        "lower",
                        "upper",
                        "adjusted p"),
                rows,
                cells);
    }

    private Figure excess(NoiseStudy.ByAttribute by, String title) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (NoiseStudy.Group group : by.groups()) {
            Interval interval = group.comparison().interval(settings.confidence());
            rows.add(
                    new Figure.Intervals.Row(
                            group.label(),
                            group.comparison().difference(),
                            interval.lower(),
                            interval.upper(),
                            group.confident(),
                            false));
        }
        return new Figure.Intervals(
                "Suspect labels by " + title,
                "How much more often labels of each group disagree with what the models are confident"
                        + " of than those of other rows of which they say the same.",
                "suspects beyond others",
                true,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "as others")),
                Optional.empty());
    }

    // ---- all rows ---------------------------------------------------------------------------

    private Finding overall() {
        double noise = ConfidentJoint.noise(study.joint());
        int suspects = study.suspects().length;
        return new Finding(
                "suspects",
                Severity.NOTE,
                suspects == 0
                        ? "No label of " + label() + " looks wrong."
                        : NumberText.count(suspects)
                                + (suspects == 1 ? " label of " : " labels of ")
                                + label()
                                + (suspects == 1 ? " looks" : " look")
                                + " unlike what the other columns say.",
                "Confident learning estimates that "
                        + NumberText.percent(noise)
                        + " of labels differ from the latent ones, if what the columns do not show is"
                        + " taken for noise; the models predict with an AUC of "
                        + NumberText.short3(study.probabilities().auc().value())
                        + ", and the lower that is, the more of these are no errors.",
                Optional.of(Measure.of("estimated label noise", noise, study.given().labelled())),
                Optional.empty(),
                suspects == 0
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Review the rows listed, blinded to the group",
                                        Remedy.Action.COLLECT,
                                        study.given().column().name())),
                review(),
                List.of(joint()));
    }

    private Evidence review() {
        int shown = Math.min(settings.suspects(), study.suspects().length);
        List<String> head = new ArrayList<>(List.of("row", "given", "suggested"));
        head.addAll(List.of("probability of given", "of suggested"));
        study.attributes().forEach(by -> head.add(data.schema().column(by.column()).title()));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int row = study.suspects()[i];
            int own = study.given().codes()[row];
            int other = study.confident().suggested()[row];
            List<Object> cells =
                    new ArrayList<>(
                            List.of(
                                    row + 1,
                                    study.given().classes().get(own),
                                    study.given().classes().get(other),
                                    study.probabilities().byRow()[row][own],
                                    study.probabilities().byRow()[row][other]));
            for (NoiseStudy.ByAttribute by : study.attributes()) {
                int group = by.grouping().codes()[row];
                cells.add(group < 0 ? "missing" : by.grouping().groups().get(group).label());
            }
            rows.add(cells);
        }
        return new Evidence(
                "Rows to review, the least likely labels first"
                        + (shown < study.suspects().length
                                ? "; " + shown + " of " + NumberText.count(study.suspects().length)
                                : ""),
                head,
                rows);
    }

    private Figure joint() {
        return new Figure.Heatmap(
                "Given and latent labels",
                "Each row is a label given, each column a label that it may stand for; the shares of"
                        + " all labels add up to 1, and those off the diagonal are taken for noise.",
                "given (rows), latent (columns)",
                study.given().classes(),
                study.given().classes(),
                study.joint(),
                0,
                1,
                false);
    }
}
