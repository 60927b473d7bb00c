/// The Audit step: questions asked of the data, and the findings that answer them.
///
/// [AuditModel] decides what can be asked and what is shown, without a window; [AuditPage] shows
/// it. Start reading at [AuditModel].
@NullMarked
package org.counterpoise.workbench.audit;

import org.jspecify.annotations.NullMarked;
