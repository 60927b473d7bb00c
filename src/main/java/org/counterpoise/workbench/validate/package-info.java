/// The Validate step: a synthetic version held against real data, one card per pillar.
///
/// [ValidateModel] decides, without a window; [ValidatePage] shows. Start reading at
/// [ValidateModel].
@NullMarked
package org.counterpoise.workbench.validate;

import org.jspecify.annotations.NullMarked;
