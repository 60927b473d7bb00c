/// Findings on the screen: the list, sorted and filtered, and one finding in detail.
///
/// The same list and detail serve audits and validations; nothing here computes. Start reading at
/// [FindingList] and [FindingDetail].
@NullMarked
package org.counterpoise.workbench.findings;

import org.jspecify.annotations.NullMarked;
