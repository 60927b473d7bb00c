/// Encoders and predictive models, thin over Smile, and what can be asked of them.
///
/// Audits and validators share these. Start reading at [Learner].
@NullMarked
package org.counterpoise.engine.learn;

import org.jspecify.annotations.NullMarked;
