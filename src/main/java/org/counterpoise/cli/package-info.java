/// The same work without a window: audit, generate, validate, run, report, methods.
///
/// Every command is a short session: it runs steps in a project in memory and prints what they
/// made. Start reading at [Cli].
@NullMarked
package org.counterpoise.cli;

import org.jspecify.annotations.NullMarked;
