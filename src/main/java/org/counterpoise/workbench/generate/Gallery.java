package org.counterpoise.workbench.generate;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.synth.Traits.Quality;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The catalogue's synthesizers as they are shown: searched, those of use here first, and ranked
/// by the answers to four questions. Needs no window.
final class Gallery {
    private final List<GenerateModel.Choice> all;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final BooleanProperty usableOnly = new SimpleBooleanProperty(this, "usableOnly");
    private final ObservableMap<Need, Need.Answer> answers = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<List<Ranked>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", List.of());
    private Optional<Schema> schema = Optional.empty();

    Gallery(List<GenerateModel.Choice> all) {
        this.all = List.copyOf(all);
        search.addListener((Observable _) -> sort());
        usableOnly.addListener((Observable _) -> sort());
        answers.addListener((Observable _) -> sort());
        sort();
    }

    /// Words that must all occur on a card.
    StringProperty search() {
        return search;
    }

    /// Whether methods that cannot learn from this data are left out.
    BooleanProperty usableOnly() {
        return usableOnly;
    }

    void answer(Need need, Need.Answer answer) {
        answers.put(need, answer);
    }

    /// Whether anything in particular is wanted.
    boolean asked() {
        return !wanted().isEmpty();
    }

    void show(Optional<Schema> training) {
        schema = training;
        sort();
    }

    /// What is shown, best first if anything is wanted, else in the order of the catalogue.
    ReadOnlyObjectProperty<List<Ranked>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void sort() {
        Set<Quality> wanted = wanted();
        List<Ranked> ranked =
                all.stream()
                        .filter(this::found)
                        .map(choice -> Ranked.of(choice, wanted, applicability(choice)))
                        .filter(r -> !usableOnly.get() || r.applicability().ready())
                        .toList();
        shown.set(Ranked.sort(ranked));
    }

    private Set<Quality> wanted() {
        Set<Quality> wanted = EnumSet.noneOf(Quality.class);
        answers.values().forEach(answer -> wanted.addAll(answer.wanted()));
        return wanted;
    }

    private Applicability applicability(GenerateModel.Choice choice) {
        return schema.map(choice.synthesizer()::applicability).orElse(Applicability.READY);
    }

    private boolean found(GenerateModel.Choice choice) {
        MethodCard card = choice.synthesizer().card();
        String text =
                String.join(
                                " ",
                                choice.synthesizer().traits().family(),
                                card.id(),
                                card.name(),
                                card.question(),
                                card.summary(),
                                card.whenToUse(),
                                String.join(" ", card.strengths()),
                                String.join(" ", card.limits()),
                                card.citation())
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(search.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }
}
