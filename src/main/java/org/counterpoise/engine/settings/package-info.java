/// One declaration of a method's settings: a record whose components carry [Setting].
///
/// From it come the form on the screen, validation, the JSON in a protocol, the command line's
/// `--set`, and the table in the report. Start reading at [SettingsType].
@NullMarked
package org.counterpoise.engine.settings;

import org.jspecify.annotations.NullMarked;
