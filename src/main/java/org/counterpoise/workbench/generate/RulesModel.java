package org.counterpoise.workbench.generate;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.Proposal;
import org.counterpoise.engine.rule.Reading;
import org.counterpoise.engine.rule.RealCheck;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.counterpoise.engine.synth.RareLevels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules that drawn rows must obey, as they are being written, and the rare levels that are
/// merged before learning. Needs no window.
final class RulesModel {

    /// What is to be checked against the real data beside the FX thread.
    record Request(Dataset real, List<Constraint> rules) {

        /// How many real rows break each rule.
        List<RealCheck> work(Progress progress) {
            return RealCheck.of(rules, real, progress);
        }
    }

    private final ObservableList<String> rules = FXCollections.observableArrayList();
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final IntegerProperty rarest = new SimpleIntegerProperty(this, "rarest", 0);
    private final ReadOnlyObjectWrapper<Map<String, RealCheck>> checks =
            new ReadOnlyObjectWrapper<>(this, "checks", Map.of());
    private final ReadOnlyObjectWrapper<Optional<Request>> request =
            new ReadOnlyObjectWrapper<>(this, "request", Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready", true);
    private final ReadOnlyObjectWrapper<Optional<Dataset>> training =
            new ReadOnlyObjectWrapper<>(this, "training", Optional.empty());
    private Optional<Vocabulary> vocabulary = Optional.empty();

    RulesModel() {
        rules.addListener((ListChangeListener<String>) _ -> changed());
    }

    /// The rules, one line each; all can be read unless [#ready()] says otherwise.
    ObservableList<String> rules() {
        return rules;
    }

    /// The line being written.
    StringProperty text() {
        return text;
    }

    /// Rows that a level needs to stay; 0 merges nothing.
    IntegerProperty rarest() {
        return rarest;
    }

    RareLevels rare() {
        return rarest.get() > 1 ? new RareLevels(rarest.get(), List.of()) : RareLevels.KEEP;
    }

    /// Whether every rule fits the columns of the data in view.
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// The data that rules speak of.
    ReadOnlyObjectProperty<Optional<Dataset>> training() {
        return training.getReadOnlyProperty();
    }

    /// What should be checked now; empty for nothing.
    ReadOnlyObjectProperty<Optional<Request>> request() {
        return request.getReadOnlyProperty();
    }

    /// How the real rows stand to each rule, as far as that is known.
    ReadOnlyObjectProperty<Map<String, RealCheck>> checks() {
        return checks.getReadOnlyProperty();
    }

    void showChecks(List<RealCheck> done) {
        Map<String, RealCheck> byText = new HashMap<>();
        done.forEach(check -> byText.put(check.rule().text(), check));
        checks.set(Map.copyOf(byText));
    }

    /// Speaks of another dataset from now on.
    void show(Optional<Dataset> data) {
        if (!data.equals(training.get())) {
            vocabulary = data.map(Vocabulary::of);
            training.set(data);
            changed();
        }
    }

    /// How a line reads; empty without data or text.
    Optional<Reading> read(String line) {
        return line.isBlank() ? Optional.empty() : vocabulary.map(words -> Rules.read(line, words));
    }

    /// How the line being written could go on.
    List<Proposal> proposals(int caret) {
        int at = Math.clamp(caret, 0, text.get().length());
        return vocabulary.map(words -> Rules.complete(text.get(), at, words)).orElse(List.of());
    }

    /// Adds the line being written, if it is a rule.
    ///
    /// @return whether it was one
    boolean add() {
        Optional<Constraint> rule = read(text.get()).flatMap(Reading::rule);
        rule.ifPresent(
                one -> {
                    if (!rules.contains(one.text())) {
                        rules.add(one.text());
                    }
                    text.set("");
                });
        return rule.isPresent();
    }

    /// Takes a rule back to the line being written.
    void edit(String rule) {
        rules.remove(rule);
        text.set(rule);
    }

    /// Adds the lines of a file; what cannot be read is shown among the rules with its mistake.
    void addAll(String content) {
        List<String> added = new ArrayList<>();
        for (String line : Rules.lines(content)) {
            String rule = read(line).flatMap(Reading::rule).map(Constraint::text).orElse(line);
            if (!rules.contains(rule) && !added.contains(rule)) {
                added.add(rule);
            }
        }
        rules.addAll(added);
    }

    /// Shows the rules and the merging that made a version.
    void recall(List<String> made, RareLevels rare) {
        rules.setAll(made);
        rarest.set(rare.minimum());
    }

    private void changed() {
        List<Optional<Constraint>> read =
                rules.stream().map(rule -> read(rule).flatMap(Reading::rule)).toList();
        ready.set(training.get().isEmpty() || read.stream().allMatch(Optional::isPresent));
        List<Constraint> known = read.stream().flatMap(Optional::stream).toList();
        request.set(
                known.isEmpty()
                        ? Optional.empty()
                        : training.get().map(data -> new Request(data, known)));
    }
}
