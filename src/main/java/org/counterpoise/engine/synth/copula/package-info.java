/// The Gaussian copula: any marginals, one correlation matrix of latent normal numbers.
///
/// Knows no other family of synthesizers. Start reading at [GaussianCopula], then [CopulaFit] for
/// what is learned and [FittedCopula] for how rows are drawn.
@NullMarked
package org.counterpoise.engine.synth.copula;

import org.jspecify.annotations.NullMarked;
