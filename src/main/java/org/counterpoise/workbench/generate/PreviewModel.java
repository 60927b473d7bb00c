package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.databind.JsonNode;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Fitting;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.fidelity.Marginal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A first look at what the chosen method would make, learned from a part of the rows, while the
/// forms are still being filled in or the version is being made. Needs no window.
final class PreviewModel {
    /// Rows learned from, evenly over the table.
    static final int LEARNED = 1000;

    private static final int DRAWN = 500;

    /// What a preview depends on.
    ///
    /// @param settings of the method, as it takes them
    /// @param rules as they are written
    record Request(
            Dataset training,
            Synthesizer<?> method,
            JsonNode settings,
            List<String> rules,
            long seed) {

        /// Learns, draws and compares: not for the FX thread.
        Preview work(Progress progress) {
            try {
                return drawn(method, progress);
            } catch (UserProblem problem) {
                return new Preview(
                        Optional.empty(), List.of(), problem.what() + " " + problem.remedy());
            }
        }

        private <S extends Record> Preview drawn(Synthesizer<S> synthesizer, Progress progress) {
            int rows = training.rows();
            int few = Math.min(rows, LEARNED);
            Dataset part =
                    training.select(
                            IntStream.range(0, few)
                                    .map(i -> (int) ((long) i * rows / few))
                                    .toArray());
            var laws = Rules.parse(rules, Vocabulary.of(training));
            FittedSynthesizer model =
                    Fitting.fit(
                            synthesizer,
                            part,
                            synthesizer.settings().fromJson(settings),
                            laws,
                            seed,
                            progress.part(0, .6));
            if (!model.ready(progress).makesRows()) {
                return new Preview(
                        Optional.empty(),
                        List.of(),
                        "This method makes no rows; it takes real ones out.");
            }
            Dataset made =
                    Drawing.draw(
                                    model,
                                    SamplingPlan.keep(DRAWN),
                                    part,
                                    Optional.empty(),
                                    laws,
                                    seed,
                                    progress.part(.6, .9))
                            .data();
            boolean alike =
                    training.schema().columns().stream().anyMatch(c -> made.schema().has(c.name()));
            return new Preview(
                    Optional.of(made),
                    alike ? Marginal.of(training, List.of(made), progress.part(.9, 1)) : List.of(),
                    "");
        }
    }

    /// @param rows empty if there is a problem
    /// @param marginals the least alike column first
    /// @param problem why there is nothing to see; else empty
    record Preview(Optional<Dataset> rows, List<Marginal> marginals, String problem) {}

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ReadOnlyObjectWrapper<Optional<Request>> request =
            new ReadOnlyObjectWrapper<>(this, "request", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private Optional<Request> possible = Optional.empty();

    PreviewModel() {
        wanted.subscribe(_ -> change());
    }

    /// Whether the user wants to see one; it costs a fit whenever something changes.
    BooleanProperty wanted() {
        return wanted;
    }

    /// What a preview is wanted of; empty for none.
    ReadOnlyObjectProperty<Optional<Request>> request() {
        return request.getReadOnlyProperty();
    }

    /// Empty while it is being made.
    ReadOnlyObjectProperty<Optional<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    void showPreview(Preview made) {
        preview.set(Optional.of(made));
    }

    /// What a preview would be of as the forms stand.
    void show(Optional<Request> now) {
        possible = now;
        change();
    }

    private void change() {
        Optional<Request> now = wanted.get() ? possible : Optional.empty();
        if (!now.equals(request.get())) {
            preview.set(Optional.empty());
            request.set(now);
        }
    }
}
