package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.Tables;

import java.util.random.RandomGenerator;

/// People whose blood pressure depends on age, with normal noise of variance 1.
///
/// @param women slope on age, which has variance 1
/// @param men likewise
public record MeasuredPeople(double women, double men) {

    public Dataset draw(Part part, int n, RandomGenerator random) {
        double[] age = new double[n];
        double[] noise = new double[n];
        String[] sex = new String[n];
        double[] pressure = new double[n];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            sex[i] = woman ? "F" : "M";
            age[i] = random.nextGaussian();
            noise[i] = random.nextGaussian();
            pressure[i] = 120 + (woman ? women : men) * age[i] + random.nextGaussian();
        }
        Dataset table =
                Tables.of(part)
                        .numbers("age", age)
                        .numbers("noise", noise)
                        .words("sex", Role.PROTECTED, sex)
                        .numbers("pressure", pressure)
                        .table();
        return table.withSchema(
                table.schema().with("pressure", column -> column.withRole(Role.OUTCOME)));
    }
}
