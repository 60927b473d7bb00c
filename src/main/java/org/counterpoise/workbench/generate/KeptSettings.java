package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.workbench.shell.UserPreferences;

import java.util.Optional;

/// Keeps the Generate page's forms in the user's preferences.
record KeptSettings(UserPreferences preferences) implements SettingsMemory {

    @Override
    public Optional<JsonNode> recall(String fingerprint) {
        return Optional.ofNullable(preferences.get().generate().get(fingerprint));
    }

    @Override
    public void remember(String fingerprint, JsonNode settings) {
        preferences.remember(fingerprint, settings);
    }
}
