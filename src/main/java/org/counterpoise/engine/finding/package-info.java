/// What an audit or a validation found, as plain data: findings, their evidence and their figures.
///
/// Nothing here computes or draws. The workbench, the report and the command line show the same
/// [Finding]. Start reading at [Assessment].
@NullMarked
package org.counterpoise.engine.finding;

import org.jspecify.annotations.NullMarked;
