package org.counterpoise.workbench.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.workbench.form.NameChoices;
import org.counterpoise.workbench.form.SettingsModel;

/// One audit of the catalogue as a question that can be asked.
public final class Question {
    private final Audit<?> audit;
    private final Applicability applicability;
    private final SettingsModel<?> settings;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");

    Question(Audit<?> audit, Applicability applicability, NameChoices names) {
        this.audit = audit;
        this.applicability = applicability;
        this.settings = new SettingsModel<>(audit.settings(), names);
        this.chosen.set(applicability.ready());
    }

    public Audit<?> audit() {
        return audit;
    }

    /// Whether it can be asked of the data, and if not, what is missing.
    public Applicability applicability() {
        return applicability;
    }

    public SettingsModel<?> settings() {
        return settings;
    }

    /// Whether it is to be asked.
    public BooleanProperty chosen() {
        return chosen;
    }

    /// Takes over what had been set before the data changed.
    void continueFrom(Question earlier) {
        ObjectNode values = earlier.settings.json();
        settings.set(values);
        if (earlier.applicability.ready() && applicability.ready()) {
            chosen.set(earlier.chosen.get());
        }
    }
}
