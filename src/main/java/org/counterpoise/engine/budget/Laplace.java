package org.counterpoise.engine.budget;

import org.counterpoise.engine.finding.NumberText;

/// Laplace noise (Dwork, McSherry, Nissim and Smith 2006, doi:10.1007/11681878_14).
///
/// @param scale b of the noise, over 0, as a multiple of the sensitivity
public record Laplace(double scale) implements Mechanism {

    public Laplace {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale " + scale);
        }
    }

    /// Its pure guarantee, 1/b, which holds with δ = 0.
    public double epsilon() {
        return 1 / scale;
    }

    /// Mironov 2017, doi:10.1109/CSF.2017.11, proposition 6:
    /// log(α/(2α − 1)·e^((α − 1)/b) + (α − 1)/(2α − 1)·e^(−α/b))/(α − 1).
    @Override
    public double renyi(double alpha) {
        if (!(alpha > 1)) {
            throw new IllegalArgumentException("order " + alpha);
        }
        double closer = Math.log(alpha / (2 * alpha - 1)) + (alpha - 1) / scale;
        double farther = Math.log((alpha - 1) / (2 * alpha - 1)) - alpha / scale;
        double sum = closer + Math.log1p(Math.exp(farther - closer));
        return Math.max(0, sum / (alpha - 1));
    }

    @Override
    public String words() {
        return "Laplace noise, b = " + NumberText.short3(scale);
    }
}
