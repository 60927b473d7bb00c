package org.counterpoise.engine;

import org.counterpoise.engine.settings.SettingsType;

/// Something a user can choose from the catalogue: an audit, a synthesizer, a validator.
///
/// Registered by one line in `META-INF/services`; found through [Catalogue].
///
/// @param <S> the record that holds the method's settings, its components marked with
///     [org.counterpoise.engine.settings.Setting]
public interface Method<S extends Record> {

    /// What the catalogue says about this method.
    MethodCard card();

    /// The settings a user starts from.
    S defaults();

    /// The description of the settings that forms, protocols and the command line share.
    default SettingsType<S> settings() {
        return SettingsType.of(defaults());
    }

    /// Raised when the same data, settings and seed come to another result than before.
    default int version() {
        return 1;
    }

    /// Stable name in protocols, on the command line and in metrics, e.g. `gaussian-copula`.
    default String id() {
        return card().id();
    }
}
