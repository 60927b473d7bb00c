/// Forms for the settings of any method, made from its settings record.
///
/// No form is written by hand: [SettingsModel] holds what is typed and what it amounts to, without
/// a window; [SettingsForm] shows it. Start reading at [SettingsModel].
@NullMarked
package org.counterpoise.workbench.form;

import org.jspecify.annotations.NullMarked;
