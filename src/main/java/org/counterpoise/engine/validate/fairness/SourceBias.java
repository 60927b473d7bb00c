package org.counterpoise.engine.validate.fairness;

import java.util.List;

/// The biases of the source and what became of them in the synthetic table.
///
/// @param attributes the protected attributes and their crossings
/// @param shares of each group
/// @param labels difference of outcome rates of each group and the largest of its attribute
/// @param proxies AUC of guessing each group from other columns
record SourceBias(
        List<SourceGroups> attributes,
        List<Change> shares,
        List<Change> labels,
        List<Change> proxies) {}
