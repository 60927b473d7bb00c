/// Does the synthetic table give away the rows it was made from?
///
/// Distances and copies only: no attack on single people is played here. Start reading at
/// [Privacy].
@NullMarked
package org.counterpoise.engine.validate.privacy;

import org.jspecify.annotations.NullMarked;
