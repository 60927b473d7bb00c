/// Audits: questions asked of data and predictions, one sub-package per question.
///
/// An audit does not know the other audits, nor synthesizers, nor validators. Start reading at
// [Audit].
@NullMarked
package org.counterpoise.engine.audit;

import org.jspecify.annotations.NullMarked;
