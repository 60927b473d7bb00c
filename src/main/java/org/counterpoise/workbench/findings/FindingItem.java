package org.counterpoise.workbench.findings;

import org.counterpoise.engine.finding.Finding;

/// A finding and where it comes from.
///
/// @param source id of the artifact that holds it, e.g. "findings-2"
/// @param method id of the audit or validator
/// @param origin its name, for people
/// @param finding what it says
public record FindingItem(String source, String method, String origin, Finding finding) {

    /// The same for this finding when it is made again, so that a selection survives.
    String key() {
        return method + "/" + finding.id();
    }
}
