package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.Tables;

import java.util.random.RandomGenerator;

/// People whose outcome, sex and other columns hang together as strongly as wanted.
///
/// @param women share of women
/// @param slopeWomen log odds of death per standard deviation of age among women
/// @param slopeMen the same among men
/// @param sexEffect log odds of death that women have more
/// @param proxy standard deviations that women's height lies under men's
public record FairnessPeople(
        double women, double slopeWomen, double slopeMen, double sexEffect, double proxy) {
    public static final FairnessPeople PLAIN = new FairnessPeople(0.4, 1.5, 1.5, 0, 0.5);

    public Dataset draw(Part part, int n, RandomGenerator random) {
        double[] age = new double[n];
        double[] height = new double[n];
        String[] sex = new String[n];
        String[] death = new String[n];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextDouble() < women;
            sex[i] = woman ? "F" : "M";
            age[i] = random.nextGaussian();
            height[i] = random.nextGaussian() - (woman ? proxy : 0);
            double logit = (woman ? slopeWomen * age[i] + sexEffect : slopeMen * age[i]);
            death[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? "1" : "0";
        }
        return Tables.of(part)
                .numbers("age", age)
                .numbers("height", height)
                .words("sex", Role.PROTECTED, sex)
                .words("death", Role.OUTCOME, death)
                .table();
    }
}
