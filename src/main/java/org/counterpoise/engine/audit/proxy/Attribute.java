package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A protected attribute as something to be told.
///
/// @param column its name
/// @param title its name for people
/// @param groups positions of the large groups in the grouping
/// @param labels of these groups
/// @param codes per row: position in `groups`, the number of groups for any other group, -1 where
///     missing
/// @param targets positions in `groups` of those that are told from the rest; one if there are two
///     groups only
record Attribute(
        String column,
        String title,
        List<Integer> groups,
        List<String> labels,
        int[] codes,
        List<Integer> targets) {
    /// At most so many groups are told from the rest.
    static final int MOST_GROUPS = 8;

    static Attribute of(Grouping grouping, String title, int smallest) {
        long known = grouping.groups().stream().mapToLong(Grouping.Group::count).sum();
        List<Integer> large =
                IntStream.range(0, grouping.groups().size())
                        .filter(g -> grouping.groups().get(g).count() >= smallest)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(
                                        (Integer g) -> -grouping.groups().get(g).count()))
                        .limit(MOST_GROUPS)
                        .sorted()
                        .toList();
        int[] positions = new int[grouping.groups().size()];
        java.util.Arrays.fill(positions, large.size());
        for (int i = 0; i < large.size(); i++) {
            positions[large.get(i)] = i;
        }
        int[] codes = new int[grouping.codes().length];
        for (int row = 0; row < codes.length; row++) {
            int group = grouping.codes()[row];
            codes[row] = group < 0 ? -1 : positions[group];
        }
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < large.size(); i++) {
            if (known - grouping.groups().get(large.get(i)).count() >= smallest) {
                targets.add(i);
            }
        }
        boolean two = large.size() == 2 && grouping.groups().size() == 2;
        return new Attribute(
                grouping.columns().getFirst(),
                title,
                large,
                large.stream().map(g -> grouping.groups().get(g).label()).toList(),
                codes,
                two && targets.size() == 2 ? List.of(1) : targets);
    }

    /// How many codes there are, with that of the small groups.
    int classes() {
        return groups.size() + 1;
    }

    /// Only some rows.
    Attribute select(int[] rows) {
        int[] own = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            own[i] = codes[rows[i]];
        }
        return withCodes(own);
    }

    Attribute withCodes(int[] own) {
        return new Attribute(column, title, groups, labels, own, targets);
    }

    /// Per target: 1 for its group, 0 for the others, -1 where missing.
    List<byte[]> outcomes() {
        return targets.stream().map(this::outcome).toList();
    }

    private byte[] outcome(int target) {
        byte[] y = new byte[codes.length];
        for (int row = 0; row < y.length; row++) {
            y[row] = (byte) (codes[row] < 0 ? -1 : codes[row] == target ? 1 : 0);
        }
        return y;
    }

    String label(int target) {
        return labels.get(targets.get(target));
    }
}
