package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.Tables;

import java.util.random.RandomGenerator;

/// People who relapse the earlier the older they are, about a third of them not before the end of
/// follow-up.
///
/// @param women log hazard ratio per standard deviation of age
/// @param men likewise
public record FollowedPeople(double women, double men) {

    public Dataset draw(Part part, int n, RandomGenerator random) {
        double[] age = new double[n];
        double[] noise = new double[n];
        String[] sex = new String[n];
        double[] months = new double[n];
        String[] relapse = new String[n];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            sex[i] = woman ? "F" : "M";
            age[i] = random.nextGaussian();
            noise[i] = random.nextGaussian();
            double time = random.nextExponential() / Math.exp((woman ? women : men) * age[i]);
            double end = 3 * random.nextDouble();
            months[i] = Math.min(time, end);
            relapse[i] = time <= end ? "yes" : "no";
        }
        Dataset table =
                Tables.of(part)
                        .numbers("age", age)
                        .numbers("noise", noise)
                        .words("sex", Role.PROTECTED, sex)
                        .numbers("months", months)
                        .words("relapse", Role.OUTCOME, relapse)
                        .table();
        return table.withSchema(
                table.schema().with("months", column -> column.withRole(Role.TIME)));
    }
}
