/// Conditions on rows and rules about tables: how they are written, read, checked and kept.
///
/// Knows tables and nothing of synthesizers: what draws rows asks this room, never the other way
/// round. Start reading at [Constraint] for the kinds and at [Rules] for the language.
@NullMarked
package org.counterpoise.engine.rule;

import org.jspecify.annotations.NullMarked;
