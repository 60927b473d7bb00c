/// What the equivalence classes of a release disclose: k-anonymity and what followed it.
///
/// The definitions are those made for releases whose rows are people, and are applied to the
/// synthetic table as to any other; whether a match with a person is more than chance is judged by
/// a control. Start reading at [ReleaseDisclosure].
@NullMarked
package org.counterpoise.engine.validate.release;

import org.jspecify.annotations.NullMarked;
