/// The what-if view: one row whose cells can be changed, and what the model that an audit explained
/// says of it before and after. What is asked and answered ([WhatIfModel], [WhatIfCell],
/// [WhatIfText]) needs no window; start reading at [WhatIfCard], which has the model fitted.
@NullMarked
package org.counterpoise.workbench.audit.whatif;

import org.jspecify.annotations.NullMarked;
