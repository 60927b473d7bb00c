/// Does the synthetic table give away the rows it was made from?
///
/// Whatever rests on the distance between rows: copies, closest records, and whether distances give
/// away who was in the training table. Start reading at [Privacy].
@NullMarked
package org.counterpoise.engine.validate.privacy;

import org.jspecify.annotations.NullMarked;
