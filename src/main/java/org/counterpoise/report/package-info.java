/// A project told as a document: web page, pages for print, and JSON.
///
/// The document is built once as a list of [org.counterpoise.report.Block]s; nothing here computes
/// a result. Start reading at [org.counterpoise.report.ReportWriter].
@NullMarked
package org.counterpoise.report;

import org.jspecify.annotations.NullMarked;
