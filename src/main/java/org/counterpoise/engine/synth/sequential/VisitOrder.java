package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// In which order columns are drawn; each sees those before it.
public enum VisitOrder {
    /// As the columns stand in the table.
    AS_GIVEN,
    /// Columns with the fewest missing values first.
    BY_MISSINGNESS,
    /// Columns with the fewest distinct values first.
    BY_LEVELS;

    /// @param first names of columns that come first, in their order
    /// @return positions of the columns
    /// @throws UserProblem if a name is not that of a column that is synthesised
    int[] of(Dataset data, List<Feature> features, List<String> first) {
        Set<Integer> order = new LinkedHashSet<>();
        for (String name : first) {
            if (!data.schema().has(name)) {
                throw new UserProblem(
                        "\"" + name + "\" is not a column that is synthesised.",
                        "setting first",
                        "Name columns of the training set that are neither text, identifiers nor"
                                + " ignored.");
            }
            order.add(data.schema().columns().indexOf(data.schema().column(name)));
        }
        IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparingLong(column -> rank(data, features.get(column))))
                .forEach(order::add);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private long rank(Dataset data, Feature feature) {
        return switch (this) {
            case AS_GIVEN -> 0;
            case BY_MISSINGNESS -> IntStream.range(0, data.rows()).filter(feature::missing).count();
            case BY_LEVELS ->
                    switch (feature) {
                        case Feature.Categorical category ->
                                Arrays.stream(category.codes()).distinct().count();
                        case Feature.Continuous number ->
                                Arrays.stream(number.values()).distinct().count();
                    };
        };
    }
}
