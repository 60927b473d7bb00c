/// The project file: an H2 database that holds steps, artifacts as JSON, and columns as bytes.
///
/// Knows texts, hashes and columns, not what a step means. Start reading at [ProjectFile].
@NullMarked
package org.counterpoise.session.store;

import org.jspecify.annotations.NullMarked;
