/// Finite mixtures: normal distributions for numbers, latent classes for categories.
@NullMarked
package org.counterpoise.engine.synth.mixture;

import org.jspecify.annotations.NullMarked;
