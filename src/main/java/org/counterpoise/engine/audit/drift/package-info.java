/// What has moved since: the same columns early and late, window by window and in every group.
///
/// Tests live in `engine.stats`, models in `engine.learn`; here they are asked, judged together and
/// told. Start reading at [DriftAudit].
@NullMarked
package org.counterpoise.engine.audit.drift;

import org.jspecify.annotations.NullMarked;
