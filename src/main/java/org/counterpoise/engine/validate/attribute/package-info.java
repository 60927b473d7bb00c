/// Does the synthetic table give away a secret of people of whom the rest is known?
///
/// Attribute inference by models and by matching keys, each with a control on people never seen.
/// Start reading at [AttributeInference].
@NullMarked
package org.counterpoise.engine.validate.attribute;

import org.jspecify.annotations.NullMarked;
