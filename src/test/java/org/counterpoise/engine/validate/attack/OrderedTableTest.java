package org.counterpoise.engine.validate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.validate.attack.Query.Condition;
import org.counterpoise.engine.validate.attack.Query.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

class OrderedTableTest {
    private static final int ROWS = 300;

    /// Few values each, some missing, some infinite, zeros of both signs.
    private static double[] column(RandomGenerator random) {
        double[] values = {0.0, -0.0, 1, 2, -3, Double.POSITIVE_INFINITY, Double.NaN, 0.5};
        return random.ints(ROWS, 0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @org.junit.jupiter.api.Test
    void countsWhatAskingEveryRowCounts() {
        RandomGenerator random = Streams.of(3, 0);
        double[][] columns = {column(random), column(random), column(random)};
        OrderedTable table = new OrderedTable(columns);
        double[] asked = {0.0, -0.0, 1, 1.5, -9, Double.POSITIVE_INFINITY};
        for (int i = 0; i < 500; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(3); c++) {
                conditions.add(
                        new Condition(
                                c,
                                Test.values()[random.nextInt(Test.values().length)],
                                asked[random.nextInt(asked.length)]));
            }
            int expected = 0;
            for (int row = 0; row < ROWS; row++) {
                int at = row;
                boolean all =
                        conditions.stream()
                                .allMatch(each -> each.holds(columns[each.column()][at]));
                expected += all ? 1 : 0;
            }
            assertThat(table.count(new Query(conditions), ROWS)).isEqualTo(expected);
        }
    }
}
