package org.counterpoise.workbench.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;

/// Offers to lock a part of the rows away before anything is fitted, or says that it is done.
final class HoldoutCard {
    static final double USUAL_SHARE = 0.2;
    static final long SEED = 20261123;

    private HoldoutCard() {}

    /// What a split would do.
    ///
    /// @param stratify outcome and protected columns
    /// @param identifier empty for none
    record Plan(double share, List<String> stratify, String identifier) {

        static Plan usual(Dataset data) {
            List<String> stratify = new ArrayList<>(data.schema().namesWithRole(Role.OUTCOME));
            data.schema().withRole(Role.PROTECTED).stream()
                    .filter(Plan::groups)
                    .map(ColumnInfo::name)
                    .forEach(stratify::add);
            return new Plan(
                    USUAL_SHARE,
                    stratify,
                    data.schema().namesWithRole(Role.IDENTIFIER).stream().findFirst().orElse(""));
        }

        /// Whether a column sorts people into a few groups: levels or bands, not a plain number.
        private static boolean groups(ColumnInfo info) {
            return info.type().coded() || info.binning().isPresent();
        }

        int held(int rows) {
            return (int) Math.round(rows * share);
        }

        String sentence() {
            String by = stratify.isEmpty() ? "at random" : "by " + String.join(" × ", stratify);
            String together =
                    identifier.isEmpty()
                            ? ""
                            : " All rows of one " + identifier + " stay together.";
            return NumberText.fixed(share * 100, 0)
                    + " % kept apart, "
                    + by
                    + ". Nothing is ever fitted on it."
                    + together;
        }
    }

    static Card of(DataModel model, Dataset data) {
        if (data.part() != Part.WHOLE) {
            return done(data);
        }
        Plan plan = Plan.usual(data);
        int held = plan.held(data.rows());
        Button split =
                Buttons.plain(
                        "Split "
                                + NumberText.count(data.rows() - held)
                                + " / "
                                + NumberText.count(held),
                        () -> model.split(plan.share(), plan.stratify(), plan.identifier(), SEED));
        split.setId("split");
        split.setDisable(data.rows() < 2);
        Button other = Buttons.plain("Otherwise…", () -> {});
        other.setOnAction(_ -> form(model, data, plan).show(other));
        return Card.of("Lock a holdout", Texts.muted(plan.sentence()), new HBox(8, split, other));
    }

    private static Card done(Dataset data) {
        boolean training = data.part() == Part.TRAINING;
        String sentence =
                training
                        ? NumberText.count(data.rows())
                                + " rows to learn from. The holdout is locked: it judges, it"
                                + " never teaches."
                        : data.part() == Part.HOLDOUT
                                ? "These rows are locked: they judge, they never teach. Roles are"
                                        + " changed in the training part and followed here."
                                : "This is not real data; only real data is split.";
        Label text = Texts.muted(sentence);
        return Card.of(training ? "Holdout locked" : "Holdout", text);
    }

    private static PopOver form(DataModel model, Dataset data, Plan usual) {
        SplitForm form = new SplitForm(model, data, usual);
        PopOver pop = new PopOver(new VBox(form));
        form.whenDone(pop::hide);
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.setAnimated(false);
        return pop;
    }
}
