/// The Report step: compose, look at it as it will print, write the files.
///
/// [ReportModel] decides, without a window; [ReportPage] shows. What the report says is the
/// `report` room's business. Start reading at [ReportModel].
@NullMarked
package org.counterpoise.workbench.report;

import org.jspecify.annotations.NullMarked;
