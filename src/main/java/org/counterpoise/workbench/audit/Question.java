package org.counterpoise.workbench.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;

import java.util.List;
import java.util.Optional;

/// One audit of the catalogue as a question that can be asked.
public final class Question {
    private final Audit<?> audit;
    private final Applicability alone;
    private final List<OtherDataset> others;
    private final SettingsModel<?> settings;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");
    private final StringProperty other = new SimpleStringProperty(this, "other", "");
    private final ReadOnlyObjectWrapper<Applicability> applicability;

    /// @param alone whether it can be asked of the chosen dataset by itself
    /// @param others what can be held against that; none if it compares nothing
    Question(Audit<?> audit, Applicability alone, List<OtherDataset> others, NameChoices names) {
        this.audit = audit;
        this.alone = alone;
        this.others = List.copyOf(others);
        this.settings = new SettingsModel<>(audit.settings(), names);
        this.applicability = new ReadOnlyObjectWrapper<>(this, "applicability", alone);
        this.chosen.set(alone.ready());
        other.addListener((_, _, id) -> compare(id));
    }

    /// Whoever chooses a dataset to compare with wants to ask.
    private void compare(String id) {
        applicability.set(found(id).map(OtherDataset::applicability).orElse(alone));
        chosen.set(applicability.get().ready() && (chosen.get() || !id.isEmpty()));
    }

    private Optional<OtherDataset> found(String id) {
        return others.stream().filter(dataset -> dataset.id().equals(id)).findFirst();
    }

    public Audit<?> audit() {
        return audit;
    }

    /// Whether it can be asked of the data, and if not, what is missing.
    public ReadOnlyObjectProperty<Applicability> applicability() {
        return applicability.getReadOnlyProperty();
    }

    public SettingsModel<?> settings() {
        return settings;
    }

    /// Whether it is to be asked.
    public BooleanProperty chosen() {
        return chosen;
    }

    /// Datasets that can be held against the chosen one.
    List<OtherDataset> others() {
        return others;
    }

    /// The id of the dataset that is held against the chosen one; empty for none.
    public StringProperty other() {
        return other;
    }

    /// Takes a dataset to be held against the chosen one, if it is on offer; else none.
    void against(String id) {
        other.set(found(id).map(OtherDataset::id).orElse(""));
    }

    /// Takes over what had been set before the data changed.
    void continueFrom(Question earlier) {
        ObjectNode values = earlier.settings.json();
        settings.set(values);
        against(earlier.other.get());
        if (earlier.applicability.get().ready() && applicability.get().ready()) {
            chosen.set(earlier.chosen.get());
        }
    }
}
