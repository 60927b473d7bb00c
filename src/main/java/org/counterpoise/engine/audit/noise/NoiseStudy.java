package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.ConfidentJoint;
import org.counterpoise.engine.stats.MantelHaenszel;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that is computed of label noise.
///
/// @param joint distribution of given and latent labels
/// @param attributes with at least two large groups
/// @param suspects rows whose label the model is confident is another, least likely labels first
/// @param adjusted p-values by Holm of all groups of all attributes
record NoiseStudy(
        Given given,
        Probabilities probabilities,
        ConfidentJoint confident,
        double[][] joint,
        List<ByAttribute> attributes,
        int[] suspects,
        double[] adjusted) {
    private static final int STRATA = 10;

    /// @param groups with enough labelled rows
    record ByAttribute(Grouping grouping, List<Group> groups) {
        String column() {
            return grouping.columns().getFirst();
        }
    }

    /// One group.
    ///
    /// @param n labelled rows
    /// @param confident rows with a class that the model is confident of
    /// @param suspects rows among these whose label is another
    /// @param joint distribution of given and latent labels in the group
    /// @param comparison of the share of suspects with that of the other rows, within strata of
    ///     suggested class and its probability
    record Group(
            int place,
            String label,
            long n,
            long confident,
            long suspects,
            double[][] joint,
            MantelHaenszel comparison) {}

    static NoiseStudy of(
            Given given,
            Probabilities probabilities,
            List<Grouping> groupings,
            NoiseSettings settings,
            Progress progress) {
        int classes = given.classes().size();
        ConfidentJoint confident = ConfidentJoint.of(given.codes(), probabilities.byRow(), classes);
        int[] strata = strata(confident, probabilities, classes);
        List<ByAttribute> attributes = new ArrayList<>();
        for (Grouping grouping : groupings) {
            progress.check();
            List<Group> groups = new ArrayList<>();
            for (int g = 0; g < grouping.groups().size(); g++) {
                if (grouping.groups().get(g).count() >= settings.smallestGroup()) {
                    progress.check();
                    Group group = group(given, confident, grouping, g, strata);
                    if (group.n() >= settings.smallestGroup()) {
                        groups.add(group);
                    }
                }
            }
            if (groups.size() > 1) {
                attributes.add(new ByAttribute(grouping, groups));
            }
        }
        double[] p =
                attributes.stream()
                        .flatMap(by -> by.groups().stream())
                        .mapToDouble(group -> group.comparison().p())
                        .toArray();
        return new NoiseStudy(
                given,
                probabilities,
                confident,
                ConfidentJoint.joint(confident.counts(), given.counts(row -> true)),
                attributes,
                suspects(given, confident, probabilities),
                Multiplicity.holm(p));
    }

    /// Rows with a class that the model is confident of, by that class and by tenths of its
    /// probability; -1 for the others.
    private static int[] strata(
            ConfidentJoint confident, Probabilities probabilities, int classes) {
        int[] suggested = confident.suggested();
        int[] strata = new int[suggested.length];
        java.util.Arrays.fill(strata, -1);
        for (int c = 0; c < classes; c++) {
            int own = c;
            int[] rows =
                    IntStream.range(0, suggested.length)
                            .filter(row -> suggested[row] == own)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            row -> probabilities.byRow()[row][own]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            for (int i = 0; i < rows.length; i++) {
                strata[rows[i]] = c * STRATA + (int) ((long) i * STRATA / rows.length);
            }
        }
        return strata;
    }

    private static Group group(
            Given given, ConfidentJoint confident, Grouping grouping, int place, int[] strata) {
        int classes = given.classes().size();
        long[][] events = new long[classes * STRATA][2];
        long[][] sizes = new long[classes * STRATA][2];
        long[][] counts = new long[classes][classes];
        long sure = 0;
        long suspects = 0;
        for (int row = 0; row < strata.length; row++) {
            int group = grouping.codes()[row];
            int suggested = confident.suggested()[row];
            if (group >= 0 && suggested >= 0) {
                boolean suspect = suggested != given.codes()[row];
                int side = group == place ? 0 : 1;
                sizes[strata[row]][side]++;
                events[strata[row]][side] += suspect ? 1 : 0;
                if (side == 0) {
                    counts[given.codes()[row]][suggested]++;
                    sure++;
                    suspects += suspect ? 1 : 0;
                }
            }
        }
        long[] own = given.counts(row -> grouping.codes()[row] == place);
        return new Group(
                place,
                grouping.groups().get(place).label(),
                java.util.Arrays.stream(own).sum(),
                sure,
                suspects,
                ConfidentJoint.joint(counts, own),
                MantelHaenszel.of(events, sizes));
    }

    private static int[] suspects(
            Given given, ConfidentJoint confident, Probabilities probabilities) {
        return IntStream.range(0, given.codes().length)
                .filter(row -> confident.suggested()[row] >= 0)
                .filter(row -> confident.suggested()[row] != given.codes()[row])
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                row -> margin(row, given, confident, probabilities)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The probability of the label given less that of the one suggested: the paper's normalised
    /// margin, up to rows without a suggestion.
    private static double margin(
            int row, Given given, ConfidentJoint confident, Probabilities probabilities) {
        double[] p = probabilities.byRow()[row];
        return p[given.codes()[row]] - p[confident.suggested()[row]];
    }
}
