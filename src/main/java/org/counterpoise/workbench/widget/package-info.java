/// Small parts that every page is built from: cards, badges, banners, charts, tables.
///
/// They know the engine's findings and figures, never the project or a page. Start reading at
/// [Card] and [ChartView].
@NullMarked
package org.counterpoise.workbench.widget;

import org.jspecify.annotations.NullMarked;
